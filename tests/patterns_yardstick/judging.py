# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much of what was planted was found, how much else was said, and whether the stated chance is true."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.patterns.names import Match, Names
from desktop.patterns.prompts import Prompt
from tests.patterns_yardstick.inventing import Invented
from tests.patterns_yardstick.planting import Planted

ALIKE: dict[str, frozenset[str]] = {
    "repeat_person": frozenset(("repeat_person", "independent_reporters", "same_category", "cumulative_weak")),
    "independent_reporters": frozenset(("independent_reporters",)),
    "same_category": frozenset(("same_category",)),
    "location_cluster": frozenset(("location_cluster", "activity_cluster")),
    "activity_cluster": frozenset(("activity_cluster", "location_cluster")),
    "gifts_cumulative": frozenset(("gifts_cumulative", "gift_concern_relationship")),
}
"""Kinds that name a planted kind rightly; a kind that is not here is named by itself alone."""
_SILENCE_SEEN_LATE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Finding:
    """One prompt as the engine's replay gives it (patterns.md §8)."""

    kinds: tuple[str, ...]
    records: frozenset[str]
    flagged_on: date
    chances: tuple[float | None, ...] = ()
    """For each kind, expected chance prompts a term; None: a rule, shown as a fact."""
    site: str = ""


def findings_of(prompts: Iterable[Prompt]) -> list[Finding]:
    """What an engine's prompts say."""
    return [
        Finding(
            kinds=tuple(reason.kind.value for reason in prompt.reasons),
            records=frozenset(prompt.records),
            flagged_on=prompt.shown_on,
            chances=tuple(reason.chance for reason in prompt.reasons),
            site=prompt.card.key,
        )
        for prompt in prompts
    ]


@dataclass(slots=True)
class Tally:
    """What was counted over several schools."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    days: list[int] = field(default_factory=list)
    false: Counter[str] = field(default_factory=Counter)
    decoys: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    prompts: int = 0
    school_terms: int = 0

    def judge(self, invented: Invented, findings: Iterable[Finding]) -> None:
        """Count what was found in one school or trust."""
        findings = sorted(findings, key=lambda finding: finding.flagged_on)
        self.school_terms += invented.school_terms
        self.prompts += len(findings)
        for planted in invented.planted:
            self._judge_planted(planted, [each for each in findings if is_about(each, planted)])
        for finding in findings:
            if not any(is_about(finding, planted) for planted in invented.planted):
                self.false.update(finding.kinds[:1])
                decoys = invented.decoys.items()
                self.decoys.update(kind for kind, records in decoys if len(finding.records & records) > 1)
        self.names.update(_names(invented))

    def _judge_planted(self, planted: Planted, about: list[Finding]) -> None:
        self.planted[planted.kind] += 1
        if not about:
            return
        self.found[planted.kind] += 1
        self.days.append((about[0].flagged_on - planted.since).days)
        right = ALIKE.get(planted.kind, frozenset((planted.kind,)))
        self.named[planted.kind] += any(right & set(finding.kinds) for finding in about)


def is_about(finding: Finding, planted: Planted) -> bool:
    """Say whether a prompt is about what was planted: two of its records, or for silence its site in its days."""
    if planted.kind == "silence":
        in_time = planted.since <= finding.flagged_on <= planted.until + _SILENCE_SEEN_LATE
        return "silence" in finding.kinds and in_time and finding.site in {"", planted.site}
    needed = 1 if planted.kind == "undeclared_relationship" and planted.kind in finding.kinds else 2
    return len(finding.records & planted.records) >= needed


def stated_against_true(schools: Iterable[tuple[Invented, list[Finding]]]) -> Iterator[tuple[str, int, float, float]]:
    """On schools with nothing planted: kind, prompts, how many a term were stated, how many there truly were.

    What is stated is the largest chance at which the kind spoke up: that often a term it should have spoken by chance.
    """
    chances: dict[str, list[float]] = {}
    terms = 0
    for invented, findings in schools:
        terms += invented.school_terms
        for finding in findings:
            for kind, chance in zip(finding.kinds, finding.chances, strict=True):
                if chance is not None:
                    chances.setdefault(kind, []).append(chance)
    for kind, stated in sorted(chances.items()):
        yield kind, len(stated), max(stated), len(stated) / terms


def _names(invented: Invented) -> Iterator[str]:
    names = Names(invented.register.staff)
    for record in invented.register.concerns:
        on = (record.occurred_at or record.reported_at).strftime("%Y-%m-%d")
        match = names.of(
            record.subject,
            role=record.subject_role,
            department=record.department,
            site=record.site,
            on=date.fromisoformat(on),
        )
        yield _judged(match, invented.subjects[record.reference])


def _judged(match: Match, truth: str) -> str:
    if match.candidates:
        return "undecided"
    if not match.person:
        return "unknown"
    return "right" if match.person == truth else "wrong"
