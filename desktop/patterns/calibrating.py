# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Self-calibration: what the engine says of the school's own background in which nothing goes on.

Played once a term. How often each kind then speaks at each reckoned chance is how often chance alone makes it speak; so
the chance that a prompt states is true, and its cut is what its budget says. What few terms cannot show is drawn to the
shipped figures.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from random import Random
from typing import Final, NamedTuple

from desktop.patterns.arrivals import Arrival
from desktop.patterns.background import Background, Habits, habits_of
from desktop.patterns.cuts import Calibration, Curve, Cuts, shipped_curve
from desktop.patterns.exposure import Exposure
from desktop.patterns.ground import Ground
from desktop.patterns.looking import Looker
from desktop.patterns.parameters import Parameters
from desktop.patterns.prompts import FALLS, REST_DAYS
from desktop.patterns.register import Register
from desktop.patterns.replaying import Replay
from desktop.patterns.school_days import SchoolDays
from desktop.patterns.signs import FACT, KEPT_UPTO, Kind, Sign

ENOUGH_MATTERS: Final = 8000
"""So many invented matters show what happens once in a few years; a few seconds of work."""
A_STEP: Final = 100
"""Records in a step, some days counting as one: 50 ms of work for a large school, under 200 ms on a slow computer."""
DAYS_AS_ONE: Final = 10
_FIRST: Final = date(2000, 9, 1).toordinal()
_YEARS: Final = 4
_TERMS: Final = 3 * _YEARS
_DAYS: Final = 365 * _YEARS
_STEPS: Final = 40
_LEVELS: Final = tuple(KEPT_UPTO * 2 ** (-step / 2) for step in range(_STEPS))
_SHIPPED_WEIGHS: Final = 3.0
"""Prompts that the shipped figure is worth beside those that were seen."""
_LEAST: Final = 1e-12

Progress = Callable[[int, int], None]


Shown = dict[tuple[object, ...], tuple[int, float]]
"""What a history has shown at each level, and when: to begin with nothing."""


class Showings:
    """How often each kind came up, at each level of the reckoned chance: the board's own rule, at every cut at once."""

    def __init__(self) -> None:
        """Begin with none."""
        self.counts: dict[Kind, list[int]] = defaultdict(lambda: [0] * _STEPS)

    def add(self, signs: Iterable[Sign], shown: Shown) -> None:
        """Take in the next signs of a history, in order. `shown` is what it has shown before, and is kept up."""
        for sign in signs:
            if sign.chance == FACT:
                continue
            for level, upto in enumerate(_LEVELS):
                if sign.chance > upto:
                    break
                key = (sign.kind, sign.card, sign.aspect, level)
                before = shown.get(key)
                if before is None or sign.day - before[0] >= REST_DAYS or sign.chance < before[1] / FALLS:
                    shown[key] = (sign.day, sign.chance)
                    self.counts[sign.kind][level] += 1


class Effort(NamedTuple):
    """How much is played, from which seed, and who is told how many of the records are done."""

    seed: int
    matters: int = ENOUGH_MATTERS
    progress: Progress | None = None


def calibrate(register: Register, as_of: date, parameters: Parameters, effort: Effort) -> Calibration:
    """Calibrate by what a register held at the end of a day.

    Plays histories of four years until they hold so many records. The same seed gives the same calibration. A register
    without staff gives the shipped figures.
    """
    run = begin(register, as_of, parameters, effort)
    while not run.is_done:
        run.step()
    return run.found()


class Calibrating:
    """A calibration in small steps: whoever waits for something else gets their turn in between."""

    def __init__(self, ground: Ground, day: int, effort: Effort, before: Iterable[int] = ()) -> None:
        """Calibrate by what has been folded in up to a day: every unit is played in turn.

        `before` does that folding, a day at a time, as it is gone through, and says how many records each day had.
        """
        self._parameters = ground.parameters
        self._chance = Random(effort.seed)  # noqa: S311 - invented matters, no secret
        self._effort = effort
        self._showings = Showings()
        self._terms = self.done = 0
        self._work = self._days(ground, day, before)
        self.is_done = False

    def step(self) -> None:
        """Do a little more: some days, and what was recorded on them."""
        much = 0
        while much < A_STEP * DAYS_AS_ONE and not self.is_done:
            records = next(self._work, None)
            self.is_done = records is None
            much += 1 + DAYS_AS_ONE * (records or 0)

    def _days(self, ground: Ground, day: int, before: Iterable[int]) -> Iterator[int]:
        """All that is done, a day at a time: how many records each had."""
        yield from before
        found: list[Habits] = []
        for unit in sorted(ground.usual.began):
            habits = habits_of(ground, unit, day)
            found += [habits] if habits and habits.matters[""] else []
            yield 0
        while found and self.done < self._effort.matters:
            for habits in self._chance.sample(found, len(found)):
                if self.done < self._effort.matters:
                    yield from self._history(habits)

    def _history(self, habits: Habits) -> Iterator[int]:
        shown: Shown = {}
        before = self.done
        for signs, many in play(habits, self._parameters, self._chance):
            self._showings.add(signs, shown)
            self.done += many
            yield many
        self._terms += _TERMS
        self.done = max(self.done, before + _TERMS)
        if self._effort.progress:
            self._effort.progress(min(self.done, self._effort.matters), self._effort.matters)

    def found(self) -> Calibration:
        """What was found so far."""
        kinds = [kind for kind, rules in self._parameters.kinds.items() if rules.budget]
        counts = self._showings.counts
        curves = {kind: fitted(shipped_curve(self._parameters, kind), counts[kind], self._terms) for kind in kinds}
        return Calibration(curves=curves, terms=self._terms)


def begin(register: Register, as_of: date, parameters: Parameters, effort: Effort) -> Calibrating:
    """Make ready to calibrate in steps by what a register held at the end of a day."""
    run = Replay(register, as_of, Cuts(parameters=parameters))
    folded = (records for records, _shown in run.days())
    return Calibrating(run.looker.ground, as_of.toordinal(), effort, folded)


def calibrate_by(ground: Ground, day: int, effort: Effort) -> Calibration:
    """Calibrate in one go by what has been folded in up to a day."""
    run = Calibrating(ground, day, effort)
    while not run.is_done:
        run.step()
    return run.found()


def play(habits: Habits, parameters: Parameters, chance: Random) -> Iterator[tuple[list[Sign], int]]:
    """One history of four years, a day at a time: its signs in order, and how many records it had."""
    last = _FIRST + _DAYS
    days = SchoolDays(_FIRST - 366, last, (), parameters.breaks)
    always = {person: post._replace(first=_FIRST - 366, last=last) for person, post in habits.people.items()}
    exposure = Exposure(always, days)
    looker = Looker(exposure, parameters)
    for day, arrivals in Background(habits, exposure, chance).days(_FIRST, last):
        yield list(_day(looker, day, arrivals)), len(arrivals)


def _day(looker: Looker, day: int, arrivals: Iterable[Arrival]) -> Iterator[Sign]:
    """The signs of a day, of each kind and aspect of a card the least likely."""
    least: dict[tuple[object, ...], Sign] = {}
    for arrival in arrivals:
        for sign in looker.take(arrival):
            key = (sign.kind, sign.card, sign.aspect)
            if key not in least or sign.chance < least[key].chance:
                least[key] = sign
    yield from least.values()
    yield from looker.close(day)


def fitted(shipped: Curve, counts: Sequence[int], terms: int) -> Curve:
    """How often a kind came up in so many terms, at each level, drawn to the shipped figures."""
    true = []
    for level, count in zip(_LEVELS, counts, strict=True):
        said = max(shipped.at(level), _LEAST)
        true.append((count + _SHIPPED_WEIGHS) / (terms + _SHIPPED_WEIGHS / said))
    return Curve(tuple(reversed(_LEVELS)), tuple(reversed(true)))
