# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Recording training between the desks of a small school: who may, who reads it, and what becomes of it."""

import pytest

from desktop.cases.rows import Shelf
from desktop.faults import DeskFault
from desktop.filing import AnswersError
from desktop.training.acting import all_training, answer_training, own_training, read_training, record_training
from desktop.training.records import Answer, Standing
from storage.errors import KnownError
from tests.desktop.desks import Desks
from tests.school import Member


def said(member: Member, **values: object) -> dict[str, object]:
    """Somebody was trained."""
    return {
        "person": member.person_id,
        "course": "safeguarding",
        "on": "2026-03-02",
        "refresh": "usual",
        "provider": "Northmere Council",
        **values,
    }


def standing(desks: Desks, member: Member) -> list[Standing]:
    """How the records stand that somebody reads."""
    desks.sync(member)
    return [each.standing for each in all_training(desks.of(member))]


def test_what_the_head_records_holds_and_is_read_by_the_lead_and_the_person(desks: Desks) -> None:
    school = desks.school
    record_training(desks.of(school.head), said(school.ta))
    for member in (school.head, school.dsl, school.ta):
        assert standing(desks, member) == [Standing.AGREED]
    assert standing(desks, school.teacher) == []


def test_what_somebody_records_of_themselves_waits_until_it_is_agreed(desks: Desks) -> None:
    school = desks.school
    kept = record_training(desks.of(school.ta), said(school.ta))
    assert standing(desks, school.head) == [Standing.TO_AGREE]
    answer_training(desks.of(school.head), kept.entry.eid[:12], Answer.AGREED)
    assert standing(desks, school.ta) == [Standing.AGREED]
    [row] = own_training(desks.of(school.ta)).rows
    assert row.record is not None
    assert row.record.by == school.head.person_id


def test_nobody_agrees_to_their_own(desks: Desks) -> None:
    school = desks.school
    kept = record_training(desks.of(school.head), said(school.head))
    with pytest.raises(KnownError) as refused:
        answer_training(desks.of(school.head), kept.entry.eid, Answer.AGREED)
    assert refused.value.code is DeskFault.TRAINING_NOT_YOURS


def test_a_colleague_records_nothing_for_another(desks: Desks) -> None:
    with pytest.raises(KnownError) as refused:
        record_training(desks.of(desks.school.teacher), said(desks.school.ta))
    assert refused.value.code is DeskFault.TRAINING_NOT_YOURS


def test_whoever_recorded_it_takes_out_what_is_wrong_with_the_reason(desks: Desks) -> None:
    school = desks.school
    kept = record_training(desks.of(school.head), said(school.ta))
    with pytest.raises(AnswersError):
        answer_training(desks.of(school.head), kept.entry.eid, Answer.WITHDRAWN)
    answer_training(desks.of(school.head), kept.entry.eid, Answer.WITHDRAWN, "It was somebody else.")
    assert standing(desks, school.ta) == [Standing.WITHDRAWN]


def test_there_is_no_answer_to_a_record_that_is_not_there(desks: Desks) -> None:
    with pytest.raises(KnownError) as refused:
        answer_training(desks.of(desks.school.head), "0" * 12, Answer.AGREED)
    assert refused.value.code is DeskFault.NO_SUCH_TRAINING


def test_the_register_leaves_to_others_whom_it_is_sent_nothing_of(desks: Desks) -> None:
    school = desks.school
    book = read_training(desks.of(school.dsl))
    assert book.elsewhere > 0
    assert school.head.person_id not in {row.person_id for row in book.rows}
    assert book.keeps


def test_training_is_nobodys_case_and_found_by_no_search(desks: Desks) -> None:
    school = desks.school
    record_training(desks.of(school.head), said(school.ta))
    head = desks.of(school.head)
    assert len(head.shelf(Shelf.ELSEWHERE)) == 1
    assert head.find_words(["northmere"], 5) == []


def test_of_several_answers_in_one_second_the_last_that_was_given_counts(desks: Desks) -> None:
    head = desks.of(desks.school.head)
    for course in ("safeguarding", "prevent", "online_safety", "exploitation"):
        kept = record_training(head, said(desks.school.ta, course=course)).entry.eid
        answer_training(head, kept, Answer.WITHDRAWN, "Not here.")
        answer_training(head, kept, Answer.AGREED)
    assert {each.standing for each in all_training(head)} == {Standing.AGREED}
