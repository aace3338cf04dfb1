# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Patterns planted among the everyday records: each kind in several ways, long and short, plain and mixed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desktop.patterns.register import StaffMember
from tests.patterns_yardstick.days import next_school_day
from tests.patterns_yardstick.ledger import CATEGORIES, PLACES, Ledger, Matter
from tests.patterns_yardstick.people import Pupil
from tests.patterns_yardstick.typing_names import parent_name, staff_name


@dataclass(frozen=True, slots=True)
class Planted:
    """One pattern that is truly there: which records it is made of and on which days."""

    kind: str
    records: frozenset[str]
    since: date
    until: date
    site: str = ""


Planter = Callable[[Ledger, date], Planted | None]


def _days(ledger: Ledger, start: date, number: int, shortest: int, longest: int) -> list[date]:
    """Some school days spread over a span of so many days, irregularly."""
    span = ledger.chance.randint(shortest, longest)
    inner = sorted(ledger.chance.randrange(1, span) for _day in range(number - 2))
    return [next_school_day(start + timedelta(days=day)) for day in (0, *inner, span)]


def _planted(kind: str, references: list[str], days: list[date], site: str = "") -> Planted:
    return Planted(kind, frozenset(references), days[0], days[-1], site)


def _somebody(ledger: Ledger, days: list[date]) -> StaffMember | None:
    """Somebody with children who is here all that time and in no other planted pattern."""
    taken = ledger.subjects_planted
    here = [
        person
        for person in ledger.in_post(days[0], with_children=True)
        if (person.left or days[-1]) >= days[-1] and person.staff_id not in taken
    ]
    person = ledger.chance.choice(here) if here else None
    if person:
        taken.add(person.staff_id)
    return person


def _person(kind: str, shortest: int, longest: int, least: int = 4, most: int = 6) -> Planter:
    """Several matters about one person; what they have in common beside that depends on the kind."""

    def plant(ledger: Ledger, start: date) -> Planted | None:
        days = _days(ledger, start, ledger.chance.randint(least, most), shortest, longest)
        person = _somebody(ledger, days)
        if person is None:
            return None
        write = _WAYS[kind]
        return _planted(kind, write(ledger, person, days), days)

    return plant


def _repeat(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    return [ledger.report(Matter(about=person, on=day, severity=ledger.chance.choice((0, 1, 2)))) for day in days]


def _voices(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    """Each from somebody else: a parent, a pupil, colleagues of other departments."""
    told: set[str] = set()
    references = []
    for number, day in enumerate(days):
        others = [p for p in ledger.in_post(day) if p.department != person.department and p.staff_id not in told]
        by = (
            ("parent", "pupil")[number] if number < 2 and ledger.chance.random() < 0.6 else ledger.chance.choice(others)
        )
        told.add(by if isinstance(by, str) else by.staff_id)
        references.append(ledger.report(Matter(about=person, on=day, severity=ledger.chance.choice((1, 2))), by))
    return references


def _category(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    category = ledger.chance.choice(tuple(CATEGORIES)[2:12])
    return [ledger.report(Matter(about=person, on=day, category=category)) for day in days]


def _rising(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    rises = {4: ((1, 1, 2, 3), (1, 2, 2, 3), (1, 1, 2, 4)), 5: ((1, 1, 2, 2, 3), (1, 1, 2, 3, 3), (1, 2, 2, 3, 4))}
    severities = ledger.chance.choice(rises[len(days)])
    return [ledger.report(Matter(about=person, on=day, severity=s)) for day, s in zip(days, severities, strict=True)]


def _weak(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    """Small things of different kinds, none of which would be raised alone."""
    chance, child = ledger.chance, ledger.pupil(days[0])
    ways: list[Callable[[date], str]] = [
        lambda day: ledger.report(Matter(about=person, on=day, severity=1), "staff"),
        lambda day: ledger.report(Matter(about=person, on=day, severity=1), chance.choice(("parent", "anonymous"))),
        lambda day: ledger.report(Matter(about=person, on=day, severity=1), "self"),
        lambda day: ledger.gift(person, ledger.pupil(day), _outside_the_seasons(day)),
        lambda day: ledger.gift_to_child(person, child, _outside_the_seasons(day)),
        lambda day: ledger.tie(person, day, _parent_of(ledger, child), "parent / Family friend", day),
    ]
    chance.shuffle(ways)
    return [ways[number % len(ways)](day) for number, day in enumerate(days)]


def _outside_the_seasons(day: date) -> date:
    return day - timedelta(days=40) if day.month in {7, 12} else day


def _pair(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    child = _child_through(ledger, days)
    return [ledger.report(Matter(about=person, on=day, child=child)) for day in days]


def _child_through(ledger: Ledger, days: list[date]) -> Pupil:
    """A child who is at the school on the first and on the last day."""
    while True:
        child = ledger.pupil(days[0])
        oldest = 6 if ledger.school.phase == "primary" else 11
        if (days[-1].year if days[-1].month >= 9 else days[-1].year - 1) - child.starts <= oldest:
            return child


def _one_source(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    by = ledger.colleague(person, days[0])
    return [ledger.report(Matter(about=person, on=day), by) for day in days]


def _about_themselves(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    return [ledger.report(Matter(about=person, on=day, severity=1), "self") for day in days]


def _many_gifts(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    child, total = _child_through(ledger, days), ledger.chance.randint(85, 160)
    return [ledger.gift(person, child, _outside_the_seasons(day), max(8, total // len(days))) for day in days]


def _parent_of(ledger: Ledger, child: Pupil) -> str:
    typed = parent_name(ledger.chance, child)
    return typed if ledger.chance.random() < 0.3 else f"{typed} (parent of {child.first} {child.last})"


def _three_registers(ledger: Ledger, person: StaffMember, days: list[date]) -> list[str]:
    child = _child_through(ledger, days)
    ways: list[Callable[[date], str]] = [
        lambda day: ledger.gift(person, child, day),
        lambda day: ledger.report(Matter(about=person, on=day, child=child)),
        lambda day: ledger.tie(person, day, _parent_of(ledger, child), "parent / Family friend", day),
    ]
    ledger.chance.shuffle(ways)
    return [way(day) for way, day in zip(ways, days, strict=True)]


_WAYS: Final = {
    "repeat_person": _repeat,
    "independent_reporters": _voices,
    "same_category": _category,
    "escalation": _rising,
    "cumulative_weak": _weak,
    "adult_child_pair": _pair,
    "single_source": _one_source,
    "self_report_cluster": _about_themselves,
    "gifts_cumulative": _many_gifts,
    "gift_concern_relationship": _three_registers,
}


def _same_child(ledger: Ledger, start: date) -> Planted | None:
    days = _days(ledger, start, ledger.chance.randint(3, 5), 100, 240)
    child = _child_through(ledger, days)
    adults = ledger.chance.sample(ledger.in_post(start, with_children=True), len(days))
    references = [
        ledger.report(Matter(about=person, on=day, child=child)) for person, day in zip(adults, days, strict=True)
    ]
    return _planted("same_child", references, days)


def _cluster(kind: str) -> Planter:
    """Several people's matters in one place, at one hour or in one activity within a half-term or so."""

    def plant(ledger: Ledger, start: date) -> Planted | None:
        days = _days(ledger, start, ledger.chance.randint(5, 8), 30, 75)
        people = ledger.chance.sample(ledger.in_post(start, with_children=True), 4)
        activity = ledger.chance.choice(tuple(PLACES)[1:7])
        place = ledger.chance.choice(PLACES[activity]) if kind == "location_cluster" else ""
        hour = ledger.chance.choice((8, 12, 15, 16)) if kind == "time_cluster" else None
        references = [
            ledger.report(
                Matter(
                    about=people[number % len(people)],
                    on=day,
                    activity=activity if kind != "time_cluster" else "",
                    place=place,
                    hour=hour,
                )
            )
            for number, day in enumerate(days)
        ]
        return _planted(kind, references, days)

    return plant


def _department(ledger: Ledger, start: date) -> Planted | None:
    days = _days(ledger, start, ledger.chance.randint(6, 9), 40, 90)
    by_department: dict[str, list[StaffMember]] = {}
    for person in ledger.in_post(start, with_children=True):
        by_department.setdefault(person.department, []).append(person)
    small = [people for people in by_department.values() if 3 <= len(people) <= 14]
    people = ledger.chance.choice(small)
    references = [ledger.report(Matter(about=people[number % len(people)], on=day)) for number, day in enumerate(days)]
    return _planted("department_cluster", references, days)


def _prolific(ledger: Ledger, start: date) -> Planted | None:
    days = _days(ledger, start, ledger.chance.randint(6, 9), 35, 85)
    here = ledger.in_post(start, with_children=True)
    by = ledger.chance.choice(here)
    people = ledger.chance.sample([person for person in here if person is not by], 5)
    references = [
        ledger.report(Matter(about=people[number % len(people)], on=day), by) for number, day in enumerate(days)
    ]
    return _planted("prolific_reporter", references, days)


def _contradiction(ledger: Ledger, start: date) -> Planted | None:
    """One declares the other; the other's return, weeks later, says that there is nothing."""
    one, other = ledger.chance.sample(ledger.in_post(start), 2)
    days = [start, next_school_day(start + timedelta(days=ledger.chance.randint(35, 200)))]
    if (other.left or days[1]) < days[1]:
        return None
    kind = ledger.chance.choice(("colleague / Sibling", "colleague / Partner", "colleague / Spouse"))
    began = start - timedelta(days=ledger.chance.randint(100, 2000))
    references = [ledger.tie(one, days[0], staff_name(ledger.chance, other), kind, began), ledger.tie(other, days[1])]
    return _planted("undeclared_relationship", references, days)


def _across_schools(ledger: Ledger, start: date) -> Planted | None:
    """Somebody who works in several schools, one matter in each."""
    days = _days(ledger, start, ledger.chance.randint(3, 4), 120, 380)
    peripatetic = [person for person in ledger.in_post(days[0]) if len(person.other_sites) >= len(days) - 1]
    if not peripatetic:
        return None
    person = ledger.chance.choice(peripatetic)
    places = (person.site, *person.other_sites)
    references = [
        ledger.report(Matter(about=person, on=day, site=place)) for day, place in zip(days, places, strict=False)
    ]
    return _planted("cross_site_person", references, days)


PLANTERS: Final[dict[str, Planter]] = {
    "repeat_person": _person("repeat_person", 130, 330),
    "independent_reporters": _person("independent_reporters", 120, 330),
    "same_category": _person("same_category", 80, 300, 3, 5),
    "escalation": _person("escalation", 150, 500, 4, 5),
    "cumulative_weak": _person("cumulative_weak", 220, 420, 4, 6),
    "adult_child_pair": _person("adult_child_pair", 60, 330, 3, 4),
    "single_source": _person("single_source", 120, 330, 4, 5),
    "self_report_cluster": _person("self_report_cluster", 30, 80, 3, 5),
    "gifts_cumulative": _person("gifts_cumulative", 150, 330, 4, 6),
    "gift_concern_relationship": _person("gift_concern_relationship", 60, 400, 3, 3),
    "same_child": _same_child,
    "location_cluster": _cluster("location_cluster"),
    "time_cluster": _cluster("time_cluster"),
    "activity_cluster": _cluster("activity_cluster"),
    "department_cluster": _department,
    "prolific_reporter": _prolific,
    "undeclared_relationship": _contradiction,
}
TRUST_PLANTERS: Final[dict[str, Planter]] = {"cross_site_person": _across_schools}


def silence(ledger: Ledger, planted: list[Planted]) -> Planted | None:
    """Take away everything reported from one site for months, where no planted record would go with it."""
    chance, school = ledger.chance, ledger.school
    kept = {reference for each in planted for reference in each.records}
    span = (school.last_day - school.first_day).days
    for _try in range(20):
        site = chance.choice(school.sites)
        since = school.first_day + timedelta(days=chance.randrange(min(380, span // 2), span - 170))
        until = since + timedelta(days=chance.randint(110, 165))
        lost = {
            r.reference
            for r in ledger.concerns
            if since <= r.reported_at.date() <= until and _site(ledger, r.reference) == site
        }
        if not lost & kept:
            ledger.concerns = [record for record in ledger.concerns if record.reference not in lost]
            return Planted("silence", frozenset(), since, until, site)
    return None


def _site(ledger: Ledger, reference: str) -> str:
    about = ledger.subjects[reference]
    return next(person.site for person in ledger.school.staff if person.staff_id == about)
