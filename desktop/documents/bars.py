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


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled figure in words, and the length of its bar as a share of the longest; rough where it is no number."""

    label: str
    words: str
    share: float
    is_rough: bool = False


class BarLine(Flowable):
    """The bar itself."""

    def __init__(self, bar: Bar) -> None:
        """Take what it shows."""
        super().__init__()
        self._bar = bar

    @override
    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        return available_width, _HIGH + 3

    def draw(self) -> None:
        """Draw it, as an artifact."""
        long = self.width * self._bar.share
        with tagged(self.canv).artifact():
            self.canv.setLineWidth(0.7)
            self.canv.setStrokeColor(ink().mark)
            self.canv.setFillColor(ink().mark)
            if self._bar.is_rough:
                self.canv.setDash(*_DASH)
            if long > 0:
                self.canv.roundRect(0, 0, long, _HIGH, min(2, long / 2), stroke=1, fill=not self._bar.is_rough)
            self.canv.setDash()
