# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How each kind of entry is kept, as data (resources/retention/kinds.toml): with its record, apart, or for good."""

import tomllib
from functools import cache

import msgspec

import resources
from desktop.retention.rules import ClassId


class KeptApart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Kinds that stand in no record, and the class by which they are kept."""

    class_id: ClassId
    kinds: tuple[str, ...]


class Stays(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Kinds that Candour never destroys, what they are, and why."""

    kinds: tuple[str, ...]
    title: str
    because: str


class EveryKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every kind: those that go with the record in which they stand, those that stand in none, those that stay."""

    with_record: frozenset[str]
    apart: tuple[KeptApart, ...]
    stays: tuple[Stays, ...]

    def class_of(self, kind: str) -> ClassId | None:
        """The class of a kind that stands in no record; None for another."""
        return next((each.class_id for each in self.apart if kind in each.kinds), None)


@cache
def every_kind() -> EveryKind:
    """The table that Candour ships."""
    return msgspec.convert(tomllib.loads(resources.text("retention/kinds.toml")), EveryKind)
