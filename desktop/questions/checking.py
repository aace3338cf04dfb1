# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a question may be published as it stands: whatever names somebody has to go first (requirements.md F44).

It cannot know who is told by a story alone: whoever publishes reads it once as the people who are in it would.
"""

from datetime import date

import msgspec

from desktop.naming.finding import Found, find, initials_in
from desktop.naming.known import Known, folded, known_in
from desktop.people import School
from desktop.questions.text import Question


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question before acting as it was put and answered. `claims` is the name that a walk-up gave."""

    case_id: str
    reference: str
    question: str
    answer: str
    clause: str = ""
    claims: str = ""


def names_for(asked: Asked | None, school: School, today: date) -> Known:
    """What names anybody of the school, and whoever the question itself may name: made once, for many looks.

    Initials that stand in the question may be a child's.
    """
    further = (asked.claims,) if asked is not None and asked.claims else ()
    children = initials_in(f"{asked.question}\n{asked.answer}") if asked is not None else ()
    return known_in(school, today, children=children, further=further)


def names_in(question: str, answer: str, clause: str, known: Known) -> tuple[Found, ...]:
    """Every place in the three texts that names somebody."""
    return tuple(place for text in (question, answer, clause) for place in find(text, known))


def is_as_asked(question: Question, asked: Asked | None) -> bool:
    """Say whether it stands there in the words in which it was asked, which would tell whose it was."""
    return asked is not None and folded(question.question) == folded(asked.question)
