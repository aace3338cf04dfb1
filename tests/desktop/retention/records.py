# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records of the small school whose time is over, or not."""

from datetime import date

from desktop.attaching.adding import Attached
from desktop.changing.leaving import leaving_on
from desktop.founding import publish
from desktop.retention.acting import propose, sign
from tests.desktop.desks import LOW_LEVEL, Desks, Values
from tests.school import Member

WORDS = "He shouted xylophonically at a child in the hall. Twice."
WAIT_DAYS = 7
OUTCOME = {"outcomes": ["advice"], "reason": "It was once.", "person_told": "yes"}


def decided(desks: Desks, files: tuple[Attached, ...] = ()) -> str:
    """A low-level concern about the teacher, which was dealt with."""
    school = desks.school
    said: Values = {"about": school.teacher.person_id, "what_happened": WORDS, "risk_now": "no"}
    case = desks.of(school.ta).file("concern", said, files).case_id
    desks.act(school.dsl, case, "triage", LOW_LEVEL)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    today = desks.candour.machine.today().isoformat()
    desks.act(school.dsl, case, "outcome", {**OUTCOME, "person_told_on": today})
    desks.act(school.dsl, case, "feedback", {"channel": "letter", "words": "Thank you for telling us."})
    desks.act(school.dsl, case, "learning", {"learnt": "Lunch duty needs two people."})
    desks.sync()
    return case


def gone(desks: Desks, member: Member, on: date = date(2026, 3, 11)) -> None:
    """Somebody's last day has passed."""
    signers = [desks.of(officer).vault.keys.signing for officer in (desks.school.head, desks.school.chair)]
    publish(desks.candour.machine, "people", leaving_on(desks.candour.school, member.person_id, on), signers)
    desks.sync()


def signed(desks: Desks, case: str) -> None:
    """Its destruction is proposed by the safeguarding lead and signed by the head."""
    propose(desks.of(desks.school.dsl), case)
    desks.sync()
    sign(desks.of(desks.school.head), case)
    desks.sync()


def waited(desks: Desks) -> None:
    """The time to object is over, and everybody has looked."""
    desks.hands.forward(days=WAIT_DAYS)
    desks.sync()
    desks.sync()
