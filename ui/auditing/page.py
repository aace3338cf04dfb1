# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The audit page (ux.md R13): whoever opened records about many people first, then every line, chosen and saved.

The lines of a period are read when the page is gone to or another period is chosen; choosing among them is quick.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from desktop.auditing.deeds import Asked, AuditLine, Deed
from desktop.auditing.reading import Audit, chosen_lines, read_audit
from desktop.auditing.saying import deed_word, sentence, trawl_words, who_words
from desktop.cases.moments import story_words
from desktop.clocks import london_day, time_words
from desktop.exports.order import Order
from desktop.offices.coming import not_handed_on
from desktop.people import PersonId
from desktop.session import Session
from desktop.soundness import Soundness, check
from ui.auditing.words import Said, say
from ui.reports.coming_note import ComingNote
from ui.reports.order_form import ListOrder
from ui.reports.order_page import ListPlace
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.records import News, Refused, Saved
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.data_table import DataTable
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.exports.saving import Leaving

_ALL = ""
_BEGINS_WITH = "31"
_SHOWN = 1_000
_QUIET = TextStyle("body", "text.secondary")
_PERIODS = {_ALL: Said.ALL_TIME, "0": Said.TODAY, "7": Said.WEEK, "31": Said.MONTH, "365": Said.YEAR}
"""How many days back each choice goes."""


class AuditPage(DeskPage):
    """The page. Enter on a line opens its record."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._audit: Audit | None = None
        self._lines: tuple[AuditLine, ...] = ()
        self._notices: list[Banner] = []
        self.who = ComboChoice(theme, [Choice(_ALL, say(Said.EVERYBODY))], compact=True)
        deeds = [Choice(deed.value, deed_word(deed)) for deed in Deed]
        self.deed = ComboChoice(theme, [Choice(_ALL, say(Said.EVERYTHING)), *deeds], compact=True)
        self.period = ComboChoice(theme, [Choice(days, say(words)) for days, words in _PERIODS.items()], compact=True)
        self.save = Button(theme, say(Said.SAVE), ButtonKind.SECONDARY, ButtonSize.BESIDE_FIELD, icon=Icon.DOWNLOAD)
        self.check = Button(
            theme, say(Said.CHECK), ButtonKind.SECONDARY, ButtonSize.BESIDE_FIELD, icon=Icon.SHIELD_CHECK
        )
        self.said = PlainLabel(theme, say(Said.LOADING), _QUIET, wrap=True)
        self.found = Banner(theme, Tone.OK, "")
        self._not_here = ComingNote(context, not_handed_on)
        self.table = DataTable(theme, _columns(), name=say(Said.TABLE))
        self._empty = EmptyState(theme, Icon.SHIELD_CHECK, say(Said.EMPTY), say(Said.EMPTY_MORE))
        self._above = Column(theme, gap=2)
        self._place = QStackedLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self.theme
        for field, name in ((self.who, Said.PERSON), (self.deed, Said.KIND), (self.period, Said.DATES)):
            field.set_value(_BEGINS_WITH if field is self.period else _ALL)
            field.setAccessibleName(say(name))
        self.found.hide()
        holder, filters, table = QWidget(), QWidget(), QWidget()
        filters.setLayout(Flow(theme, (self.who, self.deed, self.period, self.save, self.check), gap=3))
        table.setLayout(self._place)
        for widget in (self.table, self._empty):
            self._place.addWidget(widget)
        title = PlainLabel(theme, say(Said.TITLE), "screenTitle", wrap=True)
        column = Column(theme, title, PlainLabel(theme, say(Said.FOR), _QUIET, wrap=True), gap=3)
        column.addLayout(self._above)
        column.add(self._not_here, self.found, filters, self.said, Growing(table))
        holder.setLayout(Column(theme, column, margins=(7, 6, 7, 5)))
        self.place = ListPlace(self.context, ScrollPage(theme, holder))
        self.setLayout(Column(theme, Growing(self.place)))
        self.setFocusProxy(self.who)
        self.setAccessibleName(title.words)

    def _connect(self) -> None:
        for field in (self.who, self.deed):
            field.edited.connect(self._show)
        self.period.edited.connect(self._read)
        self.table.row_opened.connect(self._open)
        self.save.clicked.connect(self.begin_order)
        self.place.saved.connect(self._tell_saved)
        self.place.recorded.connect(self.recorded)
        self.check.clicked.connect(self._check)

    @override
    def come_in(self, what: str) -> None:
        self._not_here.read()
        self._read()

    @Slot()
    def _read(self) -> None:
        asked = Asked(since=self._since())
        self.context.records.ask(self, lambda session: read_audit(session, asked), self._take, self._fail)

    @override
    def take_news(self, news: News) -> None:
        if self._audit is not None and news.synced.ingested.new:
            self.come_in("")

    def _take(self, audit: Audit) -> None:
        self._audit = audit
        school = self.context.school()
        names = {line.who: who_words(line.who, school) for line in audit.lines if line.who}
        people = [Choice(each, name) for each, name in sorted(names.items(), key=lambda item: item[1])]
        kept = self.who.value()
        self.who.offer([Choice(_ALL, say(Said.EVERYBODY)), *people], kept if kept in names else _ALL)
        while self._notices:
            drop(self._notices.pop())
        self._notices = [Banner(self.theme, Tone.WARN, trawl_words(each, school)) for each in audit.trawls]
        self._above.add(*self._notices)
        is_due = False  # it can be asked about on any day
        self.counted.emit(Place.AUDIT, len(audit.trawls), is_due)
        self._show()

    def _fail(self, refused: Refused) -> None:
        self.check.set_ready()
        self.found.show_message(Tone.WARN, refused.sentence)
        self.found.show()

    # Showing

    @Slot()
    def _show(self) -> None:
        if self._audit is None:
            return
        self._lines = chosen_lines(self._audit.lines, self._asked())
        shown = self._lines[:_SHOWN]
        self.table.show_rows(self._rows(shown))
        self._place.setCurrentWidget(self.table if shown else self._empty)
        self.save.setVisible(bool(shown))
        self.said.setVisible(bool(shown))
        count = f"{len(self._lines):,}"
        words = say(Said.ONE) if len(self._lines) == 1 else say(Said.SOME, count=count)
        more = len(self._lines) > len(shown)
        self.said.show_words(say(Said.MORE, count=count, shown=f"{_SHOWN:,}") if more else words)

    def _asked(self) -> Asked:
        who, deed = self.who.value(), self.deed.value()
        return Asked(who=PersonId(who) if who else None, deed=Deed(deed) if deed else None)

    def _since(self) -> date | None:
        days = self.period.value()
        return london_day(self.context.records.now()) - timedelta(days=int(days)) if days else None

    def _rows(self, lines: Sequence[AuditLine]) -> list[TableRow]:
        school, today = self.context.school(), london_day(self.context.records.now())
        return [
            TableRow(
                str(number),
                (
                    Cell(story_words(line.at, today)),
                    Cell(sentence(line, school)),
                ),
            )
            for number, line in enumerate(lines)
        ]

    @Slot(str)
    def _open(self, number: str) -> None:
        case_id = self._lines[int(number)].case_id
        if case_id:
            self.case_asked.emit(case_id)

    # Checking and saving

    @Slot()
    def _check(self) -> None:
        self.check.set_busy(say(Said.CHECKING))
        self.context.records.ask(self, check, self._tell_checked, self._fail)

    def _tell_checked(self, found: Soundness) -> None:
        self.check.set_ready()
        time = time_words(self.context.records.now())
        words = say(Said.INTACT, count=f"{found.entries:,}", time=time) if found.is_sound else say(Said.NOT_INTACT)
        self.found.show_message(Tone.OK if found.is_sound else Tone.DANGER, words)
        self.found.show()

    @Slot()
    def begin_order(self) -> None:
        """Ask what a copy of the lines that were chosen is for."""
        order = ListOrder(self.context, "audit", partial(_leaving, self._lines))
        self.place.begin(say(Said.TITLE), order, self.save)

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self.saved.emit(saved)
        self.come_in("")


def _leaving(lines: tuple[AuditLine, ...], session: Session, order: Order) -> "Leaving":
    from desktop.exports.lists import leaving_audit

    return leaving_audit(session, order, lines)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn("when", say(Said.WHEN), 4, is_sortable=False),
        TableColumn("what", say(Said.WHAT), 10, is_sortable=False),
    )
