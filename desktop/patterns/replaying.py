# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A register played day by day: what would have been shown on each day, with nothing known before it was recorded."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from desktop.patterns.arrivals import Arrival
from desktop.patterns.cuts import Cuts
from desktop.patterns.exposure import Exposure, posts
from desktop.patterns.looking import Looker
from desktop.patterns.prompts import Board, Prompt
from desktop.patterns.register import Register
from desktop.patterns.resolving import Resolver, in_order
from desktop.patterns.school_days import SchoolDays
from desktop.patterns.signs import Card


class Replay:
    """A register on its way through the days."""

    def __init__(
        self, register: Register, as_of: date, cuts: Cuts, looked_at: Mapping[Card, date] | None = None
    ) -> None:
        """Make ready to play every record up to and including `as_of`. `looked_at`: when a card was last answered."""
        records = [(day.toordinal(), record) for day, record in in_order(register) if day <= as_of]
        self.first = min((day for day, _record in records), default=as_of.toordinal())
        self.last = as_of.toordinal()
        self.resolver = Resolver(register, cuts.parameters)
        self._records = records
        # A year before the first record, because staffing is asked for a year back.
        days = SchoolDays(self.first - 366, self.last, register.holidays, cuts.parameters.breaks)
        self.exposure = Exposure(posts(register.staff, days), days)
        self.looker = Looker(self.exposure, cuts.parameters)
        self.board = Board(cuts, self.exposure, looked_at or {})

    def prompts(self) -> Iterator[Prompt]:
        """Every card on the day on which it is shown, in the order of the days."""
        arrived = {
            day: [self.resolver.resolve(record) for _day, record in records]
            for day, records in groupby(self._records, key=lambda each: each[0])
        }
        for day in range(self.first, self.last + 1):
            yield from self._day(day, arrived.get(day, []))

    def _day(self, day: int, arrivals: list[Arrival]) -> Iterator[Prompt]:
        signs = [sign for arrival in arrivals for sign in self.looker.take(arrival)]
        signs.extend(self.looker.close(day))
        if signs:
            yield from self.board.offer(day, signs)


def replay(register: Register, as_of: date, cuts: Cuts) -> tuple[Prompt, ...]:
    """Play a register to the end of a day. Returns every card each time that it was shown, in order."""
    return tuple(Replay(register, as_of, cuts).prompts())
