# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reporter who is signed in says after their report: whom it reaches, and how it stands in the case."""

from collections.abc import Mapping

import pytest

from desktop.adding import add_to_sent
from desktop.cases.acting import ActRefusedError
from desktop.cases.rows import Group, Shelf
from desktop.cases.story import Happening, tell
from desktop.filing import AnswersError
from desktop.sent import SentState, sent_by
from tests.desktop.desks import LOW_LEVEL, Desks, envelopes, opened_by

MORE: Mapping[str, object] = {"text": "It was the Tuesday."}
KINDS = ("addition", "correction", "taking_back")


def added(desks: Desks, case: str, kind: str = "addition") -> str:
    return add_to_sent(desks.of(desks.school.ta), case, kind, MORE).entry.eid


def told(desks: Desks, case: str) -> tuple[Happening, ...]:
    """The story as the safeguarding lead reads it."""
    found = desks.case(desks.school.dsl, case)
    return tell(found, desks.school.dsl.person_id, desks.candour.school, desks.candour.meaning).items


@pytest.mark.parametrize("kind", KINDS)
def test_it_reaches_those_whom_the_report_reached_and_nobody_else(desks: Desks, kind: str) -> None:
    case = desks.concern(desks.school.ta, desks.school.dsl)
    before = {*envelopes(desks.school)}
    added(desks, case, kind)
    (new,) = {*envelopes(desks.school)} - before
    openers = {each.name for each in desks.school.members if each.passphrase and opened_by(desks.of(each), new)}
    assert openers == {desks.school.head.name}


@pytest.mark.parametrize("kind", KINDS)
def test_it_counts_in_the_case(desks: Desks, kind: str) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    eid = added(desks, case, kind)
    assert [entry.eid for entry in desks.case(desks.school.head, case).of_kind(kind)] == [eid]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_told_with_whose_words_it_is(desks: Desks, kind: str) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    added(desks, case, kind)
    (item,) = (item for item in told(desks, case) if item.kind == kind)
    assert desks.school.ta.name in item.title
    assert item.words == MORE["text"]


def test_a_correction_stands_beside_the_first_version(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    eid = added(desks, case, "correction")
    (report,) = (item for item in told(desks, case) if item.kind == "report")
    assert report.corrected_by == eid
    assert report.words.startswith("He shouted")


def test_it_decides_nothing(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    row = desks.of(desks.school.head).row(case)
    added(desks, case, "taking_back")
    desks.sync()
    assert desks.of(desks.school.head).row(case).missing == row.missing


def test_a_closed_case_comes_back_until_somebody_has_looked(desks: Desks) -> None:
    school, head = desks.school, desks.of(desks.school.head)
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    shelf = head.row(case).shelf
    desks.hands.forward(hours=1)
    added(desks, case)
    head.sync()
    assert (head.row(case).shelf, head.row(case).group) == (Shelf.NEEDS_YOU, Group.REPLIES)
    desks.hands.forward(hours=1)
    desks.act(school.head, case, "note", {"text": "Read."})
    assert head.row(case).shelf is shelf


def test_nobody_adds_to_what_somebody_else_sent(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    with pytest.raises(ActRefusedError):
        add_to_sent(desks.of(desks.school.dsl), case, "addition", MORE)


def test_nothing_is_added_without_words(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    with pytest.raises(AnswersError):
        add_to_sent(desks.of(desks.school.ta), case, "addition", {})


def test_somebody_with_whom_it_was_shared_gets_the_answer_once_a_first_reader_has_written_to_both(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    shared = {"with": [{"person": school.chair.person_id}], "reason": "She chairs the panel."}
    desks.act(school.dsl, case, "share", shared)
    desks.act(school.chair, case, "question", {"text": "Which day was it?"})
    desks.sync(school.ta)
    (item,) = sent_by(desks.of(school.ta))
    assert ([each.is_vouched for each in item.replies], school.chair.person_id in item.readers) == ([False], False)
    desks.act(school.dsl, case, "question", {"text": "Martin asks as well."})
    desks.sync(school.ta)
    eid = added(desks, case)
    assert desks.case(school.chair, case).entry(eid) is not None


def test_it_is_listed_with_what_they_sent_and_answers_the_question(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.dsl, case, "question", {"text": "Which day was it?"})
    desks.sync(school.ta)
    added(desks, case)
    (item,) = sent_by(desks.of(school.ta))
    assert [(each.kind, each.words) for each in item.further] == [("addition", MORE["text"])]
    assert item.state is SentState.RECEIVED
