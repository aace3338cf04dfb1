# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where everybody begins."""

import pytest
from PySide6.QtCore import QSize

from desktop.faults import FaultWords
from desktop.founding import publish
from storage.charter import AbsenceData
from tests.desktop.desks import put_another_schools
from tests.school import SmallSchool
from tests.ui.staff.stage import K, Stage, signing
from tests.ui.staff.test_failures import said
from tests.ui.walkers import accessible_name
from ui.staff.start_page import DOORS, Doors
from ui.theme.source import ThemeSource
from ui.widgets.door_card import DoorCard

WRONG = FaultWords(happened="That passphrase doesn’t match.", record="", do="Check capitals, and try again.")


def doors(stage: Stage) -> list[str]:
    return [accessible_name(door) for door in stage.side.findChildren(DoorCard) if door.isVisible()]


def test_the_keyboard_is_on_the_first_card_and_not_on_the_passphrase(stage: Stage) -> None:
    assert accessible_name(stage.focus) == "Share a concern about an adult"


def test_there_is_a_card_for_each_form_that_is_there_and_for_no_other(stage: Stage) -> None:
    there = [form for form in DOORS if form in stage.candour.meaning.forms]
    assert len(doors(stage)) == len(there) > 1


def test_the_danger_strip_says_whom_to_find(stage: Stage) -> None:
    assert "Find Priya Nair (room 3, extension 204) or call 999." in said(stage)


def test_while_the_lead_is_away_the_strip_says_whom_to_find_instead(stage: Stage) -> None:
    data = AbsenceData(person=stage.school.dsl.person_id, since="2026-03-01", until="2026-03-16")
    signers = signing(stage, "head", "chair")
    stage.do(lambda: publish(stage.candour.machine, "absence", data, signers))
    stage.side.show_start()
    stage.settle()
    assert "Priya Nair is away until Monday 16 March. Find Rhiannon Pryce (room 5, extension 207)" in said(stage)


def test_a_folder_out_of_reach_is_said_and_sending_is_still_offered(stage: Stage) -> None:
    assert "The shared folder can’t be reached." not in said(stage)
    stage.school.exchange.rename(stage.school.home / "gone")
    stage.side.show_start()
    stage.settle()
    assert "The shared folder can’t be reached. You can still send" in said(stage)


def test_a_folder_that_is_another_school_s_is_said_to_be_that(stage: Stage) -> None:
    put_another_schools(stage.school)
    stage.side.show_start()
    stage.settle()
    assert "The shared folder belongs to another school. Nothing was put there" in said(stage)
    assert "can’t be reached" not in said(stage)


@pytest.mark.parametrize("letters", ["b", "be"])
def test_a_name_is_not_completed_before_three_letters(stage: Stage, letters: str) -> None:
    stage.tab_to("Your name")
    stage.type(letters)
    assert not stage.side._pages[-1].sign_in._name.is_open  # type: ignore[attr-defined] # the start page is shown


def test_whoever_has_no_sign_in_here_is_completed_like_anybody_else(stage: Stage) -> None:
    stage.tab_to("Your name")
    stage.type("joe")
    stage.press(K.Key_Return)
    assert "Joe Lindqvist" in said(stage)


def test_signing_in_hands_over_who_and_the_passphrase(stage: Stage) -> None:
    asked: list[tuple[str, object]] = []
    stage.side.sign_in_asked.connect(lambda person, passphrase: asked.append((person, passphrase)))
    sign_in(stage)
    assert asked == [(stage.school.ta.person_id, "some words")]


def sign_in(stage: Stage) -> None:
    stage.tab_to("Your name")
    stage.type("beth")
    stage.press(K.Key_Return)
    stage.tab_to("Passphrase")
    stage.type("some words")
    stage.press(K.Key_Return)


@pytest.mark.parametrize(("name", "error"), [("", "Type three letters of your name"), ("beth", "Type your passphrase")])
def test_what_is_missing_is_said_at_its_field(stage: Stage, name: str, error: str) -> None:
    if name:
        stage.tab_to("Your name")
        stage.type(name)
        stage.press(K.Key_Return)
    stage.choose("Sign in")
    assert error in said(stage)


def test_a_wrong_passphrase_is_said_and_cleared_and_the_name_stays(stage: Stage) -> None:
    sign_in(stage)
    stage.side.show_sign_in_fault(WRONG, 0)
    stage.settle()
    assert "That passphrase doesn’t match." in said(stage)
    assert "Beth Carver" in said(stage)
    assert accessible_name(stage.focus) == "Passphrase"


def test_while_one_has_to_wait_nothing_is_asked_and_the_seconds_count_down(stage: Stage) -> None:
    asked: list[str] = []
    stage.side.sign_in_asked.connect(lambda person, _passphrase: asked.append(person))
    stage.tab_to("Your name")
    stage.type("beth")
    stage.press(K.Key_Return)
    stage.side.show_sign_in_fault(WRONG, 2)
    stage.tab_to("Passphrase")
    stage.type("again")
    stage.press(K.Key_Return)
    assert asked == []
    assert "Try again in 2 seconds." in said(stage)
    card = stage.side._pages[-1].sign_in  # type: ignore[attr-defined] # the start page is shown
    for _ in range(2):
        card._count_down()
    assert "Try again" not in said(stage)
    stage.press(K.Key_Return)
    assert asked == [stage.school.ta.person_id]


def test_the_text_size_that_is_chosen_holds_for_every_page(stage: Stage) -> None:
    button = stage.button("Text size")
    sizes = button._sizes.actions()  # type: ignore[attr-defined] # the menu is the button's own
    assert [action.text() for action in sizes] == ["100 %", "115 %", "130 %", "150 %", "175 %", "200 %"]
    sizes[-1].trigger()
    assert stage.theme.now.text_scale == 2.0


def test_the_page_fits_a_small_window_with_the_sign_in_below(theme: ThemeSource, small_school: SmallSchool) -> None:
    small = Stage(theme, small_school, QSize(911, 512))
    try:
        small.tab_to("Your name")
        assert isinstance(small.side.findChild(Doors), Doors)
    finally:
        small.close()
