# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a record: each with its size, a way to save a copy, and for photos one to show it (security.md 3.13).

Nothing is shown before somebody asks for it, nothing but a PNG or JPEG picture at all, and nothing is ever opened.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.attaching.held import SHOWN, FileState, HeldFile, suggested_name
from desktop.cases.page import CasePage
from ui.review.picture import PictureView
from ui.review.records import FileCopy, Records, Refused, Saved
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.dropping import drop
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.sizes import size_words
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_TOP = Qt.AlignmentFlag.AlignTop
_STATES = {
    FileState.ARRIVING: (Icon.HOURGLASS, Said.FILE_ARRIVING, Tone.WARN),
    FileState.SET_ASIDE: (Icon.TRIANGLE_ALERT, Said.FILE_SET_ASIDE, Tone.DANGER),
    FileState.NOT_HANDED_ON: (Icon.INFO, Said.FILE_NOT_HANDED_ON, Tone.NEUTRAL),
}


class FilesView(QWidget):
    """All the files of a record, below each other."""

    def __init__(self, theme: ThemeSource, records: Records, page: CasePage) -> None:
        super().__init__()
        column = Column(theme, PlainLabel(theme, say(Said.FILES), "cardTitle"), gap=2)
        self.rows = [FileRow(theme, records, page.case_id, held) for held in page.files]
        column.add(*self.rows)
        self.setLayout(column)


class FileRow(QWidget):
    """One file."""

    saved = Signal(object)
    """A copy is where its reader wanted it: what was Saved."""

    def __init__(self, theme: ThemeSource, records: Records, case_id: str, held: HeldFile) -> None:
        super().__init__()
        self._theme = theme
        self._records = records
        self._case_id = case_id
        self._held = held
        self._picture: PictureView | None = None
        is_picture = held.kind.media in SHOWN
        self.show_button = self._button(say(Said.SHOW_PICTURE), say(Said.SHOW_PICTURE_OF, name=held.name), Icon.IMAGE)
        self.save_button = self._button(say(Said.SAVE_COPY), say(Said.SAVE_COPY_OF, name=held.name), Icon.DOWNLOAD)
        self._message = Banner(theme, Tone.WARN, "")
        self._message.hide()
        icon = IconLabel(theme, Icon.IMAGE if is_picture else Icon.FILE_TEXT, "text.secondary", beside="body")
        said = QWidget()
        said.setLayout(Column(theme, PlainLabel(theme, held.name, "body", wrap=True), self._state(), gap=0))
        line = Row(theme, Aligned(icon, _TOP), Growing(said), gap=2)
        if held.state is FileState.HERE:
            shown = (self.show_button,) if is_picture else ()
            line.add(*(Aligned(button, _TOP) for button in (*shown, self.save_button)))
        self._column = Column(theme, line, self._message, gap=1)
        self.setLayout(self._column)
        self.show_button.clicked.connect(self.show_picture)
        self.save_button.clicked.connect(self.choose_place)

    def _button(self, words: str, name: str, icon: Icon) -> Button:
        button = Button(self._theme, words, ButtonKind.SECONDARY, ButtonSize.SMALL, icon=icon)
        button.setAccessibleName(name)
        return button

    def _state(self) -> PlainLabel:
        held = self._held
        if held.state is FileState.HERE:
            return PlainLabel(self._theme, f"{held.kind.word}, {size_words(held.size)}", _SMALL, wrap=True)
        _, words, tone = _STATES[held.state]
        return PlainLabel(self._theme, say(words), TextStyle("small", tone.strong), wrap=True)

    # Showing

    @Slot()
    def show_picture(self) -> None:
        """Show the picture below, or put it away again."""
        if self._picture is not None:
            drop(self._picture)
            self._picture = None
            self.show_button.show_text(say(Said.SHOW_PICTURE))
        elif not self.show_button.is_busy:
            self._message.hide()
            self.show_button.set_busy(say(Said.SHOWING))
            self._records.picture(self, self._case_id, self._held.number, self._put, self._refuse)

    def _put(self, picture: QImage) -> None:
        self.show_button.set_ready()
        if picture.isNull():
            self._say(say(Said.NO_PICTURE))
            return
        self.show_button.show_text(say(Said.HIDE_PICTURE))
        self._picture = PictureView(self._theme, picture, say(Said.PICTURE_OF, name=self._held.name))
        self._column.add(self._picture)
        announce(self, say(Said.PICTURE_OF, name=self._held.name))

    # Saving

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save a copy."""
        if self.save_button.is_busy:
            return
        ask_to_save(
            self, say(Said.SAVE_COPY_OF, name=self._held.name), "", suggested_name(self._case_id, self._held), self.save
        )

    @Slot(str)
    def save(self, file: str) -> None:
        """Save a copy there."""
        self._message.hide()
        self.save_button.set_busy(say(Said.SAVING))
        what = FileCopy(self._case_id, self._held.number, Path(file))
        self._records.save_file(self, what, self._done, self._refuse)

    def _done(self, saved: Saved) -> None:
        self.save_button.set_ready()
        self._say(say(Said.COPY_SAVED, file=saved.path.name), Tone.OK)
        self.saved.emit(saved)

    def _refuse(self, refused: Refused) -> None:
        for button in (self.show_button, self.save_button):
            button.set_ready()
        self._say(refused.sentence)

    def _say(self, words: str, tone: Tone = Tone.WARN) -> None:
        self._message.show_message(tone, words)
        self._message.show()
