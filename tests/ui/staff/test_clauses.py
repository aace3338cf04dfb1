# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody without a sign-in reads what the code says beside what they are writing, by keyboard alone."""

import shutil

from desktop.forms.filling import Filling
from tests.desktop.policies.codes import code
from tests.ui.staff.clauses import (
    ABOUT_FORM,
    ABOUT_KIND,
    clauses_at_check,
    clauses_of_answer,
    clauses_of_question,
    clauses_without_code,
)
from tests.ui.staff.policies import put_in_force
from tests.ui.staff.stage import K, Stage
from tests.ui.walkers import accessible_name
from ui.clauses.link import CitedLink
from ui.clauses.panel import ClausePanel
from ui.widgets.labels import PlainLabel


def panel(stage: Stage) -> ClausePanel | None:
    """The panel over the page."""
    return next((each for each in stage.side.findChildren(ClausePanel) if each.isVisible()), None)


def told(stage: Stage) -> str:
    """Every word in the panel."""
    shown = panel(stage)
    assert shown is not None
    return "\n".join(label.words for label in shown.findChildren(PlainLabel))


def test_the_clauses_of_what_was_ticked_are_read_beside_the_form(stage: Stage) -> None:
    clauses_of_answer(stage)
    said = told(stage)
    assert "About: A lift in a car\n5.1.2 Alone with a child" in said
    assert "Staff code of conduct, First edition" in said
    assert "5.1.3" not in said
    assert "The school’s own reason. It rests on no clause." in said


def test_before_anything_is_ticked_the_clauses_of_all_the_choices_are_there(stage: Stage) -> None:
    clauses_of_question(stage)
    assert all(heading in told(stage) for heading in ("5.1.2 Alone", "5.1.3 Touch", "A1 7 Social media"))


def test_the_keyboard_goes_in_and_escape_brings_it_back(stage: Stage) -> None:
    clauses_of_answer(stage)
    shown = panel(stage)
    assert shown is not None
    assert stage.focus is shown.reading
    stage.press(K.Key_Escape)
    assert panel(stage) is None
    assert accessible_name(stage.focus) == ABOUT_KIND
    assert stage.side._stack.desk is not None


def test_its_button_closes_it_and_so_does_the_next_page(stage: Stage) -> None:
    clauses_of_answer(stage)
    stage.choose("Close")
    assert panel(stage) is None
    assert accessible_name(stage.focus) == ABOUT_KIND
    stage.choose(ABOUT_KIND)
    stage.button("Continue").click()
    stage.settle()
    assert panel(stage) is None


def test_all_that_the_report_rests_on_is_read_from_the_check_page(stage: Stage) -> None:
    clauses_at_check(stage)
    said = told(stage)
    assert said.index("5.1.2 Alone with a child") < said.index("4 Raising a concern")
    stage.press(K.Key_Escape)
    assert accessible_name(stage.focus) == ABOUT_FORM


def test_without_a_code_it_says_so(stage: Stage) -> None:
    clauses_without_code(stage)
    assert "The school’s code of conduct isn’t in Candour yet." in told(stage)


def test_it_is_read_with_the_shared_folder_out_of_reach(stage: Stage) -> None:
    clauses_of_answer(stage)
    stage.press(K.Key_Escape)
    shutil.rmtree(stage.school.exchange)
    stage.choose(ABOUT_KIND)
    assert "5.1.2 Alone with a child" in told(stage)


def test_nothing_typed_asks_for_a_number_and_a_number_shows_its_clause(stage: Stage) -> None:
    put_in_force(stage, code())
    at_advice(stage)
    assert "Type the number of a clause" in told(stage)
    at_advice(stage, code_clause="5.7")
    assert "5.7 Dress" in told(stage)
    at_advice(stage, code_clause="the bit on phones")
    assert "No clause of the school’s policies has this number: “the bit on phones”." in told(stage)


def at_advice(stage: Stage, **answers: object) -> None:
    """Ask for the clause that these answers to “May I…?” name."""
    stage.side.forms.show(Filling(stage.candour.form("advice"), signed_in=False, typed=dict(answers)), "what")
    stage.settle()
    stage.choose("What the code says about: Which part of the code, if you know?")


def test_a_question_that_is_no_reason_leads_nowhere(stage: Stage) -> None:
    stage.side.forms.show(Filling(stage.candour.form("concern"), signed_in=False, typed={"risk_now": "no"}), "child")
    stage.settle()
    assert not stage.side.findChildren(CitedLink)
