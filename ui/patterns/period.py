# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which twelve months the charts show, and the charts of these (picture 08, "Last 12 months")."""

from PySide6.QtWidgets import QWidget

from desktop.patterns.charts import Charts
from desktop.patterns.desk import PatternDesk
from ui.patterns.chart_cards import month_words, months_card, topics_card
from ui.patterns.grid import CardGrid
from ui.patterns.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.layouts import Column

_LAST = "0"


class Period(ComboChoice):
    """The choice of twelve months."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, [Choice(_LAST, say(Said.LAST_YEAR))], compact=True)
        self.set_value(_LAST)
        self.setAccessibleName(say(Said.PERIOD))

    def offer_years_of(self, desk: PatternDesk) -> None:
        """Offer the years that have anything, and stay with the one that was chosen."""
        ends = [month_words(charts.months[-1].first) for charts in desk.earlier_charts]
        earlier = [Choice(str(at), say(Said.YEAR_TO, month=end)) for at, end in enumerate(ends, start=1)]
        chosen = int(self.value() or _LAST)
        self.offer([Choice(_LAST, say(Said.LAST_YEAR)), *earlier], str(chosen if chosen <= len(earlier) else _LAST))

    def charts_of(self, desk: PatternDesk) -> Charts:
        """The charts of the chosen twelve months."""
        return (desk.charts, *desk.earlier_charts)[int(self.value() or _LAST)]


class ChartsRow(QWidget):
    """The two charts, side by side."""

    def __init__(self, theme: ThemeSource, charts: Charts) -> None:
        super().__init__()
        self._theme = theme
        self._grid = self._made(charts)
        self._column = Column(theme, self._grid)
        self.setLayout(self._column)

    def show_charts(self, charts: Charts) -> None:
        """Show those of other months."""
        old, self._grid = self._grid, self._made(charts)
        self._column.add(self._grid)
        drop(old)

    def _made(self, charts: Charts) -> CardGrid:
        return CardGrid(self._theme, [months_card(self._theme, charts), topics_card(self._theme, charts)])
