# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The four files of an old log: which column is which, what words mean (resources/importing/log_columns.toml)."""

import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

import resources
from desktop.importing.cells import LONGEST, heading
from desktop.importing.faults import ImportFault
from desktop.importing.staff_columns import plain
from storage.errors import KnownError


class LogKind(StrEnum):
    """What one file of an old log holds. The value is the name of its file, without “.csv”."""

    CONCERNS = "concerns"
    GIFTS = "gifts"
    RELATIONSHIPS = "relationships"
    STAFF = "staff"


class LogHeading(msgspec.Struct, frozen=True):
    """Where each column stands, the headings of the file, and those of the columns that are not read."""

    columns: Mapping[str, int]
    titles: tuple[str, ...]
    unread: tuple[str, ...]

    def title(self, column: str) -> str:
        """The heading of this column in the file, or empty where the file has none."""
        return self.titles[self.columns[column]] if column in self.columns else ""


class LogColumns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The columns of one kind of file: how each may be headed, how long its cells may be, which there must be."""

    required: tuple[str, ...]
    longest: Mapping[str, int]
    columns: Mapping[str, tuple[str, ...]]

    def limit(self, column: str) -> int:
        """How many characters a cell of this column may have."""
        return self.longest.get(column, LONGEST)

    def found(self, cells: Sequence[str], by_hand: Mapping[str, str]) -> dict[str, int]:
        """Where each column stands in a row of headings: as somebody said by hand, or else by its spelling."""
        written = [plain(cell) for cell in cells]
        said = {column: written.index(plain(title)) for column, title in by_hand.items() if plain(title) in written}
        free = {column: words for column, words in self.columns.items() if column not in by_hand}
        spelt = {column: next((word for word in words if word in written), "") for column, words in free.items()}
        known = {column: written.index(word) for column, word in spelt.items() if word}
        # One column of the file is one of ours: what stands first in our list has it, unless somebody said otherwise.
        taken = set(said.values())
        for column, at in known.items():
            if at not in taken:
                said[column] = at
                taken.add(at)
        return said

    def score(self, cells: Sequence[str], by_hand: Mapping[str, str]) -> int:
        """How many columns a row would name as the heading of such a file; one alone is no heading."""
        found = len(self.found(cells, by_hand))
        return found if found > 1 else 0

    def heading(self, cells: Sequence[str], by_hand: Mapping[str, str]) -> LogHeading:
        """Find each column. Raises KnownError(NO_SUCH_COLUMN, COLUMN_TWICE, NO_COLUMN)."""
        written = [plain(cell) for cell in cells]
        if any(ours not in self.columns or plain(title) not in written for ours, title in by_hand.items()):
            raise KnownError(ImportFault.NO_SUCH_COLUMN)
        found = self.found(cells, by_hand)
        for first in found.values():
            second = next((at for at, word in enumerate(written) if at > first and word == written[first]), 0)
            if second:
                raise KnownError(ImportFault.COLUMN_TWICE, first=first + 1, second=second + 1)
        missing = next((column for column in self.required if column not in found), "")
        if missing:
            raise KnownError(ImportFault.NO_COLUMN, column=missing)
        titles = tuple(heading(cell) for cell in cells)
        unread = tuple(title for at, title in enumerate(titles) if title and at not in found.values())
        return LogHeading(found, titles, unread)


class LogWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that the table says."""

    concerns: LogColumns
    gifts: LogColumns
    relationships: LogColumns
    staff: LogColumns
    words: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, kind: LogKind) -> LogColumns:
        """The columns of one kind of file."""
        found: LogColumns = getattr(self, kind.value)
        return found

    def word(self, column: str, cell: str) -> str | None:
        """The word of ours that a cell of this column means; None where it is none that we know."""
        return next((ours for ours, theirs in self.words[column].items() if plain(cell) in theirs), None)


def log_words() -> LogWords:
    """Read the table that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("importing/log_columns.toml")), LogWords)
