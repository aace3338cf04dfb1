# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDF files that open with a password only: AES-256, revision 6 (ISO 32000-2), which every current reader opens.

reportlab itself offers RC4, which protects nothing, so pikepdf (qpdf) does it. A password is the recipient's to type on
a computer that we do not know: it has to be made of what every keyboard has, and readers prepare other letters in
different ways.
"""

import io
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from desktop.faults import DeskFault
from desktop.phrases import new_phrase
from storage.errors import KnownError

if TYPE_CHECKING:
    from pikepdf import Encryption

LEAST, MOST = 12, 120
"""Characters. The format takes 127 bytes."""

_WORDS = 5
_OWNER_BYTES = 32


def suggested(choose: Callable[[tuple[str, ...]], str] = secrets.choice) -> str:
    """A password of five words, easy to read out over the telephone."""
    return new_phrase(_WORDS, choose)


def check_password(password: str) -> None:
    """Refuse a password that may not open everywhere. Raises KnownError(EXPORT_PASSWORD)."""
    is_plain = password.isascii() and password.isprintable() and password == password.strip()
    if not (is_plain and LEAST <= len(password) <= MOST):
        raise KnownError(DeskFault.EXPORT_PASSWORD)


def locked(password: str) -> "Encryption":
    """How a file is encrypted: the whole of it, its attachments and its properties too.

    Whoever has the password may print and copy: a ban would be a wish, not a protection. Nobody knows the owner's one.
    """
    from pikepdf import Encryption

    return Encryption(user=password, owner=secrets.token_urlsafe(_OWNER_BYTES), R=6, aes=True, metadata=True)


def protect(content: bytes, file: BinaryIO, password: str) -> None:
    """Write a PDF file so that it opens with this password only."""
    from pikepdf import Pdf

    with Pdf.open(io.BytesIO(content)) as pdf:
        pdf.save(file, encryption=locked(password))
