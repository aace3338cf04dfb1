# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a report counts: everything that one reader reads, by the day on which it happened. Pure.

Nothing that somebody else alone holds has any part in it: no total, no number that runs on (practice.md section 4).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.cases.counted import Counted, counting
from desktop.cases.items import ItemKind
from desktop.cases.rows import CaseRow
from desktop.clocks import london_day
from desktop.declarations.gifts import year_of
from desktop.disclosure.figures import Part, Split
from desktop.governors.periods import Period
from desktop.people import School
from desktop.registers.declared import Register
from desktop.registers.listing import RegisterRow, State
from desktop.registers.returns import Return, returns

SHARED, DECIDED, LADO, MET = "shared", "decided", "lado", "met"
GIFTS, TIES, RETURNS, REVIEWS, READERS = "gifts", "ties", "returns", "reviews", "readers"
"""The groups. The last three stand still on a day, which stands behind their name."""

THEME, SENT_BY, OUTCOME, PACE, FATE = "theme", "sent_by", "outcome", "pace", "fate"
ANSWERED, READ = "answered", "read"
"""The splits, each of one group."""

_GONE = frozenset({"declined", "returned"})


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing of a group, on its day, with its cell of each split of the group."""

    group: str
    on: date
    cells: Mapping[str, str]


class Tally:
    """How many of a group, and of each cell, fell on which days."""

    def __init__(self, happened: Iterable[Happened]) -> None:
        days: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for each in happened:
            days[each.group, "", ""].append(each.on.toordinal())
            for split, cell in each.cells.items():
                days[each.group, split, cell].append(each.on.toordinal())
        self._days = {name: sorted(found) for name, found in days.items()}

    def count(self, group: str, part: Part) -> int:
        """How many there are of a part of a group."""
        names = [(group, part.split, cell) for cell in part.cells] or [(group, "", "")]
        return sum(_between(self._days.get(name, []), part) for name in names)

    @property
    def first(self) -> date | None:
        """The first day on which anything happened."""
        return date.fromordinal(min(found[0] for found in self._days.values())) if self._days else None


def standing(group: str, on: date) -> str:
    """The name of a group that stands still on a day."""
    return f"{group} {on.isoformat()}"


def splits(on: date) -> tuple[Split, ...]:
    """Every split, with all its cells."""
    rules = counting()
    return (
        Split(group=SHARED, name=THEME, cells=rules.themes),
        Split(group=SHARED, name=SENT_BY, cells=("self", "other")),
        Split(group=DECIDED, name=OUTCOME, cells=(*rules.outcomes, "other")),
        Split(group=DECIDED, name=PACE, cells=("in_time", "late")),
        Split(group=GIFTS, name=FATE, cells=("kept", "turned_down")),
        Split(group=standing(RETURNS, on), name=ANSWERED, cells=("yes", "no")),
        Split(group=standing(READERS, on), name=READ, cells=("yes", "no")),
    )


def happened(
    rows: Iterable[CaseRow], declared: Iterable[RegisterRow], school: School, now: datetime
) -> Iterator[Happened]:
    """Everything that is counted of these rows of cases and registers, as it stands at a moment (aware)."""
    today, register = london_day(now), tuple(declared)
    for row in rows:
        if row.counted is not None:
            yield from _of_concern(row, row.counted)
            yield from (Happened(standing(REVIEWS, today), today, {}) for _ in range(_overdue(row, now)))
    for each in register:
        yield from _of_declaration(each)
    for answer in returns(Register.TIES, register, school, year_of(today), today):
        answered = "no" if answer.answer is Return.MISSING else "yes"
        yield Happened(standing(RETURNS, today), today, {ANSWERED: answered})


def read_by(have_read: Iterable[bool], today: date) -> Iterator[Happened]:
    """Whoever is asked to read something, by whether they have confirmed all of it."""
    return (Happened(standing(READERS, today), today, {READ: "yes" if each else "no"}) for each in have_read)


def gifts_worth(declared: Iterable[RegisterRow], period: Period) -> int:
    """What the gifts declared in a period were worth, in pence, as far as that was said."""
    gifts = (row.declared for row in declared if row.declared.register is Register.GIFTS)
    return sum(each.pence or 0 for each in gifts if period.has(each.on))


def _of_concern(row: CaseRow, counted: Counted) -> Iterator[Happened]:
    by = "self" if row.form in counting().about_self else "other"
    shared = row.filed_at.date() if row.filed_day_only else london_day(row.filed_at)
    yield Happened(SHARED, shared, {THEME: counted.theme, SENT_BY: by})
    if row.decided:
        pace = "late" if row.decided.late_by else "in_time"
        yield Happened(DECIDED, london_day(row.decided.at), {OUTCOME: _outcome(row.outcome), PACE: pace})
    if counted.lado_on:
        yield Happened(LADO, counted.lado_on, {})
    if counted.met_on:
        yield Happened(MET, counted.met_on, {})


def _outcome(outcome: str) -> str:
    return next((cell for cell, codes in counting().outcomes.items() if outcome in codes), "other")


def _overdue(row: CaseRow, now: datetime) -> int:
    return sum(item.kind is ItemKind.REVIEW and item.due is not None and item.due < now for item in row.items)


def _of_declaration(row: RegisterRow) -> Iterator[Happened]:
    declared = row.declared
    if declared.register is Register.GIFTS:
        is_gone = row.state is State.TURNED_DOWN or declared.text("did") in _GONE
        yield Happened(GIFTS, declared.on, {FATE: "turned_down" if is_gone else "kept"})
    elif declared.register is Register.TIES and row.state is not State.NOTHING:
        yield Happened(TIES, declared.on, {})


def _between(days: list[int], part: Part) -> int:
    return bisect_right(days, part.last.toordinal()) - bisect_left(days, part.first.toordinal())
