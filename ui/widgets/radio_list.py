# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choices below each other, one line each."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.choice_group import BrokenChoice, ChoiceGroup
from ui.widgets.layouts import Column
from ui.widgets.marks import draw_radio
from ui.widgets.text_flow import TextFlow, TextStyle


class _RadioRow(BrokenChoice):
    def __init__(self, theme: ThemeSource, choice: Choice) -> None:
        super().__init__(theme, choice, QSizePolicy.Policy.Minimum)

    def _flow(self, width: float | None = None) -> TextFlow:
        colour = "text.primary" if self.isEnabled() else "action.disabledText"
        return self.broken.of(self.choice.label, TextStyle("bodyStaff", colour), width)

    def _indent(self) -> int:
        return self.theme.now.size.radio + self.theme.now.space(2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(ceil(self._flow().width) + self._indent(), self.theme.now.size.choice_row)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.theme.now.size.field_short), self.theme.now.size.choice_row)

    @override
    def heightForWidth(self, width: int) -> int:
        theme = self.theme.now
        around = theme.size.choice_row - theme.line("bodyStaff")
        return self._flow(width - self._indent()).height + around

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme.now
        painter = QPainter(self)
        side = theme.size.radio
        middle = theme.size.choice_row / 2
        draw_radio(painter, theme, QRectF(0, middle - side / 2, side, side), chosen=self.isChecked())
        top = middle - theme.line("bodyStaff") / 2
        self._flow(self.width() - self._indent()).draw(painter, QPointF(self._indent(), top))


class RadioList(ChoiceGroup):
    """A list of radio buttons, 40 px a row."""

    def __init__(self, theme: ThemeSource, choices: Sequence[Choice]) -> None:
        super().__init__(choices, lambda choice: _RadioRow(theme, choice))
        self.setLayout(Column(theme, *self.buttons))
