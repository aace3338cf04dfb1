# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Buttons that share a width in one line, leaving out the last."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.card import Line, Surface
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch

AS_WIDE_AS_IT_MAY = 10_000
"""The share of the room for what has a greatest width, beside a stretch that takes what is left."""


class ActionBar(Surface):
    """The bar at the foot of a pane: buttons from the left, a remark at the right, a line above.

    Where they do not all fit, the remark goes first and then the last buttons: what they do can be reached otherwise.
    `edge` is the step of the space scale at which the buttons begin.
    """

    def __init__(self, theme: ThemeSource, buttons: Sequence[Button], *, edge: int = 5) -> None:
        super().__init__("panel")
        self._theme = theme
        self._edge = edge
        self._buttons = tuple(buttons)
        self._wanted = dict.fromkeys(self._buttons, True)
        self.remark = PlainLabel(theme, "", "small", elide=True)
        row = Row(theme, *self._buttons, Stretch(), self.remark, gap=3, margins=(edge, 0, edge, 0))
        column = Column(theme, Line(theme))
        column.addLayout(row, 1)
        self.setLayout(column)
        self._restyle()
        theme.changed.connect(self._restyle)

    def offer(self, button: Button, *, offered: bool) -> None:
        """Show a button, or not."""
        self._wanted[button] = offered
        self.fit()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.now.px(self._theme.now.layout.action_bar))
        self.fit()

    def fit(self) -> None:
        """Show what has room; call it when words have changed."""
        space = self._theme.now.space
        room = self.width() - 2 * space(self._edge) + space(3)
        for button, wanted in self._wanted.items():
            room -= button.sizeHint().width() + space(3) if wanted else 0
            first = button is self._buttons[0]
            button.setVisible(wanted and (first or room >= 0))
        self.remark.setVisible(bool(self.remark.words) and room >= self.remark.sizeHint().width() + space(3))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._buttons[0].sizeHint().width(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
