# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's page as values (ux.md R5): what this reader may see about them, today or looked back at on any day.

What is looked back at is worked out from the entries that had been recorded by the end of that day, and from nothing
else: no decision, action or reader stands on the page before the entry that says so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from desktop.cases.actions import Action
from desktop.cases.rows import from_bytes
from desktop.chronology.items import Item, in_time, item_of, with_row
from desktop.chronology.kinds import Kind, counted
from desktop.people import Person, PersonId
from desktop.ready import item_in
from desktop.retention.listing import first_due
from desktop.session import Session


class OpenAction(msgspec.Struct, frozen=True, kw_only=True):
    """Something still to be done about one of the records."""

    case_id: str
    action: Action
    owner: str


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who can open records on this page, and how many of them."""

    person_id: PersonId
    name: str
    count: int
    is_me: bool


class PersonPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one person, the newest first. `on` is the day that is shown, `today` the present one.

    `review_on`: when the first of the records about somebody who has left is due for review; None where none is yet.
    """

    person: Person
    on: date
    today: date
    items: tuple[Item, ...]
    actions: tuple[OpenAction, ...]
    seen_by: tuple[Sight, ...]
    manager: str
    is_me: bool
    review_on: date | None = None

    @property
    def since(self) -> date:
        """The day after which a record counts as one of the last twelve months."""
        return a_year_before(self.on)

    @property
    def recent(self) -> tuple[Item, ...]:
        """The records of the last twelve months."""
        return tuple(item for item in self.items if item.happened > self.since)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many records of each kind there are from the last twelve months."""
        return counted(item.kind for item in self.recent)

    @property
    def is_looking_back(self) -> bool:
        """Say whether the page shows an earlier day."""
        return self.on < self.today


def read_page(session: Session, person: PersonId, on: date | None = None) -> PersonPage:
    """Read a person's page as it stands, or as it stood at the end of a day. Reads the vault.

    A day in the future is today. Raises KeyError for somebody who is not listed; KnownError(VAULT_*).
    """
    machine = session.machine
    school, today = machine.school, machine.today()
    day = min(on or today, today)
    items = in_time(_now(session, person) if day == today else _back(session, person, day))
    listed = school.people[person]
    manager = school.people.get(listed.manager) if listed.manager else None
    return PersonPage(
        person=listed,
        on=day,
        today=today,
        items=items,
        actions=_actions(items, school.people),
        seen_by=_seen_by(items, session.me, school.people),
        manager=manager.name if manager else "",
        is_me=person == session.me,
        review_on=first_due(session, person) if listed.has_left(today) else None,
    )


def _now(session: Session, person: PersonId) -> Iterator[Item]:
    """The items as the vault keeps them ready."""
    for row, item in session.views.items_tagged(f"about {person}"):
        part = item_in(item, person)
        if part is not None:
            yield with_row(part, from_bytes(row))


def _back(session: Session, person: PersonId, day: date) -> Iterator[Item]:
    """The items of the cases as they stood at the end of a day, worked out from what had been recorded by then."""
    for case_id in session.about(person):
        case = session.case_on(case_id, day)
        if case is not None and person in case.concerned():
            item = item_of(case, person, session.me, session.machine.school, session.meaning, session.clocks)
            if item is not None:
                yield item


def a_year_before(day: date) -> date:
    """The same day a year earlier; for the last day of a February that has no such day, the one before."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=day.day - 1)


def _actions(items: tuple[Item, ...], people: Mapping[PersonId, Person]) -> tuple[OpenAction, ...]:
    found = (
        OpenAction(
            case_id=item.case_id,
            action=action,
            owner=people[action.owner].name if action.owner and action.owner in people else "",
        )
        for item in items
        for action in item.actions
    )
    return tuple(sorted(found, key=lambda each: (each.action.due, each.action.eid)))


def _seen_by(items: tuple[Item, ...], me: PersonId, people: Mapping[PersonId, Person]) -> tuple[Sight, ...]:
    counts = Counter(reader for item in items for reader in item.readers)
    found = (
        Sight(person_id=reader, name=people[reader].name if reader in people else "", count=count, is_me=reader == me)
        for reader, count in counts.items()
    )
    return tuple(sorted(found, key=lambda each: (not each.is_me, -each.count, each.name)))
