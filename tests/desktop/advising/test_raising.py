# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A question before acting that becomes a concern as well (requirements.md F44)."""

import pytest

from desktop.advising.raising import raised, raising
from desktop.cases.counted import counted_of
from desktop.cases.rows import from_bytes
from desktop.cases.worked_out import worked_out
from desktop.faults import DeskFault, KnownError
from desktop.patterns.from_cases import records_of
from desktop.phrases import read_reference, reference
from tests.desktop.advising.questions import ANSWERED, ASKED, asked, raised_by_the_head
from tests.desktop.desks import Desks


def test_a_concern_that_is_raised_begins_with_what_was_asked_and_answered(desks: Desks) -> None:
    question = asked(desks)
    begun = raising(desks.case(desks.school.head, question))
    told = str(begun.typed["what_happened"])
    assert f"“{ASKED}”" in told
    assert f"“{ANSWERED}”" in told
    assert begun.typed["goes_with"] == reference(question)


def test_whoever_can_open_both_finds_the_way_from_either(desks: Desks) -> None:
    head = desks.school.head
    question = asked(desks)
    concern = raised_by_the_head(desks, question)
    session = desks.of(head)
    assert [each.case_id for each in raised(session, session.case(question))] == [concern]
    assert [each.case_id for each in raised(session, session.case(concern))] == [question]
    assert worked_out(session, session.case(question))[0].label == "Raised to a concern"
    assert reference(question) in worked_out(session, session.case(concern))[0].value


def test_whoever_asked_is_told_nothing_of_it(desks: Desks) -> None:
    ta = desks.school.ta
    question = asked(desks)
    desks.sync()
    before = len(desks.case(ta, question).entries)
    concern = raised_by_the_head(desks, question)
    session = desks.of(ta)
    assert len(desks.case(ta, question).entries) == before
    assert concern not in session.entries.cases()
    assert worked_out(session, session.case(question)) == ()


def test_a_reader_of_the_concern_who_did_not_read_the_question_finds_no_way_to_it(desks: Desks) -> None:
    concern = raised_by_the_head(desks, asked(desks))
    case = desks.case(desks.school.dsl, concern)
    assert case.reads(desks.school.dsl.person_id)
    assert raised(desks.of(desks.school.dsl), case) == ()


def test_a_reference_that_a_stranger_to_the_question_writes_makes_no_link(desks: Desks) -> None:
    school = desks.school
    question = asked(desks)
    said: dict[str, object] = {"about": school.teacher.person_id, "what_happened": "He shouted.", "risk_now": "no"}
    desks.of(school.ta).file("concern", {**said, "goes_with": reference(question)})
    assert raised(desks.of(school.head), desks.case(school.head, question)) == ()


def test_a_question_counts_as_no_concern_and_what_was_raised_from_it_as_one(desks: Desks) -> None:
    school = desks.school
    question = asked(desks)
    concern = raised_by_the_head(desks, question)
    session = desks.of(school.head)
    directory = session.machine.school
    cases = {each: session.case(each) for each in (question, concern)}
    assert (counted_of(cases[question]), records_of(cases[question], directory)) == (None, ())
    assert len(records_of(cases[concern], directory)) == 1
    assert counted_of(cases[concern]) is not None
    row = session.views.get(question)
    assert row is not None
    assert from_bytes(row).declared is None


def test_only_a_question_is_raised(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    with pytest.raises(KnownError) as refused:
        raising(desks.case(desks.school.head, case))
    assert refused.value.code is DeskFault.NOT_A_QUESTION


@pytest.mark.parametrize("typed", ["", "7KQ4", "7KQ4-M2XRA", "not a reference", "ÄÖ!?-ÄÖ!?", "7KQ4-M2X" * 9])
def test_what_is_no_reference_names_nothing(typed: str) -> None:
    assert read_reference(typed) is None


def test_a_reference_is_read_as_people_type_it() -> None:
    said = reference("0123456789" + "ab" * 27)
    assert {read_reference(typed) for typed in (said, said.lower(), said.replace("-", " "))} == {said}
