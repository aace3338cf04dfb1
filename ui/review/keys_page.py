# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every key of the reviewers' side, and the switch for the single ones (ux.md 11; WCAG 2.1.4)."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.review.coded_words import KEYS
from ui.review.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card, Surface
from ui.widgets.check_list import CheckBox
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle


class KeysPage(Surface):
    """The page."""

    single_keys_chosen = Signal(bool)
    """Whether D, N, A and Q work by themselves."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__("canvas")
        self._theme = theme
        self._single = CheckBox(theme, say(Said.SINGLE_KEYS), say(Said.SINGLE_KEYS_MORE))
        self._single.setChecked(True)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        for number, (key, words) in enumerate(KEYS):
            self._grid.addWidget(
                _Key(theme, key), number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
            self._grid.addWidget(PlainLabel(theme, say(words), wrap=True), number, 1)
        self._grid.setColumnStretch(1, 1)
        intro = PlainLabel(theme, say(Said.KEYS_INTRO), TextStyle("body", "text.secondary"), wrap=True)
        holder = QWidget()
        title = PlainLabel(theme, say(Said.KEYS_TITLE), "screenTitle")
        column = Column(theme, title, intro, self._single, Card(theme, "", self._list), Stretch(), gap=3)
        column.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(Column(theme, column, margins=(7, 6, 7, 6)))
        self._holder = holder
        self.setLayout(Column(theme, ScrollPage(theme, holder)))
        self.setFocusProxy(self._single)
        self._single.toggled.connect(self.single_keys_chosen)
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(2))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._holder.setMaximumWidth(theme.size.text_width)


class _Key(QWidget):
    """A key as it looks on the board. What it is called stands in its name, for the ear."""

    def __init__(self, theme: ThemeSource, key: str) -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        return QSize(ceil(keycap_width(theme, self._key)), theme.size.keycap)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_keycap(QPainter(self), self._theme.now, self._key, QRectF(self.rect()))
