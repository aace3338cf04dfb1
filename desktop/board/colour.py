# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Red, amber or green, and why: worked out from dates and evidence, never typed (requirements.md F25). Pure."""

import tomllib
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.cases.items import Item, ItemKind
from desktop.clocks import WorkingCalendar, end_of_day, london_day


class Colour(StrEnum):
    """How an item stands."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class Why(StrEnum):
    """What makes it so."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    MOVED_OFTEN = "moved_often"
    OPEN_LONG = "open_long"
    ON_TRACK = "on_track"
    NO_EVIDENCE = "no_evidence"
    SHOWN = "shown"
    DROPPED = "dropped"


class BoardRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The limits behind the colours; what each means stands in resources/casework/board.toml."""

    soon_working_days: int
    moves: int
    open_working_days: int
    done_days: int


@cache
def board_rules() -> BoardRules:
    """The rules that Candour ships."""
    return msgspec.convert(tomllib.loads(resources.text("casework/board.toml")), BoardRules)


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """How items stand at one (aware) moment. What the day makes of dates is worked out once for all of them."""

    now: datetime
    today: date
    soon: datetime
    calendar: WorkingCalendar

    @classmethod
    def at(cls, now: datetime, calendar: WorkingCalendar) -> "Colours":
        """Those of a moment."""
        today = london_day(now)
        soon = calendar.working_day_after(today, board_rules().soon_working_days)
        return cls(now=now, today=today, soon=end_of_day(soon), calendar=calendar)

    def of(self, item: Item) -> tuple[Colour, Why]:
        """Say how an item stands, and why."""
        if item.ended_at is not None:
            return _ended(item)
        if item.due is not None and item.due <= self.soon:
            return (Colour.RED, Why.OVERDUE) if item.due < self.now else (Colour.AMBER, Why.DUE_SOON)
        if item.moves >= board_rules().moves:
            return Colour.AMBER, Why.MOVED_OFTEN
        if item.due is None and self._is_open_long(item):
            return Colour.AMBER, Why.OPEN_LONG
        return Colour.GREEN, Why.ON_TRACK

    def _is_open_long(self, item: Item) -> bool:
        days = board_rules().open_working_days
        return self.today > self.calendar.working_day_after(london_day(item.since), days)


def _ended(item: Item) -> tuple[Colour, Why]:
    if item.is_dropped:
        return Colour.GREEN, Why.DROPPED
    return (Colour.GREEN, Why.SHOWN) if item.has_evidence else (Colour.AMBER, Why.NO_EVIDENCE)


def is_action(item: Item) -> bool:
    """Say whether somebody set it, so that they can say what became of it."""
    return item.kind is ItemKind.ACTION


def done_since(now: datetime) -> datetime:
    """From when on the board shows what was done."""
    return now - timedelta(days=board_rules().done_days)
