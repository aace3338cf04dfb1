# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which decision stands, and which needs a second person (F12, F23, F24; OVS-017, OVS-058; practice.md R13).

Raising a level is one person's step. What somebody set themselves they lower only with another reader's agreement:
until then what they set before stands, whatever their own Candour let them record. Other decisions stand at once and
still have to be signed off before the case closes; resources/casework/tracks.toml says which. Pure.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.cases.moments import told_day
from desktop.cases.readership import SchoolAt
from desktop.cases.tracks import SecondPerson, Track
from desktop.people import SENIOR, PersonId
from desktop.routing.day import Day

SIGN_OFF, DISAGREEMENT = "sign_off", "disagreement"
_ASKED_THE_LADO = frozenset({"lado_consultation", "lado_referral"})


class Signs(StrEnum):
    """What a second person says of a decision."""

    AGREES = "agrees"
    DISAGREES = "disagrees"


class SignOff(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that waits for a second person: which entry, whose, and why it does.

    `apart` are the people who cannot be that person: who decided, and who disagreed; `refused_by` said no.
    """

    eid: str
    why: SecondPerson
    apart: frozenset[PersonId]
    refused_by: PersonId | None = None


class Assessed(msgspec.Struct, frozen=True, kw_only=True):
    """The triage and the decision that stand, and the lowering, if any, that still waits for agreement."""

    triage: CaseEntry | None
    decision: CaseEntry | None
    pending: CaseEntry | None


def what_stands(entries: Sequence[CaseEntry], track: Track, meaning: Meaning) -> Assessed:
    """Work out from the entries that count, in order, which assessments stand."""
    before: CaseEntry | None = None
    pending: CaseEntry | None = None
    last: dict[str, CaseEntry] = {}
    for entry in entries:
        if entry.kind not in {track.decision, track.prepared_by}:
            continue
        if SecondPerson.LOWERED in track.second_person and waits(entry, before, entries, meaning):
            pending = entry
            continue
        before, pending, last[entry.kind] = entry, None, entry
    return Assessed(triage=last.get(track.prepared_by), decision=last.get(track.decision), pending=pending)


def waits(entry: CaseEntry, before: CaseEntry | None, entries: Sequence[CaseEntry], meaning: Meaning) -> bool:
    """Say whether an assessment lowers what its own author set before, and nobody has agreed to that."""
    if before is None or before.author != entry.author or not lowers(entry.text("outcome"), before, meaning):
        return False
    so_far = entries[: entries.index(entry)]
    if is_seconded(before, so_far):
        return False
    return not any(said.text("says") == Signs.AGREES for said in signatures(entry, entries))


def lowers(outcome: str, before: CaseEntry, meaning: Meaning) -> bool:
    """Say whether an outcome is of a lower level than what was set before."""
    return meaning.levels.get(outcome, 0) < meaning.levels.get(before.text("outcome"), 0)


def is_seconded(before: CaseEntry, entries: Sequence[CaseEntry]) -> bool:
    """Say whether the LADO was asked, or another reader has recorded their own view since that level was set."""
    if any(entry.kind in _ASKED_THE_LADO for entry in entries):
        return True
    after = entries[entries.index(before) + 1 :]
    return any(entry.kind in {"triage", "decision"} and entry.author != before.author for entry in after)


def signatures(decision: CaseEntry, entries: Iterable[CaseEntry]) -> list[CaseEntry]:
    """What other readers have said of a decision, in order."""
    return [
        entry
        for entry in entries
        if entry.kind == SIGN_OFF and entry.text("decision") == decision.eid and entry.author != decision.author
    ]


def sign_off_needed(
    standing: Assessed, entries: Sequence[CaseEntry], reasons: Sequence[SecondPerson]
) -> SignOff | None:
    """Say what waits for a second person: a lowering, or the decision that stands, for the first of these reasons."""
    if standing.pending is not None:
        return _open(standing.pending, SecondPerson.LOWERED, (), entries)
    decision = standing.decision
    if decision is None or not reasons:
        return None
    return _open(decision, reasons[0], _against(decision, entries), entries)


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision with what says whether it needs a second person: who was named to take it, and what counts beside."""

    decision: CaseEntry
    report: CaseEntry
    named: frozenset[PersonId]
    entries: tuple[CaseEntry, ...]


def holds(why: SecondPerson, of: Decision, meaning: Meaning, school_at: SchoolAt) -> bool:
    """Say whether this is a reason for a decision that stands to be signed by a second person."""
    match why:
        case SecondPerson.DISAGREED:
            return bool(_against(of.decision, of.entries))
        case SecondPerson.IN_PLACE:
            return bool(of.named) and of.decision.author not in of.named and not _was_senior(of.decision, school_at)
        case SecondPerson.OWN_REPORT:
            return of.decision.author is not None and of.decision.author == of.report.author
        case SecondPerson.WITHOUT_ADVICE:
            low = of.decision.text("outcome") not in meaning.outcomes.without_lado
            asked = any(entry.kind in _ASKED_THE_LADO for entry in of.entries)
            return low and not asked and meaning.asks_the_lado(of.decision.values)
        case SecondPerson.LOWERED:
            return False  # it does not stand until it is agreed to


def _was_senior(decision: CaseEntry, school_at: SchoolAt) -> bool:
    """Say whether its author held, or covered for, an office that decides in the decider's place."""
    school = school_at(decision.directory)
    day = told_day(decision.believed_at, day_only=decision.is_day_only)
    return school is not None and decision.author is not None and bool(Day(school, day).roles(decision.author) & SENIOR)


def _against(decision: CaseEntry, entries: Iterable[CaseEntry]) -> tuple[CaseEntry, ...]:
    """The disagreements with a decision, of others than its author."""
    said = (entry for entry in entries if entry.kind == DISAGREEMENT and entry.text("decision") == decision.eid)
    return tuple(entry for entry in said if entry.author != decision.author)


def _open(
    decision: CaseEntry, why: SecondPerson, against: Sequence[CaseEntry], entries: Sequence[CaseEntry]
) -> SignOff | None:
    """What waits, unless somebody who may has agreed since the last disagreement."""
    apart = {entry.author for entry in (decision, *against) if entry.author}
    since = entries.index(against[-1]) if against else 0
    said = [entry for entry in signatures(decision, entries[since:]) if entry.author not in apart]
    if any(entry.text("says") == Signs.AGREES for entry in said):
        return None
    refused = next((entry.author for entry in reversed(said)), None)
    return SignOff(eid=decision.eid, why=why, apart=frozenset(apart), refused_by=refused)
