# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a change does to who reads what: the routing rules asked before it and after it (security.md 3.2 D5)."""

from collections.abc import Mapping
from datetime import date

import msgspec

from desktop.changing.reading import reading_about
from desktop.people import PersonId, School

_Difference = tuple[frozenset[PersonId], frozenset[PersonId], bool]


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """About these people, others can open a report than before. `about` is empty for anybody without an office.

    With `is_outside` nobody at the school is left who could: it would have to go to somebody outside.
    """

    about: tuple[PersonId, ...]
    can: tuple[PersonId, ...]
    no_longer: tuple[PersonId, ...]
    is_outside: bool


def effects(before: School, after: School, on: date) -> tuple[Effect, ...]:
    """Everybody about whom a report would be read by others than now. Empty where nothing changes."""
    usual = _difference(before, after, None, on)
    found: dict[_Difference, list[PersonId]] = {}
    for person in sorted({*before.people, *after.people}):
        difference = _difference(before, after, person, on)
        if difference != usual:
            found.setdefault(difference, []).append(person)
    nothing: _Difference = (frozenset(), frozenset(), usual[2])
    told: Mapping[_Difference, list[PersonId]] = found if usual == nothing else {usual: [], **found}
    return tuple(
        Effect(about=tuple(about), can=tuple(sorted(can)), no_longer=tuple(sorted(gone)), is_outside=is_outside)
        for (can, gone, is_outside), about in told.items()
        if about or can or gone
    )


def _difference(before: School, after: School, about: PersonId | None, on: date) -> _Difference:
    then = set(reading_about(before, about, on).readers)
    now = set(reading_about(after, about, on).readers)
    return frozenset(now - then), frozenset(then - now), bool(then) and not now
