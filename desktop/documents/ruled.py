# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rules and ruled tables: lines are no content, so whoever listens to a document hears nothing of them."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Table
from typing_extensions import override

from desktop.documents.styles import ink
from desktop.documents.tags import tagged

ENDLESS = 10_000.0
"""Points; as high as nothing is."""


class Rule(Flowable):
    """A thin line across the page, with room around it; none at the head of a page, where one stands already."""

    def __init__(self, before: float, after: float) -> None:
        """Take the room above and below, in points."""
        super().__init__()
        self.spaceBefore = before
        self.spaceAfter = after
        self._is_shown = True

    @override
    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self._is_shown = not _is_at_head(self)
        return available_width, 0

    def draw(self) -> None:
        """Draw it, as an artifact."""
        if self._is_shown:
            with tagged(self.canv).artifact():
                self.canv.setStrokeColor(ink().faint_rule)
                self.canv.setLineWidth(0.6)
                self.canv.line(0, 0, self.width, 0)


class Sunk(Flowable):
    """Pieces that stand at the foot of their page, whatever is above them; on the next page where there is no room."""

    def __init__(self, pieces: Sequence[Flowable]) -> None:
        """Take them in their order; together they have to be shorter than a page."""
        super().__init__()
        self._pieces = pieces

    @override
    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        return available_width, max(available_height, sum(self._heights()))

    def draw(self) -> None:
        """Draw them from the foot upwards."""
        bottom = 0.0
        for piece, height in reversed(list(zip(self._pieces, self._heights(), strict=True))):
            piece.drawOn(self.canv, 0, bottom + piece.getSpaceAfter())
            bottom += height

    def _heights(self) -> list[float]:
        return [height_of(each, self.width) for each in self._pieces]


class RuledTable(Table):
    """A table whose lines are no content, and whose rows stay whole unless one is longer than a page."""

    @property
    def rows(self) -> int:
        """How many rows it has, its headings counted."""
        return len(self._cellvalues)  # type: ignore[attr-defined]  # reportlab's stubs leave it out

    @override
    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        self.splitInRow = _is_at_head(self)
        return super().split(available_width, available_height)

    def _drawLines(self) -> None:  # noqa: N802 - reportlab calls it so
        with tagged(self.canv).artifact():
            super()._drawLines()  # type: ignore[misc]  # reportlab's stubs leave it out


def height_of(piece: Flowable, line: float) -> float:
    """How high a piece stands on lines of this length, with the room around it, in points."""
    return float(piece.wrap(line, ENDLESS)[1]) + piece.getSpaceBefore() + piece.getSpaceAfter()


def _is_at_head(flowable: Flowable) -> bool:
    """Say whether nothing stands above a flowable on its page; reportlab tells it so under these names only."""
    return bool(getattr(getattr(flowable, "_frame", None), "_atTop", False))
