# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, this computer: its shared folder, the code for another one, moving elsewhere, removing one's sign-in."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.changing.leaving import readable, wipe
from desktop.changing.telling import name
from desktop.moving import ThisComputer, move_to, this_computer, try_now
from desktop.people import School
from desktop.shared_folder import FolderFinding
from ui.settings.computer_words import Computer, say
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.removal_card import RemovalCard
from ui.setup.folder_words import say_finding
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.summary_list import SummaryList, SummaryRow
from ui.widgets.text_flow import TextStyle


class ComputerPage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Computer.TITLE), say(Computer.FOR))
        theme = self.theme
        self._facts = Exchanged(theme)
        self._said = Banner(theme, Tone.OK, "")
        self._said.hide()
        self._test = Button(theme, say(Computer.TEST))
        self._folder = LineInput(theme, width=Width.FULL)
        self._folder.setMaxLength(_LONGEST)
        self._move = Button(theme, say(Computer.MOVE_NOW))
        more = PlainLabel(theme, say(Computer.MOVE_MORE), TextStyle("small", "text.secondary"), wrap=True)
        code = PlainLabel(theme, say(Computer.CODE_MORE), TextStyle("small", "text.secondary"), wrap=True)
        field = Field(theme, say(Computer.NEW_FOLDER), self._folder)
        self.body.add(
            self._said,
            Card(theme, "", self._facts, code, Row(theme, self._test, Stretch()), gap=3),
            Card(theme, say(Computer.MOVE), more, field, Row(theme, self._move, Stretch()), gap=3),
        )
        removal = RemovalCard(theme, name(context.school, context.me))
        self.body.add(removal)
        removal.asked.connect(self._ask_to_remove)
        self.setFocusProxy(self._test)
        self._test.clicked.connect(self._try)
        self._move.clicked.connect(self._ask_to_move)

    @override
    def show_school(self, school: School) -> None:
        self.ask(partial(this_computer, self.context.candour.machine), self._show)

    def _show(self, computer: ThisComputer) -> None:
        reached = say(Computer.REACHED if computer.is_reachable else Computer.NOT_REACHED)
        rows = [
            SummaryRow("folder", say(Computer.FOLDER), computer.folder),
            SummaryRow("state", say(Computer.STATE), reached),
            SummaryRow("waiting", say(Computer.WAITING), f"{computer.waiting:,}"),
            SummaryRow("words", say(Computer.WORDS), computer.fingerprint),
            SummaryRow("code", say(Computer.CODE), computer.enrolment_code),
        ]
        self._facts.show_widgets(SummaryList(self.theme, rows))

    @Slot()
    def _try(self) -> None:
        self.ask(partial(try_now, self.context.candour.machine), self._tell)

    def _tell(self, finding: FolderFinding) -> None:
        self._said.show_message(Tone.OK if finding.is_usable else Tone.WARN, say_finding(finding))
        self._said.show()

    @Slot()
    def _ask_to_move(self) -> None:
        if not self._move.is_busy:
            self._move.set_busy(say(Computer.MOVING))
            folder = Path(self._folder.value().strip())
            self.ask(partial(move_to, self.context.candour.machine, folder), self._on_moved)

    def _on_moved(self, copied: int) -> None:
        self._move.set_ready()
        self._folder.set_value("")
        self._said.show_message(Tone.OK, say(Computer.MOVED, count=f"{copied:,}"))
        self._said.show()
        self.saved.emit()

    @Slot()
    def _ask_to_remove(self) -> None:
        self.ask(partial(readable, self.context.session), self._confirm_removal)

    def _confirm_removal(self, count: int) -> None:
        self.confirm(say(Computer.REMOVE_CONFIRM, count=f"{count:,}"), self._remove)

    def _remove(self) -> None:
        self.ask(partial(wipe, self.context.session), self._tell_removed)

    def _tell_removed(self, _wiped: None) -> None:
        self.signed_out.emit()

    @override
    def show_error(self, error: Exception) -> None:
        self._move.set_ready()
        super().show_error(error)


_LONGEST = 1_000
"""Characters of a path: more than any system takes."""
