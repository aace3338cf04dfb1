# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which questions are asked."""

import pytest

from desktop.forms import Page, visible
from desktop.forms.conditions import hold
from tests.desktop.forms.examples import CONCERN, FORMS, TOM

LIMBS = ("limb_harm", "limb_offence", "limb_risk", "limb_suitability")


def page(form: str, page_id: str) -> Page:
    return next(page for page in FORMS[form].pages if page.page_id == page_id)


def test_a_described_person_is_asked_for_only_when_none_is_chosen() -> None:
    assert "about_description" in visible(CONCERN, {}).fields
    assert "about_description" not in visible(CONCERN, {"about": TOM}).fields


@pytest.mark.parametrize(("risk", "interrupts"), [("yes", ("emergency",)), ("not_sure", ("emergency",)), ("no", ())])
def test_a_child_at_risk_interrupts(risk: str, interrupts: tuple[str, ...]) -> None:
    assert visible(CONCERN, {"risk_now": risk}).interrupts == interrupts


@pytest.mark.parametrize("form", ["self_report", "wrongdoing"])
def test_a_child_at_risk_interrupts_wherever_it_is_said(form: str) -> None:
    assert visible(FORMS[form], {"child_affected": "yes", "risk_now": "yes"}).interrupts == ("emergency",)


def test_the_risk_is_asked_whatever_else_was_said() -> None:
    assert "risk_now" in visible(CONCERN, {"child_affected": "no"}).fields


def test_the_way_to_child_protection_is_never_shown_by_an_answer() -> None:
    assert "child_concern" not in visible(CONCERN, {}).pages


def test_a_hidden_question_counts_as_unanswered() -> None:
    answers = {"affected": ["pupil"], "former_pupil_age": "under_18"}
    assert "former_pupil_age" not in visible(CONCERN, answers).fields


def test_one_of_several_ticks_is_enough() -> None:
    assert "former_pupil_age" in visible(CONCERN, {"affected": ["pupil", "former_pupil"]}).fields


def test_who_is_signed_in_is_not_asked_for_a_name() -> None:
    answers = {"name_choice": "give"}
    assert "your_name" in visible(CONCERN, answers).fields
    assert "your_name" not in visible(CONCERN, answers, signed_in=True).fields


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({}, []),
        (dict.fromkeys(LIMBS, "no"), ["None of the four."]),
        ({**dict.fromkeys(LIMBS, "no"), "limb_risk": "not_sure"}, ["One answer is “not sure”."]),
        ({"limb_risk": "not_sure", "limb_harm": "yes"}, ["This may meet the harm threshold."]),
    ],
)
def test_the_threshold_says_what_the_answers_mean(answers: dict[str, object], title: list[str]) -> None:
    notes = page("triage", "threshold").notes
    assert [note.title for note in notes if hold(note.when, answers)] == title


def test_a_yes_typed_as_true_is_a_yes() -> None:
    assert visible(CONCERN, {"risk_now": True}).interrupts == ("emergency",)
