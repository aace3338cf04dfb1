# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Who do I tell?” answers with names, by keyboard, and is never a dead end."""

from desktop.changing.setting import change_settings
from tests.ui.staff.stage import Stage
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.tour.hands import Hands, Key


def sees(stage: Stage, words: str) -> bool:
    return Hands(stage.theme.application).sees(words)


def find(stage: Stage, about_steps: int, what_steps: int) -> None:
    """Go down both lists so many steps."""
    stage.choose("Who do I tell?")
    stage.tab_to("A child, not an adult at school")
    stage.press(Key.Key_Space, *[Key.Key_Down] * about_steps)
    stage.tab_to("A child is hurt, or could be soon")
    stage.press(Key.Key_Space, *[Key.Key_Down] * what_steps)
    stage.settle()


def test_about_the_head_it_names_the_chair(stage: Stage) -> None:
    find(stage, 3, 1)
    assert sees(stage, "Martin Oyelaran")
    assert sees(stage, "Share a concern in Candour, or tell one of these people yourself.")
    assert not sees(stage, "Helen Marsh")


def test_in_danger_it_says_to_find_somebody_and_999(stage: Stage) -> None:
    find(stage, 1, 0)
    assert sees(stage, "Don’t fill in a form.")
    assert sees(stage, "999")
    assert_accessible(stage.side)
    assert clipped_labels(stage.side) == []


def test_other_ways_shows_who_can_help_everybody(stage: Stage) -> None:
    stage.choose("Other ways to raise a concern")
    assert sees(stage, "NSPCC whistleblowing advice line")
    assert sees(stage, "Northmere Council, LADO")


def test_a_school_with_two_sites_asks_where_one_is_and_names_that_sites_lado(stage: Stage) -> None:
    contacts = [
        {"purpose": "LADO", "name": f"LADO, {site}", "phone": "01632", "site": site} for site in ("East", "West")
    ]
    stage.publish("settings", change_settings({"contacts": contacts}), "head", "chair")
    stage.side.show_start()
    stage.settle()
    find(stage, 1, 1)
    assert sees(stage, "First: Priya Nair")
    stage.tab_to("East")
    stage.press(Key.Key_Space, Key.Key_Down)
    stage.settle()
    assert sees(stage, "LADO, West")
    assert not sees(stage, "LADO, East")
