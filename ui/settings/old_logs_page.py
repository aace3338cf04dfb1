# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, import old logs: choose files, settle names and columns, see the fate of each row, then import."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from desktop.faults import KnownError
from desktop.importing.bringing_in import bring_in_some, plan
from desktop.importing.faults import ImportFault
from desktop.importing.log_columns import LogKind
from desktop.importing.log_tables import table_headings
from desktop.importing.planning import Choices, LogFile, Plan, PlannedRow, read_log_file
from desktop.importing.reading import read_list_file
from desktop.importing.tables import OLD_LOG
from desktop.people import PersonId
from desktop.session import Session
from ui.importing.batches import Batches
from ui.importing.settle_card import NamesCard
from ui.importing.words import Importing
from ui.importing.words import say as say_importing
from ui.settings.context import SettingsContext
from ui.settings.old_logs_cards import LogColumnsCard, found_card
from ui.settings.old_logs_words import OldLogs
from ui.settings.page import SettingsPage
from ui.settings.words import say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.exchanged import Exchanged
from ui.widgets.file_dialogs import ask_to_open_several
from ui.widgets.layouts import Row, Stretch
from ui.widgets.progress_panel import ProgressPanel

_ABOUT_COLUMNS = (ImportFault.NO_LOG_HEADER, ImportFault.NO_COLUMN, ImportFault.KIND_UNCLEAR, ImportFault.COLUMN_TWICE)


class _Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was chosen, and how somebody said that it is to be read."""

    path: Path
    kind: LogKind | None = None
    by_hand: Mapping[str, str] = {}


class _Unread(msgspec.Struct, frozen=True, kw_only=True):
    """The first file whose columns somebody has to name, with its headings."""

    at: int
    headings: tuple[str, ...]


class OldLogsPage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(OldLogs.TITLE), say(OldLogs.FOR))
        self._chosen: tuple[_Chosen, ...] = ()
        self._choices = Choices()
        self._choose = Button(self.theme, say(OldLogs.CHOOSE), icon=Icon.DOWNLOAD)
        self._done = Banner(self.theme, Tone.OK, "")
        self._card = Exchanged(self.theme)
        self._batches = Batches(self.theme, self._card, say(OldLogs.WORKING_MORE))
        for widget in (self._done, self._card):
            widget.hide()
        self.body.add(self._done, Row(self.theme, self._choose, Stretch()), self._card)
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._choose_files)
        self._batches.ended.connect(self._finish)

    @Slot()
    def _choose_files(self) -> None:
        ask_to_open_several(self, say(OldLogs.CHOOSE), say_importing(Importing.KIND), self.read_files)

    @Slot(list)
    def read_files(self, files: Sequence[str]) -> None:
        """Say what would become of every row of these files."""
        self._done.hide()
        self._chosen = tuple(_Chosen(path=Path(file), kind=_named(Path(file))) for file in files)
        self._choices = Choices()
        self._look()

    def _look(self) -> None:
        self._card.show_widgets(ProgressPanel(self.theme, say(OldLogs.READING), stoppable=False))
        self.ask(partial(_plan, self.context.session, self._chosen, self._choices), self._show)

    def _show(self, found: Plan | _Unread) -> None:
        if isinstance(found, _Unread):
            self._ask_columns(found)
            return
        card = found_card(self.theme, found)
        card.import_asked.connect(partial(self._batches.begin, len(found.new), partial(self._import_some, found.new)))
        card.cancelled.connect(self._clear)
        names = [NamesCard(self.theme, found.unclear, self.context.candour.school.people)] if found.unclear else []
        for each in names:
            each.settled.connect(self._settle)
        self._card.show_widgets(*names, card)
        card.begin(*names)

    def _ask_columns(self, found: _Unread) -> None:
        chosen, forms = self._chosen[found.at], self.context.candour.forms
        kind = chosen.kind if chosen.kind and chosen.kind is not LogKind.STAFF else LogKind.CONCERNS
        card = LogColumnsCard(self.theme, chosen.path.name, found.headings, forms, kind)
        card.chosen.connect(partial(self._take_columns, found.at))
        self._card.show_widgets(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_columns(self, at: int, kind: LogKind, by_hand: Mapping[str, str]) -> None:
        said = msgspec.structs.replace(self._chosen[at], kind=kind, by_hand=by_hand)
        self._chosen = (*self._chosen[:at], said, *self._chosen[at + 1 :])
        self._look()

    @Slot(object, bool)
    def _settle(self, people: Mapping[str, PersonId], takes_likely: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._choices = self._choices.settled(people, takes_likely=takes_likely)
        self._look()

    # Importing

    def _import_some(self, rows: tuple[PlannedRow, ...], start: int, then: Callable[[int], None]) -> None:
        self.ask(partial(bring_in_some, self.context.session, rows, start), then)

    @Slot(int)
    def _finish(self, count: int) -> None:
        self._clear()
        self._done.show_message(Tone.OK, say(OldLogs.DONE, count=f"{count:,}"))
        self._done.show()
        self.saved.emit()

    @Slot()
    def _clear(self) -> None:
        self._card.show_widgets()
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def show_error(self, error: Exception) -> None:
        self._batches.stop()
        self._clear()
        super().show_error(error)


def _named(path: Path) -> LogKind | None:
    """What the name of a file says that it holds."""
    return next((kind for kind in LogKind if path.stem.casefold() == kind.value), None)


def _plan(session: Session, chosen: Sequence[_Chosen], choices: Choices) -> Plan | _Unread:
    files: list[LogFile] = []
    for at, each in enumerate(chosen):
        data = read_list_file(each.path, OLD_LOG)
        try:
            files.append(read_log_file(each.path.name, data, each.kind, each.by_hand))
        except KnownError as error:
            if error.code not in _ABOUT_COLUMNS:
                raise
            return _Unread(at=at, headings=table_headings(data))
    return plan(session, files, choices)
