# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a screen that nobody touches is hidden, locked or cleared, and how long a wrong passphrase makes one wait.

Pure: seconds in, what to do out (ux.md Y1, Y2, S1; architecture.md decision 8).
"""

from dataclasses import dataclass
from enum import StrEnum

HIDE_AFTER = 3 * 60
LOCK_AFTER = 5 * 60
WARN_BEFORE_CLEARING = 8 * 60
CLEAR_AFTER = 10 * 60
_FREE_TRIES = 5
_FIRST_WAIT = 10
_LONGEST_WAIT = 15 * 60


class Idle(StrEnum):
    """What to do with the screen."""

    NOTHING = "nothing"
    HIDE = "hide"
    LOCK = "lock"
    WARN = "warn"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Watch:
    """How a screen is watched: a member's is hidden, then locked; a walk-up's words are warned of, then cleared.

    `hide_after` and `lock_after` are seconds.
    """

    is_signed_in: bool
    has_words: bool
    hide_after: int = HIDE_AFTER
    lock_after: int = LOCK_AFTER

    def after(self, seconds: float) -> Idle:
        """Say what to do when nobody has touched anything for so many seconds."""
        if self.is_signed_in:
            if seconds >= self.lock_after:
                return Idle.LOCK
            return Idle.HIDE if seconds >= self.hide_after else Idle.NOTHING
        if not self.has_words:
            return Idle.NOTHING
        if seconds >= CLEAR_AFTER:
            return Idle.CLEAR
        if seconds >= WARN_BEFORE_CLEARING:
            return Idle.WARN
        return Idle.HIDE if seconds >= self.hide_after else Idle.NOTHING


def wait_after(wrong: int) -> int:
    """The seconds to wait after so many wrong passphrases in a row: none up to five, then ten, growing by half."""
    if wrong < _FREE_TRIES:
        return 0
    times = min(wrong - _FREE_TRIES, 20)
    return min(_LONGEST_WAIT, round(_FIRST_WAIT * 1.5**times))
