# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How each kind of entry is kept, as data (resources/retention/kinds.toml): with its record, or for good and why."""

import tomllib
from functools import cache

import msgspec

import resources


class Stays(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Kinds that Candour never destroys, what they are, and why."""

    kinds: tuple[str, ...]
    title: str
    because: str


class EveryKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every kind: those that go with the record in which they stand, and those that stay."""

    with_record: frozenset[str]
    stays: tuple[Stays, ...]


@cache
def every_kind() -> EveryKind:
    """The table that Candour ships."""
    return msgspec.convert(tomllib.loads(resources.text("retention/kinds.toml")), EveryKind)
