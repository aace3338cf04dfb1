# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, backup and recovery kit: the last backup and the next, whether the sheet is there, and a new one."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.backup import BackedUp, back_up, last_backup
from desktop.clocks import date_words, london_day, time_words
from desktop.people import School
from desktop.recovery import KitState, check_sheet, kit_state
from desktop.session import Session
from ui.settings.context import SettingsContext
from ui.settings.drill_card import DrillCard
from ui.settings.kit_page import KitPage
from ui.settings.page import SettingsPage
from ui.settings.recovery_words import Recovery
from ui.settings.typed_groups import TypedGroups
from ui.settings.words import say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.file_dialogs import ask_for_folder
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch


@dataclass(frozen=True, slots=True)
class _Standing:
    """How backup and kit stand."""

    last: datetime | None
    kit: KitState | None


class RecoveryPage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Recovery.TITLE), say(Recovery.TITLE_FOR))
        theme = self.theme
        self._last = PlainLabel(theme, "", wrap=True)
        self._told = PlainLabel(theme, "", wrap=True)
        self._back_up = Button(theme, say(Recovery.BACK_UP), ButtonKind.PRIMARY)
        self._back_up_to = Button(theme, say(Recovery.BACK_UP_TO))
        self._stands = PlainLabel(theme, "", wrap=True)
        self._found = PlainLabel(theme, "", wrap=True)
        self._groups = TypedGroups(theme)
        self._check = Button(theme, say(Recovery.CHECK))
        self._make = Button(theme, say(Recovery.MAKE))
        self._checking = self._checking_part()
        self._place = Column(theme)
        self._kit_page: KitPage | None = None
        self._drill = DrillCard(context)
        self._cards = QWidget()
        self._cards.setLayout(Column(theme, self._backup_card(), self._kit_card(), self._drill, gap=4))
        self.body.add(self._cards)
        self.body.addLayout(self._place)
        self._found.hide()
        self._told.hide()
        for part in (self._checking, self._drill):
            part.hide()
        self.setFocusProxy(self._make)
        self._connect()

    def _backup_card(self) -> Card:
        what = PlainLabel(self.theme, say(Recovery.BACKUP_WHAT), wrap=True)
        buttons = Flow(self.theme, (self._back_up, self._back_up_to), gap=3)
        return Card(self.theme, say(Recovery.BACKUP), what, self._last, buttons, self._told, gap=3)

    def _kit_card(self) -> Card:
        make = Row(self.theme, self._make, Stretch())
        return Card(self.theme, say(Recovery.KIT), self._stands, self._checking, self._found, make, gap=3)

    def _checking_part(self) -> QWidget:
        part = QWidget()
        words = PlainLabel(self.theme, say(Recovery.CHECK_WHAT), wrap=True)
        part.setLayout(Column(self.theme, words, self._groups, Row(self.theme, self._check, Stretch()), gap=3))
        return part

    def _connect(self) -> None:
        self._back_up.clicked.connect(self._back_up_here)
        self._back_up_to.clicked.connect(self._choose_folder)
        self._check.clicked.connect(self._check_sheet)
        self._groups.entered.connect(self._check_sheet)
        self._make.clicked.connect(self._make_kit)
        self._drill.bug.connect(self.bug)

    @override
    def show_school(self, school: School) -> None:
        self.ask(partial(_standing, self.context.session), self._show)

    def _show(self, standing: _Standing) -> None:
        kit, last = standing.kit, standing.last
        if kit is None:
            self._last.show_words(say(Recovery.NEEDS_KIT))
            self._stands.show_words(say(Recovery.KIT_NONE))
        else:
            made, checked = date_words(kit.made_on), date_words(kit.checked_on)
            self._last.show_words(say(Recovery.NEVER) if last is None else _said(last))
            self._stands.show_words(say(Recovery.KIT_STANDS, made=made, checked=checked))
        self._make.show_text(say(Recovery.MAKE if kit is None else Recovery.MAKE_NEW))
        for widget in (self._back_up, self._back_up_to):
            widget.setEnabled(kit is not None)
        for part in (self._checking, self._drill):
            part.setVisible(kit is not None)

    # Backing up

    @Slot()
    def _back_up_here(self) -> None:
        self._start(None)

    @Slot()
    def _choose_folder(self) -> None:
        ask_for_folder(self, say(Recovery.BACK_UP_TO), self.back_up_to)

    @Slot(str)
    def back_up_to(self, folder: str) -> None:
        """Make a backup in a folder of somebody's choosing."""
        self._start(Path(folder))

    def _start(self, to: Path | None) -> None:
        if self._back_up.is_busy:
            return
        self._back_up.set_busy(say(Recovery.BACKING_UP))
        self.ask(partial(back_up, self.context.session, to), self._backed_up)

    def _backed_up(self, made: BackedUp) -> None:
        self._back_up.set_ready()
        self._told.show_words(say(Recovery.BACKED_UP, entries=f"{made.entries:,}", file=str(made.file)))
        self._told.show()
        self.saved.emit()

    @override
    def show_error(self, error: Exception) -> None:
        self._back_up.set_ready()
        super().show_error(error)

    # The kit

    @Slot()
    def _check_sheet(self) -> None:
        typed = self._groups.values()
        if typed is not None:
            self.ask(partial(check_sheet, self.context.session, typed), self._checked)

    def _checked(self, _found: None) -> None:
        self._groups.clear()
        self._found.show_words(say(Recovery.CHECKED))
        self._found.show()
        self.saved.emit()

    @Slot()
    def _make_kit(self) -> None:
        if self._kit_page is not None:
            return
        context = self.context
        self._kit_page = page = KitPage(context.theme, context.tasks, context.session)
        page.done.connect(self._kit_made)
        page.cancelled.connect(self._leave_kit)
        page.bug.connect(self.bug)
        self._place.add(page)
        self._cards.hide()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _kit_made(self) -> None:
        self._leave_kit()
        self.saved.emit()

    @Slot()
    def _leave_kit(self) -> None:
        if self._kit_page is not None:
            drop(self._kit_page)
            self._kit_page = None
        self._cards.show()
        self._make.setFocus(Qt.FocusReason.OtherFocusReason)


def _standing(session: Session) -> _Standing:
    return _Standing(last_backup(session), kit_state(session))


def _said(last: datetime) -> str:
    return say(Recovery.LAST, day=date_words(london_day(last)), time=time_words(last))
