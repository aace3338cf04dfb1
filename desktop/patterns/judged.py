# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A history played day by day, each day with what was known and judged on that day.

What a look would have found on a day is what a replay finds of the records as they stood then. So when a record comes
to count otherwise, the days since it was recorded are played again, from a copy of how things stood before it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from desktop.patterns.cuts import Calibration, Cuts
from desktop.patterns.forking import fork
from desktop.patterns.ground import Ground
from desktop.patterns.prompts import Prompt
from desktop.patterns.register import Record, Register, StaffMember
from desktop.patterns.replaying import Recalibrate, Run, day_of
from desktop.patterns.resolving import moment_of
from desktop.patterns.signs import Card

_APART: Final = 32
"""Days between two copies of how things stood: fewer cost more than playing these days again."""
_THINNED: Final = 2
"""Of older copies fewer are kept: none whose neighbours are nearer to each other than its age over this."""


class Standing(Struct, frozen=True):
    """What a case counted as from the end of a day on. Of one that was withdrawn, records that do not count."""

    since: date
    records: tuple[Record, ...]

    @property
    def days(self) -> tuple[int, ...]:
        """The days on which its records were recorded."""
        return tuple(map(day_of, self.records))


class History(Struct, frozen=True, kw_only=True):
    """Everything that one reader may count, and as what it counted when."""

    cases: tuple[tuple[Standing, ...], ...]
    """Of each case how it stood, the earliest first."""
    staff: tuple[StaffMember, ...] = ()
    holidays: tuple[tuple[date, date], ...] = ()
    """As of `Register`."""


class Course:
    """How the days went: what was folded in, and what came up of each card."""

    def __init__(self, run: Run) -> None:
        """Begin with nothing folded in."""
        self.run = run
        self.newest: dict[Card, Prompt] = {}
        self.told: dict[Card, frozenset[str]] = {}
        """Every record and kind that it ever named."""

    def take(self, day: int, records: list[Record], recalibrate: Recalibrate | None) -> tuple[Prompt, ...]:
        """Take in the next day; give the cards that it brings up."""
        shown = tuple(self.run.take(day, records, recalibrate))
        for prompt in shown:
            self.newest[prompt.card] = prompt
            self.told[prompt.card] = self.told.get(prompt.card, frozenset()) | _told(prompt)
        return shown

    def beside(self, other: "Course", day: int) -> tuple[Prompt, ...]:
        """The cards that came up on this day, or say something that the other course never said of them."""
        return tuple(
            prompt
            for card, prompt in self.newest.items()
            if prompt.shown_on.toordinal() == day or not _told(prompt) <= other.told.get(card, frozenset())
        )


def _told(prompt: Prompt) -> frozenset[str]:
    return frozenset((*prompt.records, *(reason.kind for reason in prompt.reasons)))


class JudgedReplay:
    """A history on its way through the days."""

    def __init__(self, history: History, as_of: date, cuts: Cuts) -> None:
        """Make ready to play up to and including `as_of`: what was recorded or judged later is left out."""
        known = [[each for each in case if each.since <= as_of] for case in history.cases]
        last = as_of.toordinal()
        first = min((day for case in known for standing in case for day in standing.days), default=last)
        self._days = range(first, last + 1)
        self.course = Course(Run(Register(staff=history.staff, holidays=history.holidays), (first, last), cuts))
        """How the days went, as what was known and judged by the last one played has it."""
        self._copies = [(first - 1, fork(self.course, first))]
        self._judged: dict[int, list[tuple[int, Standing]]] = defaultdict(list)
        self._back: dict[int, int] = {}
        """For each day on which something of earlier ones is judged otherwise, from where on these are played again."""
        for number, case in enumerate(known):
            self._plan(number, case)
        self._changes = sorted(self._back.items())
        self._standing: dict[int, tuple[Record, ...]] = {}
        self._arrived: dict[int, dict[int, tuple[Record, ...]]] = defaultdict(dict)
        """Of each day what was recorded on it, by case, as it stands now."""
        self._calibrations: dict[int, Calibration] = {}

    def _plan(self, number: int, case: Sequence[Standing]) -> None:
        for before, standing in zip((None, *case), case, strict=False):
            day = max(standing.since.toordinal(), self._days.start)
            self._judged[day].append((number, standing))
            since = min((*standing.days, *(before.days if before else ())), default=day)
            if since < day:
                self._back[day] = min(since - 1, self._back.get(day, day))

    def prompts(self, recalibrate: Recalibrate | None = None) -> Iterator[Prompt]:
        """Every card on the day on which it came up, in the order of the days.

        `recalibrate` is asked once every September, for what the records and judgements of then say of chance.
        """
        came_up: dict[Card, Prompt] = {}
        once = self._once(recalibrate) if recalibrate else None
        for day in self._days:
            for prompt in self._day(day, once):
                came_up[prompt.card] = told = _as_it_came(prompt, day, came_up.get(prompt.card))
                yield told

    def _day(self, day: int, recalibrate: Recalibrate | None) -> tuple[Prompt, ...]:
        since = min((self._judge(*judged) for judged in self._judged.get(day, ())), default=day)
        if since >= day:
            shown = self.course.take(day, self._records(day), recalibrate)
        else:
            before = self.course
            self._play_again(since, day, recalibrate)
            shown = self.course.beside(before, day)
        self._keep_copy(day, day)
        return shown

    def _judge(self, number: int, standing: Standing) -> int:
        """Let a case stand otherwise from now on. Returns the earliest day on which it then counts otherwise."""
        before = self._standing.get(number, ())
        now = tuple(record for record in standing.records if record.counts)
        self._standing[number] = now
        for record in before:
            self._arrived[day_of(record)].pop(number, None)
        for record in now:
            others = self._arrived[day_of(record)].get(number, ())
            self._arrived[day_of(record)][number] = (*others, record)
        return min(map(day_of, {*before} ^ {*now}), default=self._days.stop)

    def _records(self, day: int) -> list[Record]:
        arrived = self._arrived.get(day, {})
        return sorted((record for records in arrived.values() for record in records), key=moment_of)

    def _play_again(self, since: int, until: int, recalibrate: Recalibrate | None) -> None:
        while self._copies[-1][0] >= since:
            self._copies.pop()
        played, self.course = self._copies[-1]
        if len(self._copies) > 1 and self._next_back(until) > played:
            # The next change goes back to a later day, of which there will be a copy by then.
            self._copies.pop()
        else:
            self.course = fork(self.course, played)
        for day in range(played + 1, until + 1):
            self.course.take(day, self._records(day), recalibrate)
            if day < until:
                self._keep_copy(day, until)

    def _keep_copy(self, day: int, now: int) -> None:
        if day != self._next_back(now) and day - self._copies[-1][0] < _APART:
            return
        copies = [*self._copies, (day, fork(self.course, day))]
        inner = zip(copies, copies[1:], copies[2:], strict=False)
        kept = [each for before, each, after in inner if (after[0] - before[0]) * _THINNED > day - each[0]]
        self._copies = [copies[0], *kept, copies[-1]]

    def _next_back(self, now: int) -> int:
        """From which day on the next change plays again; no day at all, where there is none."""
        at = bisect_right(self._changes, (now, self._days.stop))
        return self._changes[at][1] if at < len(self._changes) else 0

    def _once(self, recalibrate: Recalibrate) -> Recalibrate:
        """What was known in a September stays what it was when its days are played again."""

        def calibration(ground: Ground, day: int) -> Calibration:
            if day not in self._calibrations:
                self._calibrations[day] = recalibrate(ground, day)
            return self._calibrations[day]

        return calibration


def _as_it_came(prompt: Prompt, day: int, before: Prompt | None) -> Prompt:
    """A card as whoever looked on that day saw it come up, beside how it had come up before."""
    known = frozenset(before.records) if before else frozenset(prompt.records)
    return replace(
        prompt,
        shown_on=date.fromordinal(day),
        shown_before=before.shown_on if before else None,
        new=tuple(record for record in prompt.records if record not in known),
    )
