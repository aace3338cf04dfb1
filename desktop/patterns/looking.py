# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Folds one record after another and says which signs each one completes. The same for a replay and a calibration."""

from collections.abc import Iterator

from desktop.patterns.arrivals import Arrival, Channel, Gift, Report, Tie
from desktop.patterns.child import child_signs
from desktop.patterns.declared import Registers, gift_signs
from desktop.patterns.exposure import Exposure
from desktop.patterns.ground import Ground
from desktop.patterns.parameters import Parameters
from desktop.patterns.person import Person
from desktop.patterns.places import Shares
from desktop.patterns.signs import Sign
from desktop.patterns.silence import silences
from desktop.patterns.sources import prolific_signs
from desktop.patterns.weak import Small, SmallThings

_SMALL = 2
"""Up to this severity a concern is a small thing."""


class Looker:
    """What has been recorded so far, and the look at each newest record."""

    def __init__(self, exposure: Exposure, parameters: Parameters) -> None:
        """Begin with nothing recorded."""
        self.ground = Ground(exposure, parameters)
        self._shares = Shares()
        self._small = SmallThings()
        self._registers = Registers()

    def take(self, arrival: Arrival) -> Iterator[Sign]:
        """Fold one record in, no earlier than the last one, and yield the signs that it completes."""
        match arrival:
            case Report():
                yield from self._report(arrival)
            case Gift():
                self.ground.take_gift(arrival)
                yield from gift_signs(self.ground, arrival)
                yield from self._registers.gift_signs(self.ground, arrival)
                if not arrival.is_seasonal and arrival.from_outside:
                    channel = Channel.GIFT_OUT if arrival.is_given else Channel.GIFT_IN
                    yield from self._add_small(arrival, channel)
            case Tie():
                self.ground.take_tie(arrival)
                yield from self._registers.tie_signs(self.ground, arrival)
                if not arrival.is_nil and not arrival.child:
                    yield from self._add_small(arrival, Channel.TIE)

    def close(self, day: int) -> Iterator[Sign]:
        """Yield what a school day shows by nothing having been recorded."""
        if self.ground.exposure.days.is_open(day):
            yield from silences(self.ground, day)

    def _report(self, report: Report) -> Iterator[Sign]:
        matter = self.ground.take_report(report)
        yield from self._registers.report_signs(self.ground, report)
        if matter is None:
            return
        self._shares.take(self.ground, matter)
        yield from Person(self.ground, matter).signs()
        yield from child_signs(self.ground, matter)
        yield from self._shares.signs(self.ground, matter)
        yield from prolific_signs(self.ground, matter)
        if report.severity <= _SMALL:
            yield from self._add_small(report, report.channel)

    def _add_small(self, arrival: Arrival, channel: Channel) -> Iterator[Sign]:
        small = Small(arrival.day, channel, arrival.reference)
        self._small.take(self.ground, arrival.unit, arrival.person, small)
        yield from self._small.signs(self.ground, arrival.unit, arrival.person)
