# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answers to look over: label, value, and a link that leads back to the question.

A long value shows its first lines and opens on request; nothing that somebody wrote is left out for good.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.card import Line
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import Said, say

_LONG = 260
_ANY_WIDTH = 16_777_215  # Qt's own "no limit"
_TIGHT = 460  # pixels at 100 %: with less, label, answer and link stand below each other
_WHOLE = TextStyle("body", limit=100_000)
_START = TextStyle("body", limit=_LONG)


class SummaryRow(msgspec.Struct, frozen=True):
    """One answer. `change` says what the link changes ("when it happened"); without it there is no link."""

    id: str
    label: str
    value: str
    change: str = ""


class _SummaryRow(QWidget):
    change_asked = Signal(str)

    def __init__(self, theme: ThemeSource, row: SummaryRow) -> None:
        super().__init__()
        self._theme = theme
        self._row = row
        top = Qt.AlignmentFlag.AlignTop
        self._label = PlainLabel(theme, row.label, TextStyle("body", weight=600), wrap=True)
        is_long = len(row.value) > _LONG
        self._value = PlainLabel(theme, row.value, _START if is_long else _WHOLE, wrap=True)
        self._more = LinkButton(theme, say(Said.SHOW_ALL))
        if not is_long:
            self._more.hide()
        self._more.clicked.connect(self._open)
        self._across = layout = Row(theme, Aligned(self._label, top), gap=4, margins=(0, 2, 0, 2))
        layout.addLayout(Column(theme, self._value, self._more), 1)
        if row.change:
            name = say(Said.CHANGE_WHAT, what=row.change)
            link = LinkButton(theme, say(Said.CHANGE), name=name)
            link.clicked.connect(self._ask)
            layout.add(Aligned(link, top))
        self.setLayout(layout)
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        is_tight = self.width() < self._theme.now.px(_TIGHT)
        label = self._theme.now.size.summary_label - self._theme.now.space(4)
        self._label.setMinimumWidth(0 if is_tight else label)
        self._label.setMaximumWidth(_ANY_WIDTH if is_tight else label)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    @Slot()
    def _open(self) -> None:
        self._value.show_style(_WHOLE)
        self._more.hide()

    @Slot()
    def _ask(self) -> None:
        self.change_asked.emit(self._row.id)


class SummaryList(QWidget):
    """The rows, with a ruled line above, between and below them."""

    change_asked = Signal(str)
    """The link of a row was followed: the row's id."""

    def __init__(self, theme: ThemeSource, rows: Sequence[SummaryRow]) -> None:
        super().__init__()
        column = Column(theme, Line(theme))
        for row in rows:
            widget = _SummaryRow(theme, row)
            widget.change_asked.connect(self.change_asked)
            column.add(widget, Line(theme))
        self.setLayout(column)
