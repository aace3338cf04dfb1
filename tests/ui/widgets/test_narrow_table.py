# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table as high as its rows, with fewer columns where it is narrow."""

from collections.abc import Callable, Sequence

import msgspec
import pytest

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.empty_state import EmptyState
from ui.widgets.narrow_table import NarrowTable
from ui.widgets.table_rows import Cell, TableColumn, TableRow

REFERENCE = "KWB6-5421-A0K7"


def columns(*, narrow: bool) -> Sequence[TableColumn]:
    """Two columns, of which a narrow window has the first."""
    wide = [TableColumn("what", "What", 30), TableColumn("reference", "Reference", 1, is_whole=True)]
    return wide[:1] if narrow else wide


@pytest.fixture
def table(theme: ThemeSource, shown: Callable[[NarrowTable], NarrowTable]) -> NarrowTable:
    """A wide table of three rows, of which the second is chosen and has the keyboard."""
    narrow = NarrowTable(theme, columns, EmptyState(theme, Icon.INBOX, "None"), name="Things", most=9)
    narrow.narrowed.connect(lambda: show(narrow))
    narrow.resize(1200, 400)
    shown(narrow)
    show(narrow)
    narrow.table.selectRow(1)
    narrow.setFocus()
    return narrow


def show(table: NarrowTable) -> None:
    """Show three rows in the columns that there are."""
    made = [TableRow(each, (Cell(each), Cell(REFERENCE))[: 1 if table.is_narrow else 2]) for each in "abc"]
    table.show_rows(made)


def test_what_was_chosen_stays_chosen_with_the_keyboard_when_the_window_gets_narrow(table: NarrowTable) -> None:
    table.resize(500, 400)
    assert table.is_narrow
    assert (table.table.current_id(), table.table.hasFocus()) == ("b", True)


def test_narrow_it_is_as_high_as_its_rows_and_the_page_scrolls_alone(table: NarrowTable) -> None:
    table.resize(500, 400)
    table.show_rows([TableRow(str(each), (Cell("Thing"),)) for each in range(20)])
    assert table.sizeHint().height() == table.table.sizeHint().height()


def test_it_asks_for_all_that_its_rows_need(table: NarrowTable) -> None:
    assert table.sizeHint().height() == table.table.sizeHint().height() == table.maximumHeight()


def test_compact_rows_need_less_room_at_once(table: NarrowTable, theme: ThemeSource) -> None:
    usual = table.maximumHeight()
    theme.choose(msgspec.structs.replace(theme.appearance, compact_rows=True))
    assert usual - table.maximumHeight() == 3 * 8
    assert table.sizeHint().height() == table.table.sizeHint().height() == table.maximumHeight()


def test_a_column_that_is_whole_is_not_cut_for_its_small_share(table: NarrowTable) -> None:
    assert table.table.columnWidth(1) > table.fontMetrics().horizontalAdvance(REFERENCE)
