# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Red, amber and green on both sides of each boundary (requirements.md F25): from dates and evidence, never typed."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.board.colour import Colour, Colours, Why
from desktop.cases.items import Item, ItemKind
from desktop.clocks import load_calendar

NOW = datetime(2026, 3, 12, 16, 0, tzinfo=UTC)  # a Thursday
CALENDAR = load_calendar()


def action(due: datetime | None = None, **changed: object) -> Item:
    return Item(kind=ItemKind.ACTION, since=NOW, due=due, **changed)  # type: ignore[arg-type] # fields of an Item


def look(item: Item) -> tuple[Colour, Why]:
    return Colours.at(NOW, CALENDAR).of(item)


@pytest.mark.parametrize(
    ("due", "found"),
    [
        (NOW - timedelta(seconds=1), (Colour.RED, Why.OVERDUE)),
        (NOW, (Colour.AMBER, Why.DUE_SOON)),
        (datetime(2026, 3, 14, tzinfo=UTC), (Colour.AMBER, Why.DUE_SOON)),  # Friday ends
        (datetime(2026, 3, 15, tzinfo=UTC), (Colour.GREEN, Why.ON_TRACK)),  # Saturday ends
    ],
)
def test_an_item_turns_amber_before_it_is_due_and_red_after(due: datetime, found: tuple[Colour, Why]) -> None:
    assert look(action(due)) == found


def test_over_a_weekend_the_next_working_day_is_soon() -> None:
    friday = NOW + timedelta(days=1)
    monday_ends = datetime(2026, 3, 17, tzinfo=UTC)
    assert Colours.at(friday, CALENDAR).of(action(monday_ends)) == (Colour.AMBER, Why.DUE_SOON)


@pytest.mark.parametrize(("moves", "colour"), [(1, Colour.GREEN), (2, Colour.AMBER)])
def test_a_date_that_was_moved_twice_is_amber(moves: int, colour: Colour) -> None:
    assert look(action(NOW + timedelta(days=30), moves=moves))[0] is colour


@pytest.mark.parametrize(("days", "colour"), [(14, Colour.GREEN), (15, Colour.AMBER)])
def test_what_nothing_sets_a_time_for_turns_amber_after_ten_working_days(days: int, colour: Colour) -> None:
    item = Item(kind=ItemKind.CLOSING, since=NOW - timedelta(days=days))
    assert look(item)[0] is colour


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, (Colour.AMBER, Why.NO_EVIDENCE)),
        ({"has_evidence": True}, (Colour.GREEN, Why.SHOWN)),
        ({"is_dropped": True}, (Colour.GREEN, Why.DROPPED)),
    ],
)
def test_what_was_done_stays_amber_until_something_shows_it(
    changed: dict[str, object], found: tuple[Colour, Why]
) -> None:
    assert look(action(NOW - timedelta(days=3), ended_at=NOW, **changed)) == found
