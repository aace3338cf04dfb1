# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table of training out of a file, row by row: cells fit to keep, or why a row is left out. Nothing is guessed. Pure.

Which column is which, and what words mean, is data (resources/importing/training_columns.toml).
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

import resources
from desktop.importing.cells import clean, heading
from desktop.importing.faults import ImportFault
from desktop.importing.log_columns import LogColumns, LogHeading
from desktop.importing.refusals import Reason, Refusal
from desktop.importing.staff_columns import plain
from desktop.importing.tables import OLD_LOG, TableRow, read_table
from desktop.training.records import Refresh
from storage.errors import KnownError


class TrainingWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole table: the columns, what else courses of Candour are called, and how a time is written."""

    columns: LogColumns
    courses: Mapping[str, tuple[str, ...]]
    refresh: Mapping[Refresh, tuple[str, ...]]

    def course(self, written: str) -> str:
        """The course that is called so, or ""."""
        return next((course for course, words in self.courses.items() if plain(written) in words), "")

    def refresh_of(self, written: str) -> Refresh | None:
        """When it is to be done again; None for words that nobody knows."""
        if not written:
            return Refresh.USUAL
        return next((each for each, words in self.refresh.items() if plain(written) in words), None)


class FileRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row that is not blank: its number in the file and its cells that are not empty, or why it is left out."""

    number: int
    cells: Mapping[str, str] = {}
    refusals: tuple[Refusal, ...] = ()


class TrainingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file: its name, its rows, where its columns stand, and the headings of those that are not read."""

    name: str
    rows: tuple[FileRow, ...]
    heading: LogHeading

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings of the columns that are not read."""
        return self.heading.unread


@cache
def training_words() -> TrainingWords:
    """The table that Candour ships; read once."""
    return msgspec.convert(tomllib.loads(resources.text("importing/training_columns.toml")), TrainingWords)


def read_training_file(name: str, data: bytes, by_hand: Mapping[str, str] | None = None) -> TrainingFile:
    """Read a file. `by_hand`: under which of its headings a column of ours stands, where the spelling does not say it.

    Raises KnownError with an `ImportFault`: NO_COLUMN where a needed column is not found.
    """
    columns, said = training_words().columns, by_hand or {}

    def score(cells: Sequence[str]) -> int:
        found = len(columns.found(cells, said))
        return found if found > 1 else 0

    try:
        table = read_table(data, score, OLD_LOG, lost_letters=True)
    except KnownError as error:
        raise KnownError(ImportFault.NO_LOG_HEADER) if error.code is ImportFault.NO_HEADER else error from None
    found = columns.heading(table.heading, said)
    return TrainingFile(name=name, rows=tuple(_row(row, found) for row in table.rows), heading=found)


def training_headings(data: bytes) -> tuple[str, ...]:
    """The headings of a file as it has them, where ours are to be chosen from them. Raises as `read_training_file`."""
    table = read_table(data, lambda cells: sum(1 for cell in cells if cell.strip()), OLD_LOG, lost_letters=True)
    return tuple(dict.fromkeys(filter(None, map(heading, table.heading))))


def _row(row: TableRow, found: LogHeading) -> FileRow:
    refusals, cells = [], {}
    for column, at in found.columns.items():
        limit = training_words().columns.limit(column)
        kept = clean(row.cells[at], limit) if at < len(row.cells) else ""
        if isinstance(kept, Reason):
            refusals.append(Refusal(reason=kept, column=found.title(column), limit=limit))
        elif kept:
            cells[column] = kept
    if any(cell.strip() for cell in row.cells[len(found.titles) :]):
        refusals.append(Refusal(reason=Reason.EXTRA_CELLS))
    return FileRow(number=row.number, cells={} if refusals else cells, refusals=tuple(refusals))
