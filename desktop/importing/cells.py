# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One cell of somebody else's table, made fit to keep, or refused."""

import re
import unicodedata

from desktop.importing.refusals import Reason

LONGEST = 100
"""Characters in one cell that is kept: names, jobs and rooms are short."""

_FORMULA_SIGNS = frozenset("=+-@\t\r")
_LOST = "\ufffd"  # what a program writes for a letter that it could not read
_LINE_BREAKS = re.compile(r"\r\n|\r|\n")


def clean(raw: str, longest: int = LONGEST) -> str | Reason:
    """Take a cell as it stands in the file; return it in one line with single spaces, or why it cannot be kept.

    A cell that a spreadsheet would run as a formula is refused, not repaired: our own exports are opened in one.
    """
    if not raw.strip():
        return ""
    if raw[0] in _FORMULA_SIGNS or unicodedata.normalize("NFKC", raw.lstrip()[0])[0] in _FORMULA_SIGNS:
        return Reason.FORMULA
    line = raw
    if not (raw.isascii() and raw.isprintable()):  # nearly every cell is, and a log has a million of them
        line = unicodedata.normalize("NFC", _LINE_BREAKS.sub(" ", raw.rstrip()))
        if any(_is_unseen(character) for character in line):
            return Reason.CONTROL_CHARACTER
        if _LOST in line:
            return Reason.LOST_LETTER
    kept = " ".join(line.split())
    return kept if len(kept) <= longest else Reason.TOO_LONG


def parts(cell: str) -> tuple[str, ...]:
    """What stands in a cell, divided by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def heading(raw: str) -> str:
    """A heading of the file, fit to be shown: one short line in which everything can be seen."""
    seen = "".join(" " if _is_unseen(character) or character.isspace() else character for character in raw)
    return " ".join(seen.split())[:LONGEST]


def _is_unseen(character: str) -> bool:
    """Control, format (also right-to-left override), surrogate, private and unassigned characters."""
    return unicodedata.category(character).startswith("C")
