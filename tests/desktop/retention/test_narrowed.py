# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record that went on without a reader goes whole; who was left behind is told nothing and keeps what they had."""

from desktop.retention.acting import propose, sign
from desktop.retention.kinds import KEEPING
from desktop.soundness import check
from storage.grants import GRANT
from tests.desktop.cases.test_narrowing import keep_away
from tests.desktop.desks import LOW_LEVEL, Desks, tables
from tests.desktop.retention.records import OUTCOME, gone, waited
from tests.school import Member

WORDS = "He shouted xylophonically at a child in the hall. Twice."


def narrowed(desks: Desks) -> str:
    """A concern that was triaged, went on without the head, was decided by the chair, and whose time is over."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher, what_happened=WORDS)
    desks.act(school.dsl, case, "triage", LOW_LEVEL)
    desks.sync()
    keep_away(desks, school.head, school.teacher)
    desks.act(school.dsl, case, "note", {"text": "He rang, xylophonically."})
    desks.act(school.chair, case, "decision", LOW_LEVEL)
    desks.act(school.dsl, case, "outcome", {**OUTCOME, "person_told_on": "2026-03-12"})
    desks.act(school.dsl, case, "feedback", {"channel": "letter", "words": "Thank you for telling us."})
    desks.act(school.dsl, case, "learning", {"learnt": "Lunch duty needs two people."})
    gone(desks, school.teacher)
    return case


def holds_words(desks: Desks, member: Member) -> bool:
    return "xylophon" in repr(tables(desks.of(member)))


def test_both_parts_go_and_whoever_was_left_behind_is_sent_nothing(desks: Desks) -> None:
    school, case = desks.school, narrowed(desks)
    before = {stored.entry.eid for stored in desks.of(school.head).entries.everything()}
    propose(desks.of(school.dsl), case)
    desks.sync()
    sign(desks.of(school.chair), case)
    waited(desks)
    for member in (school.dsl, school.chair):
        assert not holds_words(desks, member)
        assert {entry.kind for entry in desks.case(member, case).entries} <= KEEPING | {GRANT}
        assert check(desks.of(member)).troubles == ()
        assert desks.of(member).gaps() == []
    assert {stored.entry.eid for stored in desks.of(school.head).entries.everything()} == before
    assert holds_words(desks, school.head)
    assert check(desks.of(school.head)).is_sound
