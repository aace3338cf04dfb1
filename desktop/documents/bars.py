# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Figures side by side, each with a bar: the words say everything that the bar shows, so a bar is no content (F16).

A bar is drawn from the printed figure alone. Where that is no single number it is an outline: it says no more than the
words, and is told apart without colour.
"""

from dataclasses import dataclass

from reportlab.platypus import Flowable
from typing_extensions import override

from desktop.documents.styles import ink
from desktop.documents.tags import tagged

_HIGH = 8.5
_DASH = (2.0, 1.6)
_GAP = 6.0
_TOP = 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled figure in words, and the length of its bar as a share of the longest; rough where it is no number."""

    label: str
    words: str
    share: float
    is_rough: bool = False


class BarLine(Flowable):
    """The bar itself, and after it what it shows in words."""

    def __init__(self, bar: Bar, words: Flowable, room: float) -> None:
        """Take what it shows, the words as they are set, and how much of the line, in points, they are to have."""
        super().__init__()
        self._bar = bar
        self._words = words
        self._room = room

    @override
    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        _, self.height = self._words.wrap(self._room, available_width)
        return available_width, self.height

    def draw(self) -> None:
        """Draw the bar as an artifact, and the words as what they are."""
        long = (self.width - self._room - _GAP) * self._bar.share
        with tagged(self.canv).artifact():
            self._draw_bar(long)
        self._words.drawOn(self.canv, long + _GAP if long > 0 else 0, 0)

    def _draw_bar(self, long: float) -> None:
        self.canv.setLineWidth(0.7)
        self.canv.setStrokeColor(ink().mark)
        self.canv.setFillColor(ink().mark)
        if self._bar.is_rough:
            self.canv.setDash(*_DASH)
        if long > 0:
            bottom = self.height - _TOP - _HIGH
            self.canv.roundRect(0, bottom, long, _HIGH, min(2, long / 2), stroke=1, fill=not self._bar.is_rough)
        self.canv.setDash()
