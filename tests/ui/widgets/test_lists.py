# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable, Sequence

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.sheets import gifts, happened, painted_rows
from tests.ui.walkers import accessible_name
from ui.theme.source import ThemeSource
from ui.widgets.data_table import DataTable
from ui.widgets.lazy_rows import LazyRows
from ui.widgets.list_row import ListRow
from ui.widgets.table_rows import Cell, TableColumn, TableModel, TableRow, share_out
from ui.widgets.timeline import TimelineView

Show = Callable[[QWidget], QWidget]
MANY = [str(number) for number in range(100_000)]


def make_compact(theme: ThemeSource) -> None:
    theme.choose(msgspec.structs.replace(theme.appearance, compact_rows=True))


def spoken(view: QWidget, row: int) -> str:
    item = QAccessible.queryAccessibleInterface(view).child(row)
    assert item is not None
    return item.text(QAccessible.Text.Name)


class Store:
    """A place that rows are fetched from, which remembers how many it was asked for."""

    def __init__(self) -> None:
        self.fetched = 0

    def rows(self, ids: Sequence[str]) -> list[ListRow]:
        self.fetched += len(ids)
        return [ListRow(id=row_id, title=f"Person {row_id}", when="Wed") for row_id in ids]

    def table(self, ids: Sequence[str]) -> list[TableRow]:
        self.fetched += len(ids)
        return [TableRow(row_id, (Cell(row_id), Cell("what"))) for row_id in ids]


class TestLazyRows:
    def test_it_fetches_pages_of_64(self) -> None:
        store = Store()
        rows = LazyRows(MANY, store.rows)
        assert (rows[70].id, store.fetched) == ("70", 64)
        assert (rows[127].id, store.fetched) == ("127", 64)

    def test_it_forgets_pages_that_were_not_looked_at_for_long(self) -> None:
        store = Store()
        rows = LazyRows(MANY, store.rows)
        for page in range(40):
            rows[page * 64]
        before = store.fetched
        assert (rows[0].id, store.fetched) == ("0", before + 64)

    def test_it_keeps_pages_that_are_looked_at_again_and_again(self) -> None:
        store = Store()
        rows = LazyRows(MANY, store.rows)
        for page in range(40):
            rows[page * 64], rows[0]
        assert store.fetched == 40 * 64

    def test_it_behaves_like_a_list(self) -> None:
        rows = LazyRows(["a", "b", "c"], Store().rows)
        assert ([row.id for row in rows], rows[-1].id, [row.id for row in rows[1:]]) == (
            ["a", "b", "c"],
            "c",
            ["b", "c"],
        )
        with pytest.raises(IndexError):
            rows[3]


class TestListRows:
    def test_rows_are_at_least_92_pixels_high_and_headings_32(self, theme: ThemeSource, shown: Show) -> None:
        rows = painted_rows(theme)
        shown(rows)
        heights = [rows.visualRect(rows.model().index(row, 0)).height() for row in (0, 1)]
        assert heights == [32, 93]

    def test_compact_rows_are_84_pixels_high_and_headings_as_before(self, theme: ThemeSource, shown: Show) -> None:
        make_compact(theme)
        rows = painted_rows(theme)
        shown(rows)
        assert [rows.visualRect(rows.model().index(row, 0)).height() for row in (0, 1)] == [32, 85]

    def test_a_screen_reader_hears_all_of_a_row(self, theme: ThemeSource, shown: Show) -> None:
        rows = painted_rows(theme)
        shown(rows)
        assert spoken(rows, 3) == (
            "Callum Reid, Photographs taken on a personal phone, Concern, Anonymous, 7 h 56 min left, Wed"
        )
        assert spoken(rows, 6).startswith("Unread, Amira Hussain")


class TestDataTable:
    @pytest.fixture
    def table(self, theme: ThemeSource, shown: Show) -> DataTable:
        made = gifts(theme)
        shown(made)
        made.resize(600, 200)
        made.setFocus()
        return made

    def test_the_model_is_sound(self, qtmodeltester: ModelTester) -> None:
        model = TableModel((TableColumn("a", "A"), TableColumn("b", "B")))
        model.show_rows([TableRow("1", (Cell("x"), Cell("y")))])
        qtmodeltester.check(model)

    def test_an_empty_cell_is_read_out_as_empty(self) -> None:
        model = TableModel((TableColumn("a", "A"), TableColumn("b", "B")))
        model.show_rows([TableRow("1", (Cell("x"), Cell("")))])
        spoken = [model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole) for column in (0, 1)]
        assert spoken == ["x", "empty"]

    def test_it_has_the_heights_of_the_design(self, table: DataTable) -> None:
        assert (table.horizontalHeader().height(), table.rowHeight(0)) == (36, 42)

    def test_the_first_row_is_shown_as_the_current_one_once_the_keyboard_is_there(self, table: DataTable) -> None:
        table.clearFocus()
        table.setCurrentIndex(table.rootIndex())
        table.setFocus()
        assert [index.row() for index in table.selectionModel().selectedRows()] == [0]

    def test_it_is_as_high_as_its_rows(self, table: DataTable) -> None:
        assert table.sizeHint().height() == 36 + 3 * 42 + 2

    def test_its_rows_and_it_are_lower_at_once_when_rows_are_compact(
        self, table: DataTable, theme: ThemeSource
    ) -> None:
        make_compact(theme)
        assert [table.rowHeight(row) for row in range(3)] == [34] * 3
        assert (table.horizontalHeader().height(), table.sizeHint().height()) == (36, 36 + 3 * 34 + 2)

    def test_compact_it_keeps_less_room_around_broken_words_and_cuts_none(
        self, theme: ThemeSource, shown: Show
    ) -> None:
        table = gifts(theme)
        shown(table)
        table.resize(300, 400)
        usual = [table.rowHeight(row) for row in range(3)]
        make_compact(theme)
        assert [height - table.rowHeight(row) for row, height in enumerate(usual)] == [8] * 3

    def test_no_word_of_a_title_is_broken(self, theme: ThemeSource, shown: Show) -> None:
        columns = (TableColumn("name", "Name", 99), TableColumn("hours", "Hours with children", 1))
        table = DataTable(theme, columns, name="Staff", fits=True)
        shown(table)
        table.resize(600, 200)
        table.show_rows([TableRow("1", (Cell("x"), Cell("")))])
        assert table.horizontalHeader().sizeHint().height() == 3 * theme.now.line("caption") + 2 * theme.now.space(2)

    def test_in_a_narrow_one_words_break_into_lines_and_none_is_cut(self, theme: ThemeSource, shown: Show) -> None:
        table = gifts(theme)
        shown(table)
        table.resize(300, 400)
        heights = [table.rowHeight(row) for row in range(3)]
        header = table.horizontalHeader().height()
        assert (max(heights) > 42, table.sizeHint().height()) == (True, header + sum(heights) + 2)

    @pytest.mark.parametrize(
        ("width", "least", "widths"),
        [
            (600, (0, 0, 0), [100, 200, 300]),
            (600, (150, 0, 0), [150, 180, 270]),
            (600, (150, 250, 100), [150, 250, 200]),
            (200, (100, 200, 100), [50, 100, 50]),
            (200, (300, 0, 0), [33, 66, 101]),
            (0, (0, 0, 0), [0, 0, 0]),
        ],
    )
    def test_a_column_has_its_share_but_room_for_its_words(
        self, width: int, least: tuple[int, ...], widths: list[int]
    ) -> None:
        assert share_out(width, (1, 2, 3), least) == widths

    def test_enter_opens_the_current_row(self, table: DataTable, qtbot: QtBot) -> None:
        with qtbot.waitSignal(table.row_opened, check_params_cb=lambda row_id: row_id == "4 Mar 2026"):
            qtbot.keyClick(table, Qt.Key.Key_Return)

    def test_ctrl_c_asks_to_copy_the_row_as_text(self, table: DataTable, qtbot: QtBot) -> None:
        with qtbot.waitSignal(table.copy_asked) as asked:
            qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert asked.args == ["4 Mar 2026\tBox of chocolates, under £10\tApproved"]

    def test_the_header_asks_for_another_order_and_then_for_its_reverse(self, table: DataTable, qtbot: QtBot) -> None:
        heard: list[tuple[str, bool]] = []
        table.sort_asked.connect(lambda column, descending: heard.append((column, descending)))
        header = table.horizontalHeader()
        for _ in range(2):
            place = header.viewport().rect().center()
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
            table.show_sorted("what", descending=heard[-1][1])
        assert heard == [("what", False), ("what", True)]

    def test_the_keyboard_sorts_too(self, table: DataTable, qtbot: QtBot) -> None:
        qtbot.keyClick(table, Qt.Key.Key_Right)
        with qtbot.waitSignal(table.sort_asked) as asked:
            qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert asked.args == ["what", True]

    def test_tab_leaves_it(self, table: DataTable) -> None:
        assert not table.tabKeyNavigation()

    def test_another_order_keeps_the_current_row(self, table: DataTable) -> None:
        rows = [TableRow(day, (Cell(day), Cell(), Cell())) for day in ("27 Feb 2026", "9 Mar 2026", "4 Mar 2026")]
        table.show_rows(rows)
        assert (table.current_id(), table.currentIndex().row()) == ("4 Mar 2026", 2)

    def test_its_header_says_how_it_is_sorted(self, table: DataTable) -> None:
        said = table.model().headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        assert said == "Date, sorted, last to first"

    def test_columns_fill_the_width(self, table: DataTable) -> None:
        assert sum(table.columnWidth(column) for column in range(3)) == table.viewport().width()

    def test_a_hundred_thousand_rows_fetch_only_what_is_seen(self, theme: ThemeSource, shown: Show) -> None:
        store = Store()
        table = DataTable(theme, (TableColumn("id", "Id"), TableColumn("what", "What")), name="Audit")
        table.show_rows(LazyRows(MANY, store.table))
        shown(table)
        table.grab()
        table.selectRow(99_000)
        table.grab()
        assert (table.current_id(), store.fetched <= 6 * 64) == ("99000", True)


class TestTimeline:
    @pytest.fixture
    def timeline(self, theme: ThemeSource, shown: Show) -> TimelineView:
        view = happened(theme)
        shown(view)
        view.resize(700, 300)
        view.setFocus()
        return view

    def test_a_screen_reader_hears_when_and_what(self, timeline: TimelineView) -> None:
        assert accessible_name(timeline) == "What has happened"
        assert spoken(timeline, 1) == "15:40, Priya Nair opened it"
        assert spoken(timeline, 2) == (
            "Fri 13 Mar, 09:10, Decision: low-level concern. Low-level."
            " Helen Marsh, with Priya Nair. LADO advice recorded."
        )

    def test_keys_move_and_enter_opens(self, timeline: TimelineView, qtbot: QtBot) -> None:
        timeline.show_item("1")
        qtbot.keyClick(timeline, Qt.Key.Key_Down)
        with qtbot.waitSignal(timeline.opened, check_params_cb=lambda item_id: item_id == "2"):
            qtbot.keyClick(timeline, Qt.Key.Key_Return)

    def test_long_words_show_their_first_lines(self, timeline: TimelineView, theme: ThemeSource) -> None:
        first = timeline.visualRect(timeline.model().index(0, 0)).height()
        assert first < theme.now.size.timeline_dot + 4 * theme.now.line("body")

    def test_it_is_as_high_as_its_items(self, timeline: TimelineView) -> None:
        rows = [timeline.visualRect(timeline.model().index(row, 0)).height() for row in range(3)]
        assert timeline.sizeHint().height() == sum(rows)

    def test_the_model_is_sound(self, timeline: TimelineView, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(timeline.model())
