# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A policy on its way in: the clauses that were found, what is odd about them, and how a person puts them right."""

from enum import StrEnum

import msgspec


class Oddity(StrEnum):
    """What a real document may have wrong. Each is shown beside its line; none is put right by itself."""

    NUMBER_TWICE = "number_twice"
    NUMBER_SKIPPED = "number_skipped"
    OUT_OF_ORDER = "out_of_order"
    NOT_IN_TEXT = "not_in_text"
    NOT_IN_CONTENTS = "not_in_contents"
    TITLE_DIFFERS = "title_differs"
    BROKEN_WORD = "broken_word"
    MIXED_LETTERS = "mixed_letters"
    NO_WORDS = "no_words"
    NO_NUMBERS = "no_numbers"
    NO_NAME = "no_name"
    BLANK = "blank"


class Odd(msgspec.Struct, frozen=True):
    """One oddity: at which clause (None: at the document), and the words that it is about."""

    oddity: Oddity
    at: int | None
    words: str


class Draft(msgspec.Struct, frozen=True):
    """A clause as found: its number as printed, its heading (may be empty) and its paragraphs.

    `clause_id` is there where it is known which clause it is: from a version, or from a file that Candour wrote.
    """

    number: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    appendix: str = ""
    page: int | None = None
    clause_id: str = ""

    @property
    def label(self) -> str:
        """How the clause is cited: `5.3`, or `A1 6.2` in the first appendix."""
        return " ".join(part for part in (f"A{self.appendix}" if self.appendix else "", self.number) if part)


class Line(msgspec.Struct, frozen=True):
    """A line of the document's own contents."""

    number: str
    title: str
    appendix: str = ""


class Found(msgspec.Struct, frozen=True):
    """A document parted: what stands before the first clause, its contents list, its clauses."""

    front: tuple[str, ...]
    contents: tuple[Line, ...]
    clauses: tuple[Draft, ...]
