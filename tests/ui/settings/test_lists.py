# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: the forms, and the lists to choose from."""

from desktop.founding import publish
from desktop.policies.publishing import in_force, keep_version
from tests.desktop.policies.codes import code
from tests.school import SmallSchool, signing
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


def put_in_force(school: SmallSchool) -> None:
    """Head and chair put the model code in force as the school's own."""
    candour = school.open()
    secrets = [signing(candour, each) for each in (school.head, school.chair)]
    name = keep_version(candour.machine.documents, code())
    publish(candour.machine, "settings", in_force(candour.school, code(), name, None), secrets)


def row_of(table: DataTable, words: str) -> list[str]:
    """The row that begins with these words, made the current one."""
    at = [row[0] for row in cells(table)].index(words)
    table.setCurrentIndex(table.model().index(at, 0))
    return cells(table)[at]


def test_each_word_says_on_which_clause_it_rests_or_that_it_is_the_schools(
    settings: Opened, small_school: SmallSchool
) -> None:
    put_in_force(small_school)
    stage = settings(small_school.head, "lists")
    words = page(stage).list._words
    assert row_of(words, "A lift in a car")[1] == "5.1.2"
    assert row_of(words, "Something else")[1] == "School’s own"
    card = page(stage).list
    card._which.setCurrentIndex(card._which.findData("givers"))
    stage.settle()
    assert {row[1] for row in cells(words)} == {"School’s own"}
    assert not card._clause.isVisible()


def test_a_word_is_put_otherwise(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "lists")
    choose_word(page(stage).list, "A lift in a car")
    stage.fill("Add a word", "A lift or a taxi")
    stage.choose("Put it in place of the chosen word")
    assert stage.hands.sees("no longer offers “A lift in a car”.")
    assert stage.hands.sees("offers a word of the school’s own: “A lift or a taxi”.")


def test_a_word_is_put_on_another_clause(settings: Opened, small_school: SmallSchool) -> None:
    put_in_force(small_school)
    stage = settings(small_school.head, "lists")
    choose_word(page(stage).list, "A lift in a car")
    stage.choose("Propose this clause")
    assert stage.hands.sees("Choose a clause")
    choice = page(stage).list._choice
    choice.setCurrentIndex(choice.findText("5.7 Dress"))
    stage.choose("Propose this clause")
    assert stage.hands.sees("The word “A lift in a car” rests on clause 5.7 of “Staff code of conduct”.")


def test_several_clauses_are_said_and_proposed_at_once(settings: Opened, small_school: SmallSchool) -> None:
    put_in_force(small_school)
    stage = settings(small_school.head, "lists")
    card = page(stage).clauses
    for cited, clause in (("5.7 Dress", "5.8 Money"), ("5.8 Money", "The school’s own: it rests on no clause")):
        row_of(card._table, cited)
        card.choice.setCurrentIndex(card.choice.findText(clause))
        stage.choose("Use this clause")
    assert row_of(card._table, "5.7 Dress")[1] == "5.8 (not proposed yet)"
    stage.choose("Propose these clauses")
    assert stage.hands.sees("What cites 5.7 of the model code rests on clause 5.8 of “Staff code of conduct”.")
    assert stage.hands.sees("What cites 5.8 of the model code is the school’s own and rests on no clause.")
    stage.confirm(small_school.head)
    assert stage.candour.school.settings.clause_links == ()
    assert row_of(card._table, "5.7 Dress")[1] == "5.7"


def test_what_was_chosen_can_be_undone_before_it_is_proposed(settings: Opened, small_school: SmallSchool) -> None:
    put_in_force(small_school)
    stage = settings(small_school.head, "lists")
    card = page(stage).clauses
    row_of(card._table, "5.7 Dress")
    for clause in ("5.8 Money", "As Candour’s model code has it"):
        card.choice.setCurrentIndex(card.choice.findText(clause))
        stage.choose("Use this clause")
    stage.choose("Propose these clauses")
    assert stage.hands.sees("Nothing is different from what holds now.")
