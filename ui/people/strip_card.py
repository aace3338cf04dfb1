# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The strip with its legend, or the same as a table of months."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from desktop.chronology.kinds import Kind
from desktop.chronology.page import PersonPage
from desktop.clocks.words import MONTHS
from ui.people.marks import draw_shape
from ui.people.strip import Strip, by_month
from ui.people.words import LegendWords, Said, noun, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row
from ui.widgets.link_button import LinkButton
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle

_LEGEND = (
    (LegendWords.CONCERN, Kind.CONCERN, False),
    (LegendWords.OPEN_CONCERN, Kind.CONCERN, True),
    (LegendWords.ABOUT_SELF, Kind.ABOUT_SELF, False),
    (LegendWords.DECLARATION, Kind.DECLARATION, False),
    (LegendWords.NOTE, Kind.NOTE, False),
)


class StripCard(Card):
    """Either of them, and the link that changes between the two."""

    record_asked = Signal(str)
    """A record is wanted: its case."""

    def __init__(self, theme: ThemeSource, page: PersonPage) -> None:
        super().__init__(theme, gap=2, margins=(4, 3, 4, 3))
        self.strip = Strip(theme, page)
        self.table = _month_table(theme, page)
        self.switch = LinkButton(theme, say(Said.AS_TABLE), "small")
        self._stack = _Either()
        self._stack.addWidget(self.strip)
        self._stack.addWidget(self.table)
        foot = QWidget()
        foot.setLayout(Flow(theme, [*(_Key(theme, *each) for each in _LEGEND), self.switch], gap=4))
        self.add(self._stack, foot)
        self.switch.clicked.connect(self._switch)
        self.strip.record_asked.connect(self.record_asked)

    @Slot()
    def _switch(self) -> None:
        is_strip = self._stack.currentWidget() is self.strip
        self._stack.setCurrentWidget(self.table if is_strip else self.strip)
        self.switch.show_text(say(Said.AS_CHART if is_strip else Said.AS_TABLE))


class _Either(QStackedWidget):
    """As high as the one that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


class _Key(QWidget):
    """One shape of the legend with its words."""

    def __init__(self, theme: ThemeSource, words: LegendWords, kind: Kind, is_hollow: bool) -> None:  # noqa: FBT001 - unpacked from the table above
        super().__init__()
        shape = _Shape(theme, kind, is_hollow=is_hollow)
        label = PlainLabel(theme, say(words), TextStyle("caption", "text.secondary"))
        self.setLayout(Row(theme, shape, label, gap=1))


class _Shape(QWidget):
    def __init__(self, theme: ThemeSource, kind: Kind, *, is_hollow: bool) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self._is_hollow = is_hollow
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.now.size.icon_tiny
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_shape(QPainter(self), self._theme.now, self._kind, QRectF(self.rect()), is_hollow=self._is_hollow)


def _month_table(theme: ThemeSource, page: PersonPage) -> DataTable:
    kinds = [TableColumn(kind.value, noun(kind, 2).capitalize(), 2, is_number=True, is_sortable=False) for kind in Kind]
    table = DataTable(
        theme, [TableColumn("month", say(Said.MONTH), 3, is_sortable=False), *kinds], name=say(Said.MONTH), fits=True
    )
    rows = []
    for start, items in by_month(page.items, page.on):
        counts = [sum(item.kind is kind for item in items) for kind in Kind]
        cells = (Cell(f"{MONTHS[start.month - 1]} {start.year}"), *(Cell(str(count)) for count in counts))
        rows.append(TableRow(start.isoformat(), cells))
    table.show_rows(rows)
    return table
