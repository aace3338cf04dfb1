# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Invented schools as a whole: the same seed gives the same school, with or without what is planted in it."""

import dataclasses
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from msgspec import structs

from desktop.patterns.register import Register, StaffMember
from tests.patterns_yardstick.background import write_background
from tests.patterns_yardstick.days import next_school_day
from tests.patterns_yardstick.decoys import DECOYS
from tests.patterns_yardstick.ledger import Ledger
from tests.patterns_yardstick.people import School, numbers_from_one, school
from tests.patterns_yardstick.planting import PLANTERS, TRUST_PLANTERS, Planted, silence

YEARS = {"primary": 3, "secondary": 5, "trust": 3}
_PLANTED_A_TERM = {"primary": 1.0, "secondary": 1.5, "trust": 0.17}
_SCHOOLS_OF_A_TRUST = 60
_SECONDARIES_OF_A_TRUST = 14


@dataclass(frozen=True, slots=True)
class Invented:
    """A school or trust whose truth is known."""

    size: str
    register: Register
    planted: tuple[Planted, ...]
    decoys: dict[str, frozenset[str]]
    """The records of each decoy."""
    subjects: dict[str, str]
    """Who is truly meant in each record, by reference."""
    reporters: dict[str, str]
    school_terms: int


def invent(size: str, seed: int, *, planted: bool = True, schools: int = _SCHOOLS_OF_A_TRUST) -> Invented:
    """Invent a "primary", a "secondary" or a "trust" of so many schools. Not `planted`: the same, empty."""
    if size != "trust":
        chance = _chance(seed, size, "people")
        return _one(size, seed, school(chance, size, YEARS[size], numbers_from_one()), planted=planted)
    numbers = numbers_from_one()
    worlds = []
    for number in range(schools):
        phase = "secondary" if number % _SCHOOLS_OF_A_TRUST < _SECONDARIES_OF_A_TRUST else "primary"
        name = f"School {number + 1:02}"
        worlds.append(school(_chance(seed, name, "people"), phase, YEARS[size], numbers, name))
    worlds = _with_travellers(worlds, _chance(seed, "travellers"))
    return _together([_one(size, seed, world, planted=planted) for world in worlds])


def _one(size: str, seed: int, world: School, *, planted: bool) -> Invented:
    prefix = f"{world.name[-2:]}-" if world.name else ""
    ledger = Ledger(world, _chance(seed, size, world.name, "background"), prefix)
    write_background(ledger)
    terms = YEARS[size] * 3
    found: list[Planted] = []
    decoys: dict[str, frozenset[str]] = {}
    if planted:
        ledger.chance = _chance(seed, size, world.name, "planted")
        found = _plant(ledger, size, terms)
        decoys = _decoys(ledger)
    return Invented(size, ledger.register(), tuple(found), decoys, ledger.subjects, ledger.reporters, terms)


def _plant(ledger: Ledger, size: str, terms: int) -> list[Planted]:
    chance = ledger.chance
    planters = PLANTERS | (TRUST_PLANTERS if size == "trust" else {})
    wanted = terms * _PLANTED_A_TERM[size]
    number = int(wanted) + (chance.random() < wanted % 1)
    kinds = [*planters, "silence"]
    chance.shuffle(kinds)
    chosen = (kinds * (number // len(kinds) + 1))[:number]
    planted = [each for kind in chosen if kind != "silence" and (each := planters[kind](ledger, _start(ledger)))]
    quiet = silence(ledger, planted) if "silence" in chosen else None
    return [*planted, quiet] if quiet else planted


def _decoys(ledger: Ledger) -> dict[str, frozenset[str]]:
    share = 1.0 if not ledger.school.name else 0.15
    return {
        kind: frozenset(write(ledger, _start(ledger)))
        for kind, write in DECOYS.items()
        if ledger.chance.random() < share
    }


def _start(ledger: Ledger) -> date:
    """A day after the first months and long enough before the end."""
    first, last = ledger.school.first_day, ledger.school.last_day
    return next_school_day(first + timedelta(days=ledger.chance.randrange(200, (last - first).days - 330)))


def _with_travellers(worlds: list[School], chance: Random) -> list[School]:
    """Let some visiting tutors and supply staff of each school work in three others."""
    return [
        dataclasses.replace(world, staff=tuple(_travelling(person, worlds, chance) for person in world.staff))
        for world in worlds
    ]


def _travelling(person: StaffMember, worlds: list[School], chance: Random) -> StaffMember:
    travels = person.role in {"Music tutor", "Sports coach", "Peripatetic music tutor"}
    if not travels or len(worlds) < 4:
        return person
    others = [world.name for world in chance.sample(worlds, 4) if world.name != person.site]
    return structs.replace(person, other_sites=tuple(others[:3]))


def _together(parts: list[Invented]) -> Invented:
    """The schools of a trust as one register."""
    return Invented(
        "trust",
        Register(
            concerns=tuple(sorted((r for p in parts for r in p.register.concerns), key=lambda r: r.reported_at)),
            gifts=tuple(sorted((r for p in parts for r in p.register.gifts), key=lambda r: r.declared_at)),
            ties=tuple(sorted((r for p in parts for r in p.register.ties), key=lambda r: r.declared_at)),
            staff=tuple(person for part in parts for person in part.register.staff),
            holidays=parts[0].register.holidays,
        ),
        tuple(planted for part in parts for planted in part.planted),
        {kind: frozenset(r for part in parts for r in part.decoys.get(kind, ())) for kind in DECOYS},
        {reference: who for part in parts for reference, who in part.subjects.items()},
        {reference: who for part in parts for reference, who in part.reporters.items()},
        sum(part.school_terms for part in parts),
    )


def _chance(*of: object) -> Random:
    return Random("/".join(map(str, of)))  # noqa: S311 - invented schools, no secret
