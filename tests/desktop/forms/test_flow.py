# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where Continue, Back and Change lead in a form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.forms.flow import CHECK, Flow, Progress, begin, carried, change, go_back, go_on, kept, progress
from tests.desktop.forms.examples import CONCERN, FORMS, TOM

QUESTIONS = ["who", "what", "when_where", "child", "kind", "name"]
AT_RISK = {"risk_now": "yes"}


def walk(typed: dict[str, object], flow: Flow | None = None) -> list[str]:
    """The places that Continue leads through, until the check page."""
    places = [flow or begin(CONCERN)]
    while places[-1].at != CHECK:
        places.append(go_on(CONCERN, places[-1], typed, signed_in=False))
    return [place.at for place in places]


def back_from(at: str, typed: dict[str, object], *, returns: bool = False) -> Flow | None:
    return go_back(CONCERN, Flow(at=at, returns=returns), typed, signed_in=False)


def test_a_form_begins_with_its_first_question() -> None:
    assert begin(CONCERN).at == "who"


def test_continue_leads_through_every_question_to_the_check_page() -> None:
    assert walk({}) == [*QUESTIONS, CHECK]


def test_a_child_at_risk_interrupts_after_the_question_that_said_so() -> None:
    assert walk(dict(AT_RISK)) == ["who", "what", "when_where", "child", "emergency", "kind", "name", CHECK]


def test_back_leads_to_the_question_before() -> None:
    assert back_from("what", {}) == Flow(at="who")


def test_back_passes_over_an_interruption() -> None:
    assert back_from("kind", dict(AT_RISK)) == Flow(at="child")


def test_back_from_an_interruption_leads_to_its_question() -> None:
    assert back_from("emergency", dict(AT_RISK)) == Flow(at="child")


def test_there_is_nothing_before_the_first_question() -> None:
    assert back_from("who", {}) is None


def test_back_from_the_check_page_leads_to_the_last_question() -> None:
    assert back_from(CHECK, {}) == Flow(at="name")


def test_whoever_changes_an_answer_goes_back_to_the_check_page() -> None:
    assert walk({}, change("what")) == ["what", CHECK]


def test_back_from_a_change_leads_to_the_check_page() -> None:
    assert back_from("what", {}, returns=True) == Flow(at=CHECK)


def test_a_change_that_puts_a_child_at_risk_interrupts_before_the_check_page() -> None:
    assert walk(dict(AT_RISK), change("child")) == ["child", "emergency", CHECK]


def test_an_interruption_that_was_answered_does_not_interrupt_a_change_again() -> None:
    assert walk({**AT_RISK, "spoken_first": "spoken"}, change("child")) == ["child", CHECK]


def test_a_place_that_is_no_longer_asked_leads_on_to_the_next_question() -> None:
    assert go_on(CONCERN, Flow(at="emergency"), {}, signed_in=False) == Flow(at="kind")


def test_from_the_way_to_child_protection_one_begins_again() -> None:
    assert go_on(CONCERN, Flow(at="child_concern"), {}, signed_in=False) == begin(CONCERN)


@pytest.mark.parametrize(("at", "number"), [("who", 1), ("child", 4), ("emergency", 4), ("name", 6), (CHECK, 6)])
def test_progress_counts_questions_only(at: str, number: int) -> None:
    typed = dict(AT_RISK)
    assert progress(CONCERN, Flow(at=at), typed, signed_in=False) == Progress(number=number, total=6)


def test_only_answers_to_questions_that_are_asked_are_kept() -> None:
    typed = {"about": TOM, "about_description": "Tall", "what_happened": "x", "your_name": "Jo", "name_choice": "give"}
    assert kept(CONCERN, typed, signed_in=False) == {
        "about": TOM,
        "what_happened": "x",
        "name_choice": "give",
        "your_name": "Jo",
    }


def test_a_member_is_not_asked_for_a_name_that_was_typed_before_signing_in() -> None:
    assert kept(CONCERN, {"name_choice": "give", "your_name": "Jo"}, signed_in=True) == {"name_choice": "give"}


def test_blank_answers_are_not_kept() -> None:
    assert kept(CONCERN, {"what_happened": "  ", "everyday": []}, signed_in=False) == {}


def test_what_another_form_asks_in_the_same_way_is_carried_into_it() -> None:
    typed = {"about": TOM, "what_happened": "x", "when": "yesterday"}
    assert carried(FORMS["self_report"], typed, CONCERN) == {"what_happened": "x", "when": "yesterday"}


def test_an_answer_is_not_carried_to_a_question_of_another_kind() -> None:
    assert carried(FORMS["wrongdoing"], {"child_affected": "no"}, CONCERN) == {}


@given(
    risk=st.sampled_from(["", "yes", "no", "not_sure"]),
    at=st.sampled_from([*QUESTIONS, "emergency", CHECK]),
    returns=st.booleans(),
)
def test_continue_always_comes_to_the_check_page(risk: str, at: str, returns: bool) -> None:
    places = walk({"risk_now": risk}, Flow(at=at, returns=returns))
    assert places[-1] == CHECK
    assert len(places) == len(set(places))
