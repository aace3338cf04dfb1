# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which declarations ask for no decision: a return that says "nothing", and a gift below the school's own limits.

A small gift still asks for one where what its giver gave in the school year comes to more than the limit for that.
"""

from collections.abc import Callable, Iterable, Mapping

from desktop.declarations import gifts, ties
from desktop.people import Settings

GiftsBeside = Callable[[gifts.Gift], Iterable[gifts.Gift]]
"""Finds the other gifts of the same giver in the same school year."""


def asks_nothing(form: str, values: Mapping[str, object], settings: Settings) -> bool:
    """Say whether nobody has to decide about what was declared in this form, taken by itself."""
    if form == ties.FORM:
        return values.get("tie") == ties.NIL
    return form == gifts.FORM and gifts.is_only_noted(values, settings)


def adds_up(form: str, gift: gifts.Gift, beside: GiftsBeside, settings: Settings) -> bool:
    """Say whether somebody has to decide about a gift because of what came from the same giver before it."""
    return form == gifts.FORM and gifts.passes_total(gift, beside(gift), settings)
