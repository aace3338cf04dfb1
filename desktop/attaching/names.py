# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file may be called: a name that every system takes and that says what the file is."""

import unicodedata

NAME_MAX = 80
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PLAIN = "file"


def safe_name(given: str, ending: str, reserved: frozenset[str]) -> str:
    """Make a name of at most 80 characters from any text, ending with `ending`.

    Folders, controls, marks that turn the direction of writing, what file systems do not take, the names that Windows
    keeps for devices, dots and spaces at either end: all gone.
    """
    base = unicodedata.normalize("NFC", given.replace("\\", "/").rpartition("/")[2])
    seen = "".join(letter for letter in base if unicodedata.category(letter) not in _UNSEEN)
    stem = "".join(" " if letter in _NOT_IN_NAMES else letter for letter in seen)
    stem = " ".join(stem.split()).strip(". ")
    if stem.lower().endswith(ending):
        stem = stem[: -len(ending)]
    elif "." in stem:
        stem = _without_ending(stem)
    stem = stem[: NAME_MAX - len(ending)].strip(". ")
    if not stem or stem.partition(".")[0].strip().lower() in reserved:
        stem = f"{_PLAIN} {stem}".strip()
    return stem + ending


def _without_ending(stem: str) -> str:
    """Leave off an ending that belies the content; a dot further back belongs to the name."""
    before, _, ending = stem.rpartition(".")
    return before if 1 <= len(ending) <= 5 and ending.isalnum() else stem
