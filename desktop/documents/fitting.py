# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gives columns the room that their words need, so that no word is broken that a line of the page could hold.

A table asks for shares of the page. A word that does not fit its column is broken after a hyphen or a sign like it.
Where that is not enough the column gets what others can spare: so that days, amounts and references stay on one line;
else so that no word is broken elsewhere; and where even that is too much, the type becomes smaller.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from desktop.documents.styles import Style
from desktop.documents.text import Typesetter, Words, line_end

_SHORT = 12
"""Characters; so much stays on one line where it can: a day, an amount, a reference."""
_LONG_WORD = 24
"""Characters; in a paragraph across the page only longer words are measured."""
_SMALLEST = 0.5
"""How small type may become, as a share of its size; what is wider still is broken anywhere."""
_ROUNDING = 0.01

_WORDS = re.compile("[^ ]+")
_PIECES = re.compile(r"[^ ]*?(?:[-‐–/\\_@.:](?=\w)|(?= |$))")
_Split = Callable[[str], Iterable[str]]


def fit_columns(rows: Sequence[Sequence[Flowable]], asked: Sequence[float], padding: float) -> list[float]:
    """Widths for columns that ask for these (points, each with its padding), and make what is in them fit.

    The widths add up to what was asked. A cell whose words do not fit its column is changed here.
    """
    room = sum(asked)
    columns = [[cell for cell in column if isinstance(cell, Words)] for column in zip(*rows, strict=True)]
    needs: list[float] = []
    for widest in (_widest_with_short_lines, _widest_piece):
        needs = [max(map(widest, cells), default=0.0) + padding + _ROUNDING for cells in columns]
        if sum(needs) <= room:
            widths = _widened(asked, needs)
            break
    else:
        widths = _narrowed(needs, room)
    for cells, width in zip(columns, widths, strict=True):
        for cell in cells:
            fit_words(cell, width - padding)
    return widths


def width_of(text: str, style: Style) -> float:
    """How wide a text is on one line, in points."""
    return _length(Typesetter().para(text, style))


def cut_to(text: str, style: Style, width: float) -> str:
    """A text as far as it goes on one line of this width, ended by "…" where something is left out."""
    if width_of(text, style) <= width:
        return text
    length = len(text)
    while length and width_of(f"{text[:length].rstrip()}…", style) > width:
        length -= 1
    return f"{text[:length].rstrip()}…"


def fit_line(words: Words, width: float) -> None:
    """Break the very long words of a paragraph across the page where they have a sign to break after."""
    if any(len(word) > _LONG_WORD for fragment in words.frags for word in _WORDS.findall(fragment.text)):
        fit_words(words, width)


def fit_words(words: Words, width: float) -> None:
    """Make the words of a paragraph fit a width in points: broken after their signs, in smaller type where need be."""
    room = width - words.style.leftIndent
    if _widest(words, _WORDS.findall) <= room:
        return
    share = max(min(1.0, room / (_widest(words, _PIECES.findall) + _ROUNDING)), _SMALLEST)
    words.frags = [piece for fragment in words.frags for piece in _broken(_scaled(fragment, share), room)]


def fit_together(lines: Sequence[Words], width: float) -> None:
    """Set several short texts in one size, in which each is a single line of this width, or as near as may be."""
    widest = max(map(_length, lines), default=0.0) + _ROUNDING
    share = max(min(1.0, width / widest), _SMALLEST)
    for words in lines:
        words.frags = [_scaled(fragment, share) for fragment in words.frags]


def _widened(asked: Sequence[float], needs: Sequence[float]) -> list[float]:
    """What each asked for, but no less than it needs; those with more than that give it, each as much as it has."""
    lack = sum(max(need - width, 0.0) for width, need in zip(asked, needs, strict=True))
    spare = sum(max(width - need, 0.0) for width, need in zip(asked, needs, strict=True))
    given = lack / spare if spare else 0.0
    return [need if width < need else width - (width - need) * given for width, need in zip(asked, needs, strict=True)]


def _narrowed(needs: Sequence[float], room: float) -> list[float]:
    """What each needs, where that is no more than its part of the room; the others share what is left."""
    widths = [0.0] * len(needs)
    left, waiting = room, sorted(range(len(needs)), key=lambda place: needs[place])
    while waiting:
        place = waiting[0]
        widths[place] = min(needs[place], left / len(waiting))
        left -= widths[place]
        waiting = waiting[1:]
    return widths


def _widest_with_short_lines(words: Words) -> float:
    """The width below which a short text is broken at all, and a longer one elsewhere than after a sign."""
    is_short = sum(len(fragment.text) for fragment in words.frags) <= _SHORT
    return _length(words) + words.style.leftIndent if is_short else _widest_piece(words)


def _widest_piece(words: Words) -> float:
    return _widest(words, _PIECES.findall) + words.style.leftIndent


def _length(words: Words) -> float:
    return sum(_width(fragment, fragment.text) for fragment in words.frags)


def _widest(words: Words, split: _Split) -> float:
    """The widest of a paragraph’s pieces; one goes on over fragments where no space or line’s end is in between."""
    widest = width = 0.0
    for fragment in words.frags:
        for place, line in enumerate(fragment.text.split(" ")):
            if place or _is_line_end(fragment):
                width = 0.0
            for number, piece in enumerate(filter(None, split(line))):
                width = (0.0 if number else width) + _width(fragment, piece)
                widest = max(widest, width)
    return widest


def _broken(fragment: ParaFrag, room: float) -> Iterator[ParaFrag]:
    """A fragment whose words that are wider than the room are broken after the last sign that fits."""
    lines = [""]
    for place, word in enumerate(fragment.text.split(" ")):
        lines[-1] += " " if place else ""
        if _width(fragment, word) <= room:
            lines[-1] += word
            continue
        line = ""
        for piece in filter(None, _PIECES.findall(word)):
            if line and _width(fragment, line + piece) > room:
                lines[-1] += line
                lines.append("")
                line = ""
            line += piece
        lines[-1] += line
    for number, line in enumerate(lines):
        if number:
            yield line_end(fragment)
        made = copy(fragment)
        made.text = line
        yield made


def _scaled(fragment: ParaFrag, share: float) -> ParaFrag:
    made = copy(fragment)
    made.fontSize *= share
    return made


def _is_line_end(fragment: ParaFrag) -> bool:
    return bool(getattr(fragment, "lineBreak", False))


def _width(fragment: ParaFrag, text: str) -> float:
    return stringWidth(text, fragment.fontName, fragment.fontSize)
