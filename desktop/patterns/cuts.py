# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the reckoned chance to the true one, and how small it must be to be shown.

The reckoned chance leaves out how many stretches are tried, and that a school's records follow no model exactly. What
the same reckoning gives on the school's own background without patterns (`calibrating.py`) says how the two belong
together; until that is known, the shipped figures do.
"""

from bisect import bisect_left
from collections.abc import Mapping
from math import exp, log
from typing import Final

from msgspec import Struct

from desktop.patterns.parameters import Dial, Parameters
from desktop.patterns.signs import FACT, Kind

_USUAL_STAFF: Final = 60
_SIZES: Final = (0.5, 4.0)
_SIZE_POWER: Final = 0.6
"""A school four times as large bears somewhat over twice as many prompts (patterns.md 4 and 8)."""


class Curve(Struct, frozen=True):
    """How often a kind is shown in a term by chance alone, at each reckoned chance: both rise together."""

    reckoned: tuple[float, ...]
    true: tuple[float, ...]

    def at(self, chance: float) -> float:
        """The true chance, along straight lines between logarithms; beyond the ends along the last line."""
        right = min(max(bisect_left(self.reckoned, chance), 1), len(self.reckoned) - 1)
        below, above = log(self.reckoned[right - 1]), log(self.reckoned[right])
        start, end = log(self.true[right - 1]), log(self.true[right])
        return exp(start + (end - start) * (log(max(chance, 1e-30)) - below) / (above - below))


def shipped_curve(parameters: Parameters, kind: Kind) -> Curve:
    """What the shipped figures say of a kind."""
    reckoned, true = zip(*parameters.kinds[kind].curve, strict=True)
    return Curve(reckoned, true)


class Calibration(Struct, frozen=True, kw_only=True):
    """What one calibration found: a plain value, to be kept for a term."""

    curves: Mapping[Kind, Curve]
    terms: int
    """How many terms were played."""


class Cuts(Struct, frozen=True, kw_only=True):
    """How small a true chance must be, by kind."""

    parameters: Parameters
    dial: Dial = Dial.STANDARD
    calibration: Calibration | None = None

    def true_chance(self, kind: Kind, reckoned: float) -> float:
        """How many prompts of this kind, as surprising as this, chance gives in a term in this unit."""
        if reckoned == FACT:
            return FACT
        curve = self.calibration.curves.get(kind) if self.calibration else None
        return (curve or shipped_curve(self.parameters, kind)).at(reckoned)

    def cut(self, kind: Kind, staff: int) -> float:
        """The chance up to which a prompt of this kind is shown in a unit with so many staff."""
        size = min(max(staff / _USUAL_STAFF, _SIZES[0]), _SIZES[1])
        return float(self.parameters.kinds[kind].budget * self.parameters.dials[self.dial] * size**_SIZE_POWER)
