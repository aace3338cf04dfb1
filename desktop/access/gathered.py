# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is kept about somebody, in pieces of text: the shape that is read, weighed, covered and printed. Values only."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from desktop.attaching.held import HeldFile
from desktop.people import Person, PersonId


class Why(StrEnum):
    """Why a record is among what was gathered: it is about them, they sent it, or their name stands in it."""

    DIRECTORY = "directory"
    ABOUT = "about"
    SENT = "sent"
    MENTIONS = "mentions"


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A text that may name somebody. `key` is its name among all pieces; `label` names nobody."""

    key: str
    label: str
    text: str
    is_quoted: bool = False


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a record: its heading, on which day it was recorded, whose it is, and what it says."""

    key: str
    heading: Piece
    recorded: date
    author: PersonId | None = None
    pieces: tuple[Piece, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One record: what it is called without naming anybody, its day, its entries, and the files that came with it.

    `reporter` is who reported it, where they were signed in, `reporter_words` what a walk-up said of themselves;
    `authors` wrote something in it; `children` and `names` are those of children and of people who are not listed, as
    they were typed.
    """

    key: str
    reference: str
    title: str
    day: date | None
    why: Why
    passages: tuple[Passage, ...]
    files: tuple[HeldFile, ...] = ()
    reporter: PersonId | None = None
    reporter_claims: str = ""
    reporter_words: tuple[str, ...] = ()
    authors: frozenset[PersonId] = frozenset()
    children: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def with_only(self, passages: tuple[Passage, ...]) -> "Record":
        """The same with these entries alone, and the files that came with them."""
        keys = {passage.key for passage in passages}
        files = tuple(file for file in self.files if f"{self.key}/{file.eid}" in keys)
        return msgspec.structs.replace(self, passages=passages, files=files)

    def pieces(self) -> Iterator[Piece]:
        """Every text of it, in the order of reading."""
        for passage in self.passages:
            yield passage.heading
            yield from passage.pieces


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one person that one reader may see: what the directory has of them first, then the records."""

    person: Person
    records: tuple[Record, ...]

    def record(self, key: str) -> Record | None:
        """Find a record by its key."""
        return next((each for each in self.records if each.key == key), None)
