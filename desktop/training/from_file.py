# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table of training out of a file, row by row: cells fit to keep, or why a row is left out. Nothing is guessed. Pure.

Which column is which, and what words mean, is data (resources/importing/training_columns.toml).
"""

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.importing.log_columns import LogColumns, LogHeading
from desktop.importing.log_rows import Cells, read_cells
from desktop.importing.log_tables import read_log_table
from desktop.importing.refusals import Refusal
from desktop.importing.staff_columns import plain
from desktop.importing.tables import TableRow
from desktop.training.records import Refresh


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
    cells: Cells = {}
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
    table = read_log_table(data, lambda cells: columns.score(cells, said))
    found = columns.heading(table.heading, said)
    return TrainingFile(name=name, rows=tuple(_row(row, found) for row in table.rows), heading=found)


def _row(row: TableRow, found: LogHeading) -> FileRow:
    cells = read_cells(row, found, training_words().columns)
    if isinstance(cells, tuple):
        return FileRow(number=row.number, refusals=cells)
    return FileRow(number=row.number, cells=cells)
