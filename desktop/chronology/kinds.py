# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a record is in a person's chronology, and on which day it happened (resources/chronology/kinds.toml)."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.forms import fill


class Kind(StrEnum):
    """The kinds that a chronology tells apart (ux.md R5), in the order in which they are counted."""

    CONCERN = "concern"
    ABOUT_SELF = "about_self"
    DECLARATION = "declaration"
    NOTE = "note"


class _Kinds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kinds: Mapping[str, Kind]
    days: Mapping[str, str]
    counts: Mapping[Kind, tuple[str, str]]


def kind_of(form: str) -> Kind:
    """What a record of this form is."""
    return _shipped().kinds.get(form, Kind.CONCERN)


def told_on(form: str, values: Mapping[str, object]) -> date | None:
    """The first day that a record's answers give for what it tells of; None where they give none."""
    said = values.get(_shipped().days.get(form, "when"))
    parts = [said.get(name) for name in ("date", "from", "to")] if isinstance(said, Mapping) else [said]
    return next((day for part in parts if (day := _day(part)) is not None), None)


def count_words(counts: Mapping[Kind, int]) -> tuple[str, ...]:
    """How many there are of each kind of which there is any: "2 concerns", "1 declaration"."""
    words = _shipped().counts
    return tuple(fill(words[kind][counts[kind] != 1], {"count": counts[kind]}) for kind in Kind if counts.get(kind))


def counted(kinds: Iterable[Kind]) -> Mapping[Kind, int]:
    """Count records by kind."""
    found = tuple(kinds)
    return {kind: found.count(kind) for kind in Kind if kind in found}


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


@cache
def _shipped() -> _Kinds:
    return msgspec.convert(tomllib.loads(resources.text("chronology/kinds.toml")), _Kinds)
