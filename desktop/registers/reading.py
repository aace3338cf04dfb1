# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads a register out of the vault of the person signed in: what they may see of it, whole declarations and lines."""

from collections.abc import Iterator, Sequence

import msgspec

from desktop.cases.rows import FOLLOWS
from desktop.declarations.gifts import year_of
from desktop.people import Role
from desktop.registers.declared import Declared, Register
from desktop.registers.listing import Filed, RegisterRow, register_rows
from desktop.registers.tags import of_register
from desktop.routing import Part
from desktop.session import Session


class _Row(msgspec.Struct, frozen=True):
    """What a register reads of a case's row: a long register is read a great deal quicker than whole rows are."""

    case_id: str
    reference: str
    declared: Declared | None = None
    shared: tuple[Declared, ...] = ()


_NOTICES_FOR = frozenset({Role.HEAD, Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD})


def read_register(session: Session, register: Register, year: int | None = None) -> tuple[RegisterRow, ...]:
    """Every declaration of a register, or of its school year, that the person signed in may see, the newest first.

    Reads the vault, and of that only what is asked for.
    """
    if register not in registers_for(session):
        return ()
    followed = {tag.rpartition(" ")[2] for tag in session.views.distinct_tags(f"{FOLLOWS} ")}
    filed = _filed(session, register, register_years(session, register) if year is None else (year,))
    return register_rows(filed, followed, session.machine.today(), session.meaning.tracks)


def register_years(session: Session, register: Register) -> tuple[int, ...]:
    """The school years in which anything was declared that the person signed in may see, the newest first."""
    tags = session.views.distinct_tags(of_register(register))
    return tuple(sorted((int(tag.rpartition(" ")[2]) for tag in tags), reverse=True))


def told_for_panels(session: Session) -> tuple[RegisterRow, ...]:
    """The answers, yes or no, that the person signed in was given as the chair of a panel (R16). Reads the vault."""
    return tuple(row for row in read_register(session, Register.TIES) if row.declared.part is Part.YES_NO)


def registers_for(session: Session) -> tuple[Register, ...]:
    """The registers that somebody is shown: of own wrongdoing, only those to whom notices are made (R09, R10)."""
    machine = session.machine
    roles = machine.school.roles_of(session.me, machine.today())
    return tuple(each for each in Register if each is not Register.NOTICES or roles & _NOTICES_FOR)


def _filed(session: Session, register: Register, years: Sequence[int]) -> Iterator[Filed]:
    for each in session.views.rows_of_tags([f"{of_register(register)}{year}" for year in years]):
        row = msgspec.json.decode(each, type=_Row)
        for number, declared in enumerate(row.shared if register is Register.SHARED else (row.declared,)):
            if declared is not None and year_of(declared.on) in years:
                yield Filed(case_id=row.case_id, reference=row.reference, declared=declared, number=number)
