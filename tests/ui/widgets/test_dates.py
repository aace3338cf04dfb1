# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Announcement
from tests.ui.walkers import assert_accessible
from ui.theme.source import ThemeSource
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line_input import LineInput
from ui.widgets.marking import is_invalid
from ui.widgets.time_band_field import TimeBandField, TimeOfDay

Show = Callable[[QWidget], QWidget]
TODAY = date(2026, 3, 12)
READ = {"10/3": date(2026, 3, 10), "10 March 2026": date(2026, 3, 10), "10 March 2027": date(2027, 3, 10)}


@pytest.fixture
def field(theme: ThemeSource, shown: Show) -> DateField:
    made = DateField(theme, READ.get, lambda: TODAY)
    shown(Field(theme, "What day did it happen?", made))
    return made


def line_of(field: DateField) -> LineInput:
    line = field.findChild(LineInput)
    assert line is not None
    return line


def calendar_of(field: DateField) -> CalendarPopup:
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    return popup


def days_of(field: DateField) -> QTableView:
    days = calendar_of(field).findChild(QTableView)
    assert days is not None
    return days


class TestTyping:
    def test_a_date_that_is_understood_is_rewritten_in_full_on_leaving(self, field: DateField, qtbot: QtBot) -> None:
        qtbot.keyClicks(line_of(field), "10/3")
        assert (field.value(), field.text()) == (date(2026, 3, 10), "10/3")
        qtbot.keyClick(line_of(field), Qt.Key.Key_Return)
        assert field.text() == "10 March 2026"

    def test_what_is_not_understood_stays_as_it_was_typed(self, field: DateField, qtbot: QtBot) -> None:
        qtbot.keyClicks(line_of(field), "a Tuesday")
        qtbot.keyClick(line_of(field), Qt.Key.Key_Return)
        assert (field.value(), field.text()) == (None, "a Tuesday")

    def test_a_date_to_come_is_handed_over_for_the_page_to_judge(self, field: DateField) -> None:
        field.set_text("10 March 2027")
        assert field.value() == date(2027, 3, 10)

    def test_it_tells_each_change(self, field: DateField) -> None:
        heard: list[object] = []
        field.edited.connect(heard.append)
        field.set_text("10/3")
        field.set_value(None)
        assert heard == [date(2026, 3, 10), None]

    def test_its_parts_are_named(self, field: DateField) -> None:
        assert_accessible(field.window())


class TestCalendar:
    @pytest.fixture
    def days(self, field: DateField, qtbot: QtBot) -> QTableView:
        field.set_value(date(2026, 3, 10))
        qtbot.keyClick(line_of(field), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        return days_of(field)

    def chosen(self, field: DateField) -> QDate:
        return calendar_of(field).month.selectedDate()

    def test_alt_down_opens_it_at_the_date_in_the_field(self, field: DateField, days: QTableView) -> None:
        assert calendar_of(field).isVisible()
        assert days.hasFocus()
        assert self.chosen(field) == QDate(2026, 3, 10)

    @pytest.mark.parametrize(
        ("key", "day"),
        [
            (Qt.Key.Key_Left, QDate(2026, 3, 9)),
            (Qt.Key.Key_Right, QDate(2026, 3, 11)),
            (Qt.Key.Key_Up, QDate(2026, 3, 3)),
            (Qt.Key.Key_Home, QDate(2026, 3, 9)),
            (Qt.Key.Key_End, QDate(2026, 3, 12)),
            (Qt.Key.Key_PageUp, QDate(2026, 2, 10)),
        ],
    )
    def test_keys_move_as_the_design_says(
        self, field: DateField, days: QTableView, qtbot: QtBot, key: Qt.Key, day: QDate
    ) -> None:
        qtbot.keyClick(days, key)
        assert self.chosen(field) == day

    def test_enter_takes_the_day_and_gives_the_keyboard_back(
        self, field: DateField, days: QTableView, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(days, Qt.Key.Key_Left)
        qtbot.keyClick(days, Qt.Key.Key_Return)
        assert (field.value, field.text()) == (field.value, "9 March 2026")
        assert not calendar_of(field).isVisible()
        assert line_of(field).hasFocus()

    def test_escape_keeps_the_old_date(self, field: DateField, days: QTableView, qtbot: QtBot) -> None:
        qtbot.keyClick(days, Qt.Key.Key_Left)
        qtbot.keyClick(days, Qt.Key.Key_Escape)
        assert (field.text(), calendar_of(field).isVisible()) == ("10 March 2026", False)

    def test_no_day_to_come_can_be_chosen(self, field: DateField, days: QTableView, qtbot: QtBot) -> None:
        for _ in range(5):
            qtbot.keyClick(days, Qt.Key.Key_Right)
        assert self.chosen(field) == QDate(2026, 3, 12)

    def test_each_day_reached_is_said(
        self, field: DateField, days: QTableView, qtbot: QtBot, announced: list[Announcement]
    ) -> None:
        qtbot.keyClick(days, Qt.Key.Key_Left)
        assert announced == [Announcement("Monday 9 March 2026", is_assertive=False)]

    def test_a_date_to_come_in_the_field_opens_it_at_today(self, field: DateField) -> None:
        field.set_text("10 March 2027")
        field.open_calendar()
        assert self.chosen(field) == QDate(2026, 3, 12)
        calendar_of(field).close()


class TestTimeOfDay:
    BANDS = (Choice("after", "After school"), Choice("exact", "A time I know"))

    @pytest.fixture
    def time(self, theme: ThemeSource, shown: Show) -> TimeBandField:
        made = TimeBandField(theme, self.BANDS, "exact")
        shown(made)
        return made

    def exact(self, time: TimeBandField) -> LineInput:
        line = time.findChild(LineInput)
        assert line is not None
        return line

    def test_only_the_exact_choice_opens_the_field(self, time: TimeBandField) -> None:
        time.set_value(TimeOfDay("after"))
        assert not self.exact(time).isVisible()
        time.set_value(TimeOfDay("exact", "15:20"))
        assert self.exact(time).isVisible()
        assert time.value() == TimeOfDay("exact", "15:20")

    def test_a_typed_time_counts_only_with_its_choice(self, time: TimeBandField) -> None:
        time.set_value(TimeOfDay("exact", "15:20"))
        time.set_value(TimeOfDay("after", "15:20"))
        assert time.value() == TimeOfDay("after")

    def test_an_error_marks_what_was_typed(self, theme: ThemeSource, shown: Show, time: TimeBandField) -> None:
        time.set_value(TimeOfDay("exact", "3.70"))
        field = Field(theme, "About what time?", time)
        shown(field)
        field.show_error("Write the time like 15:20")
        assert is_invalid(self.exact(time))
