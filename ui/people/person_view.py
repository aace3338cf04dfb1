# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One person's page below its head: counts, strip, everything on record, and what stands beside it (picture 07)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from desktop.chronology.flags import Flag
from desktop.chronology.items import Item
from desktop.chronology.kinds import Kind
from desktop.chronology.page import PersonPage
from desktop.clocks import date_words
from ui.people.beside import Beside
from ui.people.looks import record_columns, record_row
from ui.people.strip_card import StripCard
from ui.people.words import Said, noun, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.choice import Choice
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.segmented import Segmented
from ui.widgets.text_flow import TextStyle

_ALL = "all"
_FILTERS = (
    (_ALL, Said.ALL),
    (Kind.CONCERN.value, Said.CONCERNS),
    (Kind.ABOUT_SELF.value, Said.SELF_REPORTS),
    (Kind.DECLARATION.value, Said.DECLARATIONS),
)
_BESIDE_SHARE, _MAIN_SHARE = 2, 5
_TWO_COLUMNS = 900
_ONE_LINE = 560  # logical pixels at text size 100 %: heading and filter beside each other
_MARGINS, _NARROW_MARGINS = (7, 4, 7, 6), (4, 4, 4, 6)


class PersonView(QWidget):
    """The page. Made anew for each person and day; the filter is handed on."""

    case_asked = Signal(str)
    """A record is wanted."""
    patterns_asked = Signal()
    """The page of patterns is wanted."""
    today_asked = Signal()
    """The page is wanted as it stands today."""

    def __init__(self, theme: ThemeSource, page: PersonPage, chosen: str = _ALL) -> None:
        super().__init__()
        self._theme = theme
        self._page = page
        self.filter = Segmented(theme, [Choice(kind, say(words)) for kind, words in _FILTERS])
        self.filter.setAccessibleName(say(Said.FILTER))
        self.filter.set_value(chosen)
        self.table = DataTable(theme, record_columns(), name=say(Said.RECORD), fits=len(page.items) <= _FITS)
        self._none = PlainLabel(theme, say(Said.NONE_OF_KIND), TextStyle("body", "text.secondary"))
        self.strip = StripCard(theme, page)
        self.beside = Beside(theme, page)
        self._head = Row(theme, Growing(PlainLabel(theme, say(Said.RECORD), "section", wrap=True)), self.filter, gap=4)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        if page.items:
            self._filter()

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show the patterns that name this person, once they are worked out."""
        self.beside.show_flags(flags)
        self.strip.strip.show_windows([(flag.days[0], flag.days[-1]) for flag in flags if flag.days])

    def _build(self) -> None:
        theme = self._theme
        main = QWidget()
        main.setLayout(Column(theme, *(self._records() if self._page.items else self._nothing()), Stretch(), gap=3))
        side = QWidget()
        side.setLayout(Column(theme, self.beside, Stretch()))
        self._columns.addWidget(main, _MAIN_SHARE)
        self._columns.addWidget(side, _BESIDE_SHARE)
        self._column = Column(theme, *self._banners(), gap=3, margins=_MARGINS)
        self._column.addLayout(self._columns, 1)
        self.setLayout(self._column)
        self._restyle()

    def _records(self) -> list[QWidget]:
        theme = self._theme
        counts = QWidget()
        until = say(Said.TO_DAY, day=date_words(self._page.on)) if self._page.is_looking_back else say(Said.LAST_YEAR)
        labels = [_count(theme, kind, self._page.counts[kind]) for kind in self._page.counts]
        numbers = QWidget()
        numbers.setLayout(Flow(theme, labels or [PlainLabel(theme, say(Said.NOTHING_LATELY), "body")], gap=5))
        counts.setLayout(Row(theme, Growing(numbers), PlainLabel(theme, until, TextStyle("small", "text.secondary"))))
        head = QWidget()
        head.setLayout(self._head)
        return [counts, self.strip, head, self._none, self.table]

    def _nothing(self) -> list[QWidget]:
        words = Said.EMPTY_THEN if self._page.is_looking_back else Said.EMPTY
        return [EmptyState(self._theme, Icon.FILE_TEXT, say(words, name=self._page.person.name))]

    def _banners(self) -> list[QWidget]:
        theme, page = self._theme, self._page
        banners: list[QWidget] = []
        if page.is_looking_back:
            lead = say(Said.LOOKING_BACK, day=date_words(page.on))
            back = Banner(
                theme, Tone.INFO, say(Said.LOOKING_BACK_MORE), lead=lead, link=say(Said.TO_TODAY), icon=Icon.HISTORY
            )
            back.link_followed.connect(self.today_asked)
            banners.append(back)
        if page.person.end and page.person.has_left(page.today):
            left = say(Said.HAS_LEFT, name=page.person.name, day=date_words(page.person.end))
            due = say(Said.REVIEW_ON, day=date_words(page.review_on)) if page.review_on else ""
            more = " ".join(filter(None, (due, say(Said.HAS_LEFT_MORE))))
            banners.append(Banner(theme, Tone.NEUTRAL, more, lead=left))
        return banners

    def _connect(self) -> None:
        self.filter.edited.connect(self._filter)
        self.table.row_opened.connect(self.case_asked)
        self.table.clicked.connect(self._open_current)
        self.strip.record_asked.connect(self.case_asked)
        self.beside.case_asked.connect(self.case_asked)
        self.beside.patterns_asked.connect(self.patterns_asked)
        self._theme.changed.connect(self._restyle)

    def _shown(self) -> list[Item]:
        chosen = self.filter.value() or _ALL
        return [item for item in self._page.items if chosen in {_ALL, item.kind.value}]

    @Slot()
    def _filter(self) -> None:
        shown = self._shown()
        self.table.show_rows([record_row(item) for item in shown])
        self.table.setVisible(bool(shown))
        self._none.setVisible(not shown)

    @Slot()
    def _open_current(self) -> None:
        self.case_asked.emit(self.table.current_id())

    @Slot()
    def _restyle(self) -> None:
        self._columns.setSpacing(self._theme.now.space(5))
        self._fold()

    def _fold(self) -> None:
        width, directions = self.width() / self._theme.now.text_scale, QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if width >= _TWO_COLUMNS else directions.TopToBottom)
        self._head.setDirection(directions.LeftToRight if width >= _ONE_LINE else directions.TopToBottom)
        self._column.set_margins(_MARGINS if width >= _ONE_LINE else _NARROW_MARGINS)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


_FITS = 200
"""Rows up to which the table is as high as they are; beyond, it scrolls by itself."""


def _count(theme: ThemeSource, kind: Kind, count: int) -> QWidget:
    number = PlainLabel(theme, f"{count:,}", "section")
    words = PlainLabel(theme, noun(kind, count), TextStyle("body", "text.secondary"))
    holder = QWidget()
    holder.setLayout(Row(theme, number, Aligned(words, Qt.AlignmentFlag.AlignBottom), gap=1))
    return holder
