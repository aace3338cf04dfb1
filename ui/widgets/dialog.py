# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A question that has to be answered before something is lost or shown (ux.md 7, "Dialog").

The title is the question, the safe answer comes first, has the focus, and is what Escape and the close button mean.
It never blocks: it opens, and a signal brings the answer.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Line, Surface
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Item, Row, Stretch
from ui.widgets.text_flow import TextStyle


class Answer(msgspec.Struct, frozen=True):
    """One answer: its id, and its button's words (a verb and a thing) and kind."""

    id: str
    words: str
    kind: ButtonKind = ButtonKind.SECONDARY


class Dialog(QDialog):
    """A question over its window. The first answer is the safe one and becomes the primary button.

    `window_title` is what the system shows in its bar and task list: it gives nothing away.
    """

    answered = Signal(str)
    """The dialog is over: the id of the answer."""

    def __init__(
        self,
        theme: ThemeSource,
        parent: QWidget,
        window_title: str,
        question: str,
        text: str,
        answers: Sequence[Answer],
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._safe = answers[0].id
        self._answer = self._safe
        self.setWindowTitle(window_title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)
        title = PlainLabel(theme, question, "section", wrap=True)
        words = PlainLabel(theme, text, TextStyle("body", "text.secondary"), wrap=True)
        self._body = Column(theme, title, words, gap=1, margins=(6, 5, 6, 4))
        self._buttons = [_AnswerButton(theme, answer, safe=answer is answers[0]) for answer in answers]
        foot = Surface("canvas")
        foot.setLayout(Row(theme, *self._buttons, Stretch(), gap=4, margins=(6, 4, 6, 4)))
        self._outer = Column(theme)
        self._outer.addLayout(self._body, 1)
        self._outer.add(Line(theme), foot)
        self.setLayout(self._outer)
        self._ring = FocusRing(theme, self)
        self._connect()

    def _connect(self) -> None:
        for button in self._buttons:
            button.chosen.connect(self._finish)
        self.finished.connect(self._tell)
        self._theme.changed.connect(self._restyle)

    def add(self, *items: Item) -> None:
        """Put fields or further words below the text."""
        self._body.add(*items)

    def ask(self) -> None:
        """Open the dialog and return at once; `answered` brings the answer."""
        self._restyle()
        self.open()
        self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        least, most = theme.px(theme.layout.dialog_width), theme.px(theme.layout.dialog_width_max)
        width = min(max(least, self._outer.minimumSize().width()), most)
        # Qt would measure the words as if they had all the width in the world.
        self.setFixedWidth(width)
        self.setMinimumHeight(self._outer.totalHeightForWidth(width))
        self.resize(width, self.minimumHeight())

    @Slot(str)
    def _finish(self, answer_id: str) -> None:
        self._answer = answer_id
        self.accept()

    @Slot()
    def _tell(self) -> None:
        self.answered.emit(self._answer)


class _AnswerButton(Button):
    chosen = Signal(str)

    def __init__(self, theme: ThemeSource, answer: Answer, *, safe: bool) -> None:
        super().__init__(theme, answer.words, ButtonKind.PRIMARY if safe else answer.kind)
        self._answer = answer
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._answer.id)
