# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""After how long this computer hides and locks a screen that nobody touches, and what it lets others at it see.

Chosen by people, kept without names.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from desktop.idle import HIDE_AFTER, LOCK_AFTER
from storage.files import write_whole

HIDE_MINUTES = (1, 2, 3, 5)
LOCK_MINUTES = (2, 5, 10, 15, 30)
"""What can be chosen. There is no "never": an unlocked vault at an empty desk is open to whoever passes."""

_FILE = "idle.json"
_MINUTE = 60


class Notice(StrEnum):
    """How a reviewer is told that something new arrived while Candour is out of sight (ux.md A5)."""

    WORDS = "words"
    TASK_BAR = "task-bar"
    NONE = "none"


class IdleLimits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Minutes until a screen is hidden, and until it is locked; what comes first is done first.

    `initials_first`: a reviewer's lists begin in privacy mode; `notice`: how they are told of something new (ux.md A5).
    """

    hide_minutes: Annotated[int, msgspec.Meta(ge=HIDE_MINUTES[0], le=HIDE_MINUTES[-1])] = HIDE_AFTER // _MINUTE
    lock_minutes: Annotated[int, msgspec.Meta(ge=LOCK_MINUTES[0], le=LOCK_MINUTES[-1])] = LOCK_AFTER // _MINUTE
    initials_first: bool = False
    notice: Notice = Notice.WORDS

    @property
    def hide_after(self) -> int:
        """The same in seconds."""
        return self.hide_minutes * _MINUTE

    @property
    def lock_after(self) -> int:
        """The same in seconds."""
        return self.lock_minutes * _MINUTE


class KeptLimits:
    """The limits of one computer; `home` is its folder. Limits that cannot be read are the usual ones."""

    def __init__(self, home: Path) -> None:
        self._file = home / _FILE
        self._now = _read(self._file)

    @property
    def now(self) -> IdleLimits:
        """What holds now."""
        return self._now

    def choose(self, limits: IdleLimits) -> None:
        """Have these hold from now on. Raises KnownError(DISK_*); then they hold until the program ends."""
        self._now = limits
        write_whole(self._file, msgspec.json.encode(limits))


def _read(file: Path) -> IdleLimits:
    try:
        return msgspec.json.decode(file.read_bytes(), type=IdleLimits)
    except (OSError, msgspec.DecodeError):
        return IdleLimits()
