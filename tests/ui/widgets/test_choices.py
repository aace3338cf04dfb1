# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walkers import accessible_description, accessible_name, focusable, tab_stops
from ui.theme.source import ThemeSource
from ui.widgets.check_list import CheckBox, CheckList
from ui.widgets.choice import Choice
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput
from ui.widgets.radio_cards import RadioCards
from ui.widgets.radio_list import RadioList
from ui.widgets.segmented import Segmented

Show = Callable[[QWidget], QWidget]
YES_NO = (Choice("yes", "Yes", "They will see it."), Choice("no", "No"), Choice("unsure", "Not sure"))
GROUPS = [RadioList, RadioCards, Segmented]


@pytest.fixture(params=GROUPS)
def group(request: pytest.FixtureRequest, theme: ThemeSource, shown: Show) -> ChoiceGroup:
    made: ChoiceGroup = request.param(theme, YES_NO)
    made.setAccessibleName("Was a child there?")
    window = QWidget()
    window.setLayout(Column(theme, LineInput(theme), made))
    shown(window)
    return made


def test_nothing_is_chosen_at_first(group: ChoiceGroup) -> None:
    assert group.value() is None


def test_each_choice_is_a_radio_button_in_a_group(group: ChoiceGroup) -> None:
    roles = [QAccessible.queryAccessibleInterface(button).role() for button in group.buttons]
    assert roles == [QAccessible.Role.RadioButton] * 3
    assert QAccessible.queryAccessibleInterface(group).role() == QAccessible.Role.Grouping
    assert accessible_name(group.buttons[0]) == "Yes"
    assert accessible_description(group.buttons[0]) == "They will see it."


def test_the_group_is_one_tab_stop_before_and_after_a_choice(group: ChoiceGroup) -> None:
    assert len(tab_stops(group.window())) == 2
    group.set_value("no")
    assert tab_stops(group.window())[-1] is group.buttons[1]


def test_arrows_move_and_choose_and_go_round(group: ChoiceGroup, qtbot: QtBot) -> None:
    group.setFocus()
    chosen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(group.window().focusWidget(), key)
        chosen.append(group.value())
    assert chosen == ["no", "unsure", "yes", "unsure"]


def test_space_chooses_the_first(group: ChoiceGroup, qtbot: QtBot) -> None:
    group.setFocus()
    qtbot.keyClick(group.buttons[0], Qt.Key.Key_Space)
    assert group.value() == "yes"


def test_a_first_letter_chooses(group: ChoiceGroup, qtbot: QtBot) -> None:
    group.setFocus()
    qtbot.keyClick(group.buttons[0], "n")
    assert group.value() == "no"
    qtbot.keyClick(group.window().focusWidget(), "n")
    assert group.value() == "unsure"


def test_a_click_anywhere_on_it_chooses(group: ChoiceGroup, qtbot: QtBot) -> None:
    button = group.buttons[2]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().bottomRight())
    assert group.value() == "unsure"


def test_each_choice_is_told_once(group: ChoiceGroup, qtbot: QtBot) -> None:
    heard: list[object] = []
    group.edited.connect(heard.append)
    qtbot.mouseClick(group.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(group.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(group.buttons[1], Qt.MouseButton.LeftButton)
    assert heard == ["yes", "no"]


def test_a_choice_can_be_taken_back_by_program(group: ChoiceGroup) -> None:
    group.set_value("yes")
    group.set_value(None)
    assert group.value() is None


class TestCheckList:
    @pytest.fixture
    def ticks(self, theme: ThemeSource, shown: Show) -> CheckList:
        made = CheckList(theme, (Choice("alone", "Time alone"), Choice("phone", "Phones"), Choice("touch", "Touch")))
        shown(made)
        return made

    def test_nothing_is_ticked_at_first(self, ticks: CheckList) -> None:
        assert ticks.value() == ()

    def test_each_box_is_a_tab_stop_and_space_ticks(self, ticks: CheckList, qtbot: QtBot) -> None:
        assert len(focusable(ticks)) == 3
        qtbot.keyClick(ticks.boxes[1], Qt.Key.Key_Space)
        assert ticks.value() == ("phone",)

    def test_a_click_on_the_words_ticks(self, ticks: CheckList, qtbot: QtBot) -> None:
        box = ticks.boxes[0]
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight())
        assert ticks.value() == ("alone",)

    def test_it_tells_all_that_is_ticked_in_the_order_of_the_list(self, ticks: CheckList) -> None:
        heard: list[object] = []
        ticks.edited.connect(heard.append)
        ticks.set_value(["touch", "alone"])
        assert heard[-1] == ("alone", "touch")

    def test_a_row_is_forty_pixels_high(self, theme: ThemeSource) -> None:
        assert CheckBox(theme, "Touch").sizeHint().height() == 40

    def test_its_detail_is_the_description(self, theme: ThemeSource, shown: Show) -> None:
        assert accessible_description(shown(CheckBox(theme, "Show names", "On every form."))) == "On every form."
