# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From one order of rows to another by taking out and putting in, so that a view keeps its place and its selection."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of rows, first and last included, that goes out of the old order or comes into the new one."""

    first: int
    last: int


def edits(old: Sequence[str], new: Sequence[str]) -> tuple[list[Edit], list[Edit]]:
    """Say what to take out, from the end to the beginning, and then what to put in, from the beginning to the end.

    As many rows as possible stay. What is put in stands at the same numbers in `new`. Each key may occur once.
    """
    kept = _kept(old, new)
    out = [number for number, key in enumerate(old) if key not in kept]
    into = [number for number, key in enumerate(new) if key not in kept]
    return list(_runs(out))[::-1], list(_runs(into))


def _kept(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """The longest selection of keys that stand in the same order in both."""
    places = {key: number for number, key in enumerate(new)}
    ends: list[int] = []  # by length: the lowest place at which a selection of that length can end
    keys: list[str] = []  # the key that ends it
    before: dict[str, str | None] = {}
    for key in old:
        place = places.get(key)
        if place is None:
            continue
        length = bisect_left(ends, place)
        before[key] = keys[length - 1] if length else None
        ends[length : length + 1] = [place]
        keys[length : length + 1] = [key]
    return frozenset(_chain(keys[-1] if keys else None, before))


def _chain(key: str | None, before: dict[str, str | None]) -> Iterator[str]:
    while key is not None:
        yield key
        key = before[key]


def _runs(numbers: Iterable[int]) -> Iterator[Edit]:
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = last = number
        elif number == last + 1:
            last = number
        else:
            yield Edit(first, last)
            first = last = number
    if first is not None and last is not None:
        yield Edit(first, last)
