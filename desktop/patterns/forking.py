# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A second course of a replay from the day that the first one has reached: what either takes in, the other never sees.

Whatever can change is copied, and what never changes once it is made is shared: `copy.deepcopy`, which would copy every
record, takes fifty times as long.
"""

from copy import copy
from datetime import date
from typing import Any, Final, TypeVar

from msgspec import Struct

from desktop.patterns.arrivals import Matter
from desktop.patterns.exposure import Exposure
from desktop.patterns.matters import LOOK_BACK_DAYS
from desktop.patterns.names import Names

_FIXED: Final = (str, int, float, tuple, frozenset, date, Struct, Exposure, Names, type(None))
"""What never changes, or only remembers what it would work out again. Each `Struct` of the engine is frozen."""

_Course = TypeVar("_Course")


def fork(course: _Course, day: int) -> _Course:
    """Copy an object of the engine with all that it holds, at the end of a day.

    Two of its parts that hold one object hold one in the copy. A list or dictionary belongs to one part alone, and all
    that it holds is of one kind.
    """
    made: _Course = _Fork(day).of(course)
    return made


class _Fork:
    """One copying."""

    def __init__(self, day: int) -> None:
        self._copied: dict[int, object] = {}
        # No later report can add to a matter of before.
        self._since = day - LOOK_BACK_DAYS

    def of(self, value: Any) -> Any:  # noqa: ANN401 - whatever the engine is made of
        if isinstance(value, list):
            return self._list(value)
        if isinstance(value, dict):
            return self._dict(value)
        if isinstance(value, set):
            return value.copy()
        return value if isinstance(value, _FIXED) else self._object(value)

    def _list(self, value: list[Any]) -> list[Any]:
        made = value.copy()
        if made and isinstance(made[0], Matter):
            for at in range(len(made) - 1, -1, -1):
                if made[at].day < self._since:
                    break
                made[at] = self._object(made[at])
        elif made and not isinstance(made[0], _FIXED):
            made = list(map(self.of, made))
        return made

    def _dict(self, value: dict[Any, Any]) -> dict[Any, Any]:
        made = value.copy()
        if not isinstance(next(iter(value.values()), None), _FIXED):
            for key, each in value.items():
                made[key] = self.of(each)
        return made

    def _object(self, value: Any) -> Any:  # noqa: ANN401 - the same
        made = self._copied.get(id(value))
        if made is not None:
            return made
        if isinstance(value, Matter):
            made = copy(value)
            made.references = value.references.copy()
            made.voices, made.children = value.voices.copy(), value.children.copy()
        else:
            made = object.__new__(type(value))
            made.__dict__ = {name: self.of(each) for name, each in value.__dict__.items()}
        self._copied[id(value)] = made
        return made
