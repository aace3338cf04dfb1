# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an audit tells of, and in which words (resources/auditing/deeds.toml)."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.people import PersonId


class Deed(StrEnum):
    """Each thing that can be done with records, and that others can see was done."""

    OPENED = "opened"
    SEARCHED = "searched"
    LOOKED = "looked"
    PRINTED = "printed"
    EXPORTED = "exported"
    REPORTED = "reported"
    ISSUED = "issued"
    DISCLOSED = "disclosed"
    SHARED = "shared"
    IMPORTED = "imported"
    KEPT = "kept"
    DESTROYED = "destroyed"


class AuditLine(msgspec.Struct, frozen=True, kw_only=True):
    """One deed: when (aware UTC), by whom (None: a key that the school does not know), of which record, for whom.

    `case_id` is empty where it was no single record; `count` says of how many records it tells.
    """

    at: datetime
    who: PersonId | None
    deed: Deed
    case_id: str = ""
    people: tuple[PersonId, ...] = ()
    count: int = 1


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants to see of it. Days are London's, both included; nothing said shows everything."""

    who: PersonId | None = None
    deed: Deed | None = None
    case_id: str = ""
    since: date | None = None
    until: date | None = None


class DeedWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The kinds of entries that are one deed, and its words."""

    word: str
    says: str
    kinds: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class TrawlCount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From how many on a deed is told of, and in which words."""

    least: int
    says: str


class TrawlRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which deeds are counted, within how many minutes, and for how many days they are told of."""

    minutes: int
    days: int
    counts: Mapping[Deed, TrawlCount]


class AuditWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole table."""

    records: tuple[str, str]
    deeds: Mapping[Deed, DeedWords]
    words: Mapping[str, str]
    trawl: TrawlRule

    def deed_of(self, kind: str) -> Deed | None:
        """What an entry of this kind, or a desk's note of this form, is."""
        return next((deed for deed, words in self.deeds.items() if kind in words.kinds or kind in words.forms), None)


@cache
def audit_words() -> AuditWords:
    """Read the table that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("auditing/deeds.toml")), AuditWords)
