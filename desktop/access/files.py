# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a copy: looked into for words that must not be in them, and attached to it where it has a password.

What a picture, a sound or the page of a PDF shows is not read here: whoever includes it has looked at it (security.md
3.13).
"""

import io
from collections.abc import Iterable, Mapping

from desktop.access.covering import places_of
from desktop.access.within import within
from desktop.exports.protecting import locked

_PLAIN = {"description": "", "mime_type": "application/octet-stream", "creation_date": "", "mod_date": ""}
"""What is said of an attached file: nothing."""
_LEAST = 5
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")


def holds_words(data: bytes, words: Iterable[str]) -> bool:
    """Say whether one of these words stands in a file, or in what is packed in it, in an encoding of text.

    In what is no text, short ones such as initials are not looked for: they stand in any picture by chance. In a text
    they count as whole words.
    """
    sought = tuple(words)
    return any(_holds(part, sought) for part in within(data))


def _holds(part: bytes, words: Iterable[str]) -> bool:
    is_text = _is_text(part)
    # A text of two bytes a letter may begin at any byte of a file.
    texts = [each.decode(encoding, errors="ignore") for each in (part, part[1:]) for encoding in _ENCODINGS]
    folded = [text.casefold() for text in texts]
    long, short = [word for word in words if len(word) >= _LEAST], [word for word in words if len(word) < _LEAST]
    return any(word.casefold() in text for word in long for text in folded) or (
        is_text and any(places_of(word, texts[0], is_exact=word.isupper()) for word in short)
    )


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def with_password(copy: bytes, files: Mapping[str, bytes], password: str) -> bytes:
    """The copy as a file that opens with this password only, with the other files attached to it by their names."""
    from pikepdf import AttachedFileSpec, Pdf

    made = io.BytesIO()
    with Pdf.open(io.BytesIO(copy)) as pdf:
        for name, data in files.items():
            pdf.attachments[name] = AttachedFileSpec(pdf, data, filename=name, **_PLAIN)
        pdf.save(made, encryption=locked(password))
    return made.getvalue()
