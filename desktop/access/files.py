# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a copy: looked into for words that must not be in them, and attached to it where it has a password.

A picture, a sound or a packed document is not opened here: whoever includes it has looked at it (security.md 3.13).
"""

import io
from collections.abc import Iterable, Mapping

from desktop.exports.protecting import locked

_PLAIN = {"description": "", "mime_type": "application/octet-stream", "creation_date": "", "mod_date": ""}
"""What is said of an attached file: nothing."""
_LEAST = 5
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")


def holds_words(data: bytes, words: Iterable[str]) -> bool:
    """Say whether one of these words stands in a file's bytes, in an encoding of text and whatever its case.

    In what is no text, short ones such as initials are not looked for: they stand in any picture by chance.
    """
    least = 1 if _is_text(data) else _LEAST
    # A text of two bytes a letter may begin at any byte of a file.
    texts = [part.decode(encoding, errors="ignore").casefold() for part in (data, data[1:]) for encoding in _ENCODINGS]
    return any(word.casefold() in text for word in words if len(word) >= least for text in texts)


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
