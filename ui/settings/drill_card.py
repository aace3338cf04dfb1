# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A drill (ux.md A5, security.md 3.12): a backup is opened with the sheet's code, compared whole, and let go again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from desktop.backup import Checked, backups_folder, check_backup
from desktop.clocks import date_words, london_day, time_words
from desktop.faults import KnownError, explain_fault
from ui.settings.context import SettingsContext
from ui.settings.recovery_words import Recovery
from ui.settings.words import say
from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_open
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.line_input import LineInput


class DrillCard(Card):
    """The newest backup of one's own in the shared folder is tried, or one that somebody chooses."""

    bug = Signal(object)
    """Something broke: the exception. What was typed is still here."""

    def __init__(self, context: SettingsContext) -> None:
        theme = context.theme
        super().__init__(theme, say(Recovery.DRILL), gap=3)
        self._context = context
        self._source = backups_folder(context.candour.machine.home)
        self._chosen = PlainLabel(theme, say(Recovery.DRILL_NEWEST), wrap=True)
        self._code = LineInput(theme)
        self._field = Field(theme, say(Recovery.DRILL_CODE), self._code, hint=say(Recovery.DRILL_CODE_HINT))
        self._try = Button(theme, say(Recovery.DRILL_TRY))
        self._choose = Button(theme, say(Recovery.DRILL_CHOOSE))
        self._told = PlainLabel(theme, "", wrap=True)
        self._told.hide()
        what = PlainLabel(theme, say(Recovery.DRILL_WHAT), wrap=True)
        self.add(what, self._chosen, self._field, Flow(theme, (self._try, self._choose), gap=3), self._told)
        self._try.clicked.connect(self._start)
        self._code.returnPressed.connect(self._start)
        self._choose.clicked.connect(self._ask_for_one)

    @Slot()
    def _ask_for_one(self) -> None:
        ask_to_open(self, say(Recovery.DRILL_CHOOSE), say(Recovery.DRILL_KIND), self.take_backup)

    @Slot(str)
    def take_backup(self, file: str) -> None:
        """Try this backup, not the newest in the shared folder."""
        self._source = Path(file)
        self._chosen.show_words(say(Recovery.DRILL_OF, file=file))

    @Slot()
    def _start(self) -> None:
        code = self._code.value()
        self._field.show_error("" if code.strip() else say(Recovery.DRILL_CODE_MISSING))
        if self._try.is_busy or not code.strip():
            return
        self._told.hide()
        self._try.set_busy(say(Recovery.DRILLING))
        operation = partial(check_backup, self._context.candour, self._source, code)
        self._context.tasks.run(self, operation, self._checked, self._fail)

    def _checked(self, found: Checked) -> None:
        self._code.set_value("")
        day, at = date_words(london_day(found.made_at)), time_words(found.made_at)
        self._tell(say(Recovery.DRILLED, day=day, time=at, entries=f"{found.entries:,}"))

    def _fail(self, error: Exception) -> None:
        self._try.set_ready()
        if isinstance(error, KnownError):
            self._field.show_error(explain_fault(error).sentence)
        else:
            self.bug.emit(error)

    def _tell(self, sentence: str) -> None:
        self._try.set_ready()
        self._told.show_words(sentence)
        self._told.show()
        announce(self, sentence)
