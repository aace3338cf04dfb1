# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is known of guidance that staff read, and for how long it holds that somebody has read something (F33).

Data: resources/statutory/readings.toml.
"""

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.clocks.months import months_after
from desktop.people import Person, Role, WorkerType
from desktop.policies.confirming import Part


class Edition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An edition that is known, and from when it holds."""

    edition: str
    in_force_from: date
    source: str


class ReaderRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who reads a part: holders of one of these roles, or workers of one of these types."""

    part: Part
    roles: frozenset[Role] = frozenset()
    worker_types: frozenset[WorkerType] = frozenset()
    no_children: bool = False
    source: str

    def fits(self, person: Person, roles: Collection[Role]) -> bool:
        """Say whether it is for this person, who holds these roles."""
        if self.no_children and person.contact_minutes != 0:
            return False
        return person.worker_type in self.worker_types or bool(self.roles.intersection(roles))


class GuidanceItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of guidance: what it is called, whose it is, where it is found, and who reads which part of it."""

    item_id: str
    title: str
    publisher: str
    where: str
    source: str
    checked_on: date
    note: str
    editions: tuple[Edition, ...]
    readers: tuple[ReaderRule, ...]

    def newer_than(self, edition: str, today: date) -> Edition | None:
        """The edition that holds on a day, where this one is known and began before it; else None."""
        held = sorted((each for each in self.editions if each.in_force_from <= today), key=lambda e: e.in_force_from)
        return held[-1] if edition in {each.edition for each in held[:-1]} else None


class _Pack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    holds_months: int
    holds_source: str
    short_for: frozenset[WorkerType]
    short_source: str
    words: Mapping[Part, str]
    items: tuple[GuidanceItem, ...]


def guidance_items() -> Mapping[str, GuidanceItem]:
    """What is known of guidance, by its id."""
    return {item.item_id: item for item in _pack().items}


def part_words(part: Part) -> str:
    """What a part is called."""
    return _pack().words[part]


def holds_until(read_on: date) -> date:
    """The day on which somebody is asked again for a policy that has not changed."""
    return months_after(read_on, _pack().holds_months)


def is_enough(part: Part, worker_type: WorkerType) -> bool:
    """Say whether somebody of this sort has read a policy with this part of it."""
    return part is not Part.SHORT or worker_type in _pack().short_for


@cache
def _pack() -> _Pack:
    return msgspec.convert(tomllib.loads(resources.text("statutory/readings.toml")), _Pack)
