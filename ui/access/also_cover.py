# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Also take out”: words that nobody found are typed and covered wherever they stand, and how often that is is told."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.access.third_parties import Part
from desktop.access.weighing import Weighed
from ui.access.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.line_input import LineInput
from ui.widgets.text_flow import TextStyle


class AlsoCover(QWidget):
    """The field, and below it in how many places the words that were typed last are covered."""

    asked = Signal(str)
    """These words are to be covered wherever they stand."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._asked_for = ""
        quiet = TextStyle("small", "text.secondary")
        self.words = LineInput(theme, compact=True)
        self.take_out = Button(theme, say(Said.ALSO_BUTTON), size=ButtonSize.SMALL)
        self._told = PlainLabel(theme, "", quiet, wrap=True)
        self._told.hide()
        missed = PlainLabel(theme, say(Said.ALSO_WHY), quiet, wrap=True)
        field = Field(theme, say(Said.ALSO), self.words)
        self.setLayout(Column(theme, missed, field, Row(theme, self.take_out, Growing(self._told), gap=3), gap=2))
        self.words.returnPressed.connect(self._ask)
        self.take_out.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        typed = " ".join(self.words.text().split())
        if typed:
            self._asked_for = typed
            self.asked.emit(typed)

    def tell(self, weighed: Weighed) -> None:
        """Say what became of the words that were asked for, once."""
        asked, self._asked_for = self._asked_for, ""
        if asked:
            item = next((each for each in weighed.items if each.part is Part.BY_HAND and each.name == asked), None)
            count = len(item.places) if item else 0
            said = {0: Said.ALSO_NOWHERE, 1: Said.ALSO_ONE}.get(count, Said.ALSO_DONE)
            self._told.show_words(say(said, words=asked, count=str(count)))
            self._told.show()
            self.words.clear()
