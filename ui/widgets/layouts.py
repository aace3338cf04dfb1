# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows and columns whose gaps are steps of the space scale and grow with the text size."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QSpacerItem, QWidget

from ui.theme.source import ThemeSource

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, as steps of the space scale."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A space between two items, on top of the usual one: a step of the scale."""

    step: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whatever room is left goes here; among several, by their shares."""

    share: int = 1


@dataclass(frozen=True, slots=True)
class Aligned:
    """A widget that keeps its own size and stands at one edge of its place."""

    widget: QWidget
    alignment: Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Growing:
    """A widget that takes the room that is left."""

    widget: QWidget
    share: int = 1


Item = QWidget | QLayout | Gap | Stretch | Aligned | Growing


class _Box(QBoxLayout):
    def __init__(
        self, theme: ThemeSource, direction: QBoxLayout.Direction, items: tuple[Item, ...], gap: int, margins: Margins
    ) -> None:
        super().__init__(direction)
        self._theme = theme
        self._gap = gap
        self._margins = margins
        self._vertical = direction == QBoxLayout.Direction.TopToBottom
        self._spacers: list[tuple[QSpacerItem, int]] = []
        self.add(*items)
        theme.changed.connect(self._restyle)

    def add(self, *items: Item) -> None:
        """Put items at the end, in order."""
        for item in items:
            self._add(item)
        self._restyle()

    def set_margins(self, margins: Margins) -> None:
        """Keep other margins from now on."""
        if margins != self._margins:
            self._margins = margins
            self._restyle()

    def _add(self, item: Item) -> None:
        match item:
            case QWidget():
                self.addWidget(item, 0, self._edge(item))
            case QLayout():
                self.addLayout(item)
            case Gap(step):
                spacer = QSpacerItem(0, 0)
                self._spacers.append((spacer, step))
                self.addItem(spacer)
            case Stretch(share):
                self.addStretch(share)
            case Aligned(widget, alignment):
                self.addWidget(widget, 0, alignment)
            case Growing(widget, share):
                self.addWidget(widget, share)

    def _edge(self, widget: QWidget) -> Qt.AlignmentFlag:
        # What does not grow would stand in the middle of a column.
        grows = widget.sizePolicy().horizontalPolicy().value & QSizePolicy.PolicyFlag.GrowFlag.value
        return Qt.AlignmentFlag.AlignLeft if self._vertical and not grows else Qt.AlignmentFlag(0)

    @Slot()
    def _restyle(self) -> None:
        space = self._theme.now.space
        self.setSpacing(space(self._gap))
        self.setContentsMargins(*(space(step) for step in self._margins))
        for spacer, step in self._spacers:
            # Across the row or column it must be free to grow, or Qt takes its width for everybody's.
            fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
            if self._vertical:
                spacer.changeSize(0, space(step), free, fixed)
            else:
                spacer.changeSize(space(step), 0, fixed, free)
        self.invalidate()


class Column(_Box):
    """Items below each other, `gap` steps apart, inside `margins`; what does not grow stands at the left."""

    def __init__(self, theme: ThemeSource, *items: Item, gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(theme, QBoxLayout.Direction.TopToBottom, items, gap, margins)


class Row(_Box):
    """Items beside each other, `gap` steps apart, inside `margins`."""

    def __init__(self, theme: ThemeSource, *items: Item, gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(theme, QBoxLayout.Direction.LeftToRight, items, gap, margins)
