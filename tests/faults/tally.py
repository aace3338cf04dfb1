# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Counts what was tried and what went wrong, for the test that asserts it and for docs/reliability.md."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.faults.driving import Told

Record = Callable[[str, object], None]


@dataclass(slots=True)
class Tally:
    """What was tried in one test, how often somebody was told "saved", and everything that may not be so."""

    record: Record
    counted: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[object, str]] = field(default_factory=list)

    def add(self, at: object, found: Iterable[str], *told: Told) -> None:
        """Count one try, and what was found after it."""
        self.counted["tried"] += 1
        self.wrong += [(at, each) for each in found]
        for each in told:
            self.counted["killed"] += each.was_killed
            self.counted["told saved"] += len(each.saved)
            self.counted["refused"] += bool(each.refused)

    def found(self, wrong: Iterable[str]) -> None:
        """Add what was found after several tries together."""
        self.wrong += [("together", each) for each in wrong]

    def settle(self) -> None:
        """Put the figures down; the test fails if anything was wrong, or nothing was tried."""
        self.counted.update({"lost": 0, "doubled": 0, "accepted": 0})
        self.counted.update(each.partition(":")[0] for _, each in self.wrong)
        for name, count in self.counted.items():
            self.record(name, count)
        assert not self.wrong, "\n".join(f"{each} at {at}" for at, each in self.wrong)
        assert self.counted["tried"] > 0
