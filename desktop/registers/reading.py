# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads a register out of the vault of the person signed in: what they may see of it, whole declarations and lines."""

from collections.abc import Iterator

from desktop.cases.rows import from_bytes
from desktop.people import Role
from desktop.registers.declared import Register
from desktop.registers.listing import Filed, RegisterRow, register_rows
from desktop.routing import Part
from desktop.session import Session

_NOTICES_FOR = frozenset({Role.HEAD, Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD})


def read_register(session: Session, register: Register) -> tuple[RegisterRow, ...]:
    """Every declaration of a register that the person signed in may see, the newest first. Reads the vault."""
    if register not in registers_for(session):
        return ()
    return register_rows(_filed(session, register), session.machine.today(), session.meaning.tracks)


def told_for_panels(session: Session) -> tuple[RegisterRow, ...]:
    """The answers, yes or no, that the person signed in was given as the chair of a panel (R16). Reads the vault."""
    return tuple(row for row in read_register(session, Register.TIES) if row.declared.part is Part.YES_NO)


def registers_for(session: Session) -> tuple[Register, ...]:
    """The registers that somebody is shown: of own wrongdoing, only those to whom notices are made (R09, R10)."""
    machine = session.machine
    roles = machine.school.roles_of(session.me, machine.today())
    return tuple(each for each in Register if each is not Register.NOTICES or roles & _NOTICES_FOR)


def _filed(session: Session, register: Register) -> Iterator[Filed]:
    for each in session.views.rows_tagged(f"register {register.value}"):
        row = from_bytes(each)
        of_it = row.shared if register is Register.SHARED else (row.declared,)
        for number, declared in enumerate(of_it):
            if declared is not None:
                yield Filed(case_id=row.case_id, reference=row.reference, declared=declared, number=number)
