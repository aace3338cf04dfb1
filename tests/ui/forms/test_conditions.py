# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions come and go with the answers, and nothing that was typed goes with them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.forms import Condition, FieldType, FormSpec, Note, Skip
from desktop.forms import Tone as NoteTone
from tests.ui.forms.made import SECOND, WORDS, Filled, Open, field, form
from tests.ui.walkers import accessible_name
from ui.forms.fold import Fold
from ui.widgets.labels import PlainLabel

K = Qt.Key
YES = (Condition(fields=("child",), values=("yes",)),)
FOLD = "More you could tell us"
UNLISTED = WORDS.parts[FieldType.PERSON]["unlisted"]


def asks_about_a_child(**more: Any) -> FormSpec:
    return form(
        field("child", FieldType.YES_NO_UNSURE, "Was a child there?"),
        field("which", FieldType.TEXT, "Which child?", visible_when=YES),
        **more,
    )


def answer(page: Filled, name: str, key: Qt.Key) -> None:
    page.control(name).setFocus()
    page.press(key)


def said(page: Filled) -> str:
    return "\n".join(label.words for label in page.page.findChildren(PlainLabel) if label.isVisible())


def button(page: Filled, name: str) -> QAbstractButton:
    buttons = page.page.findChildren(QAbstractButton)
    return next(each for each in buttons if each.isVisible() and accessible_name(each) == name)


def test_a_question_is_there_only_while_its_condition_holds(opened: Open) -> None:
    page = opened(asks_about_a_child())
    assert not page.is_asked("which")
    answer(page, "child", K.Key_Y)
    assert page.is_asked("which")
    answer(page, "child", K.Key_N)
    assert not page.is_asked("which")


def test_what_was_typed_comes_back_with_its_question(opened: Open) -> None:
    page = opened(asks_about_a_child())
    answer(page, "child", K.Key_Y)
    page.control("which").setFocus()
    page.type("L.M.")
    answer(page, "child", K.Key_N)
    assert "which" not in page.filling.kept
    answer(page, "child", K.Key_Y)
    assert (page.value("which"), page.filling.kept["which"]) == ("L.M.", "L.M.")


def test_an_answer_elsewhere_in_the_form_counts_when_the_page_is_shown_again(opened: Open) -> None:
    page = opened(asks_about_a_child(), {"child": "no"})
    page.filling.typed["child"] = "yes"
    page.page.refresh()
    assert page.is_asked("which")


def test_a_note_is_there_only_while_its_condition_holds(opened: Open) -> None:
    note = Note(words=("Find somebody now.",), tone=NoteTone.DANGER, when=YES)
    page = opened(asks_about_a_child(notes=(note,)))
    assert "Find somebody now." not in said(page)
    answer(page, "child", K.Key_Y)
    assert "Find somebody now." in said(page)


def folded(**more: Any) -> FormSpec:
    return form(
        field("first", FieldType.TEXT, "First?"),
        field("second", FieldType.TEXT, "Second?", fold=FOLD),
        field("third", FieldType.TEXT, "Third?", fold=FOLD, **more),
    )


def test_what_hides_behind_a_control_is_made_when_it_is_opened(opened: Open) -> None:
    page = opened(folded())
    assert set(page.page.views) == {"first"}
    button(page, FOLD).click()
    assert page.is_asked("second")
    assert page.is_asked("third")


def test_a_fold_that_is_closed_again_keeps_what_was_typed(opened: Open) -> None:
    page = opened(folded())
    button(page, FOLD).click()
    page.control("second").setFocus()
    page.type("Something")
    button(page, FOLD).click()
    assert not page.is_asked("second")
    button(page, FOLD).click()
    assert page.value("second") == "Something"


def test_a_fold_that_holds_an_answer_is_open(opened: Open) -> None:
    page = opened(folded(), {"third": "Said before"})
    assert page.is_asked("third")


def test_a_fold_with_nothing_to_ask_is_not_there(opened: Open) -> None:
    never = (Condition(fields=("first",), values=("never",)),)
    page = opened(form(field("first", FieldType.TEXT), field("second", FieldType.TEXT, fold=FOLD, visible_when=never)))
    assert [fold for fold in page.page.findChildren(Fold) if fold.isVisible()] == []


def test_a_fold_tells_a_screen_reader_whether_it_is_open(opened: Open) -> None:
    page = opened(folded())
    link = button(page, FOLD)
    assert link.accessibleDescription() == "Closed. Press to open it."
    link.click()
    assert link.accessibleDescription() == "Open. Press to close it."


def asks_for_a_person() -> FormSpec:
    nobody = (Condition(fields=("who",), negate=True),)
    skip = Skip(label="I’d rather not say who", note="They can’t look into it then.", asks=("boss",))
    return form(
        field("who", FieldType.PERSON, "Who?", skip=skip),
        field("about", FieldType.TEXT, "What do you know?", fold=UNLISTED, visible_when=nobody),
        field("boss", FieldType.YES_NO_UNSURE, "Could it be the head?", fold=UNLISTED, visible_when=nobody),
    )


def test_somebody_unlisted_is_described(opened: Open) -> None:
    page = opened(asks_for_a_person())
    assert not page.is_asked("about")
    page.control("who").setFocus()
    page.type("zz")
    page.press(K.Key_End, K.Key_Return)
    assert page.is_asked("about")
    assert page.is_asked("boss")


def test_whoever_passes_a_person_over_is_asked_only_what_that_calls_for(opened: Open) -> None:
    page = opened(asks_for_a_person())
    button(page, "I’d rather not say who").click()
    assert not page.is_asked("about")
    assert page.is_asked("boss")
    assert "They can’t look into it then." in said(page)


def test_somebody_found_needs_no_description(opened: Open) -> None:
    page = opened(asks_for_a_person())
    page.control("who").setFocus()
    page.type("ash")
    page.press(K.Key_Return)
    assert page.filling.typed["who"] == SECOND
    assert not page.is_asked("about")
    assert not page.is_asked("boss")


def test_what_is_described_already_stays_in_sight(opened: Open) -> None:
    page = opened(asks_for_a_person(), {"about": "Tall"})
    assert page.is_asked("about")


def test_words_that_change_with_the_answers_change_on_the_page(opened: Open) -> None:
    page = opened(form(field("boss", FieldType.TEXT, "Could it be {readers_or}?")), {"boss": "No"}, {"readers_or": "A"})
    page.page.refill({"readers_or": "B or C"})
    assert (accessible_name(page.control("boss")), page.value("boss")) == ("Could it be B or C?", "No")
