# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Any file that may hold a policy, told by its content: text, Markdown, Word or PDF. Nothing in it is ever run."""

import codecs
from collections.abc import Callable

from desktop.policies.faults import PolicyFault
from desktop.policies.files.blocks import Document
from desktop.policies.files.from_docx import read_docx
from desktop.policies.files.from_pdf import read_pdf
from desktop.policies.files.from_text import read_text
from storage.errors import KnownError

LARGEST = 20_000_000
"""Bytes of a file. A handbook of 500 pages has a few millions."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x7fELF", b"MZ", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def read_policy(data: bytes) -> Document:
    """Read a whole file into blocks. Raises KnownError with a PolicyFault; then nothing was taken in."""
    if len(data) > LARGEST:
        raise KnownError(PolicyFault.TOO_LARGE, limit_mb=LARGEST // 1_000_000)
    document = _reader(data)(data)
    if not any(block.words for block in document.blocks):
        raise KnownError(PolicyFault.EMPTY)
    return document


def _reader(data: bytes) -> Callable[[bytes], Document]:
    if data[:1024].lstrip(codecs.BOM_UTF8 + b"\r\n\t ").startswith(b"%PDF-"):
        return read_pdf
    if data.startswith(_ZIP):
        return read_docx
    if data.startswith(_OLE):
        raise KnownError(PolicyFault.OLD_WORD)
    if data.startswith(_OTHERS):
        raise KnownError(PolicyFault.UNKNOWN_KIND)
    return read_text
