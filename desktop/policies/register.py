# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who has read what: one row for each person whom a policy binds, from confirmations and versions. Pure (F33).

A new version asks again only those for whom one of its changed clauses holds, and a year everybody; leavers are in no
figure, and joiners are from their first day.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from desktop.clocks import london_day
from desktop.people import Person, PersonId, PolicyLine
from desktop.policies.comparing import compare, concerns
from desktop.policies.confirming import Confirmation
from desktop.policies.reading_rules import holds_until, is_enough
from desktop.policies.version import Version


class Reading(StrEnum):
    """Where somebody stands with a policy."""

    CONFIRMED = "confirmed"
    YEARLY = "yearly"
    AGAIN = "again"
    WAITING = "waiting"


class ReadingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One person whom a policy binds; `on` is the day of their last confirmation."""

    person_id: PersonId
    reading: Reading
    on: date | None = None


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """How many of how many have confirmed what they are asked for."""

    confirmed: int
    of: int

    @property
    def percent(self) -> int | None:
        """Whole percent, rounded down so that 100 means everybody; None of nobody."""
        return self.confirmed * 100 // self.of if self.of else None


def reading_rows(
    line: PolicyLine,
    versions: Mapping[str, Version],
    said: Iterable[Confirmation],
    people: Iterable[Person],
    today: date,
) -> tuple[ReadingRow, ...]:
    """Those of these people whom the version in force binds, those who have not confirmed first, then by name."""
    told = _by_person(line.policy_id, said)
    return in_order(
        (person, _row(line, versions, person, told.get(person.person_id, ()), today))
        for person in people
        if works_here(person, today) and _is_bound(line, versions, person)
    )


def in_order(rows: Iterable[tuple[Person, ReadingRow]]) -> tuple[ReadingRow, ...]:
    """The rows of these people, those who have not confirmed first, then by name."""
    order = [Reading.WAITING, Reading.AGAIN, Reading.YEARLY, Reading.CONFIRMED]
    return tuple(row for _, row in sorted(rows, key=lambda each: (order.index(each[1].reading), each[0].name)))


def works_here(person: Person, today: date) -> bool:
    """Say whether somebody has begun and has not left."""
    return not person.has_left(today) and (person.start is None or person.start <= today)


def taken(rows: Sequence[ReadingRow]) -> Taken:
    """The figures of a register."""
    return Taken(confirmed=sum(row.reading is Reading.CONFIRMED for row in rows), of=len(rows))


def by_name_only(policy_id: str, said: Iterable[Confirmation]) -> tuple[Confirmation, ...]:
    """What people without a sign-in confirmed under a name; they are in no figure, because nobody has checked them."""
    return tuple(each for each in said if each.person is None and each.said.policy == policy_id)


def must_read(line: PolicyLine, versions: Mapping[str, Version], person: Person, read: str | None) -> bool:
    """Whether somebody who last confirmed one version is asked to read the one in force; None has read nothing."""
    new = versions.get(line.versions[-1]) if line.versions else None
    if new is None or not new.binding(person.worker_type.value):
        return False
    old = versions.get(read) if read else None
    if read == line.versions[-1]:
        return False
    return old is None or bool(concerns(compare(old, new), new, person.worker_type.value))


def counted(line: PolicyLine, person: Person, said: Iterable[Confirmation]) -> tuple[Confirmation, ...]:
    """What somebody said of this policy that counts, the newest version last.

    A version that never held counts for nothing, nor does the short one for whom it is not enough (COC-015).
    """
    known = [
        each
        for each in said
        if each.person == person.person_id
        and each.said.version in line.versions
        and is_enough(each.said.part, person.worker_type)
    ]
    return tuple(sorted(known, key=lambda each: (line.versions.index(each.said.version), each.at)))


def _by_person(policy_id: str, said: Iterable[Confirmation]) -> dict[PersonId, list[Confirmation]]:
    found: dict[PersonId, list[Confirmation]] = {}
    for each in said:
        if each.person is not None and each.said.policy == policy_id:
            found.setdefault(each.person, []).append(each)
    return found


def _row(
    line: PolicyLine, versions: Mapping[str, Version], person: Person, said: Sequence[Confirmation], today: date
) -> ReadingRow:
    known = counted(line, person, said)
    if not known:
        return ReadingRow(person_id=person.person_id, reading=Reading.WAITING)
    on = london_day(max(each.at for each in known))
    if must_read(line, versions, person, known[-1].said.version):
        return ReadingRow(person_id=person.person_id, reading=Reading.AGAIN, on=on)
    reading = Reading.YEARLY if holds_until(on) <= today else Reading.CONFIRMED
    return ReadingRow(person_id=person.person_id, reading=reading, on=on)


def _is_bound(line: PolicyLine, versions: Mapping[str, Version], person: Person) -> bool:
    version = versions.get(line.versions[-1]) if line.versions else None
    return version is not None and bool(version.binding(person.worker_type.value))
