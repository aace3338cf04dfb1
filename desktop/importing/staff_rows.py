# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One row of a staff list, read into typed values, or refused with every reason."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import msgspec

from desktop.importing.cells import LONGEST, clean, parts
from desktop.importing.dates import british_date
from desktop.importing.names import without_title
from desktop.importing.numbers import minutes_a_week
from desktop.importing.refusals import Reason, Refusal
from desktop.importing.staff_columns import Heading, StaffColumn, StaffWords
from desktop.importing.tables import TableRow
from desktop.people import PersonId, Role, WorkerType

_Value = TypeVar("_Value")

_ROLE_SEPARATORS = re.compile(r"[;,/|]")


class StaffRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one row says about one person. An empty value says nothing: it never clears what is listed already."""

    number: int
    name: str
    person_id: PersonId = PersonId("")
    known_as: str = ""
    job: str = ""
    group: str = ""
    worker_type: WorkerType | None = None
    employer: str = ""
    site: str = ""
    other_sites: tuple[str, ...] = ()
    manager: str = ""
    room: str = ""
    phone: str = ""
    contact_minutes: int | None = None
    start: date | None = None
    end: date | None = None
    roles: tuple[Role, ...] = ()


def read_row(row: TableRow, heading: Heading, words: StaffWords) -> StaffRow | tuple[Refusal, ...]:
    """Read one row, or say everything that keeps it out."""
    reader = _RowReader(row, heading, words)
    name, name_column = reader.name()
    found = StaffRow(
        number=row.number,
        name=name,
        person_id=PersonId(reader.text(StaffColumn.PERSON_ID)),
        known_as=reader.text(StaffColumn.KNOWN_AS),
        job=reader.text(StaffColumn.JOB),
        group=reader.text(StaffColumn.GROUP),
        worker_type=reader.value(StaffColumn.WORKER_TYPE, words.worker_type, Reason.UNKNOWN_WORKER_TYPE),
        employer=reader.text(StaffColumn.EMPLOYER),
        site=reader.text(StaffColumn.SITE),
        other_sites=parts(reader.text(StaffColumn.OTHER_SITES)),
        manager=without_title(reader.text(StaffColumn.MANAGER), words.titles),
        room=reader.text(StaffColumn.ROOM),
        phone=reader.text(StaffColumn.PHONE),
        contact_minutes=reader.value(StaffColumn.CONTACT_HOURS, minutes_a_week, Reason.UNREADABLE_NUMBER),
        start=reader.value(StaffColumn.START, british_date, Reason.UNREADABLE_DATE),
        end=reader.value(StaffColumn.END, british_date, Reason.UNREADABLE_DATE),
        roles=reader.value(StaffColumn.ROLES, reader.roles, Reason.UNKNOWN_ROLE) or (),
    )
    if not reader.refusals and not name:
        return (Refusal(reason=Reason.MISSING_NAME, column=heading.title(name_column)),)
    return tuple(reader.refusals) or found


class _RowReader:
    """Reads the cells of one row and gathers what is wrong with them."""

    def __init__(self, row: TableRow, heading: Heading, words: StaffWords) -> None:
        self.refusals: list[Refusal] = []
        self._row = row
        self._heading = heading
        self._words = words
        if any(cell.strip() for cell in row.cells[len(heading.titles) :]):
            self.refusals.append(Refusal(reason=Reason.EXTRA_CELLS))

    def text(self, column: StaffColumn) -> str:
        """The cell of a column as text; empty where there is none or where it was refused."""
        at = self._heading.columns.get(column, len(self._row.cells))
        kept = clean(self._row.cells[at]) if at < len(self._row.cells) else ""
        return self._refuse(column, kept) if isinstance(kept, Reason) else kept

    def value(self, column: StaffColumn, read: Callable[[str], _Value | None], reason: Reason) -> _Value | None:
        """The cell of a column as a value; None where it is empty or was refused."""
        written = self.text(column)
        found = read(written) if written else None
        if written and found is None:
            self._refuse(column, reason)
        return found

    def roles(self, cell: str) -> tuple[Role, ...] | None:
        """All roles that a cell names, or None when one of them is not ours."""
        found = [self._words.role(part) for part in _ROLE_SEPARATORS.split(cell) if part.strip()]
        known = tuple(role for role in found if role is not None)
        return known if len(known) == len(found) else None

    def name(self) -> tuple[str, StaffColumn]:
        """The whole name (a forename and a surname are the least doubtful, so they come first), and its column."""
        if {StaffColumn.FORENAME, StaffColumn.SURNAME} <= self._heading.columns.keys():
            parts = {column: self.text(column) for column in (StaffColumn.FORENAME, StaffColumn.SURNAME)}
            missing = next((column for column, part in parts.items() if not part), None)
            if missing:
                return "", missing
            return self._checked(" ".join(parts.values()), StaffColumn.SURNAME)
        if StaffColumn.SURNAME_FIRST in self._heading.columns:
            surname, comma, forename = self.text(StaffColumn.SURNAME_FIRST).partition(",")
            if surname and not comma:
                self._refuse(StaffColumn.SURNAME_FIRST, Reason.NAME_NOT_DIVIDED)
            return self._checked(f"{forename} {surname}".strip(), StaffColumn.SURNAME_FIRST)
        return self._checked(self.text(StaffColumn.NAME), StaffColumn.NAME)

    def _checked(self, name: str, column: StaffColumn) -> tuple[str, StaffColumn]:
        if "," in name:
            self._refuse(column, Reason.NAME_OUT_OF_ORDER)
        elif name and (any(map(str.isdigit, name)) or not any(map(str.isalpha, name))):
            self._refuse(column, Reason.NAME_NOT_A_NAME)
        return without_title(name, self._words.titles), column

    def _refuse(self, column: StaffColumn, reason: Reason) -> str:
        self.refusals.append(Refusal(reason=reason, column=self._heading.title(column), limit=LONGEST))
        return ""
