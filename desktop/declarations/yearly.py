# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Once a school year: which declared ties are to be confirmed, and the new declaration that says what became of one.

A tie is never edited: "still so" and "ended" are new declarations that name the former reference (F04; ux.md S5).
"""

from collections.abc import Sequence
from datetime import date

from desktop.clocks import london_day
from desktop.declarations.gifts import year_of
from desktop.declarations.ties import FORM, NIL
from desktop.sent import SentItem

RENEWED, ENDED = "renewed", "ended"
_ENDS = ("state", "former_reference", "ended_on")


def to_confirm(items: Sequence[SentItem], today: date) -> tuple[SentItem, ...]:
    """Those of somebody's own ties that stand from an earlier school year: not ended, and not declared again since."""
    ties = [item for item in items if item.form == FORM and item.values.get("tie") != NIL]
    followed = {str(item.values.get("former_reference", "")).strip().upper() for item in ties}
    return tuple(
        item
        for item in ties
        if item.reference not in followed
        and item.values.get("state") != ENDED
        and year_of(london_day(item.at)) < year_of(today)
    )


def declared_again(item: SentItem, state: str) -> dict[str, object]:
    """The answers with which the same tie is declared again, in this state."""
    same = {name: value for name, value in item.values.items() if name not in _ENDS}
    return {**same, "state": state, "former_reference": item.reference}
