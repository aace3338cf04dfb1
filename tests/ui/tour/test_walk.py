# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A walk goes on when what it waits for has come true, never before, and says what never came."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.tour.hands import NotFoundError
from ui.tour.walk import Step, Walk


class World:
    """What a walk looks at."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def steps(self) -> Iterator[Step]:
        yield Step("one", lambda: "one" in self.said)
        self.said.append("after one")
        yield Step("two", lambda: True, is_shown=True)
        self.said.append("after two")


@pytest.fixture
def world() -> World:
    return World()


def walk_through(qtbot: QtBot, walk: Walk) -> tuple[list[str], list[str]]:
    """Walk to the end. Returns what was shown and how it ended."""
    shown: list[str] = []
    ends: list[str] = []
    walk.shown.connect(shown.append)
    walk.ended.connect(ends.append)
    with qtbot.waitSignal(walk.ended):
        walk.begin()
    return shown, ends


def test_it_takes_every_step_and_shows_those_that_are_to_be_seen(qtbot: QtBot, world: World) -> None:
    world.said.append("one")
    assert walk_through(qtbot, Walk(world.steps(), lambda: False)) == (["two"], [""])
    assert world.said == ["one", "after one", "after two"]


def test_it_says_what_never_came_and_does_nothing_after_it(qtbot: QtBot, world: World) -> None:
    assert walk_through(qtbot, Walk(world.steps(), lambda: False, patience=0.1)) == ([], ["one"])
    assert world.said == []


def test_it_takes_no_step_while_something_is_worked_on(qtbot: QtBot, world: World) -> None:
    world.said.append("one")
    assert walk_through(qtbot, Walk(world.steps(), lambda: True, patience=0.1)) == ([], ["the first step"])
    assert world.said == ["one"]


def test_it_ends_when_something_cannot_be_reached(qtbot: QtBot) -> None:
    def steps() -> Iterator[Step]:
        yield Step("one", lambda: True)
        raise NotFoundError("Continue")

    assert walk_through(qtbot, Walk(steps(), lambda: False)) == ([], ["Continue"])


def test_a_picture_waits_until_it_has_stayed_true(qtbot: QtBot) -> None:
    answers = iter([True, False, *[True] * 10])

    def steps() -> Iterator[Step]:
        yield Step("seen", lambda: next(answers), is_shown=True)

    assert walk_through(qtbot, Walk(steps(), lambda: False)) == (["seen"], [""])
    assert len(list(answers)) == 6


def test_it_can_be_stopped_once(qtbot: QtBot, world: World) -> None:
    walk, ends = Walk(world.steps(), lambda: False), list[str]()
    walk.ended.connect(ends.append)
    walk.begin()
    walk.stop("broken")
    walk.stop("again")
    assert ends == ["broken"]
