# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long, and how closely, somebody works with children: what is usual is counted against it (patterns.md 4).

Exposure is counted in staff-years: a year of somebody with 22 hours a week with children is one. Nothing else about a
person is asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop.patterns.register import StaffMember
from desktop.patterns.school_days import DAYS_A_YEAR, SchoolDays

_USUAL_HOURS = 22.0
_WITHOUT_CHILDREN = 0.12
"""What a post without any hours with children still counts."""


class Group(NamedTuple):
    """People who are counted together: of one unit, and of one role, department or site of it. Empty text: any."""

    unit: str
    role: str = ""
    department: str = ""
    site: str = ""


class Post(NamedTuple):
    """Who somebody is, for counting."""

    weight: float
    first: int
    last: int
    unit: str
    role: str
    department: str
    site: str
    other_sites: tuple[str, ...] = ()
    """Where else they work."""


def posts(staff: Sequence[StaffMember], days: SchoolDays) -> Mapping[str, Post]:
    """Each person's post by their id. Hours that are not given are those usual in the role."""
    hours: dict[str, list[float]] = defaultdict(list)
    for member in staff:
        if member.contact_hours is not None:
            hours[member.role].append(member.contact_hours)
    usual = {role: sum(each) / len(each) for role, each in hours.items()}
    return {
        member.staff_id: Post(
            _weight(usual.get(member.role) if member.contact_hours is None else member.contact_hours),
            member.started.toordinal() if member.started else days.first,
            member.left.toordinal() if member.left else days.last,
            member.school,
            member.role,
            member.department,
            member.site,
            member.other_sites,
        )
        for member in staff
    }


def _weight(hours: float | None) -> float:
    return _WITHOUT_CHILDREN + (1 - _WITHOUT_CHILDREN) * (_USUAL_HOURS if hours is None else hours) / _USUAL_HOURS


class Exposure:
    """The exposure of people and of groups between two days, in staff-years."""

    def __init__(self, people: Mapping[str, Post], days: SchoolDays) -> None:
        """Take everybody's posts; what groups come to is added up when it is first asked for."""
        self.people = people
        self.days = days
        self._groups: dict[Group, list[float]] = {}
        self._members: dict[Group, list[Post]] = defaultdict(list)
        self._units: dict[str, list[str]] = defaultdict(list)
        for person, post in people.items():
            self._units[post.unit].append(person)
            for group in _groups_of(post):
                self._members[group].append(post)

    def of_person(self, person: str, since: int, until: int) -> float:
        """The exposure of one person, both days included, and never less than that of one day.

        Somebody who is not on the list, or was not in post, counts as an ordinary member of staff.
        """
        post = self.people.get(person)
        if post is None:
            return max(1, self.days.between(since, until)) / DAYS_A_YEAR
        days = self.days.between(max(since, post.first), min(until, post.last))
        return post.weight * max(1, days) / DAYS_A_YEAR

    def of_group(self, group: Group, since: int, until: int) -> float:
        """The exposure of everybody in a group, both days included."""
        running = self._groups.get(group)
        if running is None:
            running = self._groups[group] = self._add_up(self._members.get(group, ()))
        start, end = since - self.days.first, until - self.days.first + 1
        last = len(running) - 1
        return running[min(max(end, 0), last)] - running[min(max(start, 0), last)]

    def in_post(self, unit: str, since: int, until: int) -> Iterator[str]:
        """Whoever of a unit was in post for some of this time."""
        for person in self._units.get(unit, ()):
            if self.people[person].last >= since and self.people[person].first <= until:
                yield person

    def size(self, group: Group, day: int) -> int:
        """How many people of a group are in post on a day."""
        return sum(post.first <= day <= post.last for post in self._members.get(group, ()))

    def _add_up(self, members: Iterable[Post]) -> list[float]:
        changes = [0.0] * (self.days.last - self.days.first + 2)
        for post in members:
            start = max(post.first - self.days.first, 0)
            end = min(post.last, self.days.last) - self.days.first + 1
            if end > start:
                changes[start] += post.weight
                changes[end] -= post.weight
        in_post = zip(accumulate(changes), self.days.openings, strict=False)
        return [0.0, *accumulate(weight * is_open / DAYS_A_YEAR for weight, is_open in in_post)]


def _groups_of(post: Post) -> set[Group]:
    return {
        Group(post.unit),
        Group(post.unit, role=post.role),
        Group(post.unit, department=post.department),
        Group(post.unit, site=post.site),
    }
