# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeping a record, ending that, and proposing and signing that one is destroyed: each an entry of the case."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from desktop.cases.acting import ActRefusedError, act, desk, form_data, leave
from desktop.cases.case import Case
from desktop.cases.deciders import barring
from desktop.cases.readership import SHARED
from desktop.cases.refusals import Refusal
from desktop.faults import DeskFault
from desktop.naming.finding import find
from desktop.naming.known import known_in
from desktop.people import PersonId
from desktop.retention.carrying import ground_of, leave_in
from desktop.retention.disposal import (
    ENTRIES_MAX,
    LINES_MAX,
    Bar,
    Disposal,
    Ground,
    Proposed,
    Stage,
    bar_of,
    disposals_of,
    due_in,
    heirs_of,
    is_one_of_the_two,
    is_senior,
    nameable,
    read_proposed,
)
from desktop.retention.holds import holds_of
from desktop.retention.kinds import DISPOSAL, HOLD, HOLD_LIFTED, PENSION_AGE, SIGNATURE
from desktop.retention.lines import line_readers
from desktop.retention.rules import rules_of
from desktop.session import Session
from storage.entries import StoredEntry
from storage.errors import KnownError

FAULTS: Mapping[Bar, DeskFault] = MappingProxyType(
    {
        Bar.NEWER: DeskFault.RETENTION_OPEN,
        Bar.STILL_OPEN: DeskFault.RETENTION_OPEN,
        Bar.HELD: DeskFault.RETENTION_HELD,
        Bar.ASKED_FOR: DeskFault.RETENTION_HELD,
        Bar.NOT_DUE: DeskFault.RETENTION_NOT_DUE,
        Bar.NEW_SINCE: DeskFault.RETENTION_NEW_SINCE,
        Bar.NOT_THEIRS: DeskFault.RETENTION_NOT_YOURS,
    }
)


def hold(session: Session, case_id: str, values: Mapping[str, object]) -> StoredEntry:
    """Keep a record from being destroyed. Raises as `desktop.cases.acting.act`."""
    return act(session, case_id, HOLD, values)


def lift(session: Session, case_id: str, hold_id: str, reason: str) -> StoredEntry:
    """End a hold, with the reason. Its id may be shortened.

    Raises KnownError(NO_SUCH_HOLD, RETENTION_NOT_YOURS), ActRefusedError, AnswersError, and as `Session.write`.
    """
    case = session.case(case_id)
    _check_part(session, case, ground_of(session, case_id))
    found = [each.eid for each in holds_of(case.counted) if hold_id and each.eid.startswith(hold_id)]
    if len(found) != 1:
        raise KnownError(DeskFault.NO_SUCH_HOLD)
    return _record(session, case, HOLD_LIFTED, {"hold": found[0], "reason": reason})


def say_pension_age(session: Session, case_id: str, person: PersonId, reached_on: str) -> StoredEntry:
    """Put on record when a person concerned reaches normal pension age ("2051-08-31"). Raises as `lift`."""
    case = session.case(case_id)
    _check_part(session, case, ground_of(session, case_id))
    if person not in case.concerned():
        raise KnownError(DeskFault.NO_SUCH_PERSON)
    return _record(session, case, PENSION_AGE, {"person": person, "reached_on": reached_on})


def propose(session: Session, case_id: str, early: Mapping[str, object] | None = None) -> Disposal:
    """Propose, as the first of two, that a record is destroyed whose time is over; or, with `early`, before that.

    Raises KnownError(RETENTION_*, DISK_*, VAULT_*), ActRefusedError and AnswersError; nothing was recorded then.
    """
    case, ground = session.case(case_id), ground_of(session, case_id)
    _check_part(session, case, ground)
    said = _checked(session, early) if early else {}
    bar = bar_of(case, ground) if case.report is not None else None
    if bar is not None and not (said and bar is Bar.NOT_DUE):
        raise KnownError(FAULTS[bar])
    named = nameable(case)
    if not named:
        raise KnownError(DeskFault.RETENTION_NOTHING)
    if not _others(case, ground, session.me):
        raise KnownError(DeskFault.RETENTION_ALONE)
    if len(named) > ENTRIES_MAX:
        raise KnownError(DeskFault.RETENTION_TOO_MANY)
    lines = line_readers(case, session.machine, session.meaning)
    written = leave_in(session, case, DISPOSAL, {**_proposed(case, ground, named, lines), "answers": said})
    return _found(session, case_id, written.entry.eid)


def sign(session: Session, case_id: str) -> Disposal:
    """Sign, as the second of two, what somebody else proposed; it is carried out once others had time to object.

    Raises as `propose`.
    """
    case, ground = session.case(case_id), ground_of(session, case_id)
    _check_part(session, case, ground)
    waiting = [each for each in disposals_of(case, ground) if each.signer is None and each.stage is not Stage.DONE]
    if not waiting:
        raise KnownError(DeskFault.RETENTION_NOTHING)
    newest = waiting[-1]
    if newest.proposer == session.me:
        raise KnownError(DeskFault.RETENTION_SAME_PERSON)
    if newest.bar is not None:
        raise KnownError(FAULTS[newest.bar])
    if not any(is_senior(each, ground.school, ground.today) for each in (session.me, newest.proposer)):
        raise KnownError(DeskFault.RETENTION_NOBODY_SENIOR)
    leave_in(session, case, SIGNATURE, {"of": newest.eid})
    return _found(session, case_id, newest.eid)


def _check_part(session: Session, case: Case, ground: Ground) -> None:
    """Refuse whoever has no part in it. Raises KnownError(RETENTION_NOT_YOURS) and ActRefusedError."""
    if case.report is not None:
        if session.me in case.aside:
            raise ActRefusedError(Refusal.STOOD_ASIDE)
        if not case.reads(session.me):
            raise ActRefusedError(Refusal.NOT_A_READER)
        if why := barring(case, desk(session, case)):
            raise ActRefusedError(why)
    if not is_one_of_the_two(case, session.me, ground):
        raise KnownError(DeskFault.RETENTION_NOT_YOURS)


def _checked(session: Session, early: Mapping[str, object]) -> dict[str, object]:
    """Why a record is to go before its time, which stays when it is gone: so it names nobody.

    Raises AnswersError, KnownError(RETENTION_NAMES_SOMEBODY).
    """
    machine = session.machine
    said = dict(session.answers(DISPOSAL, early).values)
    if find(str(said["reason"]), known_in(machine.school, machine.today())):
        raise KnownError(DeskFault.RETENTION_NAMES_SOMEBODY)
    return said


def _others(case: Case, ground: Ground, me: PersonId) -> bool:
    """Say whether there is somebody else who could sign."""
    readers = {reader.person_id for reader in case.readers} | heirs_of(case, ground)
    return any(is_one_of_the_two(case, each, ground) for each in readers - {me})


def _proposed(case: Case, ground: Ground, named: tuple[str, ...], lines: tuple[PersonId, ...]) -> dict[str, object]:
    readers = sorted(reader.person_id for reader in case.readers if reader.role != SHARED) or heirs_of(case, ground)
    rules, due = rules_of(ground.school.settings.kept_years), due_in(case, ground.school, ground.meaning)
    before = [said for entry in case.entries if (said := read_proposed(entry))]
    said = Proposed(
        entries=named,
        record_class=due.class_id if due else before[0].record_class,
        due=due.day if due and due.day else ground.today,
        edition=rules.edition,
        readers=tuple(sorted(readers)),
        lines=lines[:LINES_MAX],
    )
    built: dict[str, object] = msgspec.to_builtins(said)
    return built


def _record(session: Session, case: Case, kind: str, values: dict[str, object]) -> StoredEntry:
    return leave(session, case, kind, form_data(session.answers(kind, values)))


def _found(session: Session, case_id: str, eid: str) -> Disposal:
    found = disposals_of(session.case(case_id), ground_of(session, case_id))
    return next(each for each in found if each.eid == eid)
