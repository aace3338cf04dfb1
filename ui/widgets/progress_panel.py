# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Work that takes longer than two seconds: what, how much of it is done, a sentence, and a way to stop it.

A percentage is never invented: without a total there is no bar.
"""

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import Said, say


class ProgressPanel(QWidget):
    """A bar with words. `stoppable` adds the button that asks for the work to stop."""

    stop_asked = Signal()

    def __init__(self, theme: ThemeSource, title: str, sentence: str = "", *, stoppable: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._title = PlainLabel(theme, title, TextStyle("small", weight=600))
        self._count = PlainLabel(theme, "", TextStyle("small", "text.secondary"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._bar.hide()
        self._sentence = PlainLabel(theme, sentence, TextStyle("small", "text.secondary"), wrap=True)
        self._stop = Button(theme, say(Said.STOP), ButtonKind.SECONDARY, ButtonSize.SMALL)
        if not stoppable:
            self._stop.hide()
        self._stop.clicked.connect(self.stop_asked)
        head = Row(theme, self._title, Stretch(), self._count)
        self.setLayout(Column(theme, head, self._bar, self._sentence, self._stop, gap=2))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_share(self, done: float) -> None:
        """Show which part of it is done, from 0 to 1; until something is, that is not known."""
        percent = int(done * 100)
        self._show(percent, 100 if percent else 0, say(Said.PERCENT, percent=QLocale().toString(percent)))

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done; a total of 0 means that it is not known."""
        locale = QLocale()
        self._show(done, total, say(Said.COUNT_OF, done=locale.toString(done), total=locale.toString(total)))

    def _show(self, done: int, total: int, words: str) -> None:
        self._bar.setVisible(total > 0)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.show_words(words if total > 0 else "")
        self._bar.setAccessibleDescription(words if total > 0 else "")

    @Slot()
    def _restyle(self) -> None:
        self._bar.setFixedHeight(self._theme.now.size.progress_bar)
