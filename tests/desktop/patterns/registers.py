# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small registers for tests: a school of sixty, with an ordinary matter now and then."""

from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from desktop.patterns.cuts import Cuts
from desktop.patterns.engine import Shown, play
from desktop.patterns.parameters import load_parameters
from desktop.patterns.register import ConcernRecord, Register, StaffMember

FIRST = date(2024, 9, 9)
LAST = date(2025, 7, 18)
_LASTS = (
    "Abbot",
    "Baxter",
    "Chaudhry",
    "Drummond",
    "Ellison",
    "Farrow",
    "Grantham",
    "Hollis",
    "Ibbotson",
    "Jessop",
    "Kirkby",
    "Lomax",
    "Mortimer",
    "Naylor",
    "Ormerod",
    "Pickering",
    "Quigley",
    "Ramsden",
    "Sutcliffe",
    "Thackray",
    "Underhill",
    "Vickers",
    "Whittle",
    "Yarwood",
)
_FIRSTS = ("Amina", "Bethan", "Callum")


def staff() -> tuple[StaffMember, ...]:
    """Seventy-two people, three by each last name."""
    names = [(first, last) for first in _FIRSTS for last in _LASTS]
    return tuple(
        StaffMember(
            staff_id=f"S{number:03}",
            first_name=first,
            last_name=last,
            role="Teacher",
            department="Maths",
            site="Main",
            contact_hours=22.0,
            started=date(2020, 9, 1),
        )
        for number, (first, last) in enumerate(names)
    )


def name(number: int) -> str:
    """The whole name of the staff member with this number."""
    return f"{_FIRSTS[number // len(_LASTS)]} {_LASTS[number % len(_LASTS)]}"


def concern(reference: str, day: date, about: int, by: int, **more: object) -> ConcernRecord:
    """One concern about one member of staff, told by another at noon."""
    record = ConcernRecord(
        reference=reference,
        reported_at=datetime.combine(day, time(12)),
        occurred_on=day,
        subject=name(about),
        reporter=name(by),
        site="Main",
        category=f"Category {about % 7}",
        severity=1,
        source="staff",
    )
    return replace(record, **more)


def background() -> tuple[ConcernRecord, ...]:
    """A year in which somebody else is named every nine days, by somebody else."""
    days = [FIRST + timedelta(days=9 * number) for number in range(34)]
    return tuple(concern(f"B{number}", day, number + 20, (number * 5 + 7) % 20) for number, day in enumerate(days))


def register(*concerns: ConcernRecord) -> Register:
    """The background and these concerns."""
    return Register(concerns=(*background(), *concerns), staff=staff())


def shown(records: Register, as_of: date = LAST) -> tuple[Shown, ...]:
    """Everything that is shown up to a day, in order, at the standard dial with the shipped figures."""
    return play(records, as_of, Cuts(parameters=load_parameters())).shown


def found(records: Register, kind: str) -> list[Shown]:
    """The prompts of one kind."""
    return [each for each in shown(records) if kind in each.pattern_type]
