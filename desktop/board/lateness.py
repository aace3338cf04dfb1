# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Late decisions, never hidden: how many, the median, the worst, and what held them up (OVS-032, OVS-045). Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from statistics import median

import msgspec

from desktop.cases.decided import Decided
from desktop.cases.items import ItemKind
from desktop.cases.rows import BoardRow

_CLOCKS = frozenset({ItemKind.DECISION, ItemKind.BREACH})


class Lateness(msgspec.Struct, frozen=True, kw_only=True):
    """How long first decisions took. `typical` is the median and `longest` the most, None where none was taken.

    `worst` is by how much the latest one was late; `reasons` are those that were given; `open_late` are decisions still
    to be taken whose time has passed.
    """

    decided: int
    late: int
    typical: timedelta | None
    longest: timedelta | None
    worst: timedelta | None
    reasons: tuple[str, ...]
    without_reason: int
    open_late: int


def lateness(rows: Iterable[BoardRow], first: datetime, last: datetime) -> Lateness:
    """Tell of the decisions taken from one (aware) moment until before another, and of those overdue at the latter."""
    known = tuple(rows)
    taken = [row.decided for row in known if row.decided and first <= row.decided.at < last]
    late = [each for each in taken if each.late_by]
    took = sorted(each.took for each in taken)
    return Lateness(
        decided=len(taken),
        late=len(late),
        typical=timedelta(seconds=median(each.total_seconds() for each in took)) if took else None,
        longest=took[-1] if took else None,
        worst=max((each.late_by for each in late), default=None),
        reasons=tuple(each.reason for each in sorted(late, key=_when) if each.reason),
        without_reason=sum(not each.reason for each in late),
        open_late=sum(_is_late(row, last) for row in known),
    )


def _when(decided: Decided) -> datetime:
    return decided.at


def _is_late(row: BoardRow, now: datetime) -> bool:
    return any(item.kind in _CLOCKS and item.due is not None and item.due < now for item in row.items)
