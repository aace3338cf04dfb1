# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 5: only this computer, or a folder that others see; it is tried before anything is put there."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.setting_up import Draft, Missing
from desktop.shared_folder import FolderFinding, try_folder
from ui.setup.folder_words import say_finding
from ui.setup.step_page import StepPage
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.staff.clipboard import ShortClipboard
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_for_folder
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.radio_cards import RadioCards
from ui.widgets.text_flow import TextStyle

_HERE, _SHARED = "here", "shared"


class FolderStep(StepPage):
    """A folder counts once it has been tested as it stands."""

    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    errors: ClassVar[Mapping[Missing, Setup]] = {Missing.FOLDER: Setup.FOLDER_ERROR}

    def __init__(self, theme: ThemeSource, tasks: Tasks) -> None:
        super().__init__(theme, Setup.FOLDER, Setup.FOLDER_INTRO)
        self._tasks = tasks
        self._clipboard = ShortClipboard(theme, self)
        self._tested = ""
        self._choice = RadioCards(
            theme,
            [
                Choice(_HERE, say(Setup.ONLY_HERE), say(Setup.ONLY_HERE_MORE)),
                Choice(_SHARED, say(Setup.ON_NETWORK), say(Setup.ON_NETWORK_MORE)),
            ],
        )
        self._choice_field = Field(theme, say(Setup.FOLDER_WHERE), self._choice)
        self._path = LineInput(theme, width=Width.FULL)
        self._path.setMaxLength(_LONGEST)
        self._browse = Button(theme, say(Setup.BROWSE), icon=Icon.FOLDER)
        self._test = Button(theme, say(Setup.TEST))
        self._found = Banner(theme, Tone.OK, "")
        self._found.hide()
        self._note = PlainLabel(theme, "", "body", wrap=True)
        self._copy = Button(theme, say(Setup.NOTE_COPY), icon=Icon.COPY)
        self._shared = self._shared_part()
        self.body.add(self._choice_field, self._shared)
        self.setFocusProxy(self._choice)
        self._connect()

    def _shared_part(self) -> QWidget:
        theme = self.theme
        path = Field(theme, say(Setup.FOLDER_PATH), self._path, hint=say(Setup.FOLDER_PATH_HINT))
        note = Card(theme, say(Setup.NOTE_TITLE), self._note, Gap(1), Row(theme, self._copy, Stretch()))
        words = PlainLabel(theme, say(Setup.FOLDER_TEST_WHY), TextStyle("small", "text.secondary"), wrap=True)
        part = QWidget()
        buttons = Row(theme, self._browse, self._test, Growing(words), gap=3)
        buttons.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        part.setLayout(Column(theme, path, buttons, self._found, note, gap=4))
        part.hide()
        return part

    def _connect(self) -> None:
        self._choice.edited.connect(self._show_choice)
        self._path.edited.connect(self._forget_test)
        self._path.returnPressed.connect(self._try)
        self._browse.clicked.connect(self._ask)
        self._test.clicked.connect(self._try)
        self._copy.clicked.connect(self._copy_note)

    @override
    def show_draft(self, draft: Draft, today: date) -> None:
        if draft.exchange is not None:
            self._choice.set_value(_SHARED if draft.exchange else _HERE)
        self._show_choice()

    @override
    def take(self, draft: Draft) -> Draft:
        choice = self._choice.value()
        exchange = "" if choice == _HERE else (self._tested or None) if choice == _SHARED else None
        return msgspec.structs.replace(draft, exchange=exchange)

    @override
    def field_of(self, missing: str) -> QWidget | None:
        return self._choice_field

    @Slot()
    def _show_choice(self) -> None:
        self._shared.setVisible(self._choice.value() == _SHARED)
        self._choice_field.show_error("")
        self._show_note()

    def _show_note(self) -> None:
        self._note.show_words(say(Setup.NOTE, folder=self._path.value().strip()))

    # The test

    @Slot()
    def _ask(self) -> None:
        ask_for_folder(self, say(Setup.FOLDER_PATH), self._path.set_value)

    @Slot()
    def _forget_test(self) -> None:
        self._tested = ""
        self._found.hide()
        self._show_note()

    @Slot()
    def _try(self) -> None:
        if not self._test.is_busy:
            self._test.set_busy(say(Setup.TESTING))
            typed = self._path.value().strip()
            self._tasks.run(self, partial(try_folder, typed), partial(self._show_finding, typed), self._on_bug)

    def _show_finding(self, typed: str, finding: FolderFinding) -> None:
        self._test.set_ready()
        if typed != self._path.value().strip():
            return
        self._tested = typed if finding.is_usable else ""
        self._found.show_message(Tone.OK if finding.is_usable else Tone.WARN, say_finding(finding))
        self._found.show()
        self._choice_field.show_error("")

    def _on_bug(self, error: Exception) -> None:
        self._test.set_ready()
        self.bug.emit(error)

    @Slot()
    def _copy_note(self) -> None:
        self._clipboard.copy(self._note.words)
        self.note_asked.emit(say(Setup.NOTE_COPIED))


_LONGEST = 1_000
"""Characters of a path: more than any system takes."""
