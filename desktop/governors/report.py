# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A report to governors as values: what it asks to print, and what of that it may (practice.md section 4). Pure.

Everything printed comes from `Reckoned.lines`, which the disclosure control chose: nothing reads a count but that.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

import msgspec

from desktop.cases.counted import counting
from desktop.cases.rows import CaseRow
from desktop.clocks import london_day
from desktop.disclosure.choosing import Line, Share, Table, Total, Wish, release
from desktop.disclosure.figures import Figure, Issued, Part, Unit
from desktop.governors import figures as groups
from desktop.governors.figures import Tally, gifts_worth, happened, read_by, splits, standing
from desktop.governors.periods import Period, Term, terms_in
from desktop.governors.told import Side
from desktop.people import School
from desktop.registers.listing import RegisterRow


class Section(StrEnum):
    """What a report may have in it, as its maker chooses (ux.md R10)."""

    SUMMARY = "summary"
    FIGURES = "figures"
    DECLARATIONS = "declarations"
    POLICY = "policy"
    SPEED = "speed"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What its maker asks for and writes themselves. `summary` None takes the one that is drafted from the figures.

    `actions` says what was done for the whole school; `reviewed`: they have read through the records of the period.
    `seen` are the sentences with numbers of their own of which they have said that they tell nothing of records.
    """

    period: Period
    recipient: str = ""
    sections: frozenset[Section] = frozenset(Section)
    summary: str | None = None
    actions: str = ""
    commentary: str = ""
    reviewed: bool = False
    seen: frozenset[str] = frozenset()


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """What an earlier report printed. `worth`: it told what gifts were worth."""

    period: Period
    issued: Issued
    worth: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What reports are made from: whose, the rows that its maker reads, at a moment (aware), and earlier reports.

    `have_read` says of each person who is asked to read something whether they have confirmed all of it.
    """

    side: Side
    school: School
    rows: tuple[CaseRow, ...]
    declared: tuple[RegisterRow, ...]
    at: datetime
    earlier: tuple[Earlier, ...] = ()
    have_read: tuple[bool, ...] = ()
    tally: Tally = field(init=False)

    def __post_init__(self) -> None:
        counted = happened(self.rows, self.declared, self.school, self.at)
        object.__setattr__(self, "tally", Tally((*counted, *read_by(self.have_read, self.today))))

    @property
    def today(self) -> date:
        """The day in London."""
        return london_day(self.at)

    @property
    def staff(self) -> int:
        """How many people the school lists who have not left."""
        return sum(not person.has_left(self.today) for person in self.school.people.values())


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What may be printed. `lines` are figures by name, `terms` those of the period, `worth` pounds where it is told.

    `is_comparing`: there are records of a year before.
    """

    asked: Asked
    side: Side
    on: date
    threshold: int
    lines: Mapping[str, Figure]
    issued: Issued
    terms: tuple[Term, ...]
    worth: int | None
    is_comparing: bool

    @property
    def is_nothing(self) -> bool:
        """Say whether no concern was shared in the period."""
        total = self.lines.get("shared")
        return total is not None and total.below == 1

    @property
    def is_small(self) -> bool:
        """Say whether there were too few concerns for anything but their number."""
        total = self.lines.get("shared")
        return total is None or (total.below is not None and total.below <= self.threshold)

    @property
    def coarse(self) -> tuple[str, ...]:
        """The names of what is not printed exactly."""
        return tuple(
            name for name, figure in self.lines.items() if not figure.is_exact and not _is_to_the_percent(figure)
        )


def threshold_of(school: School) -> int:
    """The smallest number of a part that is printed: the shipped one, or a higher one that the school has set."""
    return max(counting().threshold, school.settings.report_threshold)


def reckon(ground: Ground, asked: Asked) -> Reckoned:
    """Choose what may be printed of what is asked for."""
    is_large = ground.staff >= counting().small_staff
    terms = terms_in(asked.period, ground.school.settings) if is_large else ()
    first = ground.tally.first
    is_comparing = first is not None and first <= asked.period.a_year_before.last
    threshold = threshold_of(ground.school)
    wishes = list(_wishes(ground, asked, terms, is_comparing=is_comparing))
    released = release(
        wishes, splits(ground.today), [each.issued for each in ground.earlier], ground.tally.count, threshold
    )
    return Reckoned(
        asked=asked,
        side=ground.side,
        on=ground.today,
        threshold=threshold,
        lines=released.lines,
        issued=released.issued,
        terms=terms,
        worth=_worth(ground, asked, released.lines.get("gifts")),
        is_comparing=is_comparing,
    )


def _wishes(ground: Ground, asked: Asked, terms: Sequence[Term], *, is_comparing: bool) -> Iterator[Wish]:
    """Everything that a report would print, what matters most first."""
    period, count = asked.period, ground.tally.count
    # Whether the chair alone holds anything must not be told by a nought where there otherwise stands "fewer than".
    says_none = ground.side is Side.REPORT
    yield Total("shared", groups.SHARED, period.first, period.last, says_none)
    if is_comparing:
        before = period.a_year_before
        yield Total("before", groups.SHARED, before.first, before.last, says_none)
    if count(groups.SHARED, _whole(period)) >= threshold_of(ground.school):
        for section, wishes in _BREAKDOWNS.items():
            if section in asked.sections:
                yield from wishes(ground, period, terms)
    if Section.DECLARATIONS in asked.sections and ground.side is Side.REPORT:
        yield from _declarations(ground, period)
    if Section.POLICY in asked.sections and ground.side is Side.REPORT:
        read = _cell(Period(first=ground.today, last=ground.today), groups.READ, "yes")
        yield Share("read", standing(groups.READERS, ground.today), read, counting().share_base)
    if Section.SPEED in asked.sections:
        yield Total("reviews", standing(groups.REVIEWS, ground.today), ground.today, ground.today, says_none)


def _figures(ground: Ground, period: Period, terms: Sequence[Term]) -> Iterator[Wish]:
    whole = _whole(period)
    themes = counting().themes
    yield Table(
        groups.SHARED, whole, tuple(Line(f"theme:{each}", _cell(period, groups.THEME, each)) for each in themes)
    )
    yield Total("decided", groups.DECIDED, period.first, period.last, says_none=False)
    yield Table(
        groups.DECIDED,
        whole,
        tuple(Line(f"outcome:{each}", _cell(period, groups.OUTCOME, each)) for each in counting().outcomes),
    )
    yield Table(groups.SHARED, whole, (Line("self", _cell(period, groups.SENT_BY, "self")),))
    yield from (_aside(name, period) for name in (groups.LADO, groups.MET))
    if len(terms) > 1:
        lines = tuple(Line(f"term:{at}", _whole(term.period)) for at, term in enumerate(terms))
        yield Table(groups.SHARED, whole, lines)


def _aside(name: str, period: Period) -> Table:
    """Some of the concerns, counted by a day of their own: nothing but which of them are few, or how many."""
    whole = _whole(period)
    return Table(name, whole, (Line(name, whole),), beside=groups.SHARED)


def _speed(_ground: Ground, period: Period, _terms: Sequence[Term]) -> Iterator[Wish]:
    yield Share("pace", groups.DECIDED, _cell(period, groups.PACE, "in_time"), counting().share_base)


def _declarations(ground: Ground, period: Period) -> Iterator[Wish]:
    yield Total("gifts", groups.GIFTS, period.first, period.last)
    yield Table(groups.GIFTS, _whole(period), (Line("turned_down", _cell(period, groups.FATE, "turned_down")),))
    yield Total("ties", groups.TIES, period.first, period.last)
    today = Period(first=ground.today, last=ground.today)
    answered = _cell(today, groups.ANSWERED, "yes")
    yield Share("returns", standing(groups.RETURNS, ground.today), answered, counting().share_base)


_Breakdown = Callable[[Ground, Period, Sequence[Term]], Iterator[Wish]]
_BREAKDOWNS: Mapping[Section, _Breakdown] = {Section.FIGURES: _figures, Section.SPEED: _speed}


def _whole(period: Period) -> Part:
    return Part("", (), period.first, period.last)


def _cell(period: Period, split: str, cell: str) -> Part:
    return Part(split, (cell,), period.first, period.last)


def _worth(ground: Ground, asked: Asked, gifts: Figure | None) -> int | None:
    """What gifts were worth in pounds, rounded; only of as many as are printed, never so that it can be subtracted."""
    if gifts is None or not gifts.is_exact or gifts.least < threshold_of(ground.school):
        return None
    told = (each.period for each in ground.earlier if each.worth)
    if any(_overlaps(each, asked.period) and each != asked.period for each in told):
        return None
    step = counting().value_step
    return round(gifts_worth(ground.declared, asked.period) / 100 / step) * step


def _overlaps(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _is_to_the_percent(figure: Figure) -> bool:
    return figure.unit is Unit.SHARE and figure.below is not None and figure.below - figure.least <= 2
