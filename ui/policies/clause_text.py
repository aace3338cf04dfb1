# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of one clause on its way in: read, parted between two paragraphs, or written anew.

What is typed is told after a pause and when the box is left, so that none of it waits for a button.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.policies.editing import paragraphs_of
from ui.policies.adding_words import Adding
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.text_area import LIMIT, TextArea
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_TEXT = TextStyle("body", limit=100_000)
_NAMED = 60
_SHOWN = 60
"""Paragraphs; one part of a document that nobody has parted may have thousands."""
_PAUSE_MS = 1_500
_LINES = (6, 20)


class ClauseText(QWidget):
    """It is read until somebody asks to write."""

    part_asked = Signal(int)
    """A new clause begins at this paragraph, of which 0 is the first."""
    worded = Signal(str)
    """It reads like this now, a paragraph on each line."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._paragraphs: tuple[str, ...] = ()
        self._read = Exchanged(theme)
        self._reword = Button(theme, say(Adding.REWORD))
        self._too_long = PlainLabel(theme, say(Adding.TOO_LONG), _SMALL, wrap=True)
        self.box = TextArea(theme, role="body", lines=_LINES)
        self._done = Button(theme, say(Adding.REWORD_DONE))
        field = Field(theme, say(Adding.TEXT), self.box, hint=say(Adding.TEXT_HINT))
        self._writing = QWidget()
        self._writing.setLayout(Column(theme, field, Flow(theme, (self._done,)), gap=2))
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PAUSE_MS)
        reword = Flow(theme, (self._reword,))
        self.setLayout(Column(theme, self._read, self._too_long, reword, self._writing, gap=3))
        self._connect()
        self._show_box(is_open=False)

    def _connect(self) -> None:
        self._reword.clicked.connect(self.write)
        self._done.clicked.connect(self._read_again)
        self._clock.timeout.connect(self.take)
        self.box.edited.connect(self._clock.start)
        target = self.box.focusProxy()
        if target is not None:
            target.installEventFilter(self)

    def show_text(self, paragraphs: tuple[str, ...], *, is_another: bool) -> None:
        """Show the text of a clause; unless it is another, the box stays open with what is typed and not told yet."""
        if is_another:
            self._show_box(is_open=False)
        if self._is_writing:
            if not self._clock.isActive() and paragraphs_of(self.box.value()) != paragraphs:
                self._fill(paragraphs)
        elif is_another or paragraphs != self._paragraphs or not paragraphs:
            self._read.show_widgets(*self._shown(paragraphs))
        self._paragraphs = paragraphs
        self._show_box(is_open=self._is_writing)

    @property
    def _is_writing(self) -> bool:
        return not self._writing.isHidden()

    def _show_box(self, *, is_open: bool) -> None:
        is_long = sum(len(each) + 1 for each in self._paragraphs) > LIMIT
        self._writing.setVisible(is_open)
        self._read.setVisible(not is_open)
        self._reword.setVisible(not is_open and not is_long)
        self._too_long.setVisible(not is_open and is_long)

    def _fill(self, paragraphs: Sequence[str]) -> None:
        self.box.set_value("\n".join(paragraphs))
        self._clock.stop()

    @Slot()
    def write(self) -> None:
        """Open the box, with the keyboard in it."""
        self._fill(self._paragraphs)
        self._show_box(is_open=True)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def take(self) -> None:
        """Tell what was typed and is not told yet."""
        self._clock.stop()
        if self._is_writing and paragraphs_of(self.box.value()) != self._paragraphs:
            self.worded.emit(self.box.value())

    @Slot()
    def _read_again(self) -> None:
        self.take()
        self._read.show_widgets(*self._shown(self._paragraphs))
        self._show_box(is_open=False)
        self._reword.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.take()
        return super().eventFilter(watched, event)

    def _shown(self, paragraphs: Sequence[str]) -> Iterator[QWidget]:
        """The text, with a way to begin a new clause between any two paragraphs."""
        if not paragraphs:
            yield PlainLabel(self._theme, say(Adding.NO_PARAGRAPHS), _SMALL)
        for at, words in enumerate(paragraphs[:_SHOWN]):
            if at:
                link = LinkButton(
                    self._theme, say(Adding.PART), "small", name=say(Adding.PART_AT, words=words[:_NAMED])
                )
                link.clicked.connect(partial(self.part_asked.emit, at))
                yield link
            yield PlainLabel(self._theme, words, _TEXT, wrap=True)
        more = len(paragraphs) - _SHOWN
        if more > 0:
            yield PlainLabel(self._theme, say(Adding.PARAGRAPHS_MORE, count=str(more)), _SMALL, wrap=True)
