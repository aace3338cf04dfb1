# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How prompts about people fall on roles, on hours with children and on groups that a trust names (patterns.md 6).

For a trust's own look at equality: counts over many people, never about one. A group of few goes in with others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from desktop.patterns.cuts import Cuts
from desktop.patterns.register import Register, StaffMember
from desktop.patterns.replaying import Replay
from desktop.patterns.school_days import DAYS_A_YEAR
from desktop.patterns.signs import About

FEWEST: Final = 10
"""A group of fewer people is not told apart from others."""
_HOURS: Final = ((8.0, "under 8 hours"), (18.0, "8 to 18 hours"))
_MOST_HOURS: Final = "over 18 hours"
_NOT_TOLD: Final = "not told"
_OTHERS: Final = "all others"
_HUNDRED: Final = 100

Groups = Mapping[str, Mapping[str, str]]
"""By what is compared, in words: the group of each person, by their id of the staff list."""


class Line(NamedTuple):
    """One group: how many people, for how many years together, and how often a prompt about one of them came up."""

    group: str
    people: int
    staff_years: float
    prompts: int

    @property
    def a_hundred_years(self) -> float:
        """Prompts in a hundred staff-years."""
        return _HUNDRED * self.prompts / self.staff_years if self.staff_years else 0.0


class Comparison(NamedTuple):
    """The groups of one thing that is compared, by name; those of few people last, together."""

    by: str
    lines: tuple[Line, ...]


def compare(register: Register, as_of: date, cuts: Cuts, groups: Groups) -> tuple[Comparison, ...]:
    """Play a register and count every prompt about a person that came up, by role, by hours and by these groups."""
    run = Replay(register, as_of, cuts)
    prompts = Counter(prompt.card.key for prompt in run.prompts() if prompt.card.about is About.PERSON)
    span = (run.first, run.last)
    each = {
        member.staff_id: Line("", 1, _years(member, run, span), prompts[member.staff_id]) for member in register.staff
    }
    told = {
        "role": {member.staff_id: member.role for member in register.staff},
        "hours with children": {member.staff_id: _band(member.contact_hours) for member in register.staff},
        **groups,
    }
    return tuple(Comparison(by, _joined(_added_up(each, group))) for by, group in told.items())


def _years(member: StaffMember, run: Replay, span: tuple[int, int]) -> float:
    since = max(span[0], member.started.toordinal() if member.started else span[0])
    until = min(span[1], member.left.toordinal() if member.left else span[1])
    return max(0, run.exposure.days.between(since, until)) / DAYS_A_YEAR


def _band(hours: float | None) -> str:
    if hours is None:
        return ""
    return next((words for below, words in _HOURS if hours < below), _MOST_HOURS)


def _added_up(each: Mapping[str, Line], group: Mapping[str, str]) -> list[Line]:
    members: dict[str, list[Line]] = defaultdict(list)
    for person, line in each.items():
        members[group.get(person) or _NOT_TOLD].append(line)
    return [_together(name, lines) for name, lines in sorted(members.items())]


def _joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The groups that have people enough, and the others as one; the smallest joins them while they are still few."""
    few = sorted((line for line in lines if line.people < FEWEST), key=_people)
    enough = sorted((line for line in lines if line.people >= FEWEST), key=_people)
    while few and enough and sum(map(_people, few)) < FEWEST:
        few.append(enough.pop(0))
    kept = tuple(sorted(enough))
    return (*kept, _together(_OTHERS, few)) if few else kept


def _together(name: str, lines: Iterable[Line]) -> Line:
    parts = list(lines)
    years, prompts = sum(line.staff_years for line in parts), sum(line.prompts for line in parts)
    return Line(name, sum(map(_people, parts)), years, prompts)


def _people(line: Line) -> int:
    return line.people
