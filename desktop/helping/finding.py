# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be found from the one search box, and what is shown of it. The looking itself is in `index.py`."""

from enum import StrEnum

import msgspec

from desktop.searching.guessing import Guess

MOST_FOUND = 12
"""How many are shown of what is found."""


class Source(StrEnum):
    """What can be found."""

    HELP = "help"
    TERM = "term"
    CONTACT = "contact"
    POLICY = "policy"
    CLAUSE = "clause"
    QUESTION = "question"
    CARD = "card"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that can be found: its source and name there, its title, what it is part of, its texts.

    `also` are words by which it is found besides; a `note` is shown with it when it is opened, and finds nothing.
    """

    source: Source
    id: str
    title: str
    within: str = ""
    also: str = ""
    texts: tuple[str, ...] = ()
    note: str = ""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, with the passage that says most of what was sought, and where in it the words stand."""

    entry: Entry
    excerpt: str
    marks: tuple[tuple[int, int], ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, the best first, and the words typed in whose place others were looked for."""

    found: tuple[Found, ...]
    guesses: tuple[Guess, ...] = ()
