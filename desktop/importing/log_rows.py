# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One row of an old log: its cells, made fit to keep, and the plain record that they say; or all that is against it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeVar

from desktop.importing.cells import clean, parts
from desktop.importing.dates import british_date
from desktop.importing.log_columns import LogColumns, LogHeading, LogKind, LogWords
from desktop.importing.moments import british_moment
from desktop.importing.numbers import MOST_HOURS, number_to
from desktop.importing.refusals import Reason, Refusal
from desktop.importing.tables import TableRow
from desktop.patterns.register import ConcernRecord, GiftRecord, Record, StaffMember, TieRecord

LogRecord = Record | StaffMember
"""What one row of an old log says, as patterns are looked for in it."""

Cells = Mapping[str, str]
"""The cells of one row that are not empty, each under the name that we give its column."""

_Value = TypeVar("_Value")

_AMOUNT = re.compile(r"£? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(\.[0-9]{1,2})?")
_MOST_FTE = 2.0


def read_cells(row: TableRow, heading: LogHeading, columns: LogColumns) -> Cells | tuple[Refusal, ...]:
    """Clean every cell of a row that has a column, or say which of them cannot be kept."""
    refusals, cells = [], {}
    for column, at in heading.columns.items():
        kept = clean(row.cells[at], columns.limit(column)) if at < len(row.cells) else ""
        if isinstance(kept, Reason):
            refusals.append(Refusal(reason=kept, column=heading.title(column), limit=columns.limit(column)))
        elif kept:
            cells[column] = kept
    if any(cell.strip() for cell in row.cells[len(heading.titles) :]):
        refusals.append(Refusal(reason=Reason.EXTRA_CELLS))
    return tuple(refusals) or cells


def read_record(kind: LogKind, cells: Cells, words: LogWords) -> LogRecord | tuple[Refusal, ...]:
    """Say what the cells of one row mean. A refusal's `column` is the name that we give the column."""
    reader = _Reader(cells, words)
    record = _READERS[kind](reader)
    return tuple(reader.refusals) or record


class _Reader:
    """Reads the cells of one row and gathers what is wrong with them."""

    def __init__(self, cells: Cells, words: LogWords) -> None:
        self.refusals: list[Refusal] = []
        self._cells = cells
        self._words = words

    def text(self, column: str) -> str:
        """A cell as text; empty where there is none."""
        return self._cells.get(column, "")

    def needed(self, column: str) -> str:
        """A cell that every row must have."""
        if column not in self._cells:
            self.refuse(column, Reason.MISSING_REFERENCE)
        return self.text(column)

    def value(self, column: str, read: Callable[[str], _Value | None], reason: Reason) -> _Value | None:
        """A cell as a value; None where it is empty or was refused."""
        written = self.text(column)
        found = read(written) if written else None
        if written and found is None:
            self.refuse(column, reason)
        return found

    def recorded(self, column: str) -> datetime:
        """When the row was recorded, which every row must say. A day alone counts from its beginning."""
        if column not in self._cells:
            self.refuse(column, Reason.MISSING_MOMENT)
        found = self.value(column, british_moment, Reason.UNREADABLE_MOMENT) or date.min
        return found if isinstance(found, datetime) else datetime.combine(found, time())

    def day(self, column: str) -> date | None:
        """A cell as a day; a time of day after it is left out."""
        found = self.value(column, british_moment, Reason.UNREADABLE_MOMENT)
        return found.date() if isinstance(found, datetime) else found

    def word(self, column: str) -> str:
        """A cell as one of our words; empty where it is empty or was refused."""
        written = self.text(column)
        found = self._words.word(column, written) if written else ""
        if found is None:
            known = ", ".join(self._words.words[column])
            self.refusals.append(Refusal(reason=Reason.UNKNOWN_WORD, column=column, words=known))
        return found or ""

    def is_counted(self, column: str) -> bool:
        """Say whether what became of a record leaves it to be counted."""
        return not self.text(column) or self._words.word("outcome", self.text(column)) is None

    def refuse(self, column: str, reason: Reason) -> None:
        """Keep one reason."""
        self.refusals.append(Refusal(reason=reason, column=column))


def _concern(reader: _Reader) -> ConcernRecord:
    reported_at = reader.recorded("reported_at")
    occurred_at = reader.value("occurred_at", british_moment, Reason.UNREADABLE_MOMENT)
    if occurred_at and not reader.refusals and _day(occurred_at) > reported_at.date():
        reader.refuse("occurred_at", Reason.HAPPENED_LATER)
    severity = reader.word("severity")
    return ConcernRecord(
        reference=reader.needed("reference"),
        reported_at=reported_at,
        occurred_on=_day(occurred_at) if occurred_at else None,
        occurred_time=occurred_at.time() if isinstance(occurred_at, datetime) else None,
        reporter=reader.text("reporter"),
        subject=reader.text("subject"),
        subject_role=reader.text("subject_role"),
        department=reader.text("department"),
        site=reader.text("site"),
        category=reader.text("category"),
        location=reader.text("location"),
        activity=reader.text("activity"),
        children=parts(reader.text("children")),
        severity=int(severity) if severity else None,
        source=reader.word("source"),
        narrative=reader.text("narrative"),
        counts=reader.is_counted("outcome"),
    )


def _gift(reader: _Reader) -> GiftRecord:
    return GiftRecord(
        reference=reader.needed("reference"),
        declared_at=reader.recorded("declared_at"),
        exchanged_on=reader.day("exchanged_on"),
        direction=reader.word("direction"),
        giver=reader.text("giver"),
        giver_type=reader.text("giver_type"),
        recipient=reader.text("recipient"),
        recipient_role=reader.text("recipient_role"),
        related_child=reader.text("related_child"),
        site=reader.text("site"),
        description=reader.text("description"),
        value=reader.value("value_gbp", _amount, Reason.UNREADABLE_AMOUNT),
        decision=reader.text("decision"),
        counts=reader.is_counted("decision"),
    )


def _tie(reader: _Reader) -> TieRecord:
    return TieRecord(
        reference=reader.needed("reference"),
        declared_at=reader.recorded("declared_at"),
        declarant=reader.text("declarant"),
        declarant_role=reader.text("declarant_role"),
        site=reader.text("site"),
        is_nil=reader.word("nil_return") == "yes",
        party=reader.text("party"),
        party_type=reader.text("party_type"),
        relationship=reader.text("relationship"),
        started_on=reader.day("started_on"),
    )


def _member(reader: _Reader) -> StaffMember:
    started = reader.value("start_date", british_date, Reason.UNREADABLE_DATE)
    left = reader.value("end_date", british_date, Reason.UNREADABLE_DATE)
    if started and left and left < started:
        reader.refuse("end_date", Reason.END_BEFORE_START)
    return StaffMember(
        staff_id=reader.needed("staff_id"),
        first_name=reader.text("first_name"),
        last_name=reader.text("last_name"),
        title=reader.text("title"),
        role=reader.text("role"),
        department=reader.text("department"),
        site=reader.text("site"),
        other_sites=parts(reader.text("other_sites")),
        school=reader.text("school"),
        contact_hours=reader.value("contact_hours_per_week", number_to(MOST_HOURS), Reason.UNREADABLE_NUMBER),
        fte=reader.value("fte", number_to(_MOST_FTE), Reason.UNREADABLE_NUMBER),
        started=started,
        left=left,
    )


_READERS: Mapping[LogKind, Callable[[_Reader], LogRecord]] = {
    LogKind.CONCERNS: _concern,
    LogKind.GIFTS: _gift,
    LogKind.RELATIONSHIPS: _tie,
    LogKind.STAFF: _member,
}


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _amount(cell: str) -> Decimal | None:
    found = _AMOUNT.fullmatch(cell)
    return Decimal(found[1].replace(",", "") + (found[2] or "")) if found else None
