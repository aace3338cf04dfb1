# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: the forms, and the lists to choose from."""

from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.list_card import ListCard
from ui.settings.lists_page import ListsPage
from ui.widgets.data_table import DataTable


def page(stage: Stage) -> ListsPage:
    """The page on the screen."""
    shown = stage.side.page
    assert isinstance(shown, ListsPage)
    return shown


def cells(table: DataTable) -> list[list[str]]:
    """The words of every row."""
    model = table.model()
    across = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in across] for row in range(model.rowCount())]


def choose_word(card: ListCard, label: str) -> None:
    """Make a word the current row."""
    row = [cells[0] for cells in cells(card._words)].index(label)
    card._words.setCurrentIndex(card._words.model().index(row, 0))


def test_each_form_is_listed_with_its_readers(settings: Opened, small_school: SmallSchool) -> None:
    rows = {row[0]: row[2] for row in cells(page(settings(small_school.head, "lists"))._forms)}
    assert small_school.dsl.name in rows["Share a concern"]


def test_a_word_is_taken_off_with_two_signatures(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    choose_word(page(stage).list, "Favouritism or gifts")
    stage.choose("Stop offering")
    assert stage.hands.sees("The list “What kind of thing was it?” no longer offers “Favouritism or gifts”.")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Martin Oyelaran")
    assert stage.candour.school.settings.vocabularies == ()


def test_what_rules_go_by_stays(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    choose_word(page(stage).list, "I’m not sure")
    stage.choose("Stop offering")
    assert stage.hands.sees("Choose a word of the list first, one that this can be done to.")


def test_a_word_is_added(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    stage.fill("Add a word", "Left the pond gate open")
    stage.choose("Propose this word")
    assert stage.hands.sees("offers a word of the school’s own: “Left the pond gate open”.")


def test_what_was_typed_stays_when_it_is_refused(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    stage.fill("Add a word", "favouritism or gifts")
    stage.choose("Propose this word")
    assert stage.hands.sees("That word can’t stand in the list")
    assert page(stage).list._new.text() == "favouritism or gifts"


def test_an_empty_word_is_said(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    stage.choose("Propose this word")
    assert stage.hands.sees("This is needed.")


def test_the_places_are_shown_and_changed(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    places = page(stage).places
    assert places._typed.value().splitlines()[:2] == ["Classroom", "Corridor or stairs"]
    places._typed.set_value("Hall\n  Forest   school ")
    stage.choose("Propose these places")
    assert stage.hands.sees("The setting “places” becomes: Hall; Forest school")


def test_a_place_twice_is_refused_and_what_was_typed_stays(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    page(stage).places._typed.set_value("Hall\nhall")
    stage.choose("Propose these places")
    assert stage.hands.sees("That word can’t stand in the list")
    assert page(stage).places._typed.value() == "Hall\nhall"
