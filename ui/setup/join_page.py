# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Joining a school (ux.md A4): a code and a folder, then six words to compare; nothing is changed before they match."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from desktop.faults import KnownError, explain_fault
from desktop.first_run import SchoolSeen, look_at_school
from desktop.founding import join_school
from desktop.services import Candour
from ui.setup.centred import CentredPage
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_for_folder
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_LONGEST = 1_000


class JoinPage(CentredPage):
    """Asks, shows what it found, and joins only what somebody says is theirs."""

    joined = Signal(bool)
    """This computer belongs to the school now, and somebody wants their own sign-in on it (true) or not yet."""
    left = Signal()
    """Back was pressed."""
    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour) -> None:
        super().__init__(theme)
        self._tasks = tasks
        self._candour = candour
        self._asked = ("", "")
        self._school = ""
        self._back = LinkButton(theme, say(Setup.BACK), "bodyStaff", icon=Icon.ARROW_LEFT)
        self._folder = LineInput(theme, width=Width.FULL)
        self._folder.setMaxLength(_LONGEST)
        self._browse = Button(theme, say(Setup.BROWSE), icon=Icon.FOLDER)
        self._code = LineInput(theme, role="reference")
        self._folder_field = Field(theme, say(Setup.FOLDER_PATH), self._folder, hint=say(Setup.JOIN_FOLDER_HINT))
        self._code_field = Field(theme, say(Setup.JOIN_CODE), self._code, hint=say(Setup.JOIN_CODE_HINT))
        self._find = Button(theme, say(Setup.JOIN_FIND), ButtonKind.PRIMARY, ButtonSize.LARGE)
        self._found = Exchanged(theme, gap=3)
        self._found.hide()
        title = PlainLabel(theme, say(Setup.JOIN_TITLE), "pageTitle", wrap=True)
        intro = PlainLabel(theme, say(Setup.JOIN_INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        self.column.add(
            self._back,
            Column(theme, title, intro, gap=1),
            self._folder_field,
            Row(theme, self._browse, Stretch()),
            self._code_field,
            self._find,
            self._found,
            Stretch(),
        )
        self.setAccessibleName(title.words)
        self.setFocusProxy(self._folder)
        self._connect()

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._browse.clicked.connect(self._ask)
        self._find.clicked.connect(self._look)
        self._code.returnPressed.connect(self._look)
        self._folder.returnPressed.connect(self._code.setFocus)
        for line in (self._code, self._folder):
            line.edited.connect(self._forget)

    @Slot()
    def _ask(self) -> None:
        ask_for_folder(self, say(Setup.FOLDER_PATH), self._folder.set_value)

    @Slot()
    def _forget(self) -> None:
        """What was found belongs to what was typed before."""
        self._found.show_widgets()

    # Looking

    @Slot()
    def _look(self) -> None:
        folder, code = self._folder.value().strip(), self._code.value().strip()
        self._folder_field.show_error("" if Path(folder).is_absolute() else say(Setup.JOIN_FOLDER_ERROR))
        self._code_field.show_error("" if code else say(Setup.JOIN_CODE_ERROR))
        if not Path(folder).is_absolute() or not code or self._find.is_busy:
            return
        self._find.set_busy(say(Setup.JOINING))
        self._asked = (folder, code)
        operation = partial(look_at_school, self._candour, Path(folder), code)
        self._tasks.run(self, operation, self._show_school, self._on_fault)

    def _show_school(self, seen: SchoolSeen) -> None:
        self._find.set_ready()
        self._school = seen.name
        theme = self.theme
        name = seen.head or say(Setup.JOIN_ASK)
        found = say(Setup.JOIN_FOUND, school=seen.name)
        matches = Button(theme, say(Setup.MATCHES), ButtonKind.PRIMARY, ButtonSize.LARGE)
        different = Button(theme, say(Setup.DIFFERENT), size=ButtonSize.LARGE)
        matches.clicked.connect(self._join)
        different.clicked.connect(partial(self._stop, name))
        words = PlainLabel(
            theme, say(Setup.JOIN_FINGERPRINT, words=seen.fingerprint, name=name), "bodyStaff", wrap=True
        )
        card = Card(theme, found, words, Flow(theme, (matches, different), gap=3), gap=4)
        self._found.show_widgets(card)
        announce(card, f"{found}. {words.words}")
        different.setFocus()

    def _stop(self, name: str) -> None:
        danger = Banner(self.theme, Tone.DANGER, say(Setup.NOTHING_JOINED), lead=say(Setup.DONT_GO_ON, name=name))
        self._found.show_widgets(danger)
        self._back.setFocus()

    @Slot()
    def _join(self) -> None:
        folder, code = self._asked
        operation = partial(join_school, self._candour, Path(folder), code)
        self._tasks.run(self, operation, self._on_joined, self._on_fault)

    def _on_joined(self, _words: str) -> None:
        """The computer has joined: what is it for? Nothing above can be changed any more."""
        for each in (self._back, self._folder, self._browse, self._code, self._find):
            each.setEnabled(False)
        joined = say(Setup.JOINED, school=self._school)
        anyone = Button(self.theme, say(Setup.USE_FOR_ANYONE), ButtonKind.PRIMARY, ButtonSize.LARGE)
        own = Button(self.theme, say(Setup.AND_MY_SIGN_IN), size=ButtonSize.LARGE)
        anyone.clicked.connect(self._finish)
        own.clicked.connect(self._set_up_own)
        self._found.show_widgets(Card(self.theme, joined, anyone, own, gap=3))
        announce(self, joined)
        anyone.setFocus()

    @Slot()
    def _finish(self) -> None:
        self.joined.emit(False)  # noqa: FBT003 - Qt hands the state over by place

    @Slot()
    def _set_up_own(self) -> None:
        self.joined.emit(True)  # noqa: FBT003 - Qt hands the state over by place

    def _on_fault(self, error: Exception) -> None:
        self._find.set_ready()
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        words = explain_fault(error)
        self._found.show_widgets(Banner(self.theme, Tone.WARN, f"{words.record} {words.do}", lead=words.happened))
