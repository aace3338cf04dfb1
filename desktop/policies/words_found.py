# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looking for words in clauses: by their beginnings, without regard to capitals and accents, shown in place. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from desktop.policies.version import Clause

_WORD = re.compile(r"\w+")


def wanted_words(typed: str) -> tuple[str, ...]:
    """What was typed, as the words that are looked for."""
    return tuple(_WORD.findall(_plain(typed)))


def words_of(clause: Clause) -> frozenset[str]:
    """The words of a clause, its number and its heading, as they are looked through."""
    return frozenset(_WORD.findall(_plain(f"{clause.label} {clause.text}")))


def has_words(there: Iterable[str], wanted: Sequence[str]) -> bool:
    """Whether each of the words begins one of those that are there."""
    return all(any(word.startswith(each) for word in there) for each in wanted)


def spans_of(text: str, wanted: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a word that was looked for; together they are the text."""
    end = 0
    for word in _WORD.finditer(text):
        if any(_plain(word[0]).startswith(each) for each in wanted):
            if word.start() > end:
                yield text[end : word.start()], False
            yield word[0], True
            end = word.end()
    if end < len(text):
        yield text[end:], False


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
