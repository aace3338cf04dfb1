# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody not listed is found on the list later: routing is asked again, and they read nothing that comes after."""

from collections.abc import Mapping

import pytest

from desktop.cases.page import read_page as read_case
from desktop.cases.refusals import Refusal
from desktop.cases.rows import Shelf
from desktop.chronology.page import read_page
from desktop.soundness import check
from tests.desktop.cases.test_acting import NOTE, refused
from tests.desktop.cases.test_handing import held
from tests.desktop.cases.test_narrowing import keep_away
from tests.desktop.desks import LOW_LEVEL, Desks, seen_by
from tests.school import Member

WORDS = "A tall man who coaches on Fridays"


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern about somebody described, whom both of its readers could be asked about."""
    case = desks.concern(desks.school.ta, about_description=WORDS, could_be_someone_in_charge="no")
    desks.sync()
    return case


def named(person: Member, words: str = WORDS) -> Mapping[str, object]:
    """The answers that say who it is."""
    return {"described": words, "person": person.person_id, "reason": "He told me himself."}


def identify(desks: Desks, case: str, person: Member, by: Member | None = None) -> str:
    """Say who it is, and let everybody look."""
    entry = desks.act(by or desks.school.head, case, "identification", named(person))
    desks.sync()
    return entry


def readers(desks: Desks, by: Member, case: str) -> list[str]:
    """Who reads it, by name."""
    people = desks.candour.school.people
    return [people[reader.person_id].name for reader in desks.case(by, case).readers]


def test_it_is_about_them_from_then_on(desks: Desks, case: str) -> None:
    school = desks.school
    identify(desks, case, school.teacher)
    for member in (school.dsl, school.head):
        session = desks.of(member)
        assert session.row(case).about == (school.teacher.name,)
        assert session.about(school.teacher.person_id) == [case]
        assert read_page(session, school.teacher.person_id).items[0].words == WORDS


def test_the_report_stays_as_it_was_sent(desks: Desks, case: str) -> None:
    identify(desks, case, desks.school.teacher)
    report = desks.case(desks.school.dsl, case).report
    assert report is not None
    assert report.values["about_description"] == WORDS


def test_the_person_gets_nothing_of_it(desks: Desks, case: str) -> None:
    identify(desks, case, desks.school.teacher)
    assert case not in desks.of(desks.school.teacher).entries.cases()


def test_a_reader_who_is_named_is_sent_nothing_more(desks: Desks, case: str) -> None:
    school = desks.school
    before = held(desks, school.dsl, case)
    identify(desks, case, school.dsl)
    desks.act(school.head, case, "note", NOTE)
    desks.sync()
    assert held(desks, school.dsl, case) == before
    assert school.dsl.name not in readers(desks, school.head, case)


def test_a_decider_who_is_named_is_replaced_by_the_next(desks: Desks, case: str) -> None:
    school = desks.school
    before = held(desks, school.head, case)
    identify(desks, case, school.head, by=school.dsl)
    found = desks.case(school.chair, case)
    assert found.decider == school.chair.person_id
    assert found.uncounted == frozenset()
    desks.act(school.chair, case, "decision", LOW_LEVEL)
    desks.sync()
    assert held(desks, school.head, case) == before
    assert desks.case(school.dsl, case).decision is not None


def test_what_they_write_afterwards_counts_for_nothing(desks: Desks, case: str) -> None:
    school = desks.school
    desks.act(school.dsl, case, "identification", named(school.head))
    late = desks.act(school.head, case, "note", NOTE)
    assert late in desks.case(school.dsl, case).uncounted


def test_what_they_wrote_before_still_counts(desks: Desks, case: str) -> None:
    school = desks.school
    early = desks.act(school.head, case, "note", NOTE)
    identify(desks, case, school.head, by=school.dsl)
    assert early not in desks.case(school.dsl, case).uncounted


def test_who_is_named_sees_no_difference_at_all(desks: Desks, case: str) -> None:
    school = desks.school
    desks.sync()  # receipts for what came last
    before = (seen_by(desks.of(school.head), school.members), read_case(desks.of(school.head), case))
    identify(desks, case, school.head, by=school.dsl)
    for kind, values in (("note", NOTE), ("question", {"text": "Which day was it?"})):
        desks.act(school.dsl, case, kind, values)
    desks.act(school.chair, case, "decision", LOW_LEVEL)
    desks.sync()
    assert (seen_by(desks.of(school.head), school.members), read_case(desks.of(school.head), case)) == before


def test_it_stands_once_in_each_inbox(desks: Desks, case: str) -> None:
    school = desks.school
    identify(desks, case, school.head, by=school.dsl)
    for member in (school.dsl, school.chair):
        assert [each for shelf in Shelf for each in desks.of(member).shelf(shelf)] == [case]


@pytest.mark.parametrize("who", ["teacher", "head", "dsl"])
def test_every_vault_stays_sound(desks: Desks, case: str, who: str) -> None:
    school = desks.school
    person: Member = getattr(school, who)
    by = school.dsl if who == "head" else school.head
    identify(desks, case, person, by)
    desks.act(by, case, "not_them", named(person))
    desks.sync()
    for member in school.members:
        if member.passphrase:
            assert check(desks.of(member)).troubles == ()


def test_a_tied_reader_is_left_behind_too(desks: Desks, case: str) -> None:
    school = desks.school
    keep_away(desks, school.dsl, school.teacher)
    before = held(desks, school.dsl, case)
    identify(desks, case, school.teacher)
    desks.act(school.head, case, "note", NOTE)
    desks.sync()
    assert held(desks, school.dsl, case) == before


# Taking it back


def test_it_can_be_taken_back(desks: Desks, case: str) -> None:
    school = desks.school
    identify(desks, case, school.teacher)
    desks.act(school.head, case, "not_them", named(school.teacher))
    dsl = desks.of(school.dsl)
    dsl.sync()
    assert (dsl.row(case).about, dsl.about(school.teacher.person_id)) == ((WORDS,), [])


def test_nobody_is_let_back_in_by_that(desks: Desks, case: str) -> None:
    school = desks.school
    before = held(desks, school.dsl, case)
    identify(desks, case, school.dsl)
    desks.act(school.head, case, "not_them", named(school.dsl))
    desks.act(school.head, case, "note", NOTE)
    desks.sync()
    assert held(desks, school.dsl, case) == before


def test_somebody_else_can_be_named_then(desks: Desks, case: str) -> None:
    school = desks.school
    identify(desks, case, school.teacher)
    desks.act(school.head, case, "not_them", named(school.teacher))
    identify(desks, case, school.supply)
    assert desks.of(school.dsl).row(case).about == (school.supply.name,)


def test_not_the_same_is_remembered(desks: Desks, case: str) -> None:
    school = desks.school
    desks.act(school.head, case, "not_them", named(school.teacher))
    assert desks.case(school.dsl, case).identities.denied == {(WORDS, school.teacher.person_id)}


# Who may


def test_only_who_decides_says_who_it_is(desks: Desks, case: str) -> None:
    school = desks.school
    found = refused(desks, school.dsl, case, "identification", named(school.teacher))
    assert found is Refusal.NOT_YOURS_TO_IDENTIFY


def test_nobody_names_themselves(desks: Desks, case: str) -> None:
    school = desks.school
    assert refused(desks, school.head, case, "identification", named(school.head)) is Refusal.IDENTIFIED_YOURSELF


def test_nobody_names_somebody_whom_they_are_tied_to(desks: Desks, case: str) -> None:
    school = desks.school
    keep_away(desks, school.head, school.teacher)
    assert refused(desks, school.head, case, "identification", named(school.teacher)) is Refusal.DECLARED_TIE


@pytest.mark.parametrize("words", ["Somebody else", ""])
def test_only_words_of_the_report_are_taken(desks: Desks, case: str, words: str) -> None:
    school = desks.school
    said = {**named(school.teacher), "described": words}
    assert refused(desks, school.head, case, "identification", said) is Refusal.NO_SUCH_WORDS


def test_whoever_was_described_in_no_words_can_be_named(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta)
    desks.act(school.head, case, "identification", {"person": school.teacher.person_id, "reason": "The reporter said."})
    assert desks.of(school.head).row(case).about == (school.teacher.name,)
