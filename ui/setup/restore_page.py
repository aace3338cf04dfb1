# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Coming back on a computer without a school, with nothing but a backup and the printed sheet (security.md 3.11)."""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.backup import Restored
from desktop.clocks import date_words, london_day, time_words
from desktop.faults import KnownError, explain_fault
from desktop.phrases import PASSPHRASE_WORDS
from desktop.recovery import come_back_here, restore_for
from desktop.services import Candour
from desktop.synced import Alarm
from ui.setup.centred import CentredPage
from ui.setup.passphrase_advice import Meter, Suggestion
from ui.setup.restore_words import Restore
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
from ui.widgets.file_dialogs import ask_for_folder, ask_to_open
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.link_button import LinkButton
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text_flow import TextStyle

_LONGEST = 1_000


class RestorePage(CentredPage):
    """Asks for the backup, the code and a new passphrase, and says what came back."""

    restored = Signal()
    """The records are here, and with them the school; whoever read what came back goes on."""
    left = Signal()
    """Back was pressed."""
    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour) -> None:
        super().__init__(theme)
        self._tasks = tasks
        self._candour = candour
        self._restored: Restored | None = None
        self._back = LinkButton(theme, say(Setup.BACK), "bodyStaff", icon=Icon.ARROW_LEFT)
        self._backup = LineInput(theme, width=Width.FULL)
        self._backup.setMaxLength(_LONGEST)
        self._file = Button(theme, say(Restore.CHOOSE_FILE), icon=Icon.FILE_TEXT)
        self._folder = Button(theme, say(Restore.CHOOSE_FOLDER), icon=Icon.FOLDER)
        self._code = LineInput(theme)
        self._new, self._again = PassphraseInput(theme), PassphraseInput(theme)
        self._fields = (
            Field(theme, say(Restore.BACKUP), self._backup, hint=say(Restore.BACKUP_HINT)),
            Field(theme, say(Restore.CODE), self._code, hint=say(Restore.CODE_HINT)),
            Field(theme, say(Restore.NEW), self._new),
            Field(theme, say(Restore.ONCE_MORE), self._again),
        )
        self._suggestion, self._meter = Suggestion(theme, PASSPHRASE_WORDS), Meter(theme)
        self._open = Button(theme, say(Restore.OPEN), ButtonKind.PRIMARY, ButtonSize.LARGE)
        self._asked = QWidget()
        self._told = Exchanged(theme, gap=3)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self.theme
        backup, code, new, again = self._fields
        title = PlainLabel(theme, say(Restore.TITLE), "pageTitle", wrap=True)
        intro = PlainLabel(theme, say(Restore.INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        head = Column(theme, title, intro, gap=1)
        asked = Column(theme, self._back, head, backup, gap=4)
        asked.addLayout(Flow(theme, (self._file, self._folder), gap=3))
        asked.add(code, self._suggestion, new, self._meter, again, Row(theme, self._open, Stretch()))
        self._asked.setLayout(asked)
        self.column.add(self._asked, self._told, Stretch())
        self.setAccessibleName(title.words)
        self.setFocusProxy(self._backup)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._file.clicked.connect(self._choose_file)
        self._folder.clicked.connect(self._choose_folder)
        self._backup.returnPressed.connect(self._code.setFocus)
        self._code.returnPressed.connect(self._new.setFocus)
        self._new.entered.connect(self._again.setFocus)
        self._new.edited.connect(self._judge)
        self._again.entered.connect(self._ask)
        self._suggestion.made.connect(self._new.setFocus)
        self._open.clicked.connect(self._ask)

    @Slot(str)
    def _judge(self, typed: str) -> None:
        self._meter.judge(typed, ())

    @Slot()
    def _choose_file(self) -> None:
        ask_to_open(self, say(Restore.CHOOSE_FILE), say(Restore.BACKUP_KIND), self._backup.set_value)

    @Slot()
    def _choose_folder(self) -> None:
        ask_for_folder(self, say(Restore.CHOOSE_FOLDER), self._backup.set_value)

    # Opening

    @Slot()
    def _ask(self) -> None:
        if self._open.is_busy or self._is_something_missing():
            return
        self._told.show_widgets()
        self._open.set_busy(say(Restore.OPENING))
        if self._restored is None:
            source, code, new = Path(self._backup.value().strip()), self._code.value(), self._new.value()
            self._tasks.run(self, partial(restore_for, self._candour, source, code, new), self._on_restored, self._fail)
        else:
            self._on_restored(self._restored)

    def _is_something_missing(self) -> bool:
        backup, code, _new, again = self._fields
        is_place = Path(self._backup.value().strip()).is_absolute()
        backup.show_error("" if is_place else say(Restore.BACKUP_MISSING))
        code.show_error("" if self._code.value().strip() else say(Restore.CODE_MISSING))
        again.show_error("" if self._new.value() == self._again.value() else say(Restore.DIFFERS))
        wrong = next((field for field in self._fields if field.error), None)
        if wrong is not None:
            wrong.setFocus()
        return wrong is not None

    def _on_restored(self, restored: Restored) -> None:
        """The records are here; now the new passphrase. Where it is refused, only that is asked for again."""
        self._restored = restored
        for each in (self._back, self._backup, self._file, self._folder, self._code):
            each.setEnabled(False)
        person, code, new = restored.backup.person, self._code.value(), self._new.value()
        operation = partial(come_back_here, self._candour, person, code, new, time.perf_counter, None)
        self._tasks.run(self, operation, self._on_opened, self._fail)

    def _on_opened(self, _person: object) -> None:
        if self._restored is None:
            return
        for each in (self._code, self._new, self._again):
            each.set_value("")
        self._suggestion.clear()
        self._asked.hide()
        name = self._candour.school.people[self._restored.backup.person].name
        title, lines = say(Restore.MADE, name=name), came_back_lines(self._restored)
        finish = Button(self.theme, say(Restore.FINISH), ButtonKind.PRIMARY, ButtonSize.LARGE)
        finish.clicked.connect(self.restored)
        labels = [PlainLabel(self.theme, line, "bodyStaff", wrap=True) for line in lines]
        self._told.show_widgets(Card(self.theme, title, *labels, Row(self.theme, finish, Stretch()), gap=3))
        announce(self, f"{title}. {' '.join(lines)}")
        finish.setFocus()

    def _fail(self, error: Exception) -> None:
        self._open.set_ready()
        if not isinstance(error, KnownError):
            self.bug.emit(error)
            return
        words = explain_fault(error)
        self._told.show_widgets(Banner(self.theme, Tone.WARN, f"{words.record} {words.do}", lead=words.happened))
        if self._restored is not None:  # then it is the passphrase, which is chosen anew
            self._again.set_value("")
            self._new.setFocus(Qt.FocusReason.TabFocusReason)


def came_back_lines(restored: Restored) -> list[str]:
    """Say what came back, what came since, what is newer elsewhere, and what to do now."""
    made, synced = restored.backup.made_at, restored.synced
    entries = f"{restored.backup.entries:,}"
    lines = [say(Restore.MADE_OF, day=date_words(london_day(made)), time=time_words(made), entries=entries)]
    if synced.is_reachable:
        lines.append(say(Restore.CAME_SINCE, entries=f"{len(synced.ingested.new):,}"))
    else:
        lines.append(say(Restore.OUT_OF_REACH))
    if Alarm.RESTORED_BEHIND in synced.alarms:
        lines.append(say(Restore.NEWER))
    return [*lines, say(Restore.KEEP_SHEET), say(Restore.OTHER_KEYS)]
