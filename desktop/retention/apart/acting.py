# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Proposing and signing that what stands in no record goes, and having it kept: entries of the proposal's case."""

from collections.abc import Mapping, Sequence

import msgspec

from desktop.cases.acting import form_data
from desktop.cases.case import Case
from desktop.faults import DeskFault
from desktop.people import PersonId
from desktop.retention.acting import FAULTS
from desktop.retention.apart.deciding import bar_apart, holds_apart, may_destroy_apart
from desktop.retention.apart.entries import ApartEntry, readers_of_apart, sheaves
from desktop.retention.apart.reading import everything_apart, ground_apart, read_disposal, told_of
from desktop.retention.disposal import ENTRIES_MAX, Disposal, Proposed, Stage, is_senior
from desktop.retention.kinds import DISPOSAL, HOLD, HOLD_LIFTED, SIGNATURE
from desktop.retention.rules import rules_of
from desktop.retention.saying import entry_about, entry_after
from desktop.session import Session
from storage.entries import StoredEntry
from storage.errors import KnownError


def propose_apart(session: Session, sheaf: str) -> str:
    """Propose, as the first of two, that what is due of a sheaf is destroyed. Returns the proposal's id.

    Raises KnownError(RETENTION_*, DISK_*, VAULT_*); nothing was recorded then.
    """
    machine = session.machine
    entries = sheaves(everything_apart(session)).get(sheaf, ())
    ground = ground_apart(session, entries)
    due = tuple(each for each in entries if bar_apart([each], ground) is None)[:ENTRIES_MAX]
    if not due:
        bar = bar_apart(entries, ground)
        raise KnownError(FAULTS[bar] if bar else DeskFault.RETENTION_NOTHING)
    if not may_destroy_apart(session.me, due, machine.school, ground.today):
        raise KnownError(DeskFault.RETENTION_NOT_YOURS)
    readers = readers_of_apart(due[0], machine.school, ground.today)
    if not machine.with_keys(readers, beside=session.me):
        raise KnownError(DeskFault.RETENTION_ALONE)
    said = Proposed(
        entries=tuple(sorted(each.eid for each in due)),
        record_class=due[0].class_id,
        due=ground.today,
        edition=rules_of(machine.school.settings.kept_years).edition,
        readers=tuple(sorted(readers)),
    )
    content = entry_about(session, None, DISPOSAL, msgspec.to_builtins(said))
    return session.write(content, _told(session, due, readers)).entry.eid


def sign_apart(session: Session, case_id: str) -> Disposal:
    """Sign, as the second of two, what somebody else proposed. Raises as `propose_apart`."""
    case = session.case(case_id)
    disposal = _checked(session, case)
    if disposal.signer is not None or disposal.stage is Stage.DONE:
        raise KnownError(DeskFault.RETENTION_NOTHING)
    if disposal.proposer == session.me:
        raise KnownError(DeskFault.RETENTION_SAME_PERSON)
    if disposal.bar is not None:
        raise KnownError(FAULTS[disposal.bar])
    school, today = session.machine.school, session.machine.today()
    if not any(is_senior(each, school, today) for each in (session.me, disposal.proposer)):
        raise KnownError(DeskFault.RETENTION_NOBODY_SENIOR)
    _write(session, case, SIGNATURE, {"of": disposal.eid})
    return _checked(session, session.case(case_id))


def hold_apart(session: Session, case_id: str, values: Mapping[str, object]) -> StoredEntry:
    """Have what somebody proposed to destroy kept, until another act ends that. Raises AnswersError, and as above."""
    case = session.case(case_id)
    _checked(session, case)
    return _write(session, case, HOLD, form_data(session.answers(HOLD, values)))


def lift_apart(session: Session, case_id: str, hold_id: str, reason: str) -> StoredEntry:
    """End such a hold, with the reason. Its id may be shortened. Raises KnownError(NO_SUCH_HOLD), and as above."""
    case = session.case(case_id)
    _checked(session, case)
    found = [each.eid for each in holds_apart(case, told_of(session, case)) if hold_id and each.eid.startswith(hold_id)]
    if len(found) != 1:
        raise KnownError(DeskFault.NO_SUCH_HOLD)
    answers = session.answers(HOLD_LIFTED, {"hold": found[0], "reason": reason})
    return _write(session, case, HOLD_LIFTED, form_data(answers))


def _checked(session: Session, case: Case) -> Disposal:
    """The proposal, for whoever may be one of the two. Raises KnownError(RETENTION_NOTHING, RETENTION_NOT_YOURS)."""
    disposal, held, ground = read_disposal(session, case)
    if disposal is None:
        raise KnownError(DeskFault.RETENTION_NOTHING)
    if not may_destroy_apart(session.me, held.entries, ground.school, ground.today):
        raise KnownError(DeskFault.RETENTION_NOT_YOURS)
    return disposal


def _told(session: Session, due: Sequence[ApartEntry], readers: Sequence[PersonId]) -> tuple[PersonId, ...]:
    """Who reads such today, and then whoever was sent any of it or wrote it; never whom it is about.

    As many as one entry can be sealed to: whoever is left out keeps their copy.
    """
    machine, about = session.machine, {each.about for each in due}
    stored = [session.entries.held(each.eid).entry for each in due]
    kids = dict.fromkeys(kid for entry in stored for kid in (*entry.body.to, entry.author_kid))
    others = [person for kid in kids if (person := machine.person_of(kid)) and person not in about]
    told: list[PersonId] = []
    room = machine.state.slots - len(machine.state.active_keys(session.me))
    for person in machine.with_keys([*readers, *others], beside=session.me):
        room -= len(machine.state.active_keys(person))
        if room >= 0:
            told.append(person)
    return tuple(told)


def _write(session: Session, case: Case, kind: str, data: Mapping[str, object]) -> StoredEntry:
    people = session.machine.with_keys(sorted(told_of(session, case)), beside=session.me)
    return session.write(entry_after(session, case, kind, data), people)
