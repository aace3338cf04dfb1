# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All registers of one reader, read once and told once, so that a page can choose and sort among ten thousand rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.people import School
from desktop.registers.declared import Register
from desktop.registers.listing import Chosen, RegisterRow, chosen_rows
from desktop.registers.reading import read_register, registers_for
from desktop.registers.returns import Returned, returns
from desktop.registers.telling import COLUMNS, Telling
from desktop.session import Session

_BY_VALUE = {
    "on": lambda row: row.declared.on.isoformat(),
    "worth": lambda row: f"{-1 if row.declared.pence is None else row.declared.pence:012d}",
    "review": lambda row: row.declared.review_on.isoformat() if row.declared.review_on else "",
}
"""The columns that are not sorted by their words."""


@dataclass(frozen=True, slots=True)
class Book:
    """The rows of each register, the newest first, and what each of them says, by its row."""

    today: date
    school: School
    telling: Telling
    rows: Mapping[Register, tuple[RegisterRow, ...]]
    cells: Mapping[str, tuple[str, ...]]

    def chosen(self, register: Register, chosen: Chosen) -> tuple[RegisterRow, ...]:
        """The rows that are wanted."""
        return chosen_rows(self.rows[register], chosen, lambda row: self.cells[row.row_id])

    def ordered(self, rows: tuple[RegisterRow, ...], column: str, *, descending: bool) -> tuple[RegisterRow, ...]:
        """The same rows by what stands in a column."""
        if not rows:
            return rows
        place = COLUMNS[rows[0].declared.register].index(column)
        by = _BY_VALUE.get(column, lambda row: self.cells[row.row_id][place].casefold())
        return tuple(sorted(rows, key=by, reverse=descending))

    def returns(self, register: Register, year: int) -> tuple[Returned, ...]:
        """Who has answered for a school year, and who has not."""
        every = [row for rows in self.rows.values() for row in rows]
        return returns(register, every, self.school, year, self.today)


def read_book(session: Session) -> Book:
    """Read every register that the person signed in is shown. Raises KnownError(DISK_*, VAULT_*)."""
    school = session.machine.school
    telling = Telling(session.meaning.forms, school)
    rows = {register: read_register(session, register) for register in registers_for(session)}
    cells = {row.row_id: telling.cells(row) for each in rows.values() for row in each}
    return Book(session.machine.today(), school, telling, rows, cells)
