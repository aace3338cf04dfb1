# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gift register as a school may publish it: nobody's words, no pupil, no private person's name (ux.md R8). Pure.

Only what was settled is in it. Firms and organisations are named; staff by name or by job, as the school chooses.
"""

from collections.abc import Iterable

from desktop.registers.declared import Declared
from desktop.registers.listing import RegisterRow, State
from desktop.registers.telling import Telling, words

PUBLISHED = ("on", "who", "what", "giver", "worth", "state")
"""The columns, in order."""

_SETTLED = frozenset({State.NOTED, State.APPROVED, State.TURNED_DOWN, State.DECIDED})
_NAMED = frozenset({"supplier", "contractor", "organisation", "sponsor"})
_FAMILIES = frozenset({"parent_or_pupil", "former_pupil", "relative"})


def published(rows: Iterable[RegisterRow], telling: Telling, *, by_job: bool) -> tuple[tuple[str, ...], ...]:
    """The rows as they would be published: a text for each column."""
    return tuple(
        (
            telling.cell(row, "on"),
            telling.job(row.declared) if by_job else telling.who(row.declared),
            telling.what(row.declared),
            _giver(row.declared, telling),
            telling.worth(row.declared),
            words("states")[row.state],
        )
        for row in rows
        if row.state in _SETTLED
    )


def _giver(declared: Declared, telling: Telling) -> str:
    """Who gave it, where that is no private person; else what they are to the school."""
    kind = declared.text("giver_type")
    if kind in _NAMED:
        return telling.giver(declared)
    is_family = kind in _FAMILIES or declared.text("direction") == "given_to_pupil"
    return words("short")["pupil_giver" if is_family else "private_giver"]
