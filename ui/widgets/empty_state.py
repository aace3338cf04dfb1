# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a list says when there is nothing in it: icon, a bold line, a sentence, at most one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Gap, Stretch
from ui.widgets.text_flow import TextStyle


class EmptyState(QWidget):
    """Nothing here, said calmly. The button, if any, is made and connected by the page."""

    def __init__(
        self, theme: ThemeSource, icon: Icon, title: str, sentence: str = "", button: Button | None = None
    ) -> None:
        super().__init__()
        self._title = PlainLabel(theme, title, TextStyle("cardTitle", centred=True), wrap=True)
        self._sentence = PlainLabel(theme, sentence, TextStyle("small", "text.secondary", centred=True), wrap=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        if not sentence:
            self._sentence.hide()
        picture = IconLabel(theme, icon, "text.tertiary", side="icon_empty")
        column = Column(theme, Stretch(), Aligned(picture, middle), Gap(2), self._title, self._sentence)
        if button is not None:
            column.add(Gap(3), Aligned(button, middle))
        column.add(Stretch())
        self.setLayout(Column(theme, column, margins=(5, 5, 5, 5)))

    def show_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.show_words(title)
        self._sentence.show_words(sentence)
        self._sentence.setVisible(bool(sentence))
