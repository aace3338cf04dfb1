# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Invented staff, pupils and schools. Every name is made up of common ones at random."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

from msgspec import structs

from desktop.patterns.register import StaffMember

POOLS: Final[dict[str, str]] = tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))
WOMEN: Final[list[str]] = POOLS["women"].split()
MEN: Final[list[str]] = POOLS["men"].split()
LAST: Final[list[str]] = POOLS["last"].split()
ROLES = {
    "primary": (
        ("Headteacher", "Leadership", 1, 3.0),
        ("Deputy headteacher", "Leadership", 1, 10.0),
        ("SENCO", "SEND and inclusion", 1, 12.0),
        ("Class teacher", "EYFS", 4, 22.0),
        ("Class teacher", "Key Stage 1", 5, 22.0),
        ("Class teacher", "Key Stage 2", 6, 22.0),
        ("HLTA", "SEND and inclusion", 2, 22.0),
        ("Teaching assistant", "EYFS", 4, 24.0),
        ("Teaching assistant", "Key Stage 1", 4, 23.0),
        ("Teaching assistant", "Key Stage 2", 5, 22.0),
        ("Midday supervisor", "Lunchtime and wraparound", 5, 6.0),
        ("Club leader", "Lunchtime and wraparound", 1, 12.0),
        ("Sports coach", "Lunchtime and wraparound", 1, 15.0),
        ("Music tutor", "Visiting tutors", 1, 7.0),
        ("School business manager", "Office", 1, 1.0),
        ("Office administrator", "Office", 2, 2.0),
        ("Kitchen assistant", "Premises and catering", 1, 2.0),
    ),
    "secondary": (
        ("Headteacher", "Leadership", 1, 2.0),
        ("Assistant headteacher", "Leadership", 6, 8.0),
        *(("Teacher", subject, 11, 18.0) for subject in ("English", "Maths", "Science", "Humanities")),
        *(("Teacher", subject, 7, 18.0) for subject in ("PE", "Languages", "Arts", "Technology")),
        ("Head of year", "Pastoral", 7, 12.0),
        ("Pastoral officer", "Pastoral", 8, 14.0),
        ("Teaching assistant", "SEND and inclusion", 24, 22.0),
        ("Cover supervisor", "Cover", 7, 20.0),
        ("Technician", "Support", 6, 4.0),
        ("Office administrator", "Office", 14, 1.5),
        ("Site assistant", "Premises and catering", 7, 1.0),
        ("Kitchen assistant", "Premises and catering", 9, 2.0),
        ("Peripatetic music tutor", "Visiting tutors", 6, 7.0),
        ("Exams officer", "Support", 4, 4.0),
    ),
}
_TURNOVER = 0.1
_PUPILS_FOR_EACH = 6


@dataclass(frozen=True, slots=True)
class Pupil:
    """One child and one parent of theirs; `starts` is the year in whose September they were in Reception."""

    first: str
    last: str
    starts: int
    form: str
    parent: str
    parent_title: str

    def class_on(self, on: date) -> str:
        """The class on this day: RB, 4A, 10C."""
        year = (on.year if on.month >= 9 else on.year - 1) - self.starts
        return f"{year or 'R'}{self.form}"


@dataclass(frozen=True, slots=True)
class School:
    """One invented school, or one of a trust's. `rate` is what is usual: matters for a full-time year with children."""

    name: str
    phase: str
    sites: tuple[str, ...]
    staff: tuple[StaffMember, ...]
    pupils: tuple[Pupil, ...]
    rate: float
    first_day: date
    last_day: date


def school(chance: Random, phase: str, years: int, numbers: Iterator[int], place: str = "") -> School:
    """Invent a school of this phase that is looked at for so many years. `place`: its name in a trust."""
    first_day = date(2026 - years, 9, 1)
    last_day = date(2026, 7, 20)
    sites = (place,) if place else ("Main site",) if phase == "primary" else ("Main site", "Lower site")
    members = _staff(chance, phase, sites, (first_day, last_day), numbers)
    staff = tuple(structs.replace(member, school=place) for member in members)
    pupils = tuple(_pupils(chance, phase, len(staff) * _PUPILS_FOR_EACH, years))
    return School(place, phase, sites, staff, pupils, chance.uniform(0.4, 1.2), first_day, last_day)


def numbers_from_one() -> Iterator[int]:
    """Numbers for staff: one run of them for a whole trust."""
    return count(1)


def _staff(
    chance: Random, phase: str, sites: tuple[str, ...], span: tuple[date, date], numbers: Iterator[int]
) -> Iterator[StaffMember]:
    for role, department, posts, hours in ROLES[phase]:
        for _post in range(posts):
            yield from _holders(chance, (role, department, hours), sites, span, numbers)


def _holders(
    chance: Random,
    post: tuple[str, str, float],
    sites: tuple[str, ...],
    span: tuple[date, date],
    numbers: Iterator[int],
) -> Iterator[StaffMember]:
    """Those who hold one post one after another."""
    role, department, hours = post
    starts = span[0] - timedelta(days=chance.randint(30, 3000))
    while True:
        leaves = _leaving_day(chance, max(starts, span[0]), span[1])
        fte = chance.choice((1.0, 1.0, 1.0, 0.8, 0.6))
        is_man = chance.random() < 0.25
        site = chance.choice(sites)
        both = len(sites) > 1 and chance.random() < 0.15
        yield StaffMember(
            staff_id=f"S{next(numbers):05}",
            title="Mr" if is_man else chance.choice(("Mrs", "Miss", "Ms")),
            first_name=chance.choice(MEN if is_man else WOMEN),
            last_name=chance.choice(LAST),
            role=role,
            department=department,
            site=site,
            other_sites=tuple(other for other in sites if other != site) if both else (),
            contact_hours=round(hours * fte * chance.uniform(0.85, 1.15), 1),
            fte=fte,
            started=starts,
            left=leaves,
        )
        if leaves is None:
            return
        starts = leaves + timedelta(days=1)


def _leaving_day(chance: Random, since: date, until: date) -> date | None:
    for year in range(since.year, until.year + 1):
        for day in (date(year, 4, 10), date(year, 8, 31)):
            if since + timedelta(days=90) < day < until and chance.random() < _TURNOVER / 2:
                return day
    return None


def _pupils(chance: Random, phase: str, number: int, years: int) -> Iterator[Pupil]:
    youngest, oldest = (0, 6) if phase == "primary" else (7, 11)
    for _pupil in range(number):
        last = chance.choice(LAST)
        is_father = chance.random() < 0.3
        yield Pupil(
            first=chance.choice((*WOMEN, *MEN)),
            last=last,
            starts=chance.randint(2026 - years - oldest, 2025 - youngest),
            form=chance.choice("AB" if phase == "primary" else "ABCDEF"),
            parent=chance.choice(MEN if is_father else WOMEN),
            parent_title="Mr" if is_father else "Mrs",
        )
