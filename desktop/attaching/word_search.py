# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether words that must not leave stand in a file, or in what is packed in it.

What a picture, a sound or the page of a PDF shows is not read: whoever includes it has looked at it (security.md 3.13).
"""

import re
from collections.abc import Iterable

from desktop.attaching.within import within

_LEAST = 5
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")


def holds_words(data: bytes, words: Iterable[str]) -> bool:
    """Say whether one of these words stands in a file, or in what is packed in it, in an encoding of text.

    In what is no text, short ones such as initials are not looked for: they stand in any picture by chance. In a text
    they count as whole words, initials in capitals.
    """
    sought = tuple(words)
    return any(_holds(part, sought) for part in within(data))


def _holds(part: bytes, words: Iterable[str]) -> bool:
    # A text of two bytes a letter may begin at any byte of a file.
    texts = [each.decode(encoding, errors="ignore") for each in (part, part[1:]) for encoding in _ENCODINGS]
    folded = [text.casefold() for text in texts]
    long, short = [word for word in words if len(word) >= _LEAST], [word for word in words if len(word) < _LEAST]
    return any(word.casefold() in text for word in long for text in folded) or (
        _is_text(part) and any(_stands(word, texts[0]) for word in short)
    )


def _stands(word: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.NOFLAG if word.isupper() else re.IGNORECASE))


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False
