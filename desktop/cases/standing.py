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
from desktop.cases.recusal import Rules
from desktop.cases.tracks import SecondPerson, Track
from desktop.people import SENIOR, PersonId, Role
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


def what_stands(entries: Sequence[CaseEntry], track: Track, meaning: Meaning, school_at: SchoolAt) -> Assessed:
    """Work out from the entries that count, in order, which assessments stand."""
    before: CaseEntry | None = None
    pending: CaseEntry | None = None
    last: dict[str, CaseEntry] = {}
    asks = SecondPerson.LOWERED in track.second_person
    for entry in entries:
        if entry.kind not in {track.decision, track.prepared_by}:
            continue
        agreed = any(_agrees(said, school_at) for said in signatures(entry, entries))
        if asks and not agreed and _lowers_alone(entry, before, entries, meaning):
            pending = entry
            continue
        before, pending, last[entry.kind] = entry, None, entry
    return Assessed(triage=last.get(track.prepared_by), decision=last.get(track.decision), pending=pending)


def _lowers_alone(entry: CaseEntry, before: CaseEntry | None, entries: Sequence[CaseEntry], meaning: Meaning) -> bool:
    """Say whether an assessment lowers what its own author set before, with nobody else's view so far."""
    if before is None or before.author != entry.author or not lowers(entry.text("outcome"), before, meaning):
        return False
    return not is_seconded(before, entries[: entries.index(entry)])


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


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What says whether a decision needs a second person: the report, who was named to decide, and what counts."""

    report: CaseEntry
    named: frozenset[PersonId]
    entries: tuple[CaseEntry, ...]


def sign_off_needed(standing: Assessed, of: Beside, track: Track, by: Rules) -> SignOff | None:
    """Say what waits for a second person: a lowering, or the decision that stands, for the first reason that holds."""
    if standing.pending is not None:
        return _open(standing.pending, SecondPerson.LOWERED, of, by.school_at)
    decision = standing.decision
    if decision is None:
        return None
    why = next((each for each in track.second_person if _holds(each, decision, of, by)), None)
    return _open(decision, why, of, by.school_at) if why else None


def _holds(why: SecondPerson, decision: CaseEntry, of: Beside, by: Rules) -> bool:
    """Say whether this is a reason for a decision that stands to be signed by a second person."""
    match why:
        case SecondPerson.DISAGREED:
            return bool(_against(decision, of.entries))
        case SecondPerson.IN_PLACE:
            return bool(of.named) and not _decides(decision, of, by.school_at)
        case SecondPerson.OWN_REPORT:
            return decision.author is not None and decision.author == of.report.author
        case SecondPerson.WITHOUT_ADVICE:
            low = decision.text("outcome") not in by.meaning.outcomes.without_lado
            asked = any(entry.kind in _ASKED_THE_LADO for entry in of.entries)
            return low and not asked and by.meaning.asks_the_lado(decision.values)
        case SecondPerson.LOWERED:
            return False  # it does not stand until it is agreed to


def _decides(entry: CaseEntry, of: Beside, school_at: SchoolAt) -> bool:
    """Say whether an entry's author was named to decide, or held an office that decides in the decider's place."""
    return entry.author in of.named or bool(_offices(entry, school_at) & SENIOR)


def _offices(entry: CaseEntry, school_at: SchoolAt) -> frozenset[Role]:
    """The offices that an entry's author held or covered for when they wrote it, by the directory that it names."""
    school = school_at(entry.directory)
    if school is None or entry.author is None:
        return frozenset()
    return Day(school, told_day(entry.believed_at, day_only=entry.is_day_only)).roles(entry.author)


def _agrees(said: CaseEntry, school_at: SchoolAt) -> bool:
    """Say whether somebody agrees who held an office: whoever was merely let in cannot be the second person."""
    return said.text("says") == Signs.AGREES and bool(_offices(said, school_at))


def _against(decision: CaseEntry, entries: Iterable[CaseEntry]) -> tuple[CaseEntry, ...]:
    """The disagreements with a decision, of others than its author."""
    said = (entry for entry in entries if entry.kind == DISAGREEMENT and entry.text("decision") == decision.eid)
    return tuple(entry for entry in said if entry.author != decision.author)


def _open(decision: CaseEntry, why: SecondPerson, of: Beside, school_at: SchoolAt) -> SignOff | None:
    """What waits, unless somebody who may has agreed since the last disagreement."""
    against = _against(decision, of.entries)
    apart = {entry.author for entry in (decision, *against) if entry.author}
    since = of.entries.index(against[-1]) if against else 0
    said = [entry for entry in signatures(decision, of.entries[since:]) if entry.author not in apart]
    if why is SecondPerson.IN_PLACE:
        said = [entry for entry in said if _decides(entry, of, school_at)]
    if any(_agrees(entry, school_at) for entry in said):
        return None
    refused = next((entry.author for entry in reversed(said)), None)
    return SignOff(eid=decision.eid, why=why, apart=frozenset(apart), refused_by=refused)
