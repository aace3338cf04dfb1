# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What staff are trained in: of whom it is asked, how soon, and when again (resources/training/courses.toml)."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.forms.lists import list_terms
from desktop.people import ListChange, Role, WorkerType

COURSES = "training_courses"
"""The vocabulary with their names, which a school may change."""
OTHER = "other"
"""The course whose name stands in its record."""


class Course(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A course: of whom it is asked, how many days somebody new has, and after how many months it is due again."""

    course_id: str
    months: int
    within_days: int
    roles: frozenset[Role] = frozenset()
    worker_types: frozenset[WorkerType] = frozenset()
    source: str
    must_check: bool

    def is_asked(self, worker_type: WorkerType, roles: Collection[Role]) -> bool:
        """Say whether it is asked of people of this kind who hold these roles."""
        return worker_type in self.worker_types or bool(self.roles.intersection(roles))


class CourseRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole table. `remind_days` before training is due, somebody is reminded; `recorders` record for others."""

    checked_on: date
    remind_days: int
    recorders: frozenset[Role]
    courses: tuple[Course, ...]


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """A course as a school has it: under its name, and whether it may still be chosen."""

    course: Course
    title: str
    is_offered: bool


@cache
def course_rules() -> CourseRules:
    """The table that Candour ships."""
    return msgspec.convert(tomllib.loads(resources.text("training/courses.toml")), CourseRules)


def offered_courses(changes: Iterable[ListChange]) -> Mapping[str, Offered]:
    """Every course by its id, the school's own among them: those are asked of nobody, and due as their records say."""
    known = {course.course_id: course for course in course_rules().courses}
    own = known[OTHER]
    return {
        term.value: Offered(
            course=known.get(term.value, msgspec.structs.replace(own, course_id=term.value)),
            title=term.label,
            is_offered=not term.retired,
        )
        for term in list_terms(COURSES, tuple(changes))
    }
