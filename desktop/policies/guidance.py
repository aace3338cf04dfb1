# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Guidance that a school asks people to have read: which edition, and which part by role (F33; practice.md R58). Pure.

Candour has no text of it: it says where it is, and keeps who says to have read what. The school names the edition, so
that nobody is asked for one that no longer holds.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

import msgspec

from desktop.clocks import london_day
from desktop.people import Person, PersonId, ReadingLine, Role, School
from desktop.policies.confirming import Confirmation, Part
from desktop.policies.reading_rules import Edition, guidance_items
from desktop.policies.register import Reading, ReadingRow, in_order, works_here

_READ_WITH: Mapping[Part, frozenset[Part]] = {
    Part.ANNEX_A: frozenset({Part.ANNEX_A, Part.PART_ONE, Part.WHOLE}),
    Part.PART_ONE: frozenset({Part.PART_ONE, Part.WHOLE}),
    Part.WHOLE: frozenset({Part.WHOLE}),
    Part.SHORT: frozenset({Part.SHORT, Part.WHOLE}),
}
"""What reading each part takes: Annex A is a short form of Part one, which is a part of the whole."""


class ToRead(msgspec.Struct, frozen=True, kw_only=True):
    """Guidance in front of one person: the part that they are asked for (None: nothing), and what they last said."""

    line: ReadingLine
    part: Part | None
    reading: Reading
    read_on: date | None = None
    edition_read: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether they have still to say that they have read it."""
        return self.part is not None and self.reading is not Reading.CONFIRMED


def parts_read_with(part: Part) -> tuple[Part, ...]:
    """The parts of which each is enough for somebody who is asked for this one, the one asked for first."""
    return (part, *(each for each in Part if each in _READ_WITH[part] and each is not part))


def newer_edition(line: ReadingLine, today: date) -> Edition | None:
    """The edition that holds today, where the school asks for one before it; None where nothing newer is known."""
    item = guidance_items().get(line.item_id)
    return item.newer_than(line.edition, today) if item else None


def part_for(item_id: str, person: Person, roles: Collection[Role]) -> Part | None:
    """The part that somebody reads; the whole of what only the school knows, and None for who is asked for nothing."""
    item = guidance_items().get(item_id)
    if item is None:
        return Part.WHOLE
    return next((rule.part for rule in item.readers if rule.fits(person, roles)), None)


def guidance_rows(
    line: ReadingLine, said: Iterable[Confirmation], school: School, people: Iterable[Person], today: date
) -> tuple[ReadingRow, ...]:
    """Each of these people who is asked for it, those who have not confirmed first, then by name."""
    told = _by_person(line.item_id, said)
    found = [
        (person, to_read(line, told.get(person.person_id, ()), school, person, today))
        for person in people
        if works_here(person, today)
    ]
    return in_order(
        (person, ReadingRow(person_id=person.person_id, reading=each.reading, on=each.read_on))
        for person, each in found
        if each.part is not None
    )


def to_read(line: ReadingLine, said: Iterable[Confirmation], school: School, person: Person, today: date) -> ToRead:
    """Guidance in front of one person, from what they said of it themselves."""
    part = part_for(line.item_id, person, school.roles_of(person.person_id, today))
    mine = [each for each in said if each.said.policy == line.item_id]
    enough = [
        each for each in mine if each.said.version == line.edition and part and each.said.part in _READ_WITH[part]
    ]
    last = max(enough or mine, key=lambda each: each.at, default=None)
    return ToRead(
        line=line,
        part=part,
        reading=Reading.CONFIRMED if enough else Reading.AGAIN if mine else Reading.WAITING,
        read_on=None if last is None else london_day(last.at),
        edition_read="" if last is None else last.said.version,
    )


def _by_person(item_id: str, said: Iterable[Confirmation]) -> dict[PersonId, tuple[Confirmation, ...]]:
    found: dict[PersonId, tuple[Confirmation, ...]] = {}
    for each in said:
        if each.person is not None and each.said.policy == item_id:
            found[each.person] = (*found.get(each.person, ()), each)
    return found
