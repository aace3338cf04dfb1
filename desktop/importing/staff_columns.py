# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which column of a staff list is which, and what its words mean (resources/importing/staff_columns.toml)."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

import msgspec

import resources
from desktop.importing.cells import heading
from desktop.importing.faults import ImportFault
from desktop.people import Role, WorkerType
from storage.errors import KnownError


class StaffColumn(StrEnum):
    """Every column that is read. All others, such as e-mail and date of birth, are left alone."""

    PERSON_ID = "person_id"
    NAME = "name"
    SURNAME_FIRST = "surname_first"
    FORENAME = "forename"
    SURNAME = "surname"
    KNOWN_AS = "known_as"
    JOB = "job"
    GROUP = "group"
    WORKER_TYPE = "worker_type"
    EMPLOYER = "employer"
    SITE = "site"
    OTHER_SITES = "other_sites"
    MANAGER = "manager"
    ROOM = "room"
    PHONE = "phone"
    CONTACT_HOURS = "contact_hours"
    START = "start"
    END = "end"
    ROLES = "roles"


_WHOLE_NAMES = ((StaffColumn.FORENAME, StaffColumn.SURNAME), (StaffColumn.SURNAME_FIRST,), (StaffColumn.NAME,))
"""Where a whole name can stand: the least doubtful first. Only the first that a file has is read."""

NAME_COLUMNS = frozenset(column for columns in _WHOLE_NAMES for column in columns)


class Heading(msgspec.Struct, frozen=True):
    """Where each column stands, under what words in the file, and which columns are not read."""

    columns: Mapping[StaffColumn, int]
    titles: tuple[str, ...]
    unread: tuple[str, ...]

    def title(self, column: StaffColumn) -> str:
        """The heading of this column in the file, or empty where the file has none."""
        return self.titles[self.columns[column]] if column in self.columns else ""


class StaffWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words that schools' systems use, by what they mean. Those that stand first are preferred."""

    titles: frozenset[str]
    columns: Mapping[StaffColumn, tuple[str, ...]]
    worker_types: Mapping[WorkerType, tuple[str, ...]]
    roles: Mapping[Role, tuple[str, ...]]

    def worker_type(self, cell: str) -> WorkerType | None:
        """The kind of worker that a cell names, if it is one of our words."""
        return next((kind for kind, words in self.worker_types.items() if plain(cell) in words), None)

    def role(self, cell: str) -> Role | None:
        """The role that a cell names, if it is one of our words."""
        return next((role for role, words in self.roles.items() if plain(cell) in words), None)

    def score(self, cells: Sequence[str]) -> int:
        """How many columns a row would name as a heading; 0 where none of them could hold a name."""
        known = self._known(cells)
        return len(known) if NAME_COLUMNS & known.keys() else 0

    def heading(self, cells: Sequence[str]) -> Heading:
        """Find each column. Raises KnownError when two columns have the same heading, so that none can be chosen."""
        known = self._known(cells)
        for first in known.values():
            second = next((at for at, cell in enumerate(cells) if at > first and plain(cell) == plain(cells[first])), 0)
            if second:
                raise KnownError(ImportFault.COLUMN_TWICE, first=first + 1, second=second + 1)
        titles = tuple(heading(cell) for cell in cells)
        unread = tuple(title for at, title in enumerate(titles) if title and at not in known.values())
        return Heading(known, titles, unread)

    def _known(self, cells: Sequence[str]) -> dict[StaffColumn, int]:
        written = [plain(cell) for cell in cells]
        found = {
            column: next((word for word in words if word in written), "") for column, words in self.columns.items()
        }
        passed_over = NAME_COLUMNS.difference(name_columns({column for column, word in found.items() if word}))
        return {column: written.index(word) for column, word in found.items() if word and column not in passed_over}


def name_columns(known: Collection[StaffColumn]) -> tuple[StaffColumn, ...]:
    """The columns in which a whole name stands, of those that are known: the least doubtful; none where there is none.

    The others are passed over.
    """
    return next((columns for columns in _WHOLE_NAMES if all(column in known for column in columns)), ())


def plain(cell: str) -> str:
    """Words without capitals, punctuation and further spaces: how all words of the table are written."""
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", cell).casefold()).split())


def staff_words() -> StaffWords:
    """Read the table that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("importing/staff_columns.toml")), StaffWords)
