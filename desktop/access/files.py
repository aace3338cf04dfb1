# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks into a file for words that must not be in it, as far as that goes without taking the file for what it says.

A picture, a sound or a packed document is not opened here: whoever includes it has looked at it (security.md 3.13).
"""

from collections.abc import Iterable

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")


def holds_words(data: bytes, words: Iterable[str]) -> bool:
    """Say whether one of these words stands in a file's bytes, in an encoding of text and whatever its case."""
    texts = [data.decode(encoding, errors="ignore").casefold() for encoding in _ENCODINGS]
    return any(word.casefold() in text for word in words if word for text in texts)
