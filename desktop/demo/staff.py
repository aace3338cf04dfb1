# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demonstration's training and duties: most are up to date, one is overdue, one is due on a 28 February."""

import tomllib
from calendar import isleap
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

import msgspec

import resources
from desktop.clocks import LONDON
from desktop.clocks.months import months_after
from desktop.declarations.gifts import year_of
from desktop.demo.data import DemoSchool, DemoTime
from desktop.duties.acting import say_done
from desktop.duties.rules import Occurrence, occurrences, sees
from desktop.people import Person
from desktop.policies.register import works_here
from desktop.session import Session
from desktop.training.acting import record_training
from desktop.training.courses import offered_courses
from desktop.training.records import Refresh

_AT = time(15, 30)
_DAY = timedelta(days=1)
_BEFORE = 2 * _DAY
_LONG = (Refresh.M12, Refresh.M24, Refresh.M36, Refresh.M60)

Event = tuple[datetime, Callable[[], None]]
SessionOf = Callable[[str], Session]
"""Opens somebody's session, by their key in the data."""


class _Course(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    course: str
    provider: str
    level: str
    evidence: str
    title: str = ""


class _Together(_Course, frozen=True, kw_only=True, forbid_unknown_fields=True):
    without: tuple[str, ...]
    days_ago: int = 0
    days_after_start: int = 0

    def on(self, person: Person, today: date) -> date:
        """The day on which this person had it."""
        if self.days_after_start and person.start:
            return person.start + self.days_after_start * _DAY
        return max(today - self.days_ago * _DAY, (person.start or today) + _DAY)


class _Single(_Course, frozen=True, kw_only=True, forbid_unknown_fields=True):
    person: str
    days_ago: int = 0


class _Duties(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    left_out: tuple[str, ...]
    said_by: tuple[str, ...]
    notes: Mapping[str, str]


class _Staff(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    recorded_by: str
    else_recorded_by: str
    recorded_days_ago: int
    together: tuple[_Together, ...]
    single: tuple[_Single, ...]
    leap_day: _Single
    own: _Single
    duties: _Duties


def staff_events(session_of: SessionOf, data: DemoSchool, made: DemoTime) -> Iterator[Event]:
    """What is recorded of training and duties, each with when."""
    told = msgspec.convert(tomllib.loads(resources.text("demo/staff.toml")), _Staff)
    at = datetime.combine(made.today - told.recorded_days_ago * _DAY, _AT, LONDON)
    for key, values in _recorded(told, data, made):
        by = told.recorded_by if key != told.recorded_by else told.else_recorded_by
        yield at, partial(_record, session_of, by, values)
    own = told.own
    said = _values(data, own.person, own, made.today - own.days_ago * _DAY)
    yield _moment(made.today - (own.days_ago - 1) * _DAY), partial(_record, session_of, own.person, said)
    for each in _fallen_due(made):
        if each.duty.duty_id not in told.duties.left_out:
            yield _moment(each.due - _BEFORE), partial(_say, session_of, told.duties, each)


def _fallen_due(made: DemoTime) -> tuple[Occurrence, ...]:
    """The duties that fell due this school year, and the last time that any other did."""
    before = [each for each in occurrences(made.school().settings.terms) if each.due < made.today]
    last = {each.duty.duty_id: each for each in before}
    year = year_of(made.today)
    return tuple(each for each in before if year_of(each.due) == year or last[each.duty.duty_id] == each)


def leap_day_before(day: date) -> date:
    """The last 29 February before a day."""
    year = next(year for year in range(day.year, day.year - 9, -1) if isleap(year) and date(year, 2, 29) < day)
    return date(year, 2, 29)


def _recorded(told: _Staff, data: DemoSchool, made: DemoTime) -> Iterator[tuple[str, dict[str, object]]]:
    """Whose training is recorded, and what of it."""
    school, today = made.school(), made.today
    offered = offered_courses(school.settings.vocabularies)
    for together in told.together:
        course = offered[together.course].course
        for each in data.people:
            person = school.people[each.id]
            asked = works_here(person, today) and course.is_asked(person.worker_type, school.roles_of(each.id, today))
            if asked and each.key not in together.without:
                yield each.key, _values(data, each.key, together, together.on(person, today))
    for single in told.single:
        yield single.person, _values(data, single.person, single, today - single.days_ago * _DAY)
    leap = leap_day_before(today)
    ahead = next(each for each in _LONG if months_after(leap, each.months(0)) > today)
    values = _values(data, told.leap_day.person, told.leap_day, leap)
    yield told.leap_day.person, {**values, "refresh": ahead.value}


def _values(data: DemoSchool, key: str, course: _Course, on: date) -> dict[str, object]:
    said = {
        "person": data.person(key).id,
        "course": course.course,
        "title": course.title,
        "on": on.isoformat(),
        "refresh": Refresh.USUAL.value,
        "provider": course.provider,
        "level": course.level,
        "evidence": course.evidence,
    }
    return {name: value for name, value in said.items() if value}


def _record(session_of: SessionOf, key: str, values: dict[str, object]) -> None:
    record_training(session_of(key), values)


def _say(session_of: SessionOf, duties: _Duties, each: Occurrence) -> None:
    """The first of these people who is shown the duty says that it was done."""
    sessions = [session_of(key) for key in duties.said_by]
    machine = sessions[0].machine
    by = next(session for session in sessions if sees(each.duty, machine.school, session.me, machine.today()))
    say_done(by, *each.key, duties.notes.get(each.duty.duty_id, ""))


def _moment(day: date) -> datetime:
    return datetime.combine(day, _AT, LONDON)
