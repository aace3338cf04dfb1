# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which passage of something found is shown, and where in it the words stand that were sought. Pure."""

import re
from collections.abc import Sequence

from desktop.helping.finding import Entry, Found
from desktop.importing.names import loose_key

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
"""A word as it is written."""
_LOOKED_AT = 20_000
"""In how many characters of an entry a passage to show is looked for."""
_SHOWN = 240
_BEFORE = 60
_Span = tuple[int, int]


class PlainWords(dict[str, tuple[str, ...]]):
    """Words as they are looked for, without capitals and accents, each worked out once."""

    def __missing__(self, written: str) -> tuple[str, ...]:
        plain = self[written] = tuple(loose_key(written).split())
        return plain


class Begun(dict[str, int | None]):
    """Which one of the words sought a written word begins with, each worked out once; None: with none of them."""

    def __init__(self, plain: PlainWords, sought: Sequence[tuple[str, ...]]) -> None:
        super().__init__()
        self._plain = plain
        self.sought = sought
        self._any = tuple(beginning for each in sought for beginning in each)

    def __missing__(self, written: str) -> int | None:
        part = next((part for part in self._plain[written] if part.startswith(self._any)), None)
        begins = (which for which, each in enumerate(self.sought) if part is not None and part.startswith(each))
        which = self[written] = next(begins, None)
        return which


def shown(entry: Entry, begun: Begun) -> Found:
    """The entry with a passage of the text that holds most of the words sought, or of the first where none does."""
    text, marks, looked_at = (entry.texts[0] if entry.texts else ""), dict[_Span, int](), 0
    for each in entry.texts:
        there = _marks(each, begun)
        if len(set(there.values())) > len(set(marks.values())):
            text, marks = each, there
        looked_at += len(each)
        if len(set(marks.values())) == len(begun.sought) or looked_at > _LOOKED_AT:
            break
    excerpt, spans = _passage(text, list(marks))
    return Found(entry=entry, excerpt=excerpt, marks=spans)


def _marks(text: str, begun: Begun) -> dict[_Span, int]:
    """Where words stand that begin with one of those sought, each with which one that is."""
    words = ((word.span(), begun[word.group()]) for word in WORD.finditer(text[:_LOOKED_AT]))
    return {span: which for span, which in words if which is not None}


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
