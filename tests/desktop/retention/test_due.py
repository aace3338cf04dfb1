# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When records are due: the later day, never a sooner one because something is not known (requirements.md 11.9)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.rows import DUTY_DONE, TRAINING, TRAINING_ANSWER
from desktop.forms import FormKind
from desktop.people import KeptYears, School, Settings
from desktop.retention.disposal import Bar, Early, due_in
from desktop.retention.due import Due, due_of, years_after
from desktop.retention.facts import Concerned, Facts, class_of
from desktop.retention.listing import Standing
from desktop.retention.rules import ClassId, Origin, SchoolMay, rules_of, shipped_rules
from desktop.retention.telling import words
from storage.body import Standing as Author
from tests.desktop.cases.building import (
    CONCERN,
    HEAD,
    MEANING,
    SCHOOL,
    TEACHER,
    case_of,
    decision,
    ending,
    entry,
    report,
    school_with,
)

RULES = shipped_rules()
DAY = date(2026, 3, 12)
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def facts(**changed: Any) -> Facts:
    plain = Facts(reported=DAY, last=DAY, decided=DAY, people=(Concerned(person_id=TEACHER),))
    return msgspec.structs.replace(plain, **changed)


def someone(**known: Any) -> tuple[Concerned, ...]:
    return (Concerned(person_id=TEACHER, **known),)


def due(class_id: ClassId, **changed: Any) -> Due:
    return due_of(facts(**changed), RULES.of(class_id))


def classed(case: Case) -> ClassId:
    assert case.report is not None
    return class_of(case, case.report, MEANING, RULES)


def due_on(case: Case, school: School = SCHOOL) -> date | None:
    found = due_in(case, school, MEANING)
    assert found is not None
    return found.day


# The days


def test_a_low_level_concern_is_kept_while_the_person_works_here() -> None:
    assert due(ClassId.LOW_LEVEL).day is None


def test_a_low_level_concern_is_due_when_the_person_has_left() -> None:
    assert due(ClassId.LOW_LEVEL, people=someone(left=date(2027, 8, 31))).day == date(2027, 8, 31)


def test_of_several_people_the_last_to_leave_counts() -> None:
    people = (*someone(left=date(2027, 8, 31)), Concerned(person_id=HEAD, left=date(2029, 8, 31)))
    assert due(ClassId.LOW_LEVEL, people=people).day == date(2029, 8, 31)


def test_somebody_unlisted_beside_the_person_makes_it_later_only() -> None:
    found = due(ClassId.LOW_LEVEL, people=someone(left=date(2027, 8, 31)), has_unlisted=True)
    assert (found.day, found.unknown) == (date(2036, 3, 12), (Origin.LEFT,))


def test_an_allegation_is_kept_for_ten_years_where_pension_age_comes_before() -> None:
    assert due(ClassId.ALLEGATION, people=someone(pension=date(2030, 1, 1))).day == date(2036, 3, 12)


def test_an_allegation_is_kept_until_pension_age_where_that_is_later() -> None:
    found = due(ClassId.ALLEGATION, people=someone(pension=date(2051, 8, 31)))
    assert (found.day, found.by.origin, found.unknown) == (date(2051, 8, 31), Origin.PENSION, ())


def test_where_pension_age_is_not_known_the_longest_that_it_can_be_counts() -> None:
    found = due(ClassId.ALLEGATION)
    assert (found.day, found.unknown) == (date(2078, 3, 12), (Origin.PENSION,))


def test_a_gift_is_due_six_years_after_the_decision_though_the_person_works_here() -> None:
    assert due(ClassId.GIFT).day == date(2032, 3, 12)


def test_a_tie_that_goes_on_is_kept() -> None:
    assert due(ClassId.TIE).day is None


def test_a_tie_that_ended_before_it_was_decided_is_due_six_years_after_the_decision() -> None:
    assert due(ClassId.TIE, ended=date(2020, 1, 1)).day == date(2032, 3, 12)


def test_29_february_is_followed_by_1_march() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 3, 1)


@given(st.sampled_from(list(ClassId)), DAYS, DAYS, DAYS)
def test_what_is_not_known_never_makes_it_sooner(class_id: ClassId, reported: date, left: date, pension: date) -> None:
    days = sorted((reported, left, pension))
    reported, left, pension = days
    plain = facts(reported=reported, last=reported, decided=reported)
    known = due_of(
        msgspec.structs.replace(plain, people=someone(left=left, pension=min(pension, years_after(reported, 52)))),
        RULES.of(class_id),
    )
    unknown = due_of(msgspec.structs.replace(plain, people=someone(left=left)), RULES.of(class_id))
    assert known.day is not None
    assert unknown.day is not None
    assert unknown.day >= known.day


# The classes


def test_a_decided_concern_is_low_level() -> None:
    assert classed(case_of(report(), decision(2), *ending(3))) is ClassId.LOW_LEVEL


@pytest.mark.parametrize(
    "entries",
    [
        (decision(2, "T1"),),
        (decision(2, limb_risk="not_sure"),),
        (entry(2, "lado_consultation", HEAD, {}), decision(3)),
        (decision(2), entry(3, "outcome", HEAD, {"finding": "unfounded"})),
    ],
)
def test_what_may_have_met_the_threshold_is_an_allegation(entries: tuple[CaseEntry, ...]) -> None:
    assert classed(case_of(report(), *entries)) is ClassId.ALLEGATION


@pytest.mark.parametrize("finding", ["malicious", "false"])
def test_what_was_found_malicious_or_false_does_not_stay(finding: str) -> None:
    case = case_of(report(), decision(2, "T1"), entry(3, "outcome", HEAD, {"finding": finding}))
    assert classed(case) is ClassId.MALICIOUS


def test_the_last_finding_counts() -> None:
    findings = (entry(at, "outcome", HEAD, {"finding": said}) for at, said in ((3, "false"), (4, "substantiated")))
    assert classed(case_of(report(), decision(2, "T1"), *findings)) is ClassId.ALLEGATION


def test_a_report_without_a_name_about_nobody_is_kept_for_three_years() -> None:
    said: Mapping[str, object] = {**CONCERN, "about": None}
    case = case_of(report(said, author=None, standing=Author.WALK_UP_ANONYMOUS), decision(2))
    assert (classed(case), due_on(case)) == (ClassId.NOBODY_NAMED, date(2029, 3, 12))


def test_somebody_who_was_described_is_not_nobody() -> None:
    said: Mapping[str, object] = {**CONCERN, "about": None, "about_description": "A tall man who coaches football"}
    case = case_of(report(said, author=None, standing=Author.WALK_UP_ANONYMOUS), decision(2))
    assert (classed(case), due_on(case)) == (ClassId.LOW_LEVEL, date(2036, 3, 12))


def test_pension_age_that_was_recorded_counts() -> None:
    known = entry(3, "pension_age", HEAD, {"person": TEACHER, "reached_on": "2050-05-01"})
    assert due_on(case_of(report(), decision(2, "T1"), known)) == date(2050, 5, 1)


def test_having_left_counts_from_the_staff_list() -> None:
    assert due_on(case_of(report(), decision(2)), school_with(left=(TEACHER,))) == date(2026, 3, 12)


def test_every_form_that_a_case_begins_with_has_a_class_of_its_own_or_is_a_concern() -> None:
    forms = [spec.form_id for spec in MEANING.forms.values() if spec.kind is not FormKind.ACT]
    classed_by_form = {form for each in RULES.classes for form in each.forms}
    without_a_case = {TRAINING, TRAINING_ANSWER, DUTY_DONE}
    assert set(forms) - classed_by_form - without_a_case == {"concern", "self_report"}


# The school's own years


def test_a_school_may_keep_longer() -> None:
    rule = rules_of((KeptYears(record_class="low_level", years=6),)).of(ClassId.LOW_LEVEL)
    assert due_of(facts(people=someone(left=DAY)), rule).day == date(2032, 3, 12)


def test_a_school_may_not_keep_shorter_what_guidance_sets() -> None:
    assert rules_of((KeptYears(record_class="allegation", years=3),)).of(ClassId.ALLEGATION).terms[0].years == 10


def test_a_school_may_keep_shorter_what_is_left_to_it() -> None:
    school = msgspec.structs.replace(SCHOOL, settings=Settings(kept_years=(KeptYears(record_class="gift", years=1),)))
    gift = report({"giver": "A parent"}, form="gift", author=TEACHER)
    assert due_on(case_of(gift, entry(2, "gift_decision", HEAD, {"outcome": "keep"})), school) == date(2027, 3, 12)


def test_every_class_says_where_it_is_from() -> None:
    assert {each.class_id for each in RULES.classes} == {*ClassId}
    assert all(each.source and each.because and each.school_may in SchoolMay for each in RULES.classes)


# The words


def test_everything_that_can_be_said_has_words() -> None:
    said = words()
    assert said["bar"].keys() == {bar.value for bar in Bar}
    assert said["early"].keys() == {ground.value for ground in Early}
    assert said["standing"].keys() == {*(each.value for each in Standing), "late", "open_ended"}
    asked = {term.origin.value for rule in RULES.classes for term in rule.terms if term.unknown_from}
    assert said["unknown"].keys() == asked
    (basis,) = (field for _, field in MEANING.forms["hold"].fields() if field.name == "basis")
    assert said["basis"].keys() == {choice.value for choice in basis.choices}
