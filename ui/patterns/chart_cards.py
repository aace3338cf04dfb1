# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A chart on a card: its sentence, the picture, and the same figures as a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks.words import MONTHS
from desktop.patterns.charts import Charts, Month
from ui.patterns.bars import MonthBars, TopicBars, topic_words
from ui.patterns.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.text_flow import TextStyle


class ChartCard(Card):
    """The card. It shows the picture first, and the table when that is asked for."""

    def __init__(
        self, theme: ThemeSource, title: str, sentence: str, picture: QWidget, rows: Sequence[tuple[str, int]]
    ) -> None:
        super().__init__(theme, title, PlainLabel(theme, sentence, TextStyle("small", "text.secondary"), wrap=True))
        self._picture = picture
        columns = (
            TableColumn("what", title, 3, is_sortable=False),
            TableColumn("count", say(Said.CONCERNS), 1, is_number=True, is_sortable=False),
        )
        self._table = DataTable(theme, columns, name=title, fits=True)
        self._table.show_rows([TableRow(what, (Cell(what), Cell(str(count)))) for what, count in rows])
        self._table.hide()
        self.toggle = LinkButton(theme, "", "small")
        self._title = title
        self._name_toggle(Said.AS_TABLE)
        self.add(Gap(1), picture, self._table, Stretch(), self.toggle)
        self.toggle.clicked.connect(self._turn)

    @Slot()
    def _turn(self) -> None:
        to_table = self._table.isHidden()
        self._table.setVisible(to_table)
        self._picture.setVisible(not to_table)
        self._name_toggle(Said.AS_CHART if to_table else Said.AS_TABLE)

    def _name_toggle(self, words: Said) -> None:
        self.toggle.show_text(say(words))
        self.toggle.setAccessibleName(f"{say(words)}: {self._title}")


def months_card(theme: ThemeSource, charts: Charts) -> ChartCard:
    """How many reports came each month."""
    sentence = month_sentence(charts)
    rows = [(_month_words(month), month.count) for month in charts.months]
    return ChartCard(theme, say(Said.EACH_MONTH), sentence, MonthBars(theme, charts.months, sentence), rows)


def topics_card(theme: ThemeSource, charts: Charts) -> ChartCard:
    """What reports were about."""
    sentence = topic_sentence(charts)
    rows = [(topic_words(topic), topic.count) for topic in charts.topics]
    return ChartCard(theme, say(Said.WHAT_ABOUT), sentence, TopicBars(theme, charts.topics, sentence), rows)


def month_sentence(charts: Charts) -> str:
    """Count, comparison with the school's own past, and a careful reading (ux.md R6)."""
    if not charts.says_something:
        return say(Said.TOO_FEW)
    counts = {"count": f"{charts.total:,}", "before": f"{charts.before:,}"}
    if charts.total == charts.before:
        return say(Said.AS_BEFORE, **counts)
    return say(Said.MORE_THAN_BEFORE if charts.total > charts.before else Said.FEWER_THAN_BEFORE, **counts)


def topic_sentence(charts: Charts) -> str:
    """What most were about."""
    if not charts.says_something:
        return say(Said.TOO_FEW)
    top = charts.topics[0]
    if not top.label:
        return say(Said.NO_TOPICS)
    return say(Said.MOST_ABOUT, count=f"{top.count:,}", total=f"{charts.total:,}", topic=top.label)


def month_words(day: date) -> str:
    """The month of a day: "March 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _month_words(month: Month) -> str:
    words = month_words(month.first)
    return words if month.is_over else say(Said.SO_FAR, month=words)
