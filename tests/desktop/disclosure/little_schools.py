# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Little schools for trying reports on: some things that happened on a few days, divided in two ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from desktop.disclosure.choosing import Line, Numbers, Released, Share, Table, Total, Wish, release
from desktop.disclosure.figures import Issued, Part, Split

FIRST = date(2025, 9, 1)
ABOUT = Split(group="shared", name="about", cells=("a", "b", "c"))
SENT_BY = Split(group="shared", name="sent_by", cells=("self", "other"))
SPLITS = (ABOUT, SENT_BY)


@dataclass(frozen=True)
class Happened:
    on: date
    about: str
    sent_by: str


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def numbers_of(happened: Sequence[Happened]) -> Numbers:
    def counted(_group: str, part: Part) -> int:
        return sum(
            part.first <= each.on <= part.last and (not part.cells or getattr(each, part.split) in part.cells)
            for each in happened
        )

    return counted


def wishes(first: date, last: date) -> list[Wish]:
    """A report as a school makes it: the total, what they were about, how many were self-reports, and a share."""
    whole = Part("", (), first, last)
    about = tuple(Line(f"about {cell}", Part("about", (cell,), first, last)) for cell in ABOUT.cells)
    own = Part("sent_by", ("self",), first, last)
    days = tuple(
        Line(f"day {at}", Part("", (), first + timedelta(days=at), first + timedelta(days=at)))
        for at in range((last - first).days + 1)
    )
    return [
        Total("all", "shared", first, last),
        Table("shared", whole, about),
        Table("shared", whole, (Line("own", own),)),
        Share("own share", "shared", own, base=6),
        *([Table("shared", whole, days)] if len(days) > 1 else []),
    ]


def reported(
    happened: Sequence[Happened], periods: Sequence[tuple[int, int]], threshold: int, before: Sequence[Issued] = ()
) -> list[Released]:
    """The reports of these periods (numbers of days), one after the other, each held against those before it."""
    made: list[Released] = []
    for first, last in periods:
        issued = [*before, *(each.issued for each in made)]
        made.append(
            release(wishes(day(first), day(last)), SPLITS, issued, numbers_of(happened), threshold),
        )
    return made


@st.composite
def schools(draw: st.DrawFn, days: int = 3, most: int = 14) -> tuple[list[Happened], list[tuple[int, int]]]:
    """Things that happened on a few days, and periods to report on, which overlap."""
    kind = st.tuples(st.integers(0, days - 1), st.sampled_from("aaabbc"), st.sampled_from(["self", "other", "other"]))
    happened = [Happened(day(on), about, by) for on, about, by in draw(st.lists(kind, max_size=most))]
    bounds = st.tuples(st.integers(0, days - 1), st.integers(0, days - 1))
    periods = draw(st.lists(bounds.map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=3))
    return happened, periods
