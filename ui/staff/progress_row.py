# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The row above a question: the way back, and which question this is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.staff.measures import Measures
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.steps_bar import StepsBar
from ui.widgets.text_flow import TextStyle


class ProgressRow(QWidget):
    """As wide as the page's column. It is not there until `show_progress` or `show_back` is called."""

    back_asked = Signal()
    """Back was pressed."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._is_low = False
        self.is_shown = False
        self.back = LinkButton(theme, say(Staff.BACK), "bodyStaff", icon=Icon.ARROW_LEFT)
        self._words = PlainLabel(theme, "", TextStyle("small", "text.secondary"), elide=True)
        self._steps = StepsBar(theme, 0, 1, "")
        row = Row(theme, self.back, Stretch(), self._words, self._steps, gap=2)
        self.setLayout(Column(theme, row, margins=(0, 0, 0, 5)))
        self.hide()
        self.back.clicked.connect(self.back_asked)

    def show_back(self) -> None:
        """Show only the way back."""
        self._show("", 0, 1)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Show how far somebody is."""
        self._show(words, done, total)

    def _show(self, words: str, done: int, total: int) -> None:
        self.is_shown = True
        self._words.show_words(words)
        self._words.setVisible(bool(words))
        self._steps.setVisible(bool(words))
        self._steps.show_step(done, total, words)
        self.setVisible(not self._is_low)

    def fit(self, measures: Measures) -> None:
        """Take the width of the column; in a low window the top bar says all this."""
        self._is_low = measures.is_low
        self.setFixedWidth(measures.column)
        self.setVisible(self.is_shown and not self._is_low)
