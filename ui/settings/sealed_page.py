# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, a sealed file: chosen or dropped, then opened into a folder (desktop/exports/opening.py)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from desktop.clocks import date_words, london_day
from desktop.exports.opening import Opened, open_parcel
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.sealed_words import Sealed
from ui.settings.words import say
from ui.shell.sealed_drops import dropped_file
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.file_dialogs import ask_for_folder, ask_to_open
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.plain_view import PlainView
from ui.widgets.text_flow import TextStyle


class SealedPage(SettingsPage):
    """The page. It remembers nothing of a file once another one is chosen."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Sealed.TITLE), say(Sealed.FOR))
        theme = self.theme
        self._file = ""
        self.choose = Button(theme, say(Sealed.CHOOSE), ButtonKind.PRIMARY)
        what = PlainLabel(theme, say(Sealed.DROP), wrap=True)
        self._told = Banner(theme, Tone.OK, "")
        self._files = PlainView(theme, name=say(Sealed.FILES))
        self._plain = PlainLabel(theme, say(Sealed.PLAIN), TextStyle("small", "text.secondary"), wrap=True)
        self.body.add(
            Card(theme, say(Sealed.WHICH), what, Row(theme, self.choose, Stretch()), gap=3),
            self._told,
            self._files,
            self._plain,
        )
        self._show_result(shown=False)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._choose)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if file := dropped_file(event):
            event.acceptProposedAction()
            self.take(file)

    @Slot()
    def _choose(self) -> None:
        if not self.choose.is_busy:
            ask_to_open(self, say(Sealed.CHOOSE), say(Sealed.KIND), self.take)

    @override
    def begin_with(self, what: str) -> None:
        self.take(what)

    @Slot(str)
    def take(self, file: str) -> None:
        """Ask into which folder this file is to be opened."""
        self._file = file
        self._show_result(shown=False)
        ask_for_folder(self, say(Sealed.FOLDER), self.open_into)

    @Slot(str)
    def open_into(self, folder: str) -> None:
        """Open the chosen file into this folder."""
        self.choose.set_busy(say(Sealed.OPENING))
        self.ask(partial(open_parcel, self.context.session, Path(self._file), Path(folder)), self._show_opened)

    def _show_opened(self, opened: Opened) -> None:
        self.choose.set_ready()
        maker = self.context.school.people[opened.maker].name
        if opened.is_revoked:
            self._told.show_message(Tone.WARN, say(Sealed.REVOKED, name=maker))
        else:
            self._told.show_message(Tone.OK, say(Sealed.OPENED, name=maker, day=date_words(london_day(opened.at))))
        self._files.show_text("\n".join(str(each) for each in opened.files))
        self._show_result(shown=True)

    @override
    def show_error(self, error: Exception) -> None:
        self.choose.set_ready()
        super().show_error(error)

    def _show_result(self, *, shown: bool) -> None:
        for part in (self._told, self._files, self._plain):
            part.setVisible(shown)
