# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything to be read with who has confirmed it and who has not, as far as one reader is sent it (F33, R8)."""

from collections.abc import Iterable, Mapping

import msgspec

from desktop.machine import Machine
from desktop.people import Person, PersonId, PolicyLine, ReadingLine
from desktop.policies.confirming import Confirmation, confirmations
from desktop.policies.guidance import guidance_rows, newer_edition
from desktop.policies.library import is_review_overdue, texts
from desktop.policies.register import Reading, ReadingRow, Taken, by_name_only, reading_rows, taken
from desktop.policies.seeing import people_seen
from desktop.session import Session


class Chased(msgspec.Struct, frozen=True, kw_only=True):
    """One policy or piece of guidance: its figures, its rows, and the names that nobody has checked.

    `elsewhere` counts whom it binds of whom this reader is sent nothing: they are in no figure. `newer` names an
    edition that holds by now, where another is asked for.
    """

    line: PolicyLine | ReadingLine
    is_overdue: bool = False
    newer: str = ""
    figures: Taken
    rows: tuple[ReadingRow, ...]
    elsewhere: int
    by_name: tuple[str, ...]

    def names_of(self, reading: Reading, names: Mapping[str, str]) -> tuple[str, ...]:
        """The names of those who stand there, in the order of the rows."""
        return tuple(names.get(row.person_id, row.person_id) for row in self.rows if row.reading is reading)


def read_chased(session: Session) -> tuple[Chased, ...]:
    """Every policy in force, then all guidance, in the order of the directory. Slow: it reads the vault."""
    settings, said = session.machine.school.settings, confirmations(session)
    lines: tuple[PolicyLine | ReadingLine, ...] = (*settings.policies, *settings.readings)
    return tuple(chased(session.machine, session.me, line, said) for line in lines)


def chased(machine: Machine, reader: PersonId, line: PolicyLine | ReadingLine, said: Iterable[Confirmation]) -> Chased:
    """One of them, as this reader sees it."""
    told, today = tuple(said), machine.today()
    seen = people_seen(machine.school, reader, today)
    rows = _rows(machine, line, told, seen)
    everybody = _rows(machine, line, (), machine.school.people.values())
    newer = newer_edition(line, today) if isinstance(line, ReadingLine) else None
    key = line.policy_id if isinstance(line, PolicyLine) else line.item_id
    return Chased(
        line=line,
        is_overdue=isinstance(line, PolicyLine) and is_review_overdue(line, today),
        newer=newer.edition if newer else "",
        figures=taken(rows),
        rows=rows,
        elsewhere=len(everybody) - len(rows),
        by_name=tuple(dict.fromkeys(each.claims for each in by_name_only(key, told))),
    )


def _rows(
    machine: Machine, line: PolicyLine | ReadingLine, said: tuple[Confirmation, ...], people: Iterable[Person]
) -> tuple[ReadingRow, ...]:
    if isinstance(line, PolicyLine):
        return reading_rows(line, texts(machine.documents, line), said, people, machine.today())
    return guidance_rows(line, said, machine.school, people, machine.today())
