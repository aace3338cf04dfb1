# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What looks like a pattern and is none: written among the everyday records, and nothing should be said of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tests.patterns_yardstick.background import tell_again
from tests.patterns_yardstick.days import next_school_day
from tests.patterns_yardstick.ledger import Ledger, Matter
from tests.patterns_yardstick.typing_names import pupil_name, staff_name


def told_by_several(ledger: Ledger, start: date) -> list[str]:
    """One incident, told by four or five people."""
    person = ledger.chance.choice(ledger.in_post(start, with_children=True))
    first = ledger.report(Matter(about=person, on=start), ledger.colleague(person, start))
    return [first, *tell_again(ledger, ledger.chance.randint(3, 4))]


def namesakes(ledger: Ledger, start: date) -> list[str]:
    """Two people of one last name, two matters each."""
    here = ledger.in_post(start, with_children=True)
    pairs = [(a, b) for a in here for b in here if a.last_name == b.last_name and a.staff_id < b.staff_id]
    if not pairs:
        return []
    people = ledger.chance.choice(pairs)
    days = [next_school_day(start + timedelta(days=ledger.chance.randrange(300))) for _matter in range(4)]
    return [ledger.report(Matter(about=people[number % 2], on=day)) for number, day in enumerate(days)]


def christmas(ledger: Ledger, start: date) -> list[str]:
    """A well-liked teacher's presents from many families in December."""
    day = date(start.year, 12, 8)
    person = ledger.chance.choice(ledger.in_post(day, with_children=True))
    return [ledger.gift(person, ledger.pupil(day), day + timedelta(days=number)) for number in range(9)]


def own_child(ledger: Ledger, start: date) -> list[str]:
    """A parent with their own child at the school, declared, and named together three times."""
    person, child = ledger.chance.choice(ledger.in_post(start, with_children=True)), ledger.pupil(start)
    references = [ledger.tie(person, start, pupil_name(ledger.chance, child, start), "pupil / Parent of pupil")]
    for number in range(3):
        day = next_school_day(start + timedelta(days=20 + 110 * number))
        references.append(ledger.report(Matter(about=person, on=day, child=child)))
    return references


def began_later(ledger: Ledger, start: date) -> list[str]:
    """A nil return, and months later the declaration of what began after it; no return says otherwise afterwards."""
    one, other = ledger.chance.sample(ledger.in_post(start), 2)
    later = next_school_day(start + timedelta(days=120))
    both = {one.staff_id, other.staff_id}
    ledger.ties = [
        tie for tie in ledger.ties if tie.declared_at.date() < start or ledger.subjects[tie.reference] not in both
    ]
    nil = ledger.tie(other, start)
    declared = ledger.tie(
        one, later, staff_name(ledger.chance, other), "colleague / Partner", later - timedelta(days=20)
    )
    return [nil, declared]


def training(ledger: Ledger, start: date) -> list[str]:
    """Three weeks after a training day in which people report what they would have let pass."""
    people = ledger.in_post(start, with_children=True)
    surge = max(4, round(len(people) * ledger.school.rate * 0.15))
    days = [next_school_day(start + timedelta(days=ledger.chance.randrange(20))) for _matter in range(surge)]
    return [ledger.report(Matter(about=ledger.chance.choice(people), on=day, severity=1)) for day in days]


DECOYS: Final[dict[str, Callable[[Ledger, date], list[str]]]] = {
    "told by several": told_by_several,
    "namesakes": namesakes,
    "Christmas": christmas,
    "own child": own_child,
    "began after the return": began_later,
    "after training": training,
}
