# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDF files, by PDFium: their text only. A page that is a picture has none, and Candour does not guess at pictures."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.policies.faults import PolicyFault
from desktop.policies.files.blocks import Block, Document, Look, Remark, tidy
from desktop.policies.numbers import starts_with_number
from storage.errors import KnownError

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PAGES = 600
_BY_PASSWORD = 4
_LETTERS_OF_A_PAGE = 20
_PAGE_NUMBER = re.compile(r"^(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$", re.IGNORECASE)
_ITEM = re.compile(r"^[•·▪◦‣\uf0b7\uf0a7-]\s*(?=\S)")
_ENDS = (".", ":", ";", "?", "!", "”", '"')
_EDGE = 2
_SHORT = 0.75


def read_pdf(data: bytes) -> Document:
    """Read each page's text. Raises KnownError: PROTECTED, DAMAGED, TOO_LONG, SCANNED."""
    pages = _pages(data)
    if sum(len(line) for page in pages for line in page) < _LETTERS_OF_A_PAGE * len(pages):
        raise KnownError(PolicyFault.SCANNED, pages=len(pages))
    again = _page_lines(pages)
    dropped = sum(line in again or bool(_PAGE_NUMBER.match(line)) for page in pages for line in page)
    blocks = [block for number, page in enumerate(pages, 1) for block in _paragraphs(page, number, again)]
    bare = len(pages) - len({block.page for block in blocks})
    found = ((Remark.BARE_PAGES, bare), (Remark.PAGE_LINES, dropped))
    return Document(tuple(blocks), tuple((remark, count) for remark, count in found if count))


def _pages(data: bytes) -> list[list[str]]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if len(pdf) > PAGES:
                raise KnownError(PolicyFault.TOO_LONG, limit=PAGES)
            return [[line for line in map(tidy, _text(page).splitlines()) if line] for page in pdf]
    except pypdfium2.PdfiumError as fault:
        protected = getattr(fault, "err_code", None) == _BY_PASSWORD
        raise KnownError(PolicyFault.PROTECTED if protected else PolicyFault.DAMAGED) from None


def _text(page: "PdfPage") -> str:
    return str(page.get_textpage().get_text_range())


def _page_lines(pages: list[list[str]]) -> frozenset[str]:
    """What stands at the top or the foot of most pages: headers and footers."""
    seen = Counter(line for page in pages for line in {*page[:_EDGE], *page[-_EDGE:]})
    return frozenset(line for line, times in seen.items() if len(pages) > 2 * _EDGE and times > len(pages) / 2)


def _paragraphs(page: list[str], number: int, again: frozenset[str]) -> Iterator[Block]:
    """Lines put together until a sentence or a short line ends, or a number or a bullet begins something new."""
    lines = [line for line in page if line not in again and not _PAGE_NUMBER.match(line)]
    short = _SHORT * max(map(len, lines), default=0)
    held: list[str] = []
    for line in lines:
        if held and (starts_with_number(line) or _ITEM.match(line)):
            yield _block(held, number)
            held = []
        held.append(line)
        if line.endswith(_ENDS) or len(line) < short:
            yield _block(held, number)
            held = []
    if held:
        yield _block(held, number)


def _block(lines: list[str], page: int) -> Block:
    words = " ".join(lines)
    item = _ITEM.match(words)
    return Block(words[item.end() :], Look.ITEM, page) if item else Block(words, Look.TEXT, page)
