# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looking for words in whatever can be found: the best first, with the words that were found in their place.

Pure. An index is made once, beside the window; a look into it is quick enough for every key that is pressed. Import
this module where it is used, not before the first page is shown: it needs numpy.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from desktop.helping.finding import MOST_FOUND, Entry, Found
from desktop.importing.names import loose_key

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_TITLE, _ALSO, _TEXT = 8, 5, 1
"""How much a word weighs by where it stands. A whole word weighs twice its beginning."""
_WHOLE_TITLE = 10_000
"""What is called just what was typed comes first, and what has just this number."""
_ENOUGH = 0.5
"""How much of what the best has of the words typed something needs: rare words are most of it."""
_REPEATED = 3
"""How often a word of a text counts: otherwise a long text would come first for its length."""
_LOOKED_AT = 20_000
"""In how many characters of an entry a passage to show is looked for."""
_SHOWN = 240
_BEFORE = 60
_LAST = chr(0x10FFFF)
_Span = tuple[int, int]


class Index:
    """The words of some entries in order, so that all that begin alike lie side by side. It never changes."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Read the entries: a second or two for a hundred long policies."""
        self._entries = tuple(entries)
        self._plain = _PlainWords()
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

    def __len__(self) -> int:
        """How many entries can be found."""
        return len(self._entries)

    def find(self, typed: str, most: int = MOST_FOUND) -> tuple[Found, ...]:
        """Find what has a word beginning with those typed, as many of them as there are, rare ones before common ones.

        The best first; alike ones in the order in which they came.
        """
        sought = tuple(dict.fromkeys(loose_key(typed).split()))
        held, total = np.zeros(len(self)), np.zeros(len(self))
        for each in sought:
            first, last = bisect_left(self._words, each), bisect_left(self._words, each + _LAST)
            weights = self._summed(first, last)
            if first < last and self._words[first] == each:
                weights += self._summed(first, first + 1)
            there = weights > 0
            rarity = np.log1p(len(self) / max(int(there.sum()), 1)) ** 2
            held += rarity * there
            total += rarity * weights
        best = held.max(initial=0)
        total *= held / best if best else 0
        named = [*self._titled.get(" ".join(sought), ()), *self._titled.get(_label(typed), ())]
        total[named] += _WHOLE_TITLE
        found = np.flatnonzero((held >= _ENOUGH * best) & (total > 0))
        order = np.argsort(-total[found], kind="stable")[:most]
        return tuple(self._found(self._entries[number], sought) for number in found[order])

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
        for written, times in Counter(word for text in texts for word in _WORD.findall(text)).items():
            for word in self._plain[written]:
                counted[word] += times
        return counted

    def _found(self, entry: Entry, sought: Sequence[str]) -> Found:
        """The entry with a passage of the text that holds most of the words sought, or of the first where none does."""
        text, marks, looked_at = (entry.texts[0] if entry.texts else ""), dict[_Span, str](), 0
        for each in entry.texts:
            there = self._marks(each, sought)
            if len(set(there.values())) > len(set(marks.values())):
                text, marks = each, there
            looked_at += len(each)
            if len(set(marks.values())) == len(sought) or looked_at > _LOOKED_AT:
                break
        excerpt, spans = _passage(text, list(marks))
        return Found(entry=entry, excerpt=excerpt, marks=spans)

    def _marks(self, text: str, sought: Sequence[str]) -> dict[_Span, str]:
        """Where words stand that begin with one of those sought, each with that one."""
        begun = ((word.span(), self._begun(word.group(), sought)) for word in _WORD.finditer(text[:_LOOKED_AT]))
        return {span: each for span, each in begun if each is not None}

    def _begun(self, written: str, sought: Sequence[str]) -> str | None:
        parts = self._plain[written]
        return next((each for each in sought if any(part.startswith(each) for part in parts)), None)


def _label(title: str) -> str:
    """The number at the beginning of a title as it is written, "5.3" or "a1 6.1"; empty without one."""
    return " ".join(takewhile(lambda word: any(letter.isdigit() for letter in word), title.casefold().split()))


class _PlainWords(dict[str, tuple[str, ...]]):
    """Words as they are looked for, without capitals and accents, each worked out once."""

    def __missing__(self, written: str) -> tuple[str, ...]:
        plain = self[written] = tuple(loose_key(written).split())
        return plain


def _passage(text: str, marks: Sequence[_Span]) -> tuple[str, tuple[_Span, ...]]:
    """What is shown of a long text: from a little before the first mark, between two spaces."""
    if len(text) <= _SHOWN:
        return text, tuple(marks)
    begin = max(0, (marks[0][0] if marks else 0) - _BEFORE)
    begin = text.rfind(" ", 0, begin) + 1 if begin else 0
    end = begin + _SHOWN
    end = max(text.rfind(" ", begin, end), begin + 1) if end < len(text) else len(text)
    before, after = ("… " if begin else ""), (" …" if end < len(text) else "")
    moved = len(before) - begin
    spans = tuple((first + moved, last + moved) for first, last in marks if last <= end)
    return f"{before}{text[begin:end]}{after}", spans
