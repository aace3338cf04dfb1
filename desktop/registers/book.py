# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The registers of one reader for a school year or for all, told as they are looked at, to choose and sort among."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.people import School
from desktop.registers.declared import Register
from desktop.registers.listing import Chosen, RegisterRow, chosen_rows
from desktop.registers.reading import read_register, register_years, registers_for
from desktop.registers.returns import Returned, returns
from desktop.registers.telling import COLUMNS, Telling
from desktop.session import Session

_BY_VALUE = {
    "on": lambda row: row.declared.on.isoformat(),
    "worth": lambda row: f"{-1 if row.declared.pence is None else row.declared.pence:012d}",
    "until": lambda row: row.declared.until.isoformat() if row.declared.until else "",
    "review": lambda row: row.declared.review_on.isoformat() if row.declared.review_on else "",
}
"""The columns that are not sorted by their words."""


@dataclass(frozen=True, slots=True)
class Book:
    """The rows of each register, the newest first: of one school year, or with None of all; and the years there are."""

    today: date
    school: School
    telling: Telling
    year: int | None
    rows: Mapping[Register, tuple[RegisterRow, ...]]
    years: Mapping[Register, tuple[int, ...]]
    _told: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def cells(self, row: RegisterRow) -> tuple[str, ...]:
        """What a row says in each of its columns. It is told when it is first asked for."""
        if row.row_id not in self._told:
            self._told[row.row_id] = self.telling.cells(row)
        return self._told[row.row_id]

    def chosen(self, register: Register, chosen: Chosen) -> tuple[RegisterRow, ...]:
        """The rows that are wanted."""
        return chosen_rows(self.rows[register], chosen, self.cells)

    def ordered(self, rows: tuple[RegisterRow, ...], column: str, *, descending: bool) -> tuple[RegisterRow, ...]:
        """The same rows by what stands in a column."""
        if not rows:
            return rows
        place = COLUMNS[rows[0].declared.register].index(column)
        by = _BY_VALUE.get(column, lambda row: self.cells(row)[place].casefold())
        return tuple(sorted(rows, key=by, reverse=descending))

    def returns(self, register: Register, year: int) -> tuple[Returned, ...]:
        """Who has answered for a school year that is in the book, and who has not."""
        every = [row for rows in self.rows.values() for row in rows]
        return returns(register, every, self.school, year, self.today)


def read_book(session: Session, year: int | None) -> Book:
    """Read every register that the person signed in is shown. Raises KnownError(DISK_*, VAULT_*)."""
    school, shown = session.machine.school, registers_for(session)
    return Book(
        session.machine.today(),
        school,
        Telling(session.meaning.forms, school),
        year,
        rows={register: read_register(session, register, year) for register in shown},
        years={register: register_years(session, register) for register in shown},
    )
