# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Permissions: what has to be ticked before one is given, and until when one that was given holds (F36). Pure."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache

import resources

FORM = "permission"
PERMITTED = "permitted"
"""The outcome of a decision by which a permission is given."""


def lacking(values: Mapping[str, object]) -> tuple[str, ...]:
    """The conditions that have to be ticked for this kind of permission, and are not."""
    ticked = values.get("conditions")
    said = ticked if isinstance(ticked, list | tuple) else ()
    return tuple(each for each in _needed().get(str(values.get("kind")), ()) if each not in said)


def is_longer(asked: Mapping[str, object], until: object) -> bool:
    """Say whether a permission would last longer than was asked for. Both are days as YYYY-MM-DD."""
    end = asked.get("ends_on")
    return isinstance(end, str) and isinstance(until, str) and until > end


def last_day(decision: Mapping[str, object]) -> date | None:
    """The last day of what a decision permits; None for any other decision."""
    if decision.get("outcome") != PERMITTED:
        return None
    try:
        return date.fromisoformat(str(decision.get("ends_on")))
    except ValueError:
        return None


def has_expired(until: date | None, today: date) -> bool:
    """Say whether the last day of a permission is over."""
    return until is not None and until < today


@cache
def _needed() -> Mapping[str, tuple[str, ...]]:
    found = tomllib.loads(resources.text("casework/permissions.toml"))
    return {kind: tuple(conditions) for kind, conditions in found.items()}
