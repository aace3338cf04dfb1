# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody leaves: everything that is to be done, worked out from the directory (security.md 3.11; T10).

Leaving never deletes a record. Nobody can make somebody forget what they read, or take back a copy, and this says so.
"""

from datetime import date

import msgspec

from desktop.board.board import read_board
from desktop.board.words import what_words
from desktop.cases.rows import Shelf
from desktop.changing.change import listed
from desktop.changing.telling import name, names, role_words, words
from desktop.faults import DeskFault
from desktop.people import PersonId, Role, School
from desktop.session import Session
from storage.charter import PeopleData
from storage.directory import DirectoryState
from storage.errors import KnownError
from storage.vault import wipe_vault


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do, in words, and whether the directory shows that it is done."""

    kind: str
    sentence: str
    is_done: bool = False


def leaving_steps(state: DirectoryState, school: School, person: PersonId) -> tuple[Step, ...]:
    """What is to be done when this person leaves, in order. What nobody can see from here is never ticked."""
    steps = [_step("last_day", is_done=school.people[person].end is not None)]
    steps += [
        step for each in school.appointments if each.person_id == person for step in _role(school, person, each.role)
    ]
    steps += [
        _step("cover", name=name(school, absence.person_id)) for absence in school.absences if absence.cover == person
    ]
    managed = sum(each.manager == person for each in school.people.values())
    steps += [_step("manager", count=f"{managed:,}")] if managed else []
    was_reader = any(change.person == person for change in state.changes) or state.roles_held(person)
    if was_reader:
        steps.append(_hand_over(school, person))
    keys = sorted(kid for kid, record in state.keys.items() if record.fact.person == person)
    steps += [_step("revoke", is_done=state.keys[kid].revoked is not None, kid=kid[:8]) for kid in keys]
    return (*steps, *((_step("wipe"), _step("sheet"), _step("backups")) if keys else ()))


def leaving_list(session: Session, person: PersonId) -> tuple[Step, ...]:
    """The same with what is open and theirs to do, of all that whoever is signed in reads."""
    machine = session.machine
    last_day, *steps = leaving_steps(machine.state, machine.school, person)
    theirs = (line for line in read_board(session).open if line.case_id and line.item.owner == person)
    opened = (_step("open_item", what=what_words(line), reference=line.reference) for line in theirs)
    return (last_day, *opened, *steps)


def readable(session: Session) -> int:
    """How many records whoever is signed in can read: only their own vault knows."""
    shelves = (Shelf.NEEDS_YOU, Shelf.IN_PROGRESS, Shelf.CLOSED)
    return sum(session.case(case).reads(session.me) for shelf in shelves for case in session.shelf(shelf))


def could_read(session: Session) -> str:
    """Say how many records somebody who leaves could read until today."""
    return words()["leaving"]["could_read"].format(count=f"{readable(session):,}")


def leaving_on(school: School, person: PersonId, last_day: date | None) -> PeopleData:
    """List somebody's last day, or with None that they stay. Raises KnownError(NO_SUCH_PERSON, DAYS_REVERSED)."""
    leaver = school.people.get(person)
    if leaver is None:
        raise KnownError(DeskFault.NO_SUCH_PERSON)
    if last_day and leaver.start and last_day < leaver.start:
        raise KnownError(DeskFault.DAYS_REVERSED)
    return listed(msgspec.structs.replace(leaver, end=last_day))


def wipe(session: Session) -> None:
    """Close the vault of whoever is signed in and destroy it on this computer: first what opens it, then the rest.

    Raises KnownError(DISK_*); what was begun cannot be taken back.
    """
    folder = session.vault.folder
    session.close()
    wipe_vault(folder)


def _role(school: School, person: PersonId, role: Role) -> list[Step]:
    others = [each for each in school.appointments if each.role is role and each.person_id != person]
    needed = [] if others else [_step("only_holder", role=role_words(role.value))]
    return [*needed, _step("end_role", role=role_words(role.value))]


def _hand_over(school: School, person: PersonId) -> Step:
    roles = {each.role for each in school.appointments if each.person_id == person}
    after = {each.person_id for each in school.appointments if each.role in roles} - {person}
    return _step("hand_over", names=names(school, after)) if after else _step("hand_over_nobody")


def _step(kind: str, *, is_done: bool = False, **parts: str) -> Step:
    return Step(kind=kind, sentence=words()["leaving"][kind].format(**parts), is_done=is_done)
