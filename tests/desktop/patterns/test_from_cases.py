# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of a case counts for patterns, and as what."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import pytest
from msgspec.structs import replace

from desktop.cases.entry import CaseEntry
from desktop.patterns.from_cases import records_of, register_of, staff_member
from desktop.patterns.names import Match, Names
from desktop.patterns.reading import holidays_of
from desktop.patterns.register import ConcernRecord, GiftRecord, TieRecord
from desktop.people import Contact, Person, PersonId
from tests.desktop.cases.building import CONCERN, DSL, SCHOOL, TA, TEACHER, case_of, decision, entry, report

GIFT: Mapping[str, object] = {
    "direction": "offered",
    "did": "accepted",
    "what_happened": "A scarf.",
    "worth": 1250,
    "giver_type": "parent_or_pupil",
    "giver": "Mrs Rao",
    "on": "2026-03-02",
}


def concern(*entries: CaseEntry, **values: object) -> ConcernRecord:
    first = report({**CONCERN, **values})
    record = records_of(case_of(first, *entries), SCHOOL)[0]
    assert isinstance(record, ConcernRecord)
    return record


def gift(**values: object) -> GiftRecord:
    record = records_of(case_of(report({**GIFT, **values}, form="gift")), SCHOOL)[0]
    assert isinstance(record, GiftRecord)
    return record


def tie(**values: object) -> TieRecord:
    record = records_of(case_of(report(values, form="relationship")), SCHOOL)[0]
    assert isinstance(record, TieRecord)
    return record


def test_a_concern_names_people_by_their_id() -> None:
    assert (concern().subject, concern().reporter) == (TEACHER, TA)


def test_the_id_of_somebody_on_the_staff_list_means_them() -> None:
    assert Names(map(staff_member, SCHOOL.people.values())).of(TEACHER) == Match(TEACHER)


def test_the_hours_of_the_staff_list_are_the_post() -> None:
    assert staff_member(Person(person_id=PersonId("x"), name="A B", contact_minutes=1350)).contact_hours == 22.5
    assert staff_member(Person(person_id=PersonId("x"), name="A B")).contact_hours is None


def test_the_moment_is_told_where_day_and_time_are_known() -> None:
    when = {"certainty": "day", "date": "2026-03-10"}
    assert concern(when=when, time={"at": "14:05"}).occurred_at == datetime(2026, 3, 10, 14, 5)  # noqa: DTZ001 - local
    assert concern(when=when).occurred_at == date(2026, 3, 10)


NORTH = Contact(purpose="LADO", name="LADO, North", site="North site")


def site_told(words: str, *others: str) -> str:
    teacher = replace(SCHOOL.people[TEACHER], site="South", other_sites=others)
    settings = replace(SCHOOL.settings, contacts=(NORTH,))
    school = replace(SCHOOL, people={**SCHOOL.people, TEACHER: teacher}, settings=settings)
    record = records_of(case_of(report({**CONCERN, "where": {"kind": "hall", "words": words}})), school)[0]
    assert isinstance(record, ConcernRecord)
    return record.site


def test_the_site_is_the_one_that_the_place_names_and_else_the_only_one_of_the_person() -> None:
    assert (site_told("north site: hall"), site_told("Hall")) == ("North site", "South")


def test_at_which_of_their_sites_it_was_is_never_guessed() -> None:
    assert (site_told("Hall", "North site"), site_told("North site, by the gate", "North site")) == ("", "North site")


def test_children_are_told_by_initials_and_year() -> None:
    children = [{"initials": "A.M.", "year": "reception"}, {"initials": "LK", "year": "4"}, {"year": "5"}]
    assert concern(child_affected="yes", children=children).children == ("A M (Yr R)", "L K (Yr 4)")


@pytest.mark.parametrize(("outcome", "severity"), [("T1", 4), ("T2", 3), ("T3", 2), ("T4", 1)])
def test_the_decision_says_how_serious_it_is(outcome: str, severity: int) -> None:
    assert concern(decision(2, outcome)).severity == severity


def test_what_is_not_decided_has_no_severity() -> None:
    assert concern().severity is None


@pytest.mark.parametrize("outcome", ["T5", "T6"])
def test_what_fits_the_code_or_is_no_conduct_never_counts(outcome: str) -> None:
    assert not concern(decision(2, outcome)).counts


def test_what_was_taken_back_never_counts() -> None:
    assert not concern(entry(2, "taking_back", TA, {"text": "I mixed them up."})).counts


def test_a_false_allegation_never_counts() -> None:
    assert not concern(decision(2, "T1"), entry(3, "outcome", DSL, {"finding": "false"})).counts


def test_what_a_reporter_ticked_and_what_a_decision_names_are_one_kind() -> None:
    ticked = concern(everyday=["time_alone"])
    named = concern(decision(2, categories=["alone_secluded"]))
    assert ticked.category == named.category == "Time alone with a child"


def test_a_gift_is_in_pounds_from_a_family() -> None:
    assert (gift().value, gift().giver_type, gift().recipient) == (Decimal("12.5"), "parent", TA)


def test_a_gift_that_was_turned_down_never_counts() -> None:
    assert not gift(did="declined").counts


def test_a_gift_to_a_pupil_is_given_by_staff() -> None:
    given = gift(direction="given_to_pupil", pupil=[{"initials": "AM", "year": "4"}])
    assert (given.giver, given.recipient, given.direction) == (TA, "A M (Yr 4)", "given by staff")


def test_a_tie_to_a_colleague_names_them_by_their_id() -> None:
    declared = tie(tie="partner", other_party=[{"person": TEACHER}], since={"certainty": "day", "date": "2025-01-01"})
    assert (declared.party, declared.party_type, declared.started_on) == (TEACHER, "colleague", date(2025, 1, 1))


def test_a_return_that_says_nothing_is_nil() -> None:
    assert tie(tie="none").is_nil


def test_a_case_that_somebody_only_sent_is_not_counted_for_them() -> None:
    case = case_of(report())
    assert register_of([case], DSL, SCHOOL).concerns
    assert not register_of([case], TA, SCHOOL).concerns


def test_holidays_lie_between_terms_and_never_where_a_term_was_not_set() -> None:
    terms = ((date(2025, 9, 2), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19)))
    later = (date(2026, 4, 13), date(2026, 7, 20))
    assert holidays_of((*terms, later)) == ((date(2025, 10, 25), date(2025, 11, 2)),)


def test_a_name_of_one_word_is_a_last_name() -> None:
    assert staff_member(Person(person_id=PersonId("x"), name="Prakash")).last_name == "Prakash"
