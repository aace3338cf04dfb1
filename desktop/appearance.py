# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The look that somebody chose on this computer: kept beside the school's pin.

It says nothing about anybody: a scheme, a contrast, a text size, how high rows are.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from storage.files import write_whole

TEXT_SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""The text sizes that people may choose (ux.md 5.6); 1.0 is 100 %."""

_FILE = "appearance.json"


class Scheme(StrEnum):
    """The two colour schemes of tokens.json."""

    LIGHT = "light"
    DARK = "dark"


class Appearance(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody chose under Appearance. No scheme means: follow the system."""

    scheme: Scheme | None = None
    high_contrast: bool = False
    text_scale: Annotated[float, msgspec.Meta(ge=TEXT_SCALES[0], le=TEXT_SCALES[-1])] = TEXT_SCALES[0]
    compact_rows: bool = False


def load_appearance(home: Path) -> Appearance:
    """Read the look that was chosen here; one that cannot be read is the usual one."""
    try:
        return msgspec.json.decode((home / _FILE).read_bytes(), type=Appearance)
    except (OSError, msgspec.DecodeError):
        return Appearance()


def keep_appearance(home: Path, appearance: Appearance) -> None:
    """Keep a look for this computer. Raises KnownError(DISK_*). One that a power cut loses is chosen again."""
    write_whole(home / _FILE, msgspec.json.encode(appearance), flush=False)
