# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""JSON with one reading: what two parsers could read differently is refused before anything else looks at it.

Python's own parser takes the last of two equal keys, and accepts NaN, 1e400 and lone surrogates; none of that passes.
"""

import json
import re
from typing import NoReturn, TypeVar

import msgspec

from storage.constants import BODY_DEPTH_MAX, INTEGER_MAX
from storage.errors import Fault, KnownError

_Shape = TypeVar("_Shape")
_REFUSED_CHARACTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def encode(value: object) -> bytes:
    """Write a value as UTF-8 JSON with sorted keys and no spaces. What is signed is these bytes, kept as they are."""
    return msgspec.json.encode(value, order="sorted")


def decode(data: bytes, *, at_most: int) -> object:
    """Read JSON of at most so many bytes. Raises KnownError(ENTRY_MALFORMED) on anything that has two readings."""
    if len(data) > at_most:
        raise KnownError(Fault.ENTRY_MALFORMED, reason="size")
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_integer,
        )
    except (ValueError, RecursionError):
        raise KnownError(Fault.ENTRY_MALFORMED, reason="json") from None
    _check(value, BODY_DEPTH_MAX)
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _integer(digits: str) -> int:
    # Refused by length first: Python would read a million digits.
    if len(digits) > 17 or abs(value := int(digits)) > INTEGER_MAX:
        raise ValueError("integer out of range")
    return value


def _refuse(_digits: str) -> NoReturn:
    raise ValueError("not an integer")


def _check(value: object, depth_left: int) -> None:
    if isinstance(value, str):
        if _REFUSED_CHARACTERS.search(value):
            raise KnownError(Fault.ENTRY_MALFORMED, reason="character")
    elif isinstance(value, dict | list):
        if depth_left == 0:
            raise KnownError(Fault.ENTRY_MALFORMED, reason="depth")
        for part in value:
            _check(part, depth_left - 1)
        if isinstance(value, dict):
            for part in value.values():
                _check(part, depth_left - 1)


def shaped(value: object, shape: type[_Shape]) -> _Shape | None:
    """Read decoded data as a struct; None for what is out of form."""
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError:
        return None
