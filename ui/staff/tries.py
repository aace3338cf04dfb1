# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long somebody has to wait who typed wrong words: for the whole program, not for a page that can be left."""

import math
from collections.abc import Callable

from desktop.idle import wait_after


class Tries:
    """Counts wrong words in a row. `clock` says seconds that only go on."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin with none."""
        self._clock = clock
        self._wrong = 0
        self._until = 0.0

    @property
    def seconds_left(self) -> int:
        """The whole seconds until the next try."""
        return max(0, math.ceil(self._until - self._clock()))

    def note_wrong(self) -> None:
        """Wrong words: the wait grows."""
        self._wrong += 1
        self._until = self._clock() + wait_after(self._wrong)

    def note_right(self) -> None:
        """Right ones: nobody waits any more."""
        self._wrong = 0
        self._until = 0.0
