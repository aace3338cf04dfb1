# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looking for patterns: five years of a secondary school, one more record, a trust, each beside its limit.

In a processor's time, since others may be at work on the computer.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from time import process_time

from msgspec.structs import replace

from desktop.bench.measuring import Measured, most_memory
from desktop.patterns.calibrating import ENOUGH_MATTERS, Effort, calibrate
from desktop.patterns.cuts import Cuts
from desktop.patterns.judged import History, JudgedReplay, Standing
from desktop.patterns.parameters import load_parameters
from desktop.patterns.register import ConcernRecord, Register, StaffMember
from desktop.patterns.replaying import Replay

_FIRST = date(2021, 9, 1)
_YEARS = 5
STAFF = 180
_OF_A_SCHOOL = 1700
_NOTHING = 0.1
_ONE_LIMIT, _SCHOOL_LIMIT, _TRUST_LIMIT, _CALIBRATION_LIMIT = 50, 5_000, 120_000, 10_000
_SYLLABLES = ("bar", "den", "fen", "gar", "hol", "kel", "lan", "mor", "nor", "pen", "ros", "sul", "tam", "wil")


def bench_patterns(records: int) -> Iterator[Measured]:
    """Replay a secondary school, add a record, calibrate by it, and replay a trust of so many records."""
    chance = Random(1)  # noqa: S311 - invented records, no secret
    staff = tuple(_staff("", STAFF, chance))
    secondary = Register(staff=staff, concerns=_concerns(STAFF * _YEARS, staff, chance))
    cuts = Cuts(parameters=load_parameters())
    as_of = _FIRST + timedelta(days=365 * _YEARS)
    began = process_time()
    run = Replay(secondary, as_of, cuts)
    cards = len(list(run.prompts()))
    note = f"{len(secondary.concerns)} concerns, {cards} cards"
    yield Measured("patterns: five years of a secondary replayed", _ms(began), _SCHOOL_LIMIT, "ms", 1, note)
    history = History(cases=tuple(_judged(each, chance) for each in secondary.concerns), staff=staff)
    began = process_time()
    cards = len(list(JudgedReplay(history, as_of, cuts).prompts()))
    note = f"{sum(map(len, history.cases)) - len(history.cases)} judgements, {cards} cards"
    yield Measured("patterns: the same, each day as it was judged", _ms(began), _SCHOOL_LIMIT, "ms", 1, note)
    began = process_time()
    run.go_on(as_of + timedelta(days=1), secondary.concerns[-1:])
    yield Measured("patterns: one new record", _ms(began), _ONE_LIMIT, "ms", 1)
    began = process_time()
    terms = calibrate(secondary, as_of, cuts.parameters, Effort(seed=1, matters=min(records, ENOUGH_MATTERS))).terms
    yield Measured("patterns: calibrated", _ms(began), _CALIBRATION_LIMIT, "ms", 1, f"{terms} terms played")
    trust = _trust(records, chance)
    began = process_time()
    cards = len(list(Replay(trust, as_of, cuts).prompts()))
    note = f"{len(trust.staff)} staff, {cards} cards{most_memory()}"
    yield Measured(f"patterns: a trust of {records} records replayed", _ms(began), _TRUST_LIMIT, "ms", 1, note)


def _ms(began: float) -> float:
    return (process_time() - began) * 1000


def _trust(records: int, chance: Random) -> Register:
    schools = max(1, records // _OF_A_SCHOOL)
    staff = tuple(each for number in range(schools) for each in _staff(f"School {number}", STAFF, chance))
    return Register(staff=staff, concerns=_concerns(records, staff, chance))


def _staff(school: str, many: int, chance: Random) -> Iterator[StaffMember]:
    for number in range(many):
        name = ["".join(chance.choices(_SYLLABLES, k=3)).title() for _ in range(2)]
        yield StaffMember(
            staff_id=f"{school}/{number}",
            first_name=name[0],
            last_name=name[1],
            role="Teacher",
            department=f"Department {number % 9}",
            site=school or "Main site",
            school=school,
            contact_hours=22.0,
        )


def _concerns(many: int, staff: Sequence[StaffMember], chance: Random) -> tuple[ConcernRecord, ...]:
    days = sorted(chance.randrange(365 * _YEARS) for _ in range(many))
    return tuple(_concern(number, day, staff, chance) for number, day in enumerate(days))


def _judged(told: ConcernRecord, chance: Random) -> tuple[Standing, ...]:
    """A record as it was told, as it was decided some days later, and of one in ten that it was nothing in the end."""
    on = told.reported_at.date()
    decided = on + timedelta(days=chance.randrange(8))
    standings = [Standing(on, (replace(told, severity=None),)), Standing(decided, (told,))]
    if chance.random() < _NOTHING:
        standings.append(Standing(decided + timedelta(days=chance.randrange(1, 90)), (replace(told, counts=False),)))
    return tuple(standings)


def _concern(number: int, day: int, staff: Sequence[StaffMember], chance: Random) -> ConcernRecord:
    person = chance.randrange(len(staff))
    about, by = staff[person], staff[person // STAFF * STAFF + chance.randrange(STAFF)]
    at = datetime.combine(_FIRST + timedelta(days=day), time(chance.randrange(8, 17)))
    return ConcernRecord(
        reference=f"B{number}",
        reported_at=at,
        occurred_on=at.date(),
        occurred_time=at.time(),
        reporter=f"{by.first_name} {by.last_name}",
        subject=f"{about.first_name[0]} {about.last_name}",
        site=about.site,
        category=f"Category {chance.randrange(16)}",
        location=f"Room {chance.randrange(40)}",
        activity=f"Activity {chance.randrange(10)}",
        severity=chance.choice((1, 1, 2, 2, 2, 3)),
        source="staff",
    )
