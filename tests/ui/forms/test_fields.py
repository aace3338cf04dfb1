# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of question: what goes in comes out, and what comes out is what would be sent."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.forms import Field, FieldType, Skip, Term
from tests.sampling import some
from tests.ui.forms.made import FIRST, SECOND, Filled, Open, field, form, terms
from tests.ui.walkers import accessible_name
from ui.forms.naming import PersonEntry
from ui.forms.shapes import Shape, shape_of_choice, shape_of_choices
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.link_button import LinkButton
from ui.widgets.radio_cards import RadioCards
from ui.widgets.radio_list import RadioList
from ui.widgets.segmented import Segmented

K = Qt.Key
TYPES = FieldType

# As somebody leaves it on the page: the kind, what was answered, and what else the question needs.
ANSWERS: dict[str, tuple[FieldType, object, dict[str, Any]]] = {
    "a line": (TYPES.TEXT, "Hill Road Agency", {}),
    "a line too long to send": (TYPES.TEXT, "x" * 5_000, {}),
    "a long text": (TYPES.LONG_TEXT, "At the gate.\n\n  He said “hop in”.", {}),
    "two answers": (TYPES.CHOICE, "banana", {"choices": terms(2)}),
    "six answers": (TYPES.CHOICE, "fig", {"choices": terms(6)}),
    "eleven answers": (TYPES.CHOICE, "kiwi", {"choices": terms(11)}),
    "answers with consequences": (TYPES.CHOICE, "cherry", {"choices": terms(3, hint="It has a stone.")}),
    "a rarer answer": (
        TYPES.CHOICE,
        "fig",
        {"choices": (*terms(5), *terms(6, more=True)[5:]), "more_label": "Something else"},
    ),
    "some of several": (TYPES.CHOICES, ["apple", "damson"], {"choices": terms(5)}),
    "some of many": (TYPES.CHOICES, ["apple", "nut"], {"choices": terms(20, group="Fruit")}),
    "yes": (TYPES.YES_NO_UNSURE, "yes", {}),
    "not sure": (TYPES.YES_NO_UNSURE, "not_sure", {}),
    "a person": (TYPES.PERSON, SECOND, {}),
    "listed people": (TYPES.PEOPLE, [{"person": FIRST}, {"person": SECOND}], {}),
    "somebody described": (
        TYPES.PEOPLE,
        [{"description": "Tall, a coach", "connection": "contractor", "could_be_someone_in_charge": "no"}],
        {},
    ),
    "children": (TYPES.CHILDREN, [{"initials": "L.M.", "year": "4"}, {"initials": "A.B."}], {}),
    "a day": (TYPES.DATE_CERTAINTY, {"certainty": "day", "date": "10 March 2026"}, {}),
    "around a day": (TYPES.DATE_CERTAINTY, {"certainty": "about", "date": "10 March 2026"}, {}),
    "between two days": (
        TYPES.DATE_CERTAINTY,
        {"certainty": "range", "from": "2 March 2026", "to": "10 March 2026"},
        {},
    ),
    "more than once": (TYPES.DATE_CERTAINTY, {"certainty": "repeated", "from": "2 March 2026"}, {}),
    "no certain day": (TYPES.DATE_CERTAINTY, {"certainty": "unknown", "words": "After half term"}, {}),
    "part of a day": (TYPES.TIME_BAND, {"band": "morning"}, {}),
    "no certain time": (TYPES.TIME_BAND, {"band": "not_sure"}, {}),
    "a time": (TYPES.TIME_BAND, {"at": "3.20 pm"}, {}),
    "a place": (TYPES.PLACE, "Behind the bike sheds", {}),
    "a place of the list": (TYPES.PLACE, "Hall", {}),
    "no certain place": (TYPES.PLACE, {"kind": "not_sure"}, {}),
    "a tick": (TYPES.TICK, True, {}),
    "an amount": (TYPES.MONEY, "£12.50", {}),
    "a plain day": (TYPES.DATE, "10 March 2026", {}),
    "something that is no day": (TYPES.DATE, "when the bell rang", {}),
}


def question(name: str) -> Field:
    kind, _, more = ANSWERS[name]
    return field("asked", kind, **more)


def test_there_is_an_answer_for_every_kind() -> None:
    assert {kind for kind, _, _ in ANSWERS.values()} == set(FieldType)


@pytest.mark.parametrize("name", some(((name, name) for name in ANSWERS), 3))
def test_an_answer_is_shown_and_read_back_as_it_was_typed(opened: Open, name: str) -> None:
    answer = ANSWERS[name][1]
    page = opened(form(question(name)), {"asked": answer})
    assert page.value("asked") == answer


@pytest.mark.parametrize("name", some(((name, name) for name in ANSWERS), 3))
def test_an_answer_that_is_replaced_leaves_nothing_of_the_one_before(opened: Open, name: str) -> None:
    page = opened(form(question(name)))
    empty = page.value("asked")
    view = page.page.views["asked"]
    view.set_value(ANSWERS[name][1])
    assert view.value() != empty
    view.set_value(None)
    assert view.value() == empty


NOT_SENT = {"a line too long to send", "something that is no day"}


@pytest.mark.parametrize("name", some(((name, name) for name in ANSWERS if name not in NOT_SENT), 3))
def test_what_would_be_sent_can_be_put_back_and_is_the_same_again(opened: Open, name: str) -> None:
    page = opened(form(question(name)), {"asked": ANSWERS[name][1]})
    sent = page.clean()["asked"]
    page.page.views["asked"].set_value(sent)
    page.filling.typed["asked"] = page.value("asked")
    assert page.clean()["asked"] == sent


@pytest.mark.parametrize("name", some(((name, name) for name in ANSWERS), 3))
def test_reviewers_panels_draw_the_same_question_smaller(opened: Open, name: str) -> None:
    page = opened(form(question(name)), {"asked": ANSWERS[name][1]}, dense=True)
    assert page.value("asked") == ANSWERS[name][1]


# By hand


def typed_by(page: Filled, *steps: str | Qt.Key) -> object:
    """Put the keyboard into the question, type and press keys; then what would be sent."""
    page.control("asked").setFocus()
    for step in steps:
        if isinstance(step, str):
            page.type(step)
        else:
            page.press(step)
    return page.clean()["asked"]


BY_HAND: dict[str, tuple[FieldType, tuple[str | Qt.Key, ...], object]] = {
    "a line": (TYPES.TEXT, ("Hill Road",), "Hill Road"),
    "a long text": (TYPES.LONG_TEXT, ("One", K.Key_Return, "Two"), "One\nTwo"),
    "yes or no": (TYPES.YES_NO_UNSURE, (K.Key_N,), "no"),
    "a person": (TYPES.PERSON, ("ash", K.Key_Return), SECOND),
    "people": (TYPES.PEOPLE, ("ash", K.Key_Return), [{"person": SECOND}]),
    "children": (TYPES.CHILDREN, ("L.M.",), [{"initials": "L.M."}]),
    "a day": (TYPES.DATE_CERTAINTY, ("10/3",), {"certainty": "day", "date": "2026-03-10"}),
    "no certain day": (TYPES.DATE_CERTAINTY, (K.Key_Tab, K.Key_Tab, K.Key_Space), {"certainty": "unknown"}),
    "a time": (TYPES.TIME_BAND, ("A time", K.Key_Tab, "3.20 pm"), {"at": "15:20"}),
    "a place": (TYPES.PLACE, ("Sheds",), {"words": "Sheds"}),
    "no certain place": (TYPES.PLACE, (K.Key_Tab, K.Key_Space), {"kind": "not_sure"}),
    "a tick": (TYPES.TICK, (K.Key_Space,), True),
    "an amount": (TYPES.MONEY, ("12.50",), 1250),
    "a plain day": (TYPES.DATE, ("yesterday",), "2026-03-11"),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_question_is_answered_by_keys_alone(opened: Open, name: str) -> None:
    kind, steps, sent = BY_HAND[name]
    assert typed_by(opened(form(field("asked", kind))), *steps) == sent


def test_some_are_ticked_by_keys(opened: Open) -> None:
    page = opened(form(field("asked", TYPES.CHOICES, choices=terms(4))))
    assert typed_by(page, K.Key_Space, K.Key_Tab, K.Key_Tab, K.Key_Space) == ["apple", "cherry"]


def test_another_child_is_added_and_taken_out_again(opened: Open) -> None:
    page = opened(form(field("asked", TYPES.CHILDREN)))
    typed_by(page, "L.M.", K.Key_Tab, K.Key_Tab, K.Key_Space, "A.B.")
    assert page.value("asked") == [{"initials": "L.M."}, {"initials": "A.B."}]
    page.press(K.Key_Tab, K.Key_Tab, K.Key_Space)
    assert page.value("asked") == [{"initials": "L.M."}]


def test_a_person_is_passed_over_and_asked_for_again(opened: Open) -> None:
    skip = Skip(label="I’d rather not say who", note="They can’t look into it then.")
    spec = form(field("asked", TYPES.PERSON, skip=skip))
    page = opened(spec, {"asked": SECOND})
    entry = page.page.views["asked"].person_entry
    assert isinstance(entry, PersonEntry)
    entry._go_past()
    assert page.value("asked") is None
    entry._come_back()
    assert page.value("asked") == SECOND


# Which control it is (ux.md 7)

SHAPES = [
    (terms(2), Shape.SEGMENTS, Segmented),
    (terms(6), Shape.RADIOS, RadioList),
    (terms(11), Shape.COMBO, ComboChoice),
    (terms(3, hint="It has a stone."), Shape.CARDS, RadioCards),
]


@pytest.mark.parametrize(("offered", "shape", "control"), SHAPES, ids=[shape.value for _, shape, _ in SHAPES])
def test_a_choice_becomes_the_control_that_its_answers_call_for(
    opened: Open, offered: tuple[Term, ...], shape: Shape, control: type[QWidget]
) -> None:
    asked = field("asked", TYPES.CHOICE, choices=offered)
    page = opened(form(asked))
    assert shape_of_choice(asked) is shape
    assert page.page.findChildren(control)


def test_long_answers_do_not_stand_beside_each_other() -> None:
    long = tuple(Term(value=str(number), label="An answer of some length") for number in range(3))
    assert shape_of_choice(field("asked", TYPES.CHOICE, choices=long)) is Shape.RADIOS


def test_a_long_list_with_groups_is_grouped_and_counts_what_is_ticked(opened: Open) -> None:
    asked = field("asked", TYPES.CHOICES, choices=terms(20, group="Fruit"))
    assert shape_of_choices(asked) is Shape.GROUPED_BOXES
    page = opened(form(asked), {"asked": ["apple", "nut"]})
    assert [accessible_name(fold) for fold in page.page.findChildren(LinkButton) if fold.isVisible()] == [
        "Fruit (2 ticked)"
    ]


def test_a_rarer_answer_waits_behind_a_link(opened: Open) -> None:
    rare = (*terms(5), *terms(6, more=True)[5:])
    page = opened(form(field("asked", TYPES.CHOICE, choices=rare, more_label="Something else")))
    buttons = page.page.findChildren(QRadioButton)
    assert [button.text() for button in buttons if button.isVisible()] == [term.label for term in rare[:5]]
    link = next(link for link in page.page.findChildren(LinkButton) if accessible_name(link) == "Something else")
    link.click()
    assert [button.text() for button in buttons if button.isVisible()] == [term.label for term in rare]


def test_the_one_text_that_is_needed_is_the_large_one(opened: Open) -> None:
    needed = field("needed", TYPES.LONG_TEXT, required=True)
    page = opened(form(needed, field("other", TYPES.LONG_TEXT)))
    assert page.control("needed").height() > 2 * page.control("other").height()
