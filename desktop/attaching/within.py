# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is packed in a file: the parts of an office document, what an e-mail carries, the streams of a PDF.

No document is opened as one: bytes are unpacked, never more than a bound, and nothing in them is run or drawn.
"""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from email import message_from_bytes

from desktop.attaching.kinds import kind_of

MOST_UNPACKED = 60_000_000
"""Bytes that are unpacked of one file, all in all; a document that somebody wrote has less."""
_DEEPEST = 3
_ZIP, _PDF, _MAIL = b"PK\x03\x04", b"%PDF-", ".eml"
_TAG = re.compile(rb"<[^<>]*>")
_STREAM = re.compile(rb"stream\r?\n")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_SAID = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_NO_TEXT = b"\0"
"""Stands at the end of what is no text: short words are not looked for in it."""


def within(data: bytes, most: int = MOST_UNPACKED) -> Iterator[bytes]:
    """A file's own bytes, then whatever is packed in it, no more than `most` bytes of it."""
    yield from _Unpacking(most).within(data, 0)


class _Unpacking:
    """One look into a file; it knows how many bytes may still be unpacked."""

    def __init__(self, most: int) -> None:
        self._left = most

    def within(self, data: bytes, depth: int) -> Iterator[bytes]:
        """These bytes and what is packed in them."""
        yield data
        if depth == _DEEPEST or self._left <= 0:
            return
        if data.startswith(_ZIP):
            yield from self._zip(data, depth)
        elif data.startswith(_PDF):
            yield from self._pdf(data)
        elif kind_of(data).ending == _MAIL:
            for content in _carried(data):
                yield from self.within(content, depth + 1)

    def _zip(self, data: bytes, depth: int) -> Iterator[bytes]:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for part in archive.infolist():
                    with archive.open(part) as file:
                        content = file.read(max(self._left, 0))
                    self._left -= len(content)
                    yield from self._part(content, depth)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
            return

    def _part(self, content: bytes, depth: int) -> Iterator[bytes]:
        """A part, and what it says without its marks, which may cut a name in two."""
        if not content.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
            yield from self.within(content, depth + 1)
            return
        yield content + _NO_TEXT
        for between in (b"", b" "):
            yield html.unescape(_TAG.sub(between, content).decode(errors="ignore")).encode()

    def _pdf(self, data: bytes) -> Iterator[bytes]:
        """Each packed stream, and in it what is written as figures or in pieces."""
        yield from _strings(data)
        for mark in _STREAM.finditer(data):
            if self._left <= 0:
                return
            try:
                stream = zlib.decompressobj().decompress(data[mark.end() :], self._left)
            except zlib.error:
                continue
            self._left -= len(stream)
            yield stream + _NO_TEXT
            yield from _strings(stream)


def _carried(data: bytes) -> Iterator[bytes]:
    """What each part of an e-mail carries, without the form in which it travelled."""
    for part in message_from_bytes(data).walk():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield content


def _strings(stream: bytes) -> Iterator[bytes]:
    figures = (b"".join(match[1].split()) for match in _HEX.finditer(stream))
    yield b" ".join(bytes.fromhex(each[: len(each) // 2 * 2].decode()) for each in figures) + _NO_TEXT
    yield b"".join(match[1] for match in _SAID.finditer(stream)) + _NO_TEXT
