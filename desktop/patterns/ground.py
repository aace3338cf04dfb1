# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that has been recorded so far, folded record by record: what each kind of pattern looks at."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from desktop.patterns.arrivals import Gift, Matter, Report, Tie
from desktop.patterns.exposure import Exposure, Group
from desktop.patterns.matters import add, new_matter, same_matter
from desktop.patterns.parameters import Parameters
from desktop.patterns.usual import Days, Usual

_TOLD_BEFORE: Final = 2.25
"""Whoever told once tells more than others: by so much, as unlike as reporters are."""
_MOST_SHARE: Final = 0.5
_PROLIFIC_DAYS: Final = 90
"""So long after it was seen last somebody still counts as reporting a great deal."""


class Ground:
    """The matters, gifts and ties up to today, found by whom and what they touch."""

    def __init__(self, exposure: Exposure, parameters: Parameters) -> None:
        """Begin with nothing recorded."""
        self.exposure = exposure
        self.parameters = parameters
        self.usual = Usual(exposure, parameters)
        self.about: dict[str, list[Matter]] = defaultdict(list)
        self.naming: dict[tuple[str, str], list[Matter]] = defaultdict(list)
        """By unit and child."""
        self.told_by: dict[tuple[str, str], list[Matter]] = defaultdict(list)
        """By unit and voice."""
        self.told: dict[str, Days] = defaultdict(Days)
        """Reports by unit: every voice counts."""
        self.in_unit: dict[str, list[Matter]] = defaultdict(list)
        self.at_site: dict[tuple[str, str], list[Report]] = defaultdict(list)
        self.gifts: dict[str, list[Gift]] = defaultdict(list)
        self.ties: dict[str, list[Tie]] = defaultdict(list)
        self.prolific: dict[str, dict[str, int]] = defaultdict(dict)
        """By unit: the voices that have reported a great deal, and on which day that was seen last."""

    def take_report(self, report: Report) -> Matter | None:
        """Fold one report in. Returns the matter that it opened; None where it tells of one that is known."""
        self.usual.open_unit(report.unit, report.day)
        self.at_site[report.unit, report.site].append(report)
        matter = same_matter(report, self.about[report.person])
        if matter is not None:
            known = frozenset(matter.children)
            add(matter, report)
            self._tell(matter, report, [child for child in report.children if child not in known])
            return None
        matter = new_matter(report)
        self.usual.take(matter, self.about[report.person])
        self.about[report.person].append(matter)
        self.in_unit[report.unit].append(matter)
        self._tell(matter, report, report.children)
        return matter

    def take_gift(self, gift: Gift) -> None:
        """Fold one gift in."""
        self.usual.open_unit(gift.unit, gift.day)
        self.gifts[gift.person].append(gift)

    def take_tie(self, tie: Tie) -> None:
        """Fold one declared tie or nil return in."""
        self.usual.open_unit(tie.unit, tie.day)
        self.ties[tie.person].append(tie)

    def home(self, matter: Matter) -> str:
        """The unit in which the person of a matter is counted: their own, wherever it happened."""
        post = self.exposure.people.get(matter.person)
        return post.unit if post else matter.unit

    def same_source(self, person: str, voice: str, day: int) -> float:
        """How often a matter about somebody is told by this colleague: more often where the two work together."""
        about, by = self.exposure.people.get(person), self.exposure.people.get(voice)
        if about is None or by is None:
            return self.parameters.guesses.same_source
        outside = self.usual.told_outside.now
        share = outside / max(1, self.exposure.size(Group(by.unit), day))
        if by.unit == about.unit and by.department == about.department:
            together = self.exposure.size(Group(by.unit, department=by.department), day)
            share += (1 - outside) / max(1, together - 1)
        return min(_MOST_SHARE, _TOLD_BEFORE * share)

    def prolific_on(self, unit: str, day: int) -> frozenset[str]:
        """The voices of a unit that report a great deal at this time."""
        return frozenset(voice for voice, seen in self.prolific[unit].items() if day - seen <= _PROLIFIC_DAYS)

    def own_children(self, person: str) -> frozenset[str]:
        """The children whom this person has declared as their own family: no pattern joins the two."""
        return frozenset(tie.child for tie in self.ties.get(person, ()) if tie.child)

    def _tell(self, matter: Matter, report: Report, children: Sequence[str]) -> None:
        self.told[matter.unit].add(report.day)
        if report.is_colleague:
            self.told_by[matter.unit, report.voice].append(matter)
        for child in children:
            self.naming[matter.unit, child].append(matter)
