# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding something to read in whatever can be searched: the best first, with the words that were found.

Pure. Pages of help are one source; another is a further iterable of entries.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from desktop.importing.names import loose_key

MOST_FOUND = 12
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_TITLE, _ALSO, _TEXT = 8, 5, 1
"""How much a word weighs by where it stands. A whole word weighs twice its beginning."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that can be found: where it comes from, its name there, its title, further words, its texts."""

    source: str
    id: str
    title: str
    also: str = ""
    texts: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, with the text that says most of what was sought, and where in it the words stand."""

    source: str
    id: str
    title: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]


def find(typed: str, entries: Iterable[Entry], most: int = MOST_FOUND) -> tuple[Found, ...]:
    """Find what has a word beginning with each of those typed; where nothing has them all, what has some.

    The best first; alike ones in the order in which they came.
    """
    sought = tuple(dict.fromkeys(loose_key(typed).split()))
    weighed = [(_weights(entry, sought), entry) for entry in entries]
    held = [(len([weight for weight in weights if weight]), sum(weights), entry) for weights, entry in weighed]
    best = max((count for count, _, _ in held), default=0)
    found = sorted((each for each in held if best and each[0] == best), key=lambda each: -each[1])
    return tuple(_found(entry, sought) for _, _, entry in found[:most])


def _weights(entry: Entry, sought: Sequence[str]) -> list[int]:
    places = ((_TITLE, (entry.title,)), (_ALSO, (entry.also,)), (_TEXT, entry.texts))
    words = [(weight, word) for weight, texts in places for text in texts for word in loose_key(text).split()]
    return [sum(weight * (1 + (word == each)) for weight, word in words if word.startswith(each)) for each in sought]


def _found(entry: Entry, sought: Sequence[str]) -> Found:
    """The text that holds most of the words sought; the first where none does."""
    marked = [(text, _marks(text, sought)) for text in entry.texts]
    text, marks = max(marked, key=lambda each: len(each[1]), default=("", ()))
    return Found(source=entry.source, id=entry.id, title=entry.title, excerpt=text, marks=marks)


def _marks(text: str, sought: Sequence[str]) -> tuple[tuple[int, int], ...]:
    words = _WORD.finditer(text)
    return tuple(word.span() for word in words if any(_begins(word.group(), each) for each in sought))


def _begins(word: str, sought: str) -> bool:
    return any(part.startswith(sought) for part in loose_key(word).split())
