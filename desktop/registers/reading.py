# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads what the person signed in may see of a register: whole declarations, and lines of those they cannot open."""

from collections.abc import Iterator

from desktop.cases.entry import CaseEntry
from desktop.people import PersonId, Role
from desktop.registers.line import LINE, Line, believed
from desktop.session import Session

_DECIDE = (Role.HEAD, Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD)


def lines_held(session: Session) -> tuple[Line, ...]:
    """The last word on every declaration of which the person signed in has a line and no more. Reads the vault."""
    return tuple(_last_lines(session))


def _last_lines(session: Session) -> Iterator[Line]:
    for case_id in session.of_form(LINE):
        case = session.case(case_id)
        said = believed(case.lines, {entry.eid: _deciders(session, entry) for entry in case.lines})
        yield from said[-1:]


def _deciders(session: Session, entry: CaseEntry) -> frozenset[PersonId]:
    """Who had an office that decides, in the directory that an entry names."""
    school = session.machine.school_at(entry.directory)
    held = school.appointments if school else ()
    return frozenset(each.person_id for each in held if each.role in _DECIDE)
