# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an invented school records when nothing goes on: matters at each person's own rate, presents, ties."""

import math
from datetime import date, timedelta
from random import Random

from desktop.patterns.register import StaffMember
from tests.patterns_yardstick.days import next_school_day, school_days
from tests.patterns_yardstick.ledger import Ledger, Matter
from tests.patterns_yardstick.typing_names import pupil_name, staff_name

_SAME_INCIDENT_TWICE = 0.05


def quiet_span(chance: Random, first: date, last: date) -> date:
    """A school day between two days."""
    return next_school_day(first + timedelta(days=chance.randrange(max(1, (last - first).days - 20))))


def write_background(ledger: Ledger) -> None:
    """Write down everything that an ordinary school records in its years."""
    school = ledger.school
    days = tuple(school_days(school.first_day, school.last_day))
    shape = ledger.chance.uniform(1.5, 4.0)
    for person in school.staff:
        own = (
            school.rate
            * ledger.chance.gammavariate(shape, 1 / shape)
            * (0.12 + 0.88 * (person.contact_hours or 0) / 22)
        )
        here = [day for day in days if (person.started or day) <= day <= (person.left or day)]
        for day in ledger.chance.choices(here, k=_poisson(ledger.chance, own * len(here) / 190)) if here else ():
            _write_matter(ledger, person, day)
    _write_gifts(ledger)
    _write_ties(ledger)


def _write_matter(ledger: Ledger, person: StaffMember, day: date) -> None:
    chance = ledger.chance
    site = chance.choice((person.site, *person.other_sites))
    matter = Matter(about=person, on=day, site=site, child=ledger.pupil(day) if chance.random() < 0.2 else None)
    ledger.report(matter)
    if chance.random() < _SAME_INCIDENT_TWICE:
        tell_again(ledger, 1)


def tell_again(ledger: Ledger, times: int) -> list[str]:
    """Let others report the incident that was written down last."""
    first = ledger.concerns[-1]
    about = next(p for p in ledger.school.staff if p.staff_id == ledger.subjects[first.reference])
    happened = first.occurred_at or first.reported_at
    on = date(happened.year, happened.month, happened.day)
    told = {about.staff_id, ledger.reporters.get(first.reference, "")}
    references = []
    for _time in range(times):
        by = ledger.colleague(about, on, frozenset(told))
        told.add(by.staff_id)
        hour = getattr(happened, "hour", None)
        again = Matter(
            about=about,
            on=on,
            category=first.category,
            activity=first.activity,
            place=first.location,
            hour=hour,
            severity=first.severity or 0,
            site=first.site,
        )
        references.append(ledger.report(again, by))
    return references


def _write_gifts(ledger: Ledger) -> None:
    chance, school = ledger.chance, ledger.school
    for year in range(school.first_day.year, school.last_day.year):
        for person in ledger.in_post(date(year, 12, 1), with_children=True):
            for month, usual in ((12, 0.8), (7, 0.7), (0, 0.25)):
                for _gift in range(_poisson(chance, usual * (1 if school.phase == "primary" else 0.3))):
                    day = _day_in(chance, year, month)
                    if school.first_day <= day <= school.last_day and (person.left is None or person.left > day):
                        ledger.gift(person, ledger.pupil(day), day)


def _day_in(chance: Random, year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, chance.randint(4, 19))
    if month == 7:
        return date(year + 1, 7, chance.randint(3, 19))
    return next_school_day(date(year, 9, 8) + timedelta(days=chance.randrange(290)))


def _write_ties(ledger: Ledger) -> None:
    """Every September each says the same again, except for what began since."""
    chance, school = ledger.chance, ledger.school
    own = {person.staff_id: chance.random() for person in school.staff}
    child = {person.staff_id: ledger.pupil(school.first_day) for person in school.staff}
    for year in range(school.first_day.year, school.last_day.year):
        for person in ledger.in_post(date(year, 9, 5)):
            day = next_school_day(date(year, 9, 5) + timedelta(days=int(chance.expovariate(0.15))))
            draw = own[person.staff_id]
            if draw < 0.04:
                party = pupil_name(chance, child[person.staff_id], day)
                ledger.tie(person, day, party, "pupil / Parent of pupil", date(2018, 3, 1))
            elif draw < 0.06:
                ledger.tie(person, day, "Sharma Sports Ltd", "supplier / Supplier connection", date(2020, 1, 1))
            elif draw < 0.94:
                ledger.tie(person, day)
    _write_siblings(ledger, [person for person in school.staff if own[person.staff_id] >= 0.94])


def _write_siblings(ledger: Ledger, people: list[StaffMember]) -> None:
    """Pairs of colleagues, each of whom declares the other, and the same again every year."""
    for one, other in zip(people[::2], people[1::2], strict=False):
        for year in range(ledger.school.first_day.year, ledger.school.last_day.year):
            day = date(year, 9, 10)
            here = ledger.in_post(day)
            if one in here and other in here:
                ledger.tie(one, day, staff_name(ledger.chance, other), "colleague / Sibling", date(2010, 1, 1))
                ledger.tie(other, day, staff_name(ledger.chance, one), "colleague / Sibling", date(2010, 1, 1))


def _poisson(chance: Random, mean: float) -> int:
    """A Poisson number; by multiplying, which is quick for the small means of a school."""
    limit, product, number = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        number += 1
    return number
