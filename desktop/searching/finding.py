# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searching somebody's records. That they did is put on record beside (desktop.auditing.noting).

For a word that begins none in what they may see, the words nearest to it there are sought, but never a part of a
reference.
"""

from collections.abc import Iterator
from itertools import islice

import msgspec

from desktop.phrases import read_reference, reference
from desktop.searching.guessing import MOST, Guess, by_nearness, first_letters, slips_in
from desktop.searching.words import MOST_FOUND, sought
from desktop.session import Session

_TRIED = 40
"""So many words that are equally near are tried."""
_COUNTED = 50


class Hits(msgspec.Struct, frozen=True, kw_only=True):
    """The records that were found, those that were indexed last first, and what was found in place of which words."""

    ids: tuple[str, ...]
    guesses: tuple[Guess, ...] = ()


def search(session: Session, typed: str) -> Hits:
    """Find the records in which each of these words begins one. Drafts are not among them."""
    words = sought(typed)
    found = session.find_words(words, MOST_FOUND)
    # What is open to be read only takes no table for a while either, and guessing needs one.
    guesses = () if found or session.is_read_only else tuple(_guesses(session, words, typed))
    if guesses:
        instead = {guess.typed: guess.nearest for guess in guesses}
        found = session.find_words([instead.get(word, word) for word in words], MOST_FOUND)
    return Hits(ids=tuple(found), guesses=guesses if found else ())


def _guesses(session: Session, words: tuple[str, ...], typed: str) -> Iterator[Guess]:
    """The words that begin none, with those nearest to them."""
    referring = {word for token in typed.split() if "-" in token and read_reference(token) for word in sought(token)}
    for word in words:
        if word in referring or not slips_in(word) or session.find_words([word], 1):
            continue
        if nearest := _nearest(session, word):
            yield Guess(word, nearest)


def _nearest(session: Session, word: str) -> tuple[str, ...]:
    """The words of records nearest to this one: those that begin like it first, then the ones in more records."""
    far, index = slips_in(word), session.views.search
    known = [each for letter in first_letters(word) for each in index.words(letter, len(word) - far, len(word) + far)]
    for level in by_nearness(word, known):
        tried = islice(sorted(level, key=lambda each: each[0] != word[0]), _TRIED)
        counted = {each: _count(session, each) for each in tried}
        said = sorted(filter(counted.get, counted), key=lambda each: (each[0] != word[0], -counted[each]))
        if said:
            return tuple(said[:MOST])
    return ()


def _count(session: Session, word: str) -> int:
    """In how many records a word stands, up to some, but for those in whose reference alone it may stand."""
    return sum(word not in _letters(case) for case in session.find_words([word], _COUNTED))


def _letters(case_id: str) -> str:
    return reference(case_id).replace("-", "").casefold()
