# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that could not be trusted, and entries that have not come: what, why, and what to do (ux.md Y3)."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.aside import Aside, AsideFile, NotArrived
from desktop.cases.moments import story_words
from desktop.clocks import london_day
from desktop.people import School
from ui.review.aside_words import AsideSaid
from ui.review.coded_words import ReasonWords, coded
from ui.review.records import News, Records, Refused, Saved
from ui.review.report_view import note_line
from ui.review.words import Said, say, say_count
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, Surface
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Row, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle

_STEPS = (AsideSaid.STEP_1, AsideSaid.STEP_2, AsideSaid.STEP_3)
_NAME_SHOWN = 16


class SetAsidePage(Surface):
    """The page. Nothing of a file's content is on it, because nothing of it was opened."""

    checked = Signal(object)
    """The shared folder was looked at again: the News."""
    saved = Signal(object)
    """The list was Saved."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__("canvas")
        self._theme = theme
        self._records = records
        self._again = Button(theme, say(AsideSaid.CHECK_AGAIN), icon=Icon.REFRESH_CW)
        self._save = Button(theme, say(AsideSaid.SAVE_LIST), icon=Icon.DOWNLOAD)
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        self._place = Column(theme)
        self._scroll: QWidget | None = None
        title = PlainLabel(theme, say(AsideSaid.TITLE), "screenTitle")
        intro = PlainLabel(theme, say(AsideSaid.INTRO), TextStyle("body", "text.secondary"), wrap=True)
        head = Column(theme, title, intro, self._refusal, gap=1, margins=(7, 6, 7, 3))
        buttons = Row(theme, self._again, self._save, Stretch(), gap=3, margins=(7, 0, 7, 3))
        column = Column(theme)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addLayout(self._place, 1)
        self.setLayout(column)
        self.setFocusProxy(self._again)
        self._again.clicked.connect(self._check)
        self._save.clicked.connect(self._choose_place)

    def show_aside(self, aside: Aside, school: School) -> None:
        """Show what there is."""
        today = london_day(self._records.now())
        holder = QWidget()
        body = Column(self._theme, gap=4, margins=(7, 1, 7, 6))
        if aside.files:
            table = DataTable(self._theme, _columns(), name=say(AsideSaid.TABLE), fits=True)
            table.show_rows([_row(file, story_words(file.seen_at, today)) for file in aside.files])
            body.add(table)
        if aside.not_arrived:
            body.add(self._missing(aside, school))
        if aside.count:
            steps = [note_line(self._theme, Icon.CHECK, say(step)) for step in _STEPS]
            body.add(Card(self._theme, say(AsideSaid.DO), *steps))
        else:
            body.add(EmptyState(self._theme, Icon.SHIELD_CHECK, say(AsideSaid.NOTHING)))
        body.add(Stretch())
        holder.setLayout(body)
        old, self._scroll = self._scroll, ScrollPage(self._theme, holder)
        if old is not None:
            self._place.removeWidget(old)
            old.deleteLater()
        self._place.add(Growing(self._scroll))
        self._save.setVisible(bool(aside.files))

    def _missing(self, aside: Aside, school: School) -> QWidget:
        lines = [note_line(self._theme, Icon.MAIL_OPEN, _missing_words(gap, school)) for gap in aside.not_arrived]
        intro = PlainLabel(
            self._theme, say(AsideSaid.NOT_ARRIVED_INTRO), TextStyle("small", "text.secondary"), wrap=True
        )
        return Card(self._theme, say(AsideSaid.NOT_ARRIVED), intro, Gap(1), *lines)

    @Slot()
    def _check(self) -> None:
        if not self._again.is_busy:
            self._again.set_busy(say(Said.CHECKING))
            self._refusal.hide()
            self._records.check_again(self, self._take, self._fail)

    def _take(self, news: News) -> None:
        self._again.set_ready()
        self.checked.emit(news)

    def _fail(self, refused: Refused) -> None:
        self._again.set_ready()
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()

    @Slot()
    def _choose_place(self) -> None:
        ask_to_save(self, say(AsideSaid.SAVE_LIST), say(AsideSaid.LIST_KIND), say(AsideSaid.LIST_FILE), self._save_list)

    @Slot(str)
    def _save_list(self, file: str) -> None:
        self._records.save_list(self, Path(file), self._tell_saved, self._fail)

    def _tell_saved(self, saved: Saved) -> None:
        self.saved.emit(saved)


def _columns() -> list[TableColumn]:
    return [
        TableColumn("seen", say(AsideSaid.SEEN), 2, is_sortable=False),
        TableColumn("file", say(AsideSaid.FILE), 3, is_sortable=False),
        TableColumn("why", say(AsideSaid.WHY), 5, is_sortable=False),
    ]


def _row(file: AsideFile, seen: str) -> TableRow:
    name = file.name if len(file.name) <= _NAME_SHOWN else f"{file.name[:_NAME_SHOWN]}…"
    return TableRow(file.name, (Cell(seen), Cell(name), Cell(coded(ReasonWords, file.reason), Icon.TRIANGLE_ALERT)))


def _missing_words(gap: NotArrived, school: School) -> str:
    person = school.people.get(gap.author) if gap.author else None
    name = person.name if person else say(AsideSaid.SOMEBODY_UNKNOWN)
    return say_count(AsideSaid.NOT_ARRIVED_ONE, AsideSaid.NOT_ARRIVED_SOME, gap.count, name=name)
