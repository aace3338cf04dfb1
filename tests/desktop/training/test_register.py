# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is trained in what on a day, when it is due again, and how many are."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people import Appointment, ListChange, OwnTerm, Person, PersonId, Role, School, Settings, WorkerType
from desktop.policies.register import Taken
from desktop.training.courses import course_rules, offered_courses
from desktop.training.records import Refresh, Standing, TrainingRecord
from desktop.training.register import State, TrainingRow, rates, training_rows
from tests.desktop.policies.test_register import person, school
from tests.desktop.training.made import TODAY, record

ANN = person("Ann")


def row(records: list[TrainingRecord], course: str = "safeguarding", who: Person = ANN) -> TrainingRow:
    """Somebody's row of a course."""
    rows = training_rows(records, school(who), [who], TODAY)
    return next(each for each in rows if each.course_id == course)


@pytest.mark.parametrize(
    ("on", "state", "due"),
    [
        (TODAY - timedelta(days=3), State.CURRENT, date(2027, 11, 18)),
        (date(2026, 1, 21), State.CURRENT, date(2027, 1, 21)),
        (date(2026, 1, 20), State.SOON, date(2027, 1, 20)),
        (date(2025, 11, 21), State.SOON, TODAY),
        (date(2025, 11, 20), State.OVERDUE, date(2026, 11, 20)),
    ],
)
def test_it_is_good_through_the_day_on_which_it_is_due_and_reminded_of_sixty_days_before(
    on: date, state: State, due: date
) -> None:
    found = row([record("Ann", on)])
    assert (found.state, found.due) == (state, due)


def test_what_was_done_on_29_february_is_due_on_28_february() -> None:
    found = row([record("Ann", date(2024, 2, 29), "exploitation")], "exploitation")
    assert found.due == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("refresh", "due"), [(Refresh.NEVER, None), (Refresh.M24, date(2028, 11, 1)), (Refresh.M6, date(2027, 5, 1))]
)
def test_a_record_may_say_otherwise_when_it_is_due_again(refresh: Refresh, due: date | None) -> None:
    assert row([record("Ann", date(2026, 11, 1), refresh=refresh)]).due == due


def test_the_last_time_counts() -> None:
    assert row([record("Ann", date(2026, 9, 1)), record("Ann", date(2020, 9, 1))]).due == date(2027, 9, 1)


@pytest.mark.parametrize("standing", [Standing.TO_AGREE, Standing.TURNED_DOWN, Standing.WITHDRAWN])
def test_what_is_not_agreed_does_not_count(standing: Standing) -> None:
    found = row([record("Ann", date(2026, 9, 1), standing=standing)])
    assert (found.state, found.claim is not None) == (State.MISSING, standing is Standing.TO_AGREE)


def test_a_joiner_is_asked_from_the_first_day_and_has_some_days() -> None:
    new = msgspec.structs.replace(ANN, start=TODAY)
    found = row([], "safeguarding_induction", new)
    assert (found.state, found.due) == (State.TO_DO, TODAY + timedelta(days=14))
    late = msgspec.structs.replace(ANN, start=TODAY - timedelta(days=15))
    assert row([], "safeguarding_induction", late).state is State.MISSING


def test_leavers_and_those_to_come_are_in_no_row() -> None:
    people = [
        msgspec.structs.replace(person("Gone"), end=TODAY - timedelta(days=1)),
        msgspec.structs.replace(person("Soon"), start=TODAY + timedelta(days=1)),
    ]
    assert training_rows([record("Gone", TODAY)], school(*people), people, TODAY) == ()


def test_a_course_for_a_role_is_asked_of_whoever_holds_it() -> None:
    lead = msgspec.structs.replace(
        school(ANN, person("Bob")), appointments=(Appointment(role=Role.DEPUTY_DSL, person_id=PersonId("Ann")),)
    )
    rows = training_rows([], lead, lead.people.values(), TODAY)
    assert [each.person_id for each in rows if each.course_id == "safeguarding_lead"] == ["Ann"]


def test_what_is_asked_of_nobody_is_listed_and_in_no_rate() -> None:
    rows = training_rows([record("Ann", TODAY, "safer_recruitment")], school(ANN), [ANN], TODAY)
    assert any(each.course_id == "safer_recruitment" and not each.is_asked for each in rows)
    assert all(rate.course_id != "safer_recruitment" for rate in rates(rows))


def test_two_courses_of_another_name_are_two() -> None:
    records = [record("Ann", TODAY, "other", title="First aid"), record("Ann", TODAY, "other", title="Fire warden")]
    titles = {each.title for each in training_rows(records, school(ANN), [ANN], TODAY) if each.course_id == "other"}
    assert titles == {"First aid", "Fire warden"}


def test_a_course_that_the_school_no_longer_offers_is_asked_of_nobody() -> None:
    change = ListChange(vocabulary="training_courses", retired=("prevent",), own=(OwnTerm(value="own_1", label="Epi"),))
    changed = msgspec.structs.replace(school(ANN), settings=Settings(vocabularies=(change,)))
    rows = training_rows([record("Ann", TODAY, "own_1")], changed, [ANN], TODAY)
    assert "prevent" not in {each.course_id for each in rows}
    assert next(each.title for each in rows if each.course_id == "own_1") == "Epi"


def test_a_rate_counts_those_of_whom_it_is_asked() -> None:
    people = [person("Ann"), person("Bob"), person("Cat"), person("Hal", worker_type=WorkerType.HIRER)]
    records = [record("Ann", TODAY), record("Bob", date(2025, 1, 1)), record("Hal", TODAY)]
    [rate] = [each for each in rates(training_rows(records, school(*people), people, TODAY)) if each.is_kept]
    assert (rate.taken, rate.overdue) == (Taken(confirmed=1, of=3), 1)


def test_nobody_of_whom_it_is_asked_is_no_percentage() -> None:
    assert rates(training_rows([], school(), [], TODAY)) == ()
    assert Taken(confirmed=0, of=0).percent is None


def test_every_course_has_a_name_and_a_source() -> None:
    offered = offered_courses(())
    assert {course.course_id for course in course_rules().courses} == set(offered)
    assert all(course.source for course in course_rules().courses)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.dates(date(2020, 1, 1), TODAY)), max_size=12))
def test_rates_never_count_more_than_are_asked_whatever_was_recorded(told: list[tuple[str, date]]) -> None:
    people = [person(name) for name in "AB"]
    whole: School = school(*people)
    for rate in rates(training_rows([record(name, on) for name, on in told], whole, people, TODAY)):
        assert 0 <= rate.taken.confirmed + rate.overdue <= rate.taken.of == len(people)
