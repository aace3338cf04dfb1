# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes every byte and every text out of a PDF that could hold words, in ways that know nothing of its maker.

The raw file; each object, stream (decompressed), string and name; what the pages show by the maps of their fonts,
letter by letter, however it is split; every letter that a font's map has; and what two other readers find.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from tests.desktop.documents.reading import Document

_MAPPED = re.compile(rb"<[0-9A-F]{2}> <([0-9A-F]{4,8})>")
_ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le", "cp1252", "latin-1")


def hits(content: bytes, words: str) -> list[str]:
    """Where these words stand in a PDF, in any form."""
    texts, streams = tuple(shown(content)), tuple(everything(content))
    return [f"shown: {words}" for text in texts if in_text(words, text)] + [
        f"bytes: {form!r}" for form in forms(words) for data in streams if form in data
    ]


def in_text(words: str, text: str) -> bool:
    """Say whether words stand in a text, spaces, line ends and hyphens aside, forwards or backwards."""
    plain, sought = _plain(text), _plain(words)
    return sought in plain or sought[::-1] in plain


def forms(words: str) -> Iterator[bytes]:
    """Words as bytes: in each encoding, as hex of it, forwards and backwards."""
    for said in (words, words[::-1]):
        for encoding in _ENCODINGS:
            data = said.encode(encoding, errors="ignore")
            if len(data) >= len(said):
                yield from (data, data.hex().encode(), data.hex().upper().encode())


def everything(content: bytes) -> Iterator[bytes]:
    """The file itself, and every stream, string and name in it as bytes."""
    yield content
    reader = PdfReader(io.BytesIO(content))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        yield from _bytes_of(reader.get_object(number))
    yield from _bytes_of(reader.trailer)
    yield from (f"{name}: {value}".encode() for name, value in (reader.metadata or {}).items())


def shown(content: bytes) -> Iterator[str]:
    """What the pages say: by the fonts' own maps, and as pypdf and PDFium read it; the outline; the structure."""
    document = Document(content)
    yield "".join(document.pages)
    yield document.words
    yield "".join(title for _, title in document.outline)
    yield from (page.extract_text() for page in document.reader.pages)
    with pypdfium2.PdfDocument(content) as pages:
        for page in pages:
            yield page.get_textpage().get_text_range()


def letters(content: bytes) -> frozenset[str]:
    """Every letter that the map of a font has: what was taken out must not have left its letters in a subset."""
    maps = (font["/ToUnicode"].get_object().get_data() for font in Document(content).fonts)
    codes = (to for cmap in maps for to in _MAPPED.findall(cmap))
    return frozenset(letter for to in codes for letter in bytes.fromhex(to.decode()).decode("utf-16-be"))


def _bytes_of(value: Any) -> Iterator[bytes]:
    match value:
        case StreamObject():
            yield value.get_data()
            yield from (each for item in value.items() for each in _bytes_of(list(item)))
        case DictionaryObject():
            yield from (each for item in value.items() for each in _bytes_of(list(item)))
        case ArrayObject() | list():
            yield from (each for item in value for each in _bytes_of(item))
        case TextStringObject() | NameObject():
            yield str(value).encode("utf-8", errors="surrogatepass")
        case ByteStringObject():
            yield bytes(value)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
