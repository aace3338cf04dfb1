# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What needs another look, at the top of a page: a heading and one link to each answer (WCAG 3.3.1)."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.box import draw_box
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import Said, number_word, say

_LINK = TextStyle("bodyStaff", "status.danger.strong", weight=600)


class AnswerError(msgspec.Struct, frozen=True):
    """One answer that needs another look: the id of its question, and what to do."""

    id: str
    message: str


class ErrorSummary(QFrame):
    """Hidden until there are errors; then it takes the focus and says its heading and the first error."""

    answer_asked = Signal(str)
    """A link was followed: the id of the question to go to."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._links: list[_ErrorLink] = []
        self._heading = PlainLabel(theme, "", "section", wrap=True)
        self._column = Column(theme, self._heading, gap=1, margins=(5, 4, 5, 4))
        self.setLayout(self._column)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        theme.changed.connect(self.update)

    def show_errors(self, errors: Sequence[AnswerError]) -> None:
        """Show these errors; without any it hides."""
        for link in self._links:
            drop(link)
        self._links = [_ErrorLink(self._theme, error) for error in errors]
        for link in self._links:
            link.followed.connect(self.answer_asked)
        self._column.add(*self._links)
        self.setVisible(bool(errors))
        if errors:
            self._speak(errors)

    def _speak(self, errors: Sequence[AnswerError]) -> None:
        count = len(errors)
        heading = say(Said.ONE_ERROR) if count == 1 else say(Said.SOME_ERRORS, count=number_word(count))
        self._heading.show_words(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(errors[0].message)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{heading}. {errors[0].message}", assertive=True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        line = theme.colour("status.danger.strong")
        ground = theme.colour("surface.panel")
        draw_box(QPainter(self), QRectF(self.rect()), theme.radius.control, ground, line, theme.border.error_summary)


class _ErrorLink(LinkButton):
    followed = Signal(str)

    def __init__(self, theme: ThemeSource, error: AnswerError) -> None:
        super().__init__(theme, error.message, _LINK)
        self._error = error
        self.clicked.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self.followed.emit(self._error.id)
