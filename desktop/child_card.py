# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card for when a child tells somebody something: read with no network, no sign-in and no vault (F48). Pure.

The words are data with their source (resources/child_card/card.toml); whom to find is worked out for today.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.forms import fill
from desktop.people import School
from desktop.telling import people_words, to_find


class PartTone(StrEnum):
    """What a part of the card is about."""

    DO = "do"
    DONT = "dont"
    AFTER = "after"


class CardPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the card: its heading and its points, which may hold placeholders for people."""

    title: str
    tone: PartTone
    points: tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands at the foot of the card on paper."""

    kind: str
    made: str
    number: str


class ChildCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The card, where it comes from, and when that was checked last. `must_check`: not against the current edition."""

    title: str
    blurb: str
    edition: str
    source: str
    checked_on: date
    must_check: bool
    note: str
    parts: tuple[CardPart, ...]
    sheet: Sheet


@cache
def child_card() -> ChildCard:
    """The card that we ship, with its placeholders."""
    return msgspec.toml.decode(resources.text("child_card/card.toml"), type=ChildCard)


def card_for(school: School | None, today: date) -> ChildCard:
    """The card with the people to find today; without a school, with their offices."""
    found = to_find(school if school is not None else School(school_id="", name="", version=0, version_hash=""), today)
    return card_with(people_words(found))


def card_with(words: Mapping[str, str]) -> ChildCard:
    """The card with these words for whom to find."""
    card = child_card()
    parts = (
        msgspec.structs.replace(part, points=tuple(fill(point, words) for point in part.points)) for part in card.parts
    )
    return msgspec.structs.replace(card, parts=tuple(parts))
