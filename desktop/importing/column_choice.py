# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying by hand which column of a staff list is which, where its headings are not recognised, or it has none."""

from collections.abc import Mapping, Sequence

import msgspec

from desktop.importing.cells import heading
from desktop.importing.faults import ImportFault
from desktop.importing.staff_columns import NAME_COLUMNS, Heading, StaffColumn, name_columns
from desktop.importing.tables import Table, TableRow, read_table
from storage.errors import KnownError

CHOOSABLE = (
    StaffColumn.NAME,
    StaffColumn.FORENAME,
    StaffColumn.SURNAME,
    StaffColumn.JOB,
    StaffColumn.GROUP,
    StaffColumn.WORKER_TYPE,
    StaffColumn.EMPLOYER,
    StaffColumn.SITE,
    StaffColumn.OTHER_SITES,
    StaffColumn.MANAGER,
    StaffColumn.ROOM,
    StaffColumn.PHONE,
    StaffColumn.CONTACT_HOURS,
    StaffColumn.START,
    StaffColumn.END,
)
"""What a column can be said to hold, in the order in which it is asked."""

_LETTERS = 26


class ColumnChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Which column of the file, counted from 0, holds what. Without `has_heading` its first line is somebody too."""

    at: Mapping[StaffColumn, int]
    has_heading: bool = True


class FileColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column as it is offered: the letter that a spreadsheet gives it, and the first words that stand in it."""

    letter: str
    examples: tuple[str, ...]


def file_columns(data: bytes, shown: int = 2) -> tuple[FileColumn, ...]:
    """The columns of a file, each with what stands first in it. Raises KnownError with an `ImportFault`."""
    table = read_table(data, _filled)
    lines = (table.heading, *(row.cells for row in table.rows))
    found = []
    for at in range(len(table.heading)):
        examples = (heading(line[at]) for line in lines if at < len(line))
        first = tuple(example for example in examples if example)[:shown]
        found.append(FileColumn(letter=column_letter(at), examples=first))
    return tuple(found)


def read_chosen(data: bytes, choice: ColumnChoice) -> tuple[Table, Heading]:
    """Read a file by a choice of its columns. Raises KnownError with an `ImportFault`: NO_HEADER without a name."""
    table = read_table(data, _filled)
    width = len(table.heading)
    kept = {column: at for column, at in choice.at.items() if 0 <= at < width}
    names = name_columns(kept)
    if not names:
        raise KnownError(ImportFault.NO_HEADER)
    columns = {column: at for column, at in kept.items() if column in names or column not in NAME_COLUMNS}
    written = tuple(heading(cell) for cell in table.heading)
    titles = tuple((choice.has_heading and written[at]) or column_letter(at) for at in range(width))
    unread = tuple(title for at, title in enumerate(titles) if at not in columns.values())
    rows = table.rows if choice.has_heading else (TableRow(table.heading_row, table.heading), *table.rows)
    return Table(table.heading_row, table.heading, rows), Heading(columns, titles, unread)


def column_letter(at: int) -> str:
    """How a spreadsheet calls a column: A to Z, then AA."""
    further, last = divmod(at, _LETTERS)
    return (column_letter(further - 1) if further else "") + chr(ord("A") + last)


def _filled(cells: Sequence[str]) -> int:
    """A line with most cells is where the table begins: a title above it has fewer."""
    return sum(1 for cell in cells if cell.strip())
