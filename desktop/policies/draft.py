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


class Odd(msgspec.Struct, frozen=True):
    """One oddity: at which clause (None: at the document), and the words that it is about."""

    oddity: Oddity
    at: int | None
    words: str


class Draft(msgspec.Struct, frozen=True):
    """A clause as found: its number as printed, its heading (may be empty) and its paragraphs."""

    number: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    appendix: str = ""
    page: int | None = None

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


def joined_to_the_one_before(clauses: tuple[Draft, ...], at: int) -> tuple[Draft, ...]:
    """The clause at a place becomes paragraphs of the one before it, number and heading included."""
    before, this = clauses[at - 1], clauses[at]
    line = " ".join(part for part in (this.number, this.heading) if part)
    more = (*before.paragraphs, *((line,) if line else ()), *this.paragraphs)
    return (*clauses[: at - 1], msgspec.structs.replace(before, paragraphs=more), *clauses[at + 1 :])


def parted(clauses: tuple[Draft, ...], at: int, paragraph: int, number: str, heading: str) -> tuple[Draft, ...]:
    """The clause at a place ends before a paragraph; a new one, with a number and heading, begins there."""
    this = clauses[at]
    first = msgspec.structs.replace(this, paragraphs=this.paragraphs[:paragraph])
    second = msgspec.structs.replace(this, number=number, heading=heading, paragraphs=this.paragraphs[paragraph:])
    return (*clauses[:at], first, second, *clauses[at + 1 :])


def renamed(clauses: tuple[Draft, ...], at: int, number: str, heading: str) -> tuple[Draft, ...]:
    """The clause at a place with another number and heading."""
    changed = msgspec.structs.replace(clauses[at], number=number.strip(), heading=heading.strip())
    return (*clauses[:at], changed, *clauses[at + 1 :])
