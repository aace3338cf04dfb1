# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions that others have asked: published without names, read by anybody, taken back (requirements.md F44)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.faults import DeskFault, KnownError
from desktop.founding import publish
from desktop.questions.asked import answered, find_asked
from desktop.questions.checking import Asked
from desktop.questions.library import fingerprints, published
from desktop.questions.proposed import tell_in_full
from desktop.questions.publishing import publishing, taking_back
from desktop.questions.text import Question, question_of, read_question, written
from tests.desktop.advising.questions import asked
from tests.desktop.desks import Desks
from tests.school import SmallSchool, signing

MAY_I = question_of("May I take pictures of a class on my own phone?", "No. The office lends you a camera.", "A1 6.2")


def put_up(desks: Desks, question: Question = MAY_I) -> str:
    """Publish a question, as head and chair sign it. Returns its fingerprint."""
    candour, school = desks.candour, desks.school
    said = publishing(candour.machine, question)
    publish(candour.machine, "settings", said, [signing(candour, each) for each in (school.head, school.chair)])
    return candour.school.settings.questions[-1]


def fault_of(desks: Desks, question: Question, of: Asked | None = None) -> DeskFault:
    """Why it is not published."""
    with pytest.raises(KnownError) as refused:
        publishing(desks.candour.machine, question, of)
    assert isinstance(refused.value.code, DeskFault)
    return refused.value.code


def test_what_was_published_is_read_without_a_sign_in_and_without_the_shared_folder(desks: Desks) -> None:
    put_up(desks)
    machine = desks.candour.machine
    assert [each.text for each in published(machine.school, machine.documents)] == [MAY_I]


def test_what_was_taken_back_is_shown_to_nobody(desks: Desks) -> None:
    candour, school = desks.candour, desks.school
    name = put_up(desks)
    said = taking_back(candour.school, name[:8])
    publish(candour.machine, "settings", said, [signing(candour, each) for each in (school.head, school.chair)])
    assert published(candour.school, candour.machine.documents) == ()


@pytest.mark.parametrize("typed", ["", "abc", "g" * 64, "0" * 64])
def test_what_was_never_published_is_not_taken_back(desks: Desks, typed: str) -> None:
    put_up(desks)
    with pytest.raises(KnownError) as refused:
        taking_back(desks.candour.school, typed)
    assert refused.value.code is DeskFault.NO_SUCH_QUESTION


@pytest.mark.parametrize("names", ["{ta}", "{first}", "{last}’s class", "{initials}", "the headteacher"])
def test_nothing_that_names_somebody_is_published(desks: Desks, names: str) -> None:
    ta = desks.school.ta.name
    first, _, last = ta.rpartition(" ")
    words = names.format(ta=ta, first=first, last=last, initials=f"{first[0]}.{last[0]}.")
    question = question_of(f"May I do as well what was allowed to {words}?", "No.")
    assert fault_of(desks, question) is DeskFault.QUESTION_NAMES_SOMEBODY
    swapped = question_of("May I do that?", f"No, though it was allowed to {words}.")
    assert fault_of(desks, swapped) is DeskFault.QUESTION_NAMES_SOMEBODY


def test_initials_and_the_name_that_stand_in_the_question_itself_are_not_published(desks: Desks) -> None:
    was = Asked(case_id="", reference="", question="May I take Q.X. home?", answer="No.", claims="Zebedee Quill")
    for words in ("May I take Q.X. along?", "May I go with Quill?"):
        assert fault_of(desks, question_of(words, "No."), was) is DeskFault.QUESTION_NAMES_SOMEBODY


def test_a_question_is_asked_anew_and_never_in_the_words_of_whoever_asked(desks: Desks) -> None:
    was = Asked(case_id="", reference="", question="May I take a child home?", answer="No.")
    assert fault_of(desks, question_of("may I take  a child home", "No."), was) is DeskFault.QUESTION_AS_ASKED


@pytest.mark.parametrize(("question", "answer"), [("", "No."), ("May I?", " "), ("x" * 1001, "No."), ("x", "y" * 4001)])
def test_a_question_without_an_answer_or_too_long_is_none(question: str, answer: str) -> None:
    with pytest.raises(KnownError) as refused:
        question_of(question, answer)
    assert refused.value.code is DeskFault.QUESTION_REFUSED


def test_whoever_signs_reads_word_for_word_what_is_published(desks: Desks) -> None:
    machine = desks.candour.machine
    told = " ".join(tell_in_full(publishing(machine, MAY_I), machine))
    assert MAY_I.question in told
    assert MAY_I.answer in told


def test_another_computer_gets_the_text_before_its_officer_signs(desks: Desks, small_school: SmallSchool) -> None:
    machine = desks.candour.machine
    said = publishing(machine, MAY_I)
    tell_in_full(said, machine)  # which leaves the text in the shared folder
    for file in machine.home.documents.iterdir():
        file.unlink()
    assert MAY_I.answer in " ".join(tell_in_full(said, machine))


def test_only_answered_questions_that_somebody_reads_are_offered(desks: Desks) -> None:
    school = desks.school
    case = asked(desks)
    desks.sync()
    assert [each.case_id for each in answered(desks.of(school.head))] == [case]
    assert answered(desks.of(school.ta)) == ()
    other = desks.concern(school.ta, school.teacher)
    desks.sync()
    with pytest.raises(KnownError) as refused:
        find_asked(desks.of(school.head), other)
    assert refused.value.code is DeskFault.NOT_A_QUESTION


@given(st.text(min_size=1, max_size=50), st.text(min_size=1, max_size=50))
def test_a_question_is_read_as_it_was_written(question: str, answer: str) -> None:
    said = Question(question=question, answer=answer)
    try:
        again = read_question(written(said))
    except KnownError:
        return  # control characters and lone surrogates pass nowhere
    assert again == said


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b'{"v":2,"question":"a","answer":"b"}',
        b'{"v":1,"question":"a","answer":"b","who":"c"}',
        b"[" * 40_000,
    ],
)
def test_anything_else_is_no_question(content: bytes) -> None:
    with pytest.raises(KnownError):
        read_question(content)


@pytest.mark.parametrize("stated", [None, "abc", [1, "../../x", "G" * 64], {"a": 1}])
def test_a_setting_that_names_no_fingerprints_names_none(stated: object) -> None:
    assert fingerprints(stated) == ()
