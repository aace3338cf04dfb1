# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A question before acting that was asked and answered."""

from desktop.advising.raising import raising
from tests.desktop.desks import Desks

ASKED = "May I take pictures on my own phone? Ms Carver does."
ANSWERED = "No. The office lends you a camera."


def asked(desks: Desks) -> str:
    """The teaching assistant asks the head, and has an answer. Returns the case."""
    school = desks.school
    said: dict[str, object] = {"what_happened": ASKED, "chosen_reader": school.head.person_id}
    case = desks.of(school.ta).file("advice", said).case_id
    desks.act(school.head, case, "advice_answer", {"outcome": "no", "rationale": ANSWERED})
    return case


def raised_by_the_head(desks: Desks, question: str) -> str:
    """The head raises it to a concern about the teacher. Returns the concern's case."""
    session = desks.of(desks.school.head)
    begun = raising(session.case(question))
    about = {"about": desks.school.teacher.person_id, "risk_now": "no"}
    return session.file(begun.form, {**begun.typed, **about}).case_id
