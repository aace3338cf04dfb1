# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Telling how much of something long is done, by whoever does it, to whoever waits; who may want no more of it."""

from collections.abc import Callable

Tick = Callable[[float], None]
"""Told which part of the work is done, from 0 to 1. It raises where whoever waits wants no more, and the work ends."""


def unwatched(_done: float) -> None:
    """Let it go on: nobody is waiting who could want to stop it."""


def part(tick: Tick, at: int, of: int) -> Tick:
    """What is told of one of several parts, the first of which is number 0, is told of the whole."""

    def told(done: float) -> None:
        tick((at + done) / of)

    return told
