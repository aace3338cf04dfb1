# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar of duties (requirements.md F65): the school year in order, and what is overdue."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from desktop.clocks import london_day
from desktop.duties.acting import read_calendar, say_done
from desktop.duties.calendar import DutyLine, in_school_year
from desktop.duties.evidence import Shown, read_evidence
from desktop.session import Session
from ui.duties.duty_card import DutyCard
from ui.duties.rows import columns, row
from ui.duties.words import Said, say
from ui.reports.coming_note import ComingNote
from ui.reports.table_page import TablePage
from ui.review.desk_page import DeskContext, Place
from ui.review.records import Refused
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.narrow_table import NarrowTable

_MOST = 9
Read = tuple[tuple[DutyLine, ...], Mapping[str, Shown]]


class CalendarPage(TablePage):
    """The page."""

    def __init__(self, context: DeskContext) -> None:
        theme, empty = context.theme, EmptyState(context.theme, Icon.CALENDAR, say(Said.READING), "")
        rows = NarrowTable(theme, columns, empty, name=say(Said.TABLE), most=_MOST)
        super().__init__(context, say(Said.TITLE), say(Said.INTRO), rows)
        self._lines: tuple[DutyLine, ...] = ()
        self._evidence: Mapping[str, Shown] = {}
        self.card: DutyCard | None = None
        self._no_terms = Banner(theme, Tone.INFO, say(Said.NO_TERMS))
        self._no_terms.hide()
        self._coming = ComingNote(context)
        self.body.add(self._no_terms, self._coming, self.rows)
        self.body.addLayout(self.below)
        self.rows.row_opened.connect(self._go_to_card)

    @override
    def read(self) -> None:
        self._coming.read()
        self.context.records.ask(self, _read, self._take, self.refuse)

    def _take(self, read: Read) -> None:
        self._lines, self._evidence = read
        lines = self._lines
        self.refuse(Refused(""))
        self._no_terms.setVisible(all(line.occurrence is None for line in lines))
        self._show()

    @Slot()
    @override
    def _show(self) -> None:
        school = self.context.school()
        self.rows.show_rows(
            [row(line, school, private=self.is_private, narrow=self.rows.is_narrow) for line in self._lines]
        )
        if not self._lines:
            self.empty.show_words(say(Said.EMPTY), "")
        self._choose(self.rows.table.current_id())

    def _drop_card(self) -> None:
        if self.card is not None:
            drop(self.card)
            self.card = None

    @Slot(str)
    @override
    def _choose(self, row_id: str) -> None:
        """Show one duty; what is being typed about it stays."""
        found = next((line for line in self._lines if line.line_id == row_id), None)
        if self.card is not None and self.card.line == found:
            return
        self._drop_card()
        if found is not None:
            self.card = DutyCard(self.theme, found, self._evidence.get(row_id))
            self.card.shown_asked.connect(self._show_evidence)
            self.card.said.connect(self._say)
            self.below.add(self.card)

    @Slot()
    def _go_to_card(self) -> None:
        if self.card is not None:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_evidence(self, shown: Shown) -> None:
        self.place_asked.emit(Place(shown.place), shown.page)

    @Slot(object, str, bool)
    def _say(self, line: DutyLine, note: str, is_done: bool) -> None:  # noqa: FBT001 - as the signal has it
        if line.occurrence is not None:
            done = partial(_said, line.occurrence.key, note, is_done=is_done)
            self.context.records.ask(self, done, self._tell, self._fail)

    def _tell(self, read: Read) -> None:
        self._drop_card()
        self._take(read)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recorded.emit(say(Said.RECORDED))

    def _fail(self, refused: Refused) -> None:
        if self.card is not None:
            self.card.set_ready()
        self.refuse(refused)


def _read(session: Session) -> Read:
    lines = in_school_year(read_calendar(session), london_day(session.machine.now()))
    return lines, read_evidence(session, lines)


def _said(key: tuple[str, str], note: str, session: Session, *, is_done: bool) -> Read:
    say_done(session, *key, note, is_done=is_done)
    return _read(session)
