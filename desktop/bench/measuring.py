# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One measurement: ours beside raw, in the same unit, with the ratio that the limits are stated in."""

import sys
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measured:
    """A row of the table. `unit` is what both figures count; `aim` is the ratio that we try to stay under."""

    name: str
    ours: float
    raw: float
    unit: str
    aim: float
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the raw cost ours is."""
        return self.ours / self.raw if self.raw else 0.0

    @property
    def line(self) -> str:
        """The row as text."""
        figures = f"{self.ours:12.2f} {self.raw:12.2f} {self.unit:4} {self.ratio:7.2f}x  aim {self.aim:.1f}x"
        return f"{self.name:44} {figures}  {self.note}".rstrip()

    def as_data(self) -> dict[str, object]:
        """The row as JSON."""
        return {
            "name": self.name,
            "ours": round(self.ours, 3),
            "raw": round(self.raw, 3),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "aim": self.aim,
            "note": self.note,
        }


def most_memory() -> str:
    """The most memory that this process has held until now, as the end of a note; Windows does not tell."""
    if sys.platform == "win32":
        return ""
    import resource

    return f"; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most for the whole program"


def middle(seconds: list[float]) -> float:
    """The median, in milliseconds."""
    return median(seconds) * 1000
