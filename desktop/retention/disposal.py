# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a record may be destroyed, and how far a proposal to do so has come: every vault decides for itself. Pure.

Two readers by office, one of whom holds one of the highest offices, neither of them concerned nor kept away; nothing
that keeps it; nothing new since; its time over by the rules as this Candour has them; and time for others to object.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

import msgspec

from desktop.cases.case import Case, Phase
from desktop.cases.conflicts import is_kept_away, may_be_about
from desktop.cases.entry import CaseEntry, recorded_days
from desktop.cases.meaning import Meaning
from desktop.cases.readership import SHARED, SchoolAt
from desktop.people import SENIOR, PersonId, School
from desktop.retention.due import Due, due_of
from desktop.retention.facts import class_of, facts_of
from desktop.retention.holds import holds_of
from desktop.retention.kinds import DISPOSAL, DONE, GOES_ALONG, HOLD_LIFTED, KEEPING, SIGNATURE
from desktop.retention.rules import ClassId, rules_of
from desktop.routing.day import Day
from storage.body import Hex32
from storage.grants import GRANT, handed_on
from storage.judge import Flag
from storage.strictjson import shaped

ENTRIES_MAX = 2_500
"""How many entries one proposal can name: what fits into a body, also into that of a grant which hands it back."""

LINES_MAX = 64
"""How many people who see a line only one proposal can name."""


class Bar(StrEnum):
    """What keeps a record from being destroyed."""

    NEWER = "newer"
    STILL_OPEN = "still_open"
    HELD = "held"
    ASKED_FOR = "asked_for"
    NOT_DUE = "not_due"
    NEW_SINCE = "new_since"
    NOT_THEIRS = "not_theirs"


class Early(StrEnum):
    """Why a record may go before its time. What guidance asks to be kept goes for no other reason."""

    COURT = "court"
    WRONG_PERSON = "wrong_person"
    TWICE = "twice"


class Stage(StrEnum):
    """How far a proposal has come: it waits for a signature, for its day, can be carried out, was, or is barred."""

    PROPOSED = "proposed"
    WAITING = "waiting"
    READY = "ready"
    DONE = "done"
    BARRED = "barred"


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry of kind `disposal` holds: what is to be destroyed, its class, and the day on which it was due.

    `readers` read it by an office: they see to what comes late. `lines` see a line of it and no more.
    """

    entries: Annotated[tuple[Hex32, ...], msgspec.Meta(min_length=1, max_length=ENTRIES_MAX)]
    record_class: ClassId
    due: date
    edition: Annotated[str, msgspec.Meta(max_length=64)]
    readers: Annotated[tuple[PersonId, ...], msgspec.Meta(max_length=64)]
    lines: Annotated[tuple[PersonId, ...], msgspec.Meta(max_length=LINES_MAX)] = ()


class Disposal(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal as one vault knows it: by whom, signed by whom, from when it is carried out, and what bars it.

    `early` is why it is to go before its time, in `reason` in the proposer's words.
    """

    eid: str
    said: Proposed
    proposer: PersonId
    proposed_on: date
    signer: PersonId | None = None
    signature: str = ""
    on: date | None = None
    stage: Stage
    bar: Bar | None = None
    early: Early | None = None
    reason: str = ""


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a decision about destroying goes by, besides the case.

    `carried_out` names the proposals of the case that have been carried out in this vault. `is_asked_for`: a person
    concerned has asked for their own data, and that is still open.
    """

    school: School
    school_at: SchoolAt
    meaning: Meaning
    today: date
    carried_out: frozenset[str] = frozenset()
    is_asked_for: bool = False


def read_proposed(entry: CaseEntry) -> Proposed | None:
    """Read what a proposal holds; None for another entry, and where it is out of form."""
    if entry.kind != DISPOSAL:
        return None
    known = {name: entry.data[name] for name in Proposed.__struct_fields__ if name in entry.data}
    said = shaped(known, Proposed)
    return said if said is not None and list(said.entries) == sorted(set(said.entries)) else None


def proposed_in(case: Case) -> Proposed | None:
    """What the proposal holds that opens a case of its own; None where none does."""
    opening = case.entry(case.case_id)
    return read_proposed(opening) if opening else None


def early_of(entry: CaseEntry) -> Early | None:
    """Why a proposal says that a record must go before its time; None where it says no such thing."""
    said = entry.text("early")
    return Early(said) if said in set(Early) and entry.text("reason") else None


def due_in(case: Case, school: School, meaning: Meaning) -> Due | None:
    """When a record is due; None for what is no record."""
    if case.report is None:
        return None
    rules = rules_of(school.settings.kept_years)
    class_id = class_of(case, case.report, meaning, rules)
    return due_of(facts_of(case, case.report, school), rules.of(class_id))


def is_over(case: Case) -> bool:
    """Say whether nothing is open in a case: leaving closes none, nor does time."""
    return case.phase in {Phase.CLOSED, Phase.NOTED}


def bar_of(case: Case, ground: Ground) -> Bar | None:
    """What keeps a record today, whoever asks."""
    due = due_in(case, ground.school, ground.meaning)
    if case.newer:
        return Bar.NEWER
    if not is_over(case):
        return Bar.STILL_OPEN
    if holds_of(case.counted):
        return Bar.HELD
    if ground.is_asked_for:
        return Bar.ASKED_FOR
    return None if due is not None and due.is_due(ground.today) else Bar.NOT_DUE


def may_destroy(case: Case, person: PersonId, school: School, day: date) -> bool:
    """Say whether somebody may be one of the two: they read it by an office, and it cannot be about them or theirs."""
    reads = any(reader.person_id == person and reader.role != SHARED for reader in case.readers)
    if not reads or person in may_be_about(case.subjects, school, day):
        return False
    return bool(Day(school, day).roles(person)) and not is_kept_away(case.subjects, person, school, day)


def is_one_of_the_two(case: Case, person: PersonId, ground: Ground) -> bool:
    """Say whether somebody may be one of the two today; of what is gone, whoever read it by an office."""
    if case.report is None:
        return person in heirs_of(case, ground)
    return may_destroy(case, person, ground.school, ground.today)


def disposals_of(case: Case, ground: Ground) -> tuple[Disposal, ...]:
    """Every proposal to destroy a case that can be read, the oldest first."""
    days = recorded_days(case.entries)
    proposals = ((entry, read_proposed(entry)) for entry in case.entries)
    return tuple(_staged(case, entry, said, days, ground) for entry, said in proposals if said and entry.author)


def to_destroy(entries: Iterable[CaseEntry], said: Proposed) -> tuple[str, ...]:
    """Name what a proposal destroys of these entries: what it names, and what goes along with that.

    A hold that came too late stays in sight.
    """
    everything, named = tuple(entries), frozenset(said.entries)
    held = {hold.eid for hold in holds_of(everything)}
    along = (entry for entry in everything if entry.kind in GOES_ALONG and _goes_along(entry, named))
    found = {entry.eid for entry in everything if entry.eid in named} | {entry.eid for entry in along}
    return tuple(sorted(found - held))


def nameable(case: Case) -> tuple[str, ...]:
    """Name all entries of a case that a proposal destroys: not what earlier ones said, nor what hands that back."""
    staying = {entry.eid for entry in case.entries if entry.kind in KEEPING}
    going = (entry for entry in case.entries if entry.eid not in staying)
    return tuple(sorted(entry.eid for entry in going if entry.kind != GRANT or handed_on(entry.data) not in staying))


def signers_of(case: Case, disposal: str) -> tuple[CaseEntry, ...]:
    """The signatures under a proposal, in order."""
    return tuple(entry for entry in case.entries if entry.kind == SIGNATURE and entry.data.get("of") == disposal)


def carried_out_by(entries: Iterable[CaseEntry], disposal: str) -> frozenset[PersonId]:
    """In whose records a proposal has been carried out, as they say."""
    done = (entry for entry in entries if entry.kind == DONE and entry.data.get("of") == disposal)
    return frozenset(entry.author for entry in done if entry.author)


def _goes_along(entry: CaseEntry, named: frozenset[str]) -> bool:
    """A grant goes with what it hands on; so nothing new is destroyed because somebody handed it on."""
    return entry.kind != GRANT or handed_on(entry.data) in named


def _staged(case: Case, entry: CaseEntry, said: Proposed, days: Mapping[str, date], ground: Ground) -> Disposal:
    wait = timedelta(days=rules_of(ground.school.settings.kept_years).wait_days)
    by = next((each for each in signers_of(case, entry.eid) if _may_both(case, entry, each, days, ground)), None)
    bar = _bar(case, entry, said, days, ground)
    lifted = [days[each.eid] for each in case.counted if each.kind == HOLD_LIFTED]
    on = max([days[by.eid], *lifted]) + wait if by else None
    return Disposal(
        eid=entry.eid,
        said=said,
        proposer=entry.author or PersonId(""),
        proposed_on=days[entry.eid],
        signer=by.author if by else None,
        signature=by.eid if by else "",
        on=on,
        stage=stage_of(on, bar, ground.today, is_done=entry.eid in ground.carried_out),
        bar=bar,
        early=early_of(entry),
        reason=entry.text("reason"),
    )


def stage_of(on: date | None, bar: Bar | None, today: date, *, is_done: bool) -> Stage:
    """How far a proposal has come that is carried out on a day, if two people have signed it."""
    if is_done:
        return Stage.DONE
    if bar is not None:
        return Stage.BARRED
    if on is None:
        return Stage.PROPOSED
    return Stage.READY if on <= today else Stage.WAITING


def _bar(case: Case, entry: CaseEntry, said: Proposed, days: Mapping[str, date], ground: Ground) -> Bar | None:
    """What bars a proposal. Once the record is gone, what came late is as old as that was, and nothing new bars it."""
    if not _may(case, entry, days, ground):
        return Bar.NOT_THEIRS
    if any(each.eid not in said.entries and each.kind not in GOES_ALONG | KEEPING for each in case.entries):
        return Bar.NEW_SINCE
    if case.report is None:
        return Bar.HELD if holds_of(case.entries) else None
    bar = bar_of(case, ground)
    return None if bar is Bar.NOT_DUE and early_of(entry) else bar


def _may_both(case: Case, first: CaseEntry, second: CaseEntry, days: Mapping[str, date], ground: Ground) -> bool:
    """Say whether two people have signed who may: not the same one, and one of them in one of the highest offices."""
    if first.author == second.author or not _may(case, second, days, ground):
        return False
    return any(is_senior(each.author, _school(each, ground), days[each.eid]) for each in (first, second))


def _may(case: Case, entry: CaseEntry, days: Mapping[str, date], ground: Ground) -> bool:
    """Say whether the author of an entry may be one of the two, by the directory that it names and on its day."""
    if entry.author is None or Flag.REVOKED_KEY in entry.flags:
        return False
    if case.report is None:
        return entry.author in heirs_of(case, ground)
    return may_destroy(case, entry.author, _school(entry, ground), days[entry.eid])


def is_senior(person: PersonId | None, school: School, day: date) -> bool:
    """Say whether somebody holds one of the highest offices."""
    return person is not None and bool(Day(school, day).roles(person) & SENIOR)


def stands_alone(case: Case) -> bool:
    """Say whether a proposal opens the case: one to destroy what stands in no record (desktop.retention.apart)."""
    return any(entry.eid == case.case_id and entry.kind == DISPOSAL for entry in case.entries)


def _school(entry: CaseEntry, ground: Ground) -> School:
    return ground.school_at(entry.directory) or ground.school


def heirs_of(case: Case, ground: Ground) -> frozenset[PersonId]:
    """Who read by an office what has been destroyed here, as the proposals say that were carried out."""
    done = (read_proposed(entry) for entry in case.entries if entry.eid in ground.carried_out)
    return frozenset(person for each in done if each for person in each.readers)
