# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A typed word that nothing says, and the words nearest to it that something does. Pure.

Nothing is guessed for a short word, nor where there is a digit: a number of a clause and a reference are what they are.
Whoever searches for what stands in for a word says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
"""Letters: what is shorter has too many neighbours."""
MOST = 3
"""So many words stand in for one, where as many are equally near."""
_TWO_SLIPS_FROM = 8


class Guess(msgspec.Struct, frozen=True):
    """A typed word as it is looked for, and the words that were looked for in its place: at least one."""

    typed: str
    nearest: tuple[str, ...]


def with_nearest(words: Sequence[str], guesses: Iterable[Guess]) -> str:
    """The words of a search with the nearest one in place of each that stands nowhere."""
    instead = {guess.typed: guess.nearest[0] for guess in guesses}
    return " ".join(instead.get(word, word) for word in words)


def slips_in(word: str) -> int:
    """How many slips a typed word may have: letters more, less or wrong, or two changed about. 0: none is guessed."""
    if len(word) < _SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < _TWO_SLIPS_FROM else 2


def first_letters(word: str) -> tuple[str, ...]:
    """With what the words begin that a typed one is compared with: two letters changed about, or one too many."""
    return tuple(dict.fromkeys(word[:2]))


def by_nearness(word: str, known: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The known words that a typed one may have been meant for: the nearest ones, then those a slip further off."""
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips_in(word), limit=None)
    for _, alike in groupby(near, lambda found: found[1]):
        yield tuple(name for name, _, _ in alike if name.isalpha())
