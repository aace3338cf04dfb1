# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers in the cells of a list: plain ones, within what the column can mean."""

import re
from collections.abc import Callable

MOST_HOURS = 80.0
"""Hours in a week of work that somebody could have meant."""

_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?")
_MINUTES = 60


def number_to(most: float) -> Callable[[str], float | None]:
    """A reader of numbers from 0 up to this one; it gives None for anything else."""

    def read(cell: str) -> float | None:
        return float(cell) if _NUMBER.fullmatch(cell) and float(cell) <= most else None

    return read


def minutes_a_week(cell: str) -> int | None:
    """Hours a week, as "22.5", in minutes; None for what is no such number."""
    hours = number_to(MOST_HOURS)(cell)
    return None if hours is None else round(hours * _MINUTES)
