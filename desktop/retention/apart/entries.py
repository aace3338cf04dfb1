# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Entries that stand in no record, as far as their keeping goes: whom each is about, its days, who reads such. Pure.

What one person was trained in, or has confirmed, goes together: they are a sheaf. Duties done are one sheaf of all.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

import msgspec

from desktop.cases.entry import CaseEntry, recorded_days
from desktop.cases.rows import TRAINING, TRAINING_ANSWER
from desktop.duties.rules import Duty, duty_of, shown_to
from desktop.people import PersonId, School
from desktop.policies.seeing import readers_about
from desktop.retention.due import Due, due_of
from desktop.retention.every_kind import every_kind
from desktop.retention.facts import Concerned, Facts
from desktop.retention.rules import ClassId, rules_of
from desktop.routing.day import Day

TrainedBy = Callable[[str], PersonId | None]
"""Who was trained, by the id of an entry that says so; None where that is not here."""


class ApartEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One of them. `about` is None where it is about nobody who is listed; `duty` is the duty that was done."""

    eid: str
    class_id: ClassId
    about: PersonId | None
    recorded: date
    duty: Duty | None = None

    @property
    def sheaf(self) -> str:
        """The sheaf that it belongs to: "training/" and whose."""
        return f"{self.class_id}/{self.about or 'nobody'}"


def read_apart(entry: CaseEntry, trained_by: TrainedBy) -> ApartEntry | None:
    """Read one; None for an entry of another kind, one inside a record, and a duty that this Candour does not know."""
    class_id = every_kind().class_of(entry.kind)
    if class_id is None or entry.case != entry.eid:
        return None
    duty = duty_of(entry.text("duty")) if class_id is ClassId.DUTY else None
    if class_id is ClassId.DUTY and duty is None:
        return None
    return ApartEntry(
        eid=entry.eid,
        class_id=class_id,
        about=_about(entry, trained_by),
        recorded=recorded_days([entry])[entry.eid],
        duty=duty,
    )


def due_apart(entry: ApartEntry, school: School) -> Due:
    """When it is due, by the rules as the school has set them."""
    listed = school.people.get(entry.about) if entry.about else None
    left = listed.end + timedelta(days=1) if listed and listed.end else None
    facts = Facts(
        reported=entry.recorded,
        last=entry.recorded,
        decided=entry.recorded,
        people=(Concerned(person_id=entry.about, left=left),) if entry.about else (),
    )
    return due_of(facts, rules_of(school.settings.kept_years).of(entry.class_id))


def readers_of_apart(entry: ApartEntry, school: School, today: date) -> tuple[PersonId, ...]:
    """Who reads such an entry by an office on a day, without whom it is about."""
    duty = entry.duty
    readers = readers_about(school, entry.about, today) if duty is None else shown_to(duty, school, today)
    day = Day(school, today)
    return tuple(each for each in readers if each != entry.about and day.roles(each))


def sheaves(entries: Iterable[ApartEntry]) -> Mapping[str, tuple[ApartEntry, ...]]:
    """The entries by the sheaf that they belong to."""
    found: dict[str, tuple[ApartEntry, ...]] = {}
    for entry in entries:
        found[entry.sheaf] = (*found.get(entry.sheaf, ()), entry)
    return found


def _about(entry: CaseEntry, trained_by: TrainedBy) -> PersonId | None:
    if entry.kind == TRAINING:
        return PersonId(entry.text("person")) or None
    if entry.kind == TRAINING_ANSWER:
        return trained_by(entry.text("of"))
    return entry.author if every_kind().class_of(entry.kind) is ClassId.CONFIRMATION else None
