# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What holds of every document that leaves Candour, read back by a reader that is not ours (pdfium, and pypdf)."""

from functools import cache

import pypdfium2
import pytest

from tests.desktop.documents.kinds import FIRST, KINDS, SECOND
from tests.desktop.documents.reading import Document, squeezed

EDGE = 12
"""Points; nothing stands nearer to the edge of a page: no printer reaches there."""


@cache
def content(kind: str) -> bytes:
    """The file."""
    return KINDS[kind]().content


@cache
def document(kind: str) -> Document:
    """The file as pypdf reads it."""
    return Document(content(kind))


@cache
def pages(kind: str) -> tuple[str, ...]:
    """The text of each page, line by line, as pdfium reads it."""
    with pypdfium2.PdfDocument(content(kind)) as opened:
        return tuple(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in opened)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_has_a_title_a_language_and_a_structure(kind: str) -> None:
    read = document(kind)
    root = read.root
    assert read.properties["/Title"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en-GB", True)
    assert "/StructTreeRoot" in root


def test_a_document_of_several_pages_has_an_outline(kind: str) -> None:
    assert len(document(kind).pages) == 1 or document(kind).outline


def test_every_font_is_embedded_as_a_subset(kind: str) -> None:
    for font in document(kind).fonts:
        assert font["/BaseFont"][7] == "+"
        assert "/FontFile2" in font["/FontDescriptor"]


def test_no_text_stands_outside_the_page(kind: str) -> None:
    with pypdfium2.PdfDocument(content(kind)) as opened:
        for page in opened:
            wide, high = page.get_size()
            text = page.get_textpage()
            for left, bottom, right, top in map(text.get_rect, range(text.count_rects())):
                assert left >= EDGE and right <= wide - EDGE and bottom >= EDGE and top <= high - EDGE  # noqa: PT018


@pytest.mark.parametrize("half", [f"{FIRST}-", SECOND])
def test_no_name_is_broken_inside_a_word(kind: str, half: str) -> None:
    for page in document(kind).pages:
        assert page.count(half) == squeezed(page).count(half)


def test_no_heading_stands_alone_at_the_foot_of_a_page(kind: str) -> None:
    tree = document(kind).tree
    headings = {squeezed(node.words) for tag in ("H2", "H3") for node in tree.all(tag)}
    for page in pages(kind)[1:]:
        lines = [squeezed(line) for line in page.splitlines() if line.strip()]
        foot = next(at for at, line in enumerate(reversed(lines)) if "Page" in line)
        assert len(lines) > foot + 1
        assert not headings & set(lines[-foot - 2 : -foot - 1])


def test_what_is_markup_elsewhere_is_printed_as_it_was_typed() -> None:
    said = squeezed(" ".join(pages("case file")))
    assert "<b>neverclosed&amp;=1+1{name}turned[U+202E]round" in said
