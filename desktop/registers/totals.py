# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What gifts add up to, by giver and by school year, in whole pence (F03: equal to the sum of the entries). Pure."""

from collections.abc import Iterable

import msgspec

from desktop.declarations.gifts import Gift, Total, giver_key
from desktop.registers.listing import RegisterRow

_FROM_US = frozenset({"given", "given_to_pupil"})
"""Ways in which somebody of the school was the giver."""


class GiverTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What one giver gave, under the name by which they were called last; "" where nobody was named."""

    giver: str
    total: Total


class YearTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What was offered to people of the school in one school year, and what they gave."""

    year: int
    received: Total
    given: Total


def by_giver(rows: Iterable[RegisterRow]) -> tuple[GiverTotal, ...]:
    """The totals of everybody who gave to people of the school, the largest first. `rows` are the newest first."""
    names: dict[str, str] = {}
    found: dict[str, Total] = {}
    for row in rows:
        if is_from_us(row):
            continue
        gift = _gift(row)
        key = giver_key(gift.giver)
        names.setdefault(key, gift.giver)
        found[key] = found.get(key, Total()).plus(gift)
    order = sorted(found, key=lambda key: (-found[key].pence, -found[key].count, key))
    return tuple(GiverTotal(giver=names[key], total=found[key]) for key in order)


def by_year(rows: Iterable[RegisterRow]) -> tuple[YearTotal, ...]:
    """The totals of each school year, the newest first."""
    received: dict[int, Total] = {}
    given: dict[int, Total] = {}
    for row in rows:
        side = given if is_from_us(row) else received
        side[row.year] = side.get(row.year, Total()).plus(_gift(row))
    return tuple(
        YearTotal(year=year, received=received.get(year, Total()), given=given.get(year, Total()))
        for year in sorted({*received, *given}, reverse=True)
    )


def is_from_us(row: RegisterRow) -> bool:
    """Say whether somebody of the school gave it."""
    return row.declared.text("direction") in _FROM_US


def _gift(row: RegisterRow) -> Gift:
    declared = row.declared
    return Gift(case_id=row.case_id, declared_on=declared.on, pence=declared.pence, giver=declared.text("giver"))
