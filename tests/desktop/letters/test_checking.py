# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is found in a letter, and what stands in its way."""

import msgspec
import pytest

from desktop.cases.refusals import Refusal
from desktop.letters.checking import check
from desktop.letters.facts import Source
from desktop.letters.issuing import source_for
from desktop.letters.templates import templates
from desktop.people import PersonId
from desktop.wording.checking import remarks
from tests.desktop.desks import LADO, LOW_LEVEL, THRESHOLD, Desks
from tests.desktop.letters.conftest import SourceFor

ACCOUNT, OUTCOME, NO_NAMES = templates()["account"], templates()["outcome"], templates()["no_names"]


def in_the_way(source: Source, text: str = "Nothing.", template: str = "account") -> set[Refusal]:
    return set(check(templates()[template], text, source).hurdles)


@pytest.mark.parametrize("words", ["He was guilty.", "She allegedly ran.", "The VICTIM spoke.", "He merely sat."])
def test_a_word_that_judges_is_pointed_out(words: str) -> None:
    assert len(list(remarks(words))) == 1


@pytest.mark.parametrize(
    "words", ["He said “I am guilty”.", "> He was guilty.", 'She said "merely".', "The guiltless."]
)
def test_what_somebody_said_is_left_alone(words: str) -> None:
    assert list(remarks(words)) == []


def test_wording_stops_nothing(desks: Desks, source_of: SourceFor) -> None:
    found = check(NO_NAMES, "He was guilty.", source_of(desks.school.dsl))
    assert found.wording
    assert found.stopped_by("") is None


def test_nobody_is_told_before_anybody_has_looked_at_it(desks: Desks, source_of: SourceFor) -> None:
    assert in_the_way(source_of(desks.school.head)) == {Refusal.LETTER_BEFORE_ASSESSMENT}


def test_nobody_is_told_before_the_lado_was_asked(desks: Desks, case_id: str, source_of: SourceFor) -> None:
    desks.act(desks.school.dsl, case_id, "triage", THRESHOLD)
    assert in_the_way(source_of(desks.school.head)) == {Refusal.LETTER_BEFORE_LADO}


def test_what_is_with_the_lado_is_told_as_agreed_with_them(desks: Desks, case_id: str, source_of: SourceFor) -> None:
    desks.act(desks.school.dsl, case_id, "triage", THRESHOLD)
    desks.act(desks.school.dsl, case_id, "lado_referral", LADO)
    desks.act(desks.school.head, case_id, "decision", THRESHOLD)
    found = check(ACCOUNT, "Nothing.", source_of(desks.school.head))
    assert found.hurdles == (Refusal.LETTER_WITH_LADO,)
    assert found.stopped_by("") is Refusal.LETTER_WITH_LADO
    assert found.stopped_by("  ") is Refusal.LETTER_WITH_LADO
    assert found.stopped_by("Agreed with A. Brown on 12 March.") is None


def test_an_outcome_comes_after_the_decision_and_after_an_account(
    desks: Desks, case_id: str, source_of: SourceFor
) -> None:
    head = desks.school.head
    assert Refusal.NO_DECISION_YET in in_the_way(source_of(head), template="outcome")
    desks.act(desks.school.dsl, case_id, "triage", LOW_LEVEL)
    desks.act(head, case_id, "decision", LOW_LEVEL)
    assert in_the_way(source_of(head), template="outcome") == {Refusal.LETTER_BEFORE_ACCOUNT}
    said = {"note_kind": "conversation", "spoke_to": "person_concerned", "text": "He told me.", "on": "2026-03-12"}
    desks.act(head, case_id, "note", said)
    assert in_the_way(source_of(head), template="outcome") == set()


def test_a_blank_stops_a_letter_whatever_the_reason(desks: Desks, source_of: SourceFor) -> None:
    found = check(templates()["receipt"], "Dear [to fill in: the reporter’s name]", source_of(desks.school.dsl))
    assert found.stopped_by("It is urgent.") is Refusal.LETTER_HAS_BLANKS


def test_a_blank_does_not_hold_up_a_referral(desks: Desks, source_of: SourceFor) -> None:
    text = "Date of birth: [to fill in: their date of birth]"
    assert check(templates()["lado_referral"], text, source_of(desks.school.dsl)).stopped_by("") is None


def test_a_question_without_names_is_stopped_by_whatever_names(desks: Desks, source_of: SourceFor) -> None:
    source = source_of(desks.school.dsl)
    for words in ("Tom", "Mr Ashby", "T.A.", "the PE and Year 4 teacher", "L.M.", "Beth Carver", "the headteacher"):
        found = check(NO_NAMES, f"It was about {words} again.", source)
        assert found.stopped_by("There is a reason.") is Refusal.LETTER_NAMES_SOMEBODY, words


def test_whoever_asks_says_who_they_are(desks: Desks, source_of: SourceFor) -> None:
    text = "Asked by: Priya Nair, Deputy headteacher and designated safeguarding lead"
    assert check(NO_NAMES, text, source_of(desks.school.dsl)).hurdles == ()


def test_the_reporter_is_not_named_to_the_person_concerned(desks: Desks, source_of: SourceFor) -> None:
    source = source_of(desks.school.head)
    assert Refusal.LETTER_NAMES_REPORTER in in_the_way(source, "Ms Carver told us about Tom.")
    assert Refusal.LETTER_NAMES_REPORTER not in in_the_way(source, "Helen Marsh writes to Tom Ashby.")


def test_somebody_else_of_the_same_name_does_not_hide_the_reporter(desks: Desks, source_of: SourceFor) -> None:
    source = source_of(desks.school.head)
    first, other = PersonId("00" * 16), source.school.people[desks.school.supply.person_id]
    namesake = msgspec.structs.replace(other, person_id=first, name="Ann Carver")
    people = {first: namesake, **source.school.people}
    both = msgspec.structs.replace(source, school=msgspec.structs.replace(source.school, people=people))
    assert Refusal.LETTER_NAMES_REPORTER in in_the_way(both, "Ms Carver told us.")


def test_whom_it_is_to_may_bear_the_reporters_name(desks: Desks, source_of: SourceFor) -> None:
    source = source_of(desks.school.head)
    teacher = desks.school.teacher.person_id
    people = {
        **source.school.people,
        teacher: msgspec.structs.replace(source.school.people[teacher], name="Tom Carver"),
    }
    both = msgspec.structs.replace(source, school=msgspec.structs.replace(source.school, people=people))
    assert Refusal.LETTER_NAMES_REPORTER not in in_the_way(both, "Dear Tom Carver")
    assert Refusal.LETTER_NAMES_REPORTER in in_the_way(both, "Dear Tom Carver, Beth told us.")


def test_a_name_that_somebody_gave_without_signing_in_is_not_told_either(desks: Desks) -> None:
    school = desks.school
    said: dict[str, object] = {
        "about": school.teacher.person_id,
        "what_happened": "He shouted.",
        "risk_now": "no",
        "name_choice": "give",
        "your_name": "Norma Swale",
    }
    case = desks.candour.file_walk_up("concern", said).case_id
    head = desks.of(school.head)
    source = source_for(head, desks.case(school.head, case))
    assert Refusal.LETTER_NAMES_REPORTER in in_the_way(source, "Mrs Swale told us.")
