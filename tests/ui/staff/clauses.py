# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes in which somebody reads what the code says about what they are filling in."""

from desktop.forms.filling import Filling
from tests.desktop.policies.codes import code
from tests.ui.staff.policies import put_in_force
from tests.ui.staff.stage import Stage

ABOUT_KIND = "What the code says about: What kind of thing was it?"
ABOUT_FORM = "What the code says about: Share a concern"


def at_kind(stage: Stage, **answers: object) -> None:
    """Show question 5 of a concern."""
    spec = stage.candour.form("concern")
    typed = {"what_happened": "He gave L.M. a lift.", "risk_now": "no", **answers}
    stage.side.forms.show(Filling(spec, signed_in=bool(stage.sessions), typed=typed), "kind")
    stage.settle()


def clauses_of_answer(stage: Stage) -> None:
    put_in_force(stage, code())
    at_kind(stage, everyday=["lift", "photographs", "something_else"])
    stage.choose(ABOUT_KIND)


def clauses_of_question(stage: Stage) -> None:
    put_in_force(stage, code())
    at_kind(stage)
    stage.choose(ABOUT_KIND)


def clauses_at_check(stage: Stage) -> None:
    put_in_force(stage, code())
    stage.at_check(everyday=["lift"])
    stage.choose(ABOUT_FORM)


def clauses_without_code(stage: Stage) -> None:
    at_kind(stage, everyday=["lift"])
    stage.choose(ABOUT_KIND)


CLAUSE_SCENES = (clauses_of_answer, clauses_of_question, clauses_at_check, clauses_without_code)
