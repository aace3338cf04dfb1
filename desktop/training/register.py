# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is trained in what on a day: one row for each person and course, and the rates (requirements.md F34). Pure.

Leavers are in no row; joiners are asked from their first day. A course that is done again after some months is due on
that day of the month: done on 29 February, on 28 February of a year that has no 29th.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Final

import msgspec

from desktop.clocks.months import months_after
from desktop.people import Person, PersonId, Role, School, WorkerType
from desktop.policies.register import Taken, works_here
from desktop.training.courses import OTHER, Course, Offered, course_rules, offered_courses
from desktop.training.records import Standing, TrainingRecord

_Named = tuple[str, str]
"""A course by its id, and what it is called."""


class State(StrEnum):
    """How somebody stands with a course."""

    OVERDUE = "overdue"
    SOON = "soon"
    TO_DO = "to_do"
    MISSING = "missing"
    CURRENT = "current"


_PLACES: Final = {state: place for place, state in enumerate(State)}
UP_TO_DATE = frozenset({State.CURRENT, State.SOON})


class TrainingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One person and one course.

    `record` is the last that holds, `claim` one of their own that waits to be agreed to. `due` is when it has to be
    done, or done again; None where nothing sets a day. `is_asked`: it is asked of them, so that they count in a rate.
    """

    person_id: PersonId
    course_id: str
    title: str
    state: State
    is_asked: bool
    due: date | None = None
    record: TrainingRecord | None = None
    claim: TrainingRecord | None = None

    @property
    def row_id(self) -> str:
        """Its name among the rows."""
        return f"{self.person_id} {self.course_id} {self.title}"


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """How many of those of whom a course is asked are up to date. `is_kept`: somebody has a record of it here."""

    course_id: str
    title: str
    taken: Taken
    overdue: int
    is_kept: bool


def training_rows(
    records: Sequence[TrainingRecord],
    school: School,
    people: Iterable[Person],
    today: date,
    states: Collection[State] = frozenset(State),
) -> tuple[TrainingRow, ...]:
    """The rows in these states of those of these people who work here: the most pressing first, then by course, name.

    Every row is made, but only these are put in order.
    """
    courses = offered_courses(school.settings.vocabularies)
    by_person: dict[PersonId, list[TrainingRecord]] = {}
    for record in records:
        by_person.setdefault(record.person, []).append(record)
    asked = _asking(courses)
    rows = [
        (person.name, row)
        for person in people
        if works_here(person, today)
        for row in _rows(
            person,
            by_person.get(person.person_id, ()),
            asked(person.worker_type, school.roles_of(person.person_id, today)),
            courses,
            today,
        )
        if row.state in states
    ]
    places = {course: place for place, course in enumerate(courses)}
    return tuple(row for _, row in sorted(rows, key=lambda each: _place(each[0], each[1], places)))


def asked_people(school: School, today: date) -> frozenset[PersonId]:
    """Everybody who works here and is asked for a course."""
    asked = _asking(offered_courses(school.settings.vocabularies))
    return frozenset(
        person.person_id
        for person in school.people.values()
        if works_here(person, today) and asked(person.worker_type, school.roles_of(person.person_id, today))
    )


def _asking(courses: Mapping[str, Offered]) -> Callable[[WorkerType, frozenset[Role]], tuple[_Named, ...]]:
    """Which courses on offer are asked of people of a kind with these roles, worked out once for all who are alike."""

    @cache
    def asked(worker_type: WorkerType, roles: frozenset[Role]) -> tuple[_Named, ...]:
        return tuple(
            (course_id, offered.title)
            for course_id, offered in courses.items()
            if offered.is_offered and offered.course.is_asked(worker_type, roles)
        )

    return asked


def record_title(record: TrainingRecord, courses: Mapping[str, Offered]) -> str:
    """What a record is of, among the courses of a school."""
    return _named(record, courses)[1]


def rates(rows: Sequence[TrainingRow]) -> tuple[Rate, ...]:
    """A rate for each course that is asked of somebody, in the order of the list."""
    found: dict[str, list[TrainingRow]] = {}
    for row in rows:
        if row.is_asked:
            found.setdefault(row.course_id, []).append(row)
    places = {course.course_id: place for place, course in enumerate(course_rules().courses)}
    return tuple(_rate(found[course]) for course in sorted(found, key=lambda each: places.get(each, len(places))))


def _rate(rows: Sequence[TrainingRow]) -> Rate:
    return Rate(
        course_id=rows[0].course_id,
        title=rows[0].title,
        taken=Taken(confirmed=sum(row.state in UP_TO_DATE for row in rows), of=len(rows)),
        overdue=sum(row.state is State.OVERDUE for row in rows),
        is_kept=any(row.record for row in rows),
    )


def _rows(
    person: Person,
    records: Sequence[TrainingRecord],
    asked: Sequence[_Named],
    courses: Mapping[str, Offered],
    today: date,
) -> Iterator[TrainingRow]:
    by_course: dict[_Named, list[TrainingRecord]] = {name: [] for name in asked}
    for record in records:
        by_course.setdefault(_named(record, courses), []).append(record)
    for place, (name, found) in enumerate(by_course.items()):
        is_asked = place < len(asked)
        row = _row(person, name, found, (courses[name[0]].course, is_asked), today)
        if is_asked or row.record or row.claim:
            yield row


def _named(record: TrainingRecord, courses: Mapping[str, Offered]) -> _Named:
    """The course of a record and what it is called; two of another name are two courses."""
    course_id = record.said.course if record.said.course in courses else OTHER
    return course_id, record.said.title if course_id == OTHER and record.said.title else courses[course_id].title


def _row(
    person: Person,
    name: _Named,
    records: Sequence[TrainingRecord],
    asking: tuple[Course, bool],
    today: date,
) -> TrainingRow:
    course, is_asked = asking
    held = [each for each in records if each.standing is Standing.AGREED and each.on <= today]
    last = max(held, key=lambda each: (each.on, each.at), default=None)
    claims = [each for each in records if each.standing is Standing.TO_AGREE and (last is None or each.on > last.on)]
    if last is None:
        due = person.start + timedelta(days=course.within_days) if person.start else None
        state = State.TO_DO if due is not None and due >= today else State.MISSING
    else:
        months = last.said.refresh.months(course.months)
        due = months_after(last.on, months) if months else None
        state = _held(due, today)
    return TrainingRow(
        person_id=person.person_id,
        course_id=name[0],
        title=name[1],
        state=state,
        is_asked=is_asked,
        due=due,
        record=last,
        claim=max(claims, key=lambda each: (each.on, each.at), default=None),
    )


def _held(due: date | None, today: date) -> State:
    """How a record stands: it is good through the day on which it is due again."""
    if due is None or due > today + timedelta(days=course_rules().remind_days):
        return State.CURRENT
    return State.SOON if due >= today else State.OVERDUE


def _place(name: str, row: TrainingRow, courses: Mapping[str, int]) -> tuple[bool, int, date, int, str, str]:
    """What waits for an answer first, then by state and day; what has no day by course and name."""
    state, course = _PLACES[row.state], courses.get(row.course_id, len(courses))
    return row.claim is None, state, row.due or date.max, course, row.title, name
