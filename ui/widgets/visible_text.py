# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes anything that somebody typed safe to look at (security.md 3.14).

Characters that hide, reorder or steer text are shown as marks such as [U+202E]; nothing is removed, and what is stored
stays untouched. Tooltips, which Qt would read as mark-up, are escaped.
"""

import html
import unicodedata

_JOINERS = "\u200c\u200d"
_KEPT = "\n\t"
# Invisible, although Unicode counts them as letters or accents.
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


def visible(text: str, limit: int) -> str:
    """Show hidden characters as marks, and cut what is longer than `limit` characters, ending it with "…".

    Line feeds and tabs stay; so do the joiners of Persian, Indic scripts and emoji, where they join something.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if cut.isprintable() and _BLANK_LETTERS.isdisjoint(cut):
        return cut
    return "".join(_shown(cut, at) for at in range(len(cut)))


def one_line(text: str) -> str:
    """Put text that may have line breaks or tabs on one line."""
    return " ".join(text.split())


def tooltip_markup(text: str) -> str:
    """Escape text for a tooltip, which Qt reads as rich text as soon as it looks like it."""
    return f"<p>{html.escape(text)}</p>"


def _shown(text: str, at: int) -> str:
    character = text[at]
    if character in _KEPT:
        return character
    if character in _JOINERS and _joins(text, at):
        return character
    if character in _BLANK_LETTERS or unicodedata.category(character) in _HIDDEN_CATEGORIES:
        return f"[U+{ord(character):04X}]"
    return character


def _joins(text: str, at: int) -> bool:
    neighbours = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(neighbours) == 2 and all(unicodedata.category(one)[0] in "LM" or _is_symbol(one) for one in neighbours)


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) in {"So", "Sk"}
