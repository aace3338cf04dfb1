# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Announcement
from tests.ui.walkers import accessible_name
from ui.theme.source import ThemeSource
from ui.widgets.field import Field
from ui.widgets.person_picker import PersonPicker, Unlisted
from ui.widgets.person_rows import PeopleModel, PersonRow, with_match
from ui.widgets.text_flow import Span

Show = Callable[[QWidget], QWidget]
PEOPLE = [
    PersonRow("1", "Tom Ashby", "Year 4 teacher", "Oak class"),
    PersonRow("2", "Ash Ferreira", "Lunchtime supervisor"),
    *(PersonRow(str(number), f"Ashley {number}") for number in range(3, 12)),
]


def search(typed: str) -> Sequence[PersonRow]:
    return [person for person in PEOPLE if typed.lower() in person.name.lower()]


@pytest.fixture
def picker(theme: ThemeSource, shown: Show) -> PersonPicker:
    made = PersonPicker(theme, search)
    shown(Field(theme, "Name or job", made))
    made.setFocus()
    return made


def people_of(picker: PersonPicker) -> QListView:
    view = picker.findChild(QListView)
    assert view is not None
    return view


def current(picker: PersonPicker) -> str:
    return str(people_of(picker).currentIndex().data())


class TestLooking:
    def test_it_opens_after_one_letter_with_the_first_row_current(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClicks(picker.input, "a")
        assert current(picker) == "Tom Ashby, Year 4 teacher, Oak class"

    def test_it_shows_six_people_and_the_pinned_row(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClicks(picker.input, "ash")
        assert people_of(picker).model().rowCount() == 7

    def test_it_can_wait_for_more_letters_and_leave_the_pinned_row_out(
        self, theme: ThemeSource, shown: Show, qtbot: QtBot
    ) -> None:
        picker = PersonPicker(theme, search, min_letters=3, pinned="")
        shown(picker)
        qtbot.keyClicks(picker.input, "as")
        assert not picker.is_open
        qtbot.keyClicks(picker.input, "hb")
        assert people_of(picker).model().rowCount() == 1

    def test_without_a_match_the_pinned_row_is_left(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClicks(picker.input, "zz")
        assert current(picker) == "Someone who isn’t listed, or whose name I don’t know"

    def test_how_many_match_is_said_after_a_moment(
        self, picker: PersonPicker, qtbot: QtBot, announced: list[Announcement]
    ) -> None:
        qtbot.keyClicks(picker.input, "tom")
        assert announced == []
        qtbot.waitUntil(lambda: len(announced) == 1)
        assert announced[0].text == "1 person matches. Use the up and down arrow keys, then Enter."

    def test_the_keyboard_stays_in_the_field(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClicks(picker.input, "ash")
        qtbot.keyClick(picker.input, Qt.Key.Key_Down)
        qtbot.keyClicks(picker.input, "l")
        assert (picker.input.hasFocus(), picker.input.value()) == (True, "ashl")


class TestKeys:
    @pytest.fixture(autouse=True)
    def _open(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClicks(picker.input, "ash")

    def test_down_and_up_move_and_each_row_is_said(
        self, picker: PersonPicker, qtbot: QtBot, announced: list[Announcement]
    ) -> None:
        qtbot.keyClick(picker.input, Qt.Key.Key_Down)
        qtbot.keyClick(picker.input, Qt.Key.Key_Up)
        assert [said.text for said in announced] == [
            "Ash Ferreira, Lunchtime supervisor",
            "Tom Ashby, Year 4 teacher, Oak class",
        ]

    def test_end_goes_to_the_pinned_row_and_enter_takes_it(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClick(picker.input, Qt.Key.Key_End)
        qtbot.keyClick(picker.input, Qt.Key.Key_Return)
        assert picker.value() is Unlisted.UNLISTED

    def test_enter_takes_the_current_row(self, picker: PersonPicker, qtbot: QtBot) -> None:
        with qtbot.waitSignal(picker.edited, check_params_cb=lambda picked: picked == PEOPLE[1]):
            qtbot.keyClick(picker.input, Qt.Key.Key_Down)
            qtbot.keyClick(picker.input, Qt.Key.Key_Return)
        assert picker.value() == PEOPLE[1]

    def test_escape_closes_the_list_and_keeps_the_words(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClick(picker.input, Qt.Key.Key_Escape)
        assert (picker.is_open, picker.input.value()) == (False, "ash")

    def test_enter_without_a_list_goes_on_to_the_page(self, picker: PersonPicker, qtbot: QtBot) -> None:
        qtbot.keyClick(picker.input, Qt.Key.Key_Escape)
        with qtbot.waitSignal(picker.submitted):
            qtbot.keyClick(picker.input, Qt.Key.Key_Return)

    def test_a_click_takes_a_row(self, picker: PersonPicker, qtbot: QtBot) -> None:
        view = people_of(picker)
        place = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert picker.value() == PEOPLE[1]


class TestChosen:
    @pytest.fixture(autouse=True)
    def _chosen(self, picker: PersonPicker) -> None:
        picker.set_value(PEOPLE[0])

    def test_a_card_takes_the_place_of_the_field(self, picker: PersonPicker) -> None:
        assert not picker.input.isVisible()
        picker.setFocus()
        assert accessible_name(picker.window().focusWidget()) == "Choose someone else"

    def test_the_way_back_opens_the_field_and_says_so(self, picker: PersonPicker, qtbot: QtBot) -> None:
        picker.setFocus()
        with qtbot.waitSignal(picker.edited, check_params_cb=lambda picked: picked is None):
            qtbot.keyClick(picker.window().focusWidget(), Qt.Key.Key_Return)
        assert (picker.value(), picker.input.hasFocus(), picker.input.value()) == (None, True, "")


@pytest.mark.parametrize(
    ("name", "typed", "bold"),
    [
        ("Tom Ashby", "ash", "Ash"),
        ("Zoë Łuczak", "ZOE", "Zoë"),
        ("Renée O’Brien", "nee o", "née O"),
        ("Straße", "strass", "Straß"),
        ("Tom Ashby", "xyz", ""),
        ("Tom Ashby", "", ""),
    ],
)
def test_what_matches_is_bold_whatever_its_accents_and_case(name: str, typed: str, bold: str) -> None:
    spans = with_match(name, typed)
    assert "".join(span.text for span in spans) == name
    assert "".join(span.text for span in spans if span.strong) == bold


def test_a_name_that_does_not_match_is_one_span() -> None:
    assert with_match("Tom", "x") == [Span("Tom")]


def test_the_model_of_people_is_sound(qtmodeltester: ModelTester) -> None:
    model = PeopleModel("Someone else")
    model.show_rows(PEOPLE, "ash")
    qtmodeltester.check(model)
