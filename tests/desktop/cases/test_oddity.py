# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever receives a report is told when it went to any other set of people than the rules name (security.md 3.3)."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cases.oddity import Oddity, oddities
from desktop.founding import publish
from storage.charter import AbsenceData
from storage.directory import DirectoryState
from tests.desktop.cases.building import MEANING, SCHOOL, TA, report
from tests.desktop.cases.test_hostile import ANSWERS
from tests.desktop.desks import Desks, Values, concern, content, forge
from tests.school import Member


def found(desks: Desks, by: Member, case: str) -> set[str]:
    """The oddities of a report that somebody received."""
    report = desks.case(by, case).report
    assert report is not None
    return {flag for flag in report.flags if flag in {*Oddity}}


def about_the_teacher(desks: Desks, **values: object) -> Values:
    return {"about": desks.school.teacher.person_id, **concern(), **values}


@pytest.mark.parametrize(
    "values", [{}, {"name_choice": "leave_off"}, {"risk_now": "yes"}], ids=["named", "not named", "risk"]
)
def test_a_report_that_the_program_sent_is_as_ruled(desks: Desks, values: Values) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher, **values)
    assert found(desks, desks.school.head, case) == set()


def test_one_that_its_reporter_kept_from_somebody_is_as_ruled(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher, not_to=[{"person": school.dsl.person_id}])
    assert found(desks, school.head, case) == set()


def test_one_of_a_reader_is_as_ruled(desks: Desks) -> None:
    case = desks.concern(desks.school.dsl, desks.school.teacher)
    assert found(desks, desks.school.head, case) == set()


def test_a_walk_ups_is_as_ruled(desks: Desks) -> None:
    case = desks.candour.file_walk_up("concern", about_the_teacher(desks)).case_id
    assert found(desks, desks.school.dsl, case) == set()


def test_the_directory_of_then_counts(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    away = AbsenceData(person=school.dsl.person_id, since="2026-03-01", until="2026-12-31")
    publish(desks.candour.machine, "absence", away, (desks.of(school.dsl).vault.keys.signing,))
    assert found(desks, school.head, case) == set()


@pytest.mark.parametrize("kept", [["dsl", "head", "deputy"], ["dsl"], ["head", "chair"]])
def test_any_other_set_is_told(desks: Desks, kept: list[str]) -> None:
    school = desks.school
    to = tuple(getattr(school, name) for name in kept)
    readers = [[member.person_id, "dsl"] for member in to]
    said = content(desks, "report", about_the_teacher(desks), readers=readers, form="concern", form_version=version())
    case = forge(desks, school.ta, to, said).entry.eid
    assert found(desks, to[0], case) == {Oddity.SENT_TO_OTHERS}


def version() -> int:
    """Of the concern's form, as it is now."""
    return MEANING.forms["concern"].version


def test_one_by_another_directory_is_told(desks: Desks) -> None:
    school = desks.school
    said = content(desks, "report", about_the_teacher(desks), form="concern", form_version=version())
    said = dataclasses.replace(said, directory=(said.directory[0], "ab" * 32))
    case = forge(desks, school.ta, (school.dsl, school.head), said).entry.eid
    assert found(desks, school.dsl, case) == {Oddity.OTHER_DIRECTORY}


@settings(deadline=None)
@given(ANSWERS, st.sampled_from([*MEANING.forms, "from_the_future"]))
def test_whatever_a_report_says_it_can_be_looked_at(answers: dict[str, object], form: str) -> None:
    spec = MEANING.forms.get(form)
    said = report(answers, form=form, author=TA, data={"form_version": spec.version if spec else 1})
    assert oddities(said, STATE, SCHOOL, MEANING) <= {*Oddity}


STATE = DirectoryState(
    school="c0" * 32,
    n=7,
    head="5a" * 32,
    at="2026-03-12T09:00:00Z",
    name="Hollowbrook Primary School",
    recovery="00" * 32,
    charter=None,  # type: ignore[arg-type] # not looked at
    slots=8,
    people={},
    keys={},
    roles=(),
)
