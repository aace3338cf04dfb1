# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A register played day by day: what would have been shown on each day, with nothing known before it was recorded."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from desktop.patterns.cuts import Calibration, Cuts
from desktop.patterns.exposure import Exposure, posts
from desktop.patterns.ground import Ground
from desktop.patterns.looking import Looker
from desktop.patterns.prompts import Board, Prompt
from desktop.patterns.register import Record, Register
from desktop.patterns.resolving import Resolver, in_order
from desktop.patterns.school_days import SchoolDays
from desktop.patterns.signs import Card

_YEAR: Final = 366
_NEW_YEAR: Final = (9, 1)
_LEAST_DAYS: Final = 300
"""Fewer days of records say too little to calibrate by."""

Recalibrate = Callable[[Ground, int], Calibration]


class Run:
    """What was folded in so far, day by day."""

    def __init__(
        self, register: Register, days: tuple[int, int], cuts: Cuts, looked_at: Mapping[Card, date] | None = None
    ) -> None:
        """Begin with the staff and holidays of a register, and nothing recorded; `days`: the first and the last.

        `looked_at`: when a card was last answered.
        """
        self.first, self.last = days
        self.resolver = Resolver(register, cuts.parameters)
        # A year before the first record, because staffing is asked for a year back; one more, to go on.
        counted = SchoolDays(max(1, self.first - _YEAR), self.last + _YEAR, register.holidays, cuts.parameters.breaks)
        self.exposure = Exposure(posts(register.staff, counted), counted)
        self.looker = Looker(self.exposure, cuts.parameters)
        self.board = Board(cuts, self.exposure, looked_at or {})

    def take(self, day: int, records: Iterable[Record], recalibrate: Recalibrate | None = None) -> Iterator[Prompt]:
        """Take in the next day with what was recorded on it, in order; yield what it brings up.

        `recalibrate` is asked every September, from the second one on, for what the records so far say of chance.
        """
        if recalibrate and self._begins_a_year(day):
            self.board.cuts = replace(self.board.cuts, calibration=recalibrate(self.looker.ground, day))
        signs = [sign for record in records for sign in self.looker.take(self.resolver.resolve(record))]
        signs.extend(self.looker.close(day))
        if signs:
            yield from self.board.offer(day, signs)

    def _begins_a_year(self, day: int) -> bool:
        on = date.fromordinal(day)
        return (on.month, on.day) == _NEW_YEAR and day - self.first >= _LEAST_DAYS


class Replay(Run):
    """A register on its way through the days."""

    def __init__(
        self, register: Register, as_of: date, cuts: Cuts, looked_at: Mapping[Card, date] | None = None
    ) -> None:
        """Make ready to play every record up to and including `as_of`."""
        last = as_of.toordinal()
        self._records = [record for record in in_order(register) if day_of(record) <= last]
        super().__init__(register, (min(map(day_of, self._records), default=last), last), cuts, looked_at)

    def prompts(self, recalibrate: Recalibrate | None = None) -> Iterator[Prompt]:
        """Every card on the day on which it is shown, in the order of the days."""
        for _records, shown in self.days(recalibrate):
            yield from shown

    def days(self, recalibrate: Recalibrate | None = None) -> Iterator[tuple[int, tuple[Prompt, ...]]]:
        """The same a day at a time: how many records it had, and what is shown on it."""
        arrived = {day: list(records) for day, records in groupby(self._records, day_of)}
        for day in range(self.first, self.last + 1):
            records = arrived.get(day, [])
            yield len(records), tuple(self.take(day, records, recalibrate))

    def go_on(self, day: date, records: Sequence[Record]) -> tuple[Prompt, ...]:
        """Take in what was recorded on a later day, after everything else was played: only what is new is worked out.

        `day` is at most a year after the last one.
        """
        found = [prompt for quiet in range(self.last + 1, day.toordinal()) for prompt in self.take(quiet, [])]
        self.last = day.toordinal()
        return (*found, *self.take(self.last, [record for record in records if record.counts]))


def day_of(record: Record) -> int:
    """The day on which a record was taken in, counted from the first of the calendar."""
    return record.recorded_at.toordinal()


def replay(register: Register, as_of: date, cuts: Cuts) -> tuple[Prompt, ...]:
    """Play a register to the end of a day. Returns every card each time that it was shown, in order."""
    return tuple(Replay(register, as_of, cuts).prompts())
