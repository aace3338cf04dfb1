# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Up to four short answers in one frame: "Yes", "No", "Not sure"."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.choice import Choice
from ui.widgets.choice_group import ChoiceButton, ChoiceGroup
from ui.widgets.layouts import Row
from ui.widgets.marking import is_invalid
from ui.widgets.text_flow import TextStyle, draw_line

_CHOSEN_WEIGHT = 600


class _Segment(ChoiceButton):
    def __init__(self, theme: ThemeSource, choice: Choice, *, large: bool, ends: tuple[bool, bool]) -> None:
        super().__init__(theme, choice)
        self._large = large
        self._first, self._last = ends
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _role(self) -> str:
        return "bodyStaff" if self._large else "small"

    @override
    def sizeHint(self) -> QSize:
        theme = self.theme.now
        # The chosen one is bold: the others must not move when it changes.
        words = QFontMetricsF(theme.font(self._role(), _CHOSEN_WEIGHT)).horizontalAdvance(self.choice.label)
        height = theme.size.button_large if self._large else theme.size.button_small
        return QSize(ceil(words) + 2 * theme.space(3), height - 2 * theme.border.control)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme.now
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._shape())
        painter.fillRect(self.rect(), theme.colour(self._ground()))
        if not self._first:
            painter.fillRect(QRectF(0, 0, theme.border.divider, self.height()), theme.colour("line.divider"))
        colour = "text.onPrimary" if self.isChecked() else "text.secondary"
        style = TextStyle(self._role(), colour, weight=_CHOSEN_WEIGHT if self.isChecked() else None)
        metrics = QFontMetricsF(theme.font(style.role, style.weight))
        left = (self.width() - metrics.horizontalAdvance(self.choice.label)) / 2
        draw_line(painter, theme, self.choice.label, style, QRectF(left, 0, self.width() - left, self.height()))

    def _ground(self) -> str:
        if self.isChecked():
            return "action.primary"
        return "surface.canvas" if self.underMouse() else "surface.panel"

    def _shape(self) -> QPainterPath:
        """The segment's part of the rounded frame."""
        radius = self.theme.now.radius.control - self.theme.now.border.control
        overhang = radius * 2
        area = QRectF(self.rect()).adjusted(0 if self._first else -overhang, 0, 0 if self._last else overhang, 0)
        path = QPainterPath()
        path.addRoundedRect(area, radius, radius)
        return path


class Segmented(ChoiceGroup):
    """Short answers side by side, 32 px high, or with `large` 44 px for staff pages."""

    def __init__(self, theme: ThemeSource, choices: Sequence[Choice], *, large: bool = False) -> None:
        first, last = choices[0], choices[-1]
        super().__init__(
            choices, lambda choice: _Segment(theme, choice, large=large, ends=(choice is first, choice is last))
        )
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = Row(theme, *self.buttons)
        self.setLayout(self._row)
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        width = self._theme.now.border.control
        self._row.setContentsMargins(width, width, width, width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        line = theme.colour("status.danger.strong" if is_invalid(self) else "line.control")
        draw_box(QPainter(self), QRectF(self.rect()), theme.radius.control, None, line, theme.border.control)
