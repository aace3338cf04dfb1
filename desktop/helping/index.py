# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looking for words in whatever can be found: the best first, with the words that were found in their place.

Pure. An index is made once, beside the window; a look into it is quick enough for every key that is pressed. Import
this module where it is used, not before the first page is shown: it needs numpy.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from desktop.helping.finding import MOST_FOUND, Answer, Entry
from desktop.helping.passages import WORD, Begun, PlainWords, shown
from desktop.importing.names import loose_key
from desktop.searching.guessing import MOST, Guess, by_nearness, first_letters, slips_in

_TITLE, _ALSO, _TEXT = 8, 5, 1
"""How much a word weighs by where it stands."""
_WHOLE_TITLE = 10_000
"""What is called just what was typed comes first, and what has just this number."""
_ENOUGH = 0.5
"""How much of what the best has of the words typed something needs: rare words are most of it."""
_REPEATED = 3
"""How often a word of a text counts: otherwise a long text would come first for its length."""
_LAST = chr(0x10FFFF)


class Index:
    """The words of some entries in order, so that all that begin alike lie side by side. It never changes."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Read the entries: a second or two for a hundred long policies."""
        self._entries = tuple(entries)
        self._plain = PlainWords()
        self._titled: dict[str, list[int]] = {}
        ids: dict[str, int] = {}
        words, numbers, weights = array("l"), array("l"), array("l")
        for number, entry in enumerate(self._entries):
            for name in filter(None, {loose_key(entry.title), _label(entry.title)}):
                self._titled.setdefault(name, []).append(number)
            for word, weight in self._weighed(entry).items():
                words.append(ids.setdefault(word, len(ids)))
                numbers.append(number)
                weights.append(weight)
        self._words = sorted(ids)
        rank = np.empty(len(ids), np.int64)
        rank[[ids[word] for word in self._words]] = np.arange(len(ids))
        ranked = rank[np.array(words, np.int64)]
        order = np.argsort(ranked, kind="stable")
        self._numbers, self._weights = np.array(numbers, np.int64)[order], np.array(weights, np.float64)[order]
        self._starts = np.searchsorted(ranked[order], np.arange(len(ids) + 1))
        self._guessed: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        """How many entries can be found."""
        return len(self._entries)

    def find(self, typed: str, most: int = MOST_FOUND) -> Answer:
        """Find what has a word beginning with those typed, as many of them as there are, rare ones before common ones.

        The best first; alike ones in the order in which they came. For a word that begins none, those nearest to it
        are looked for.
        """
        words = tuple(dict.fromkeys(loose_key(typed).split()))
        guesses = tuple(Guess(word, nearest) for word in words if (nearest := self._nearest(word)))
        instead = {guess.typed: guess.nearest for guess in guesses}
        sought = [instead.get(word, (word,)) for word in words]
        held, total = np.zeros(len(self)), np.zeros(len(self))
        for each in sought:
            weights = sum(map(self._weights_of, each), np.zeros(len(self)))
            there = weights > 0
            rarity = np.log1p(len(self) / max(int(there.sum()), 1)) ** 2
            held += rarity * there
            total += rarity * weights
        best = held.max(initial=0)
        total *= held / best if best else 0
        title = " ".join(each[0] for each in sought)
        named = [*self._titled.get(title, ()), *self._titled.get(_label(typed), ())]
        total[named] += _WHOLE_TITLE
        found = np.flatnonzero((held >= _ENOUGH * best) & (total > 0))
        if len(found) > most:  # only the best are put in order
            found = found[total[found] >= np.partition(total[found], -most)[-most]]
        order = np.argsort(-total[found], kind="stable")[:most]
        begun = Begun(self._plain, sought)
        return Answer(found=tuple(shown(self._entries[number], begun) for number in found[order]), guesses=guesses)

    def _nearest(self, word: str) -> tuple[str, ...]:
        """The words nearest to one that begins none: those that begin like it first, then the ones more often said."""
        first, last = self._span(word)
        if first < last or not slips_in(word):
            return ()
        if word not in self._guessed:
            known = [each for letter in first_letters(word) for each in self._words[slice(*self._span(letter))]]
            near = next(by_nearness(word, known), ())
            order = sorted(near, key=lambda each: (each[0] != word[0], -self._times(each)))
            self._guessed[word] = tuple(order[:MOST])
        return self._guessed[word]

    def _times(self, word: str) -> int:
        """In how many entries a word stands."""
        at = bisect_left(self._words, word)
        return int(self._starts[at + 1] - self._starts[at])

    def _span(self, beginning: str) -> tuple[int, int]:
        """From where to where the words stand that begin so."""
        return bisect_left(self._words, beginning), bisect_left(self._words, beginning + _LAST)

    def _weights_of(self, beginning: str) -> NDArray[np.float64]:
        """What each entry weighs by its words that begin so: a whole word weighs twice its beginning."""
        first, last = self._span(beginning)
        weights = self._summed(first, last)
        if first < last and self._words[first] == beginning:
            weights += self._summed(first, first + 1)
        return weights

    def _summed(self, first: int, last: int) -> NDArray[np.float64]:
        """What each entry weighs by its words from one place in the order to another."""
        part = slice(self._starts[first], self._starts[last])
        return np.bincount(self._numbers[part], self._weights[part], len(self)).astype(np.float64)

    def _weighed(self, entry: Entry) -> Counter[str]:
        weighed: Counter[str] = Counter()
        for word, times in self._counted((*entry.texts, entry.within)).items():
            weighed[word] += _TEXT * min(times, _REPEATED)
        for weight, text in ((_TITLE, entry.title), (_ALSO, entry.also)):
            for word, times in self._counted((text,)).items():
                weighed[word] += weight * times
        return weighed

    def _counted(self, texts: Iterable[str]) -> Counter[str]:
        counted: Counter[str] = Counter()
        for written, times in Counter(word for text in texts for word in WORD.findall(text)).items():
            for word in self._plain[written]:
                counted[word] += times
        return counted


def _label(title: str) -> str:
    """The number at the beginning of a title as it is written, "5.3" or "a1 6.1"; empty without one."""
    return " ".join(takewhile(lambda word: any(letter.isdigit() for letter in word), title.casefold().split()))
