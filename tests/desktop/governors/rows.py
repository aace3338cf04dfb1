# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows of concerns and gifts as a head's vault keeps them, and the ground of a report made of them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

import msgspec

from desktop.cases.case import Phase
from desktop.cases.counted import Counted
from desktop.cases.decided import Decided
from desktop.cases.rows import CaseRow, Group, Shelf
from desktop.governors.periods import Period
from desktop.governors.report import Earlier, Ground
from desktop.governors.told import Side
from desktop.people import Person, PersonId, School, Settings
from desktop.registers.declared import Declared, Register
from desktop.registers.listing import RegisterRow, State
from desktop.routing import Part

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 15, 12, tzinfo=UTC)
YEAR = Period(first=date(2025, 9, 1), last=TODAY)
AUTUMN = Period(first=date(2025, 9, 1), last=date(2025, 12, 31))
NAMES = ("Helen Marsh", "Tom Ashby", "Priya Nair", "Oluwaseun Ademola-Brightwater")


def concern(day: date, *, form: str = "concern", hours: int = 20, outcome: str = "T3", **counted: object) -> CaseRow:
    """A concern that was shared on a day, and decided after so many hours: late from the 25th on."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    decided = Decided(start=at, due=at + timedelta(hours=24), at=at + timedelta(hours=hours))
    said: dict[str, object] = {"theme": "language", **counted}
    return CaseRow(
        case_id="c" * 64,
        reference="AAAA-BBBB",
        form=form,
        about=("Tom Ashby",),
        summary="",
        reporter="",
        standing="member",
        filed_at=at,
        filed_day_only=False,
        received_at=at,
        decide_by=None,
        phase=Phase.CLOSED,
        shelf=Shelf.CLOSED,
        group=Group.OTHER,
        outcome=outcome,
        verdict=None,
        is_late=False,
        missing=(),
        is_unread=False,
        is_flagged=False,
        decided=decided,
        counted=msgspec.convert(said, Counted),
    )


def concerns(many: int, day: date = date(2025, 10, 1), **said: object) -> list[CaseRow]:
    """So many like it."""
    return [concern(day, **said) for _ in range(many)]  # type: ignore[arg-type]  # the words of `concern`


def gift(day: date, pence: int) -> RegisterRow:
    """A gift that was kept."""
    declared = Declared(
        register=Register.GIFTS, form="gift", part=Part.FULL, on=day, who=None, claims="", answers={"worth": pence}
    )
    return RegisterRow(case_id="g" * 64, reference="GGGG-HHHH", declared=declared, state=State.APPROVED, year=2025)


def school(staff: int = 40, **settings: object) -> School:
    """A school of so many people, the first of them with names."""
    letters = "abcdefghij"
    names = [*NAMES, *(f"Somebody Number{letters[at // 10]}{letters[at % 10]}" for at in range(staff))][:staff]
    ids = [PersonId(f"{at:032x}") for at in range(len(names))]
    people = {who: Person(person_id=who, name=name) for who, name in zip(ids, names, strict=True)}
    return School(
        school_id="s", name="Hollowbrook Primary School", version=1, version_hash="", people=people,
        settings=msgspec.convert(settings, Settings),
    )  # fmt: skip


def ground(
    rows: Sequence[CaseRow],
    declared: Iterable[RegisterRow] = (),
    *,
    staff: int = 40,
    earlier: Iterable[Earlier] = (),
    side: Side = Side.REPORT,
    threshold: int = 5,
) -> Ground:
    """What a report is made from."""
    return Ground(side, school(staff, report_threshold=threshold), tuple(rows), tuple(declared), NOW, tuple(earlier))
