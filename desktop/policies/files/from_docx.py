# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Word files (.docx): paragraphs, numbers that Word makes by itself, and tables row by row. No macro is ever run.

A file whose changes are still tracked says two things at once, so it is refused until somebody has settled them.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.policies.faults import PolicyFault
from desktop.policies.files.blocks import Block, Document, Look, Remark, tidy
from desktop.policies.files.word_hidden import leave_out_hidden
from desktop.policies.files.word_numbers import WordNumbers
from desktop.policies.files.word_styles import WordStyles
from storage.errors import KnownError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph as WordParagraph
    from lxml.etree import _Element

UNPACKED = 200_000_000
XML = 30_000_000
"""Bytes of what is read as elements, each of which takes some twenty times its own room."""
PARTS = 5_000
PARAGRAPHS = 100_000
PAGES = 600
BOOKMARK = "_Candour_"
"""What a clause's id follows; Word hides bookmarks that begin with a line, and takes 40 characters."""
_MAIN = "word/document.xml"
_MEDIA = ("word/media/", "word/fonts/", "word/embeddings/", "docProps/")
_WRAPPERS = (("sdt", "sdtContent"), ("customXml", ""), ("smartTag", ""))
"""What may stand around paragraphs, rows and cells without being one: content controls, and marks of other programs."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


def read_docx(data: bytes) -> Document:
    """Read a Word file. Raises KnownError: UNKNOWN_KIND, MACROS, TOO_LARGE, TOO_LONG, TRACKED, DAMAGED."""
    try:
        return _read(data)
    except KnownError:
        raise
    except Exception:  # noqa: BLE001 - parsers of foreign files: whatever they stumble over, the file is damaged
        raise KnownError(PolicyFault.DAMAGED) from None


def _read(data: bytes) -> Document:
    import docx

    _check_parts(data)
    word = docx.Document(io.BytesIO(data))
    if sum(1 for _ in word.element.body.iter(_w("p"))) > PARAGRAPHS:
        raise KnownError(PolicyFault.TOO_LONG, limit=PAGES)
    changes = sum(1 for name in _TRACKED for _ in word.element.body.iter(_w(name)))
    if changes:
        raise KnownError(PolicyFault.TRACKED, changes=changes)
    body = word.element.body
    pictures = sum(1 for drawn in body.iter(_w("drawing")) if next(drawn.iter(_w("txbxContent")), None) is None)
    footnotes = sum(1 for name in ("footnoteReference", "endnoteReference") for _ in body.iter(_w(name)))
    _lay_bare(body)
    hidden = leave_out_hidden(word)
    blocks = tuple(_blocks(word))
    tables = sum(1 for _ in body.iter(_w("tbl")))
    found = (
        (Remark.TABLES, tables),
        (Remark.PICTURES, pictures),
        (Remark.FOOTNOTES, footnotes),
        (Remark.HIDDEN, hidden),
    )
    return Document(blocks, tuple((remark, count) for remark, count in found if count))


def _check_parts(data: bytes) -> None:
    """Look at what the archive says of itself before anything in it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    names = {part.filename for part in parts}
    if _MAIN not in names:
        raise KnownError(PolicyFault.UNKNOWN_KIND)
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise KnownError(PolicyFault.MACROS)
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise KnownError(PolicyFault.TOO_LARGE, limit_mb=UNPACKED // 1_000_000)
    if sum(part.file_size for part in parts if not part.filename.startswith(_MEDIA)) > XML:
        raise KnownError(PolicyFault.TOO_LONG, limit=PAGES)


def _lay_bare(body: "_Element") -> None:
    """Take away what stands around words and hides them from whoever reads paragraph by paragraph.

    Content controls and other wrappers go, text boxes come after the paragraph to which they are fixed, and of what is
    there twice, for older programs, the second goes.
    """
    for twice in list(body.iter(_FALLBACK)):
        _parent(twice).remove(twice)
    for name, inner in _WRAPPERS:
        for wrapper in list(body.iter(_w(name))):
            _put_in_place(wrapper, wrapper.findall(_w(inner)) if inner else [wrapper])
    for box in reversed(list(body.iter(_w("txbxContent")))):
        around = next(box.iterancestors(_w("p")))
        for part in reversed(list(box)):
            around.addnext(part)


def _put_in_place(wrapper: "_Element", holders: "list[_Element]") -> None:
    """Put what holders within a wrapper hold in the place of the wrapper."""
    for part in [part for holder in holders for part in holder]:
        wrapper.addprevious(part)
    _parent(wrapper).remove(wrapper)


def _parent(element: "_Element") -> "_Element":
    return next(element.iterancestors())


def _blocks(word: "WordDocument") -> Iterator[Block]:
    from docx.table import Table

    styles = WordStyles()
    numbers = WordNumbers(word, styles)
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        elif words := tidy(_text(part._p)):  # noqa: SLF001 - the element
            number = numbers.of(part)
            look = Look.ITEM if number == "" else Look.HEADING if styles.of(part).is_heading else Look.TEXT
            yield Block(f"{number} {words}" if number else words, look, clause_id=_clause_id(part))


def _text(paragraph: "_Element") -> str:
    """All its words, those in links and fields too: python-docx's own text leaves some out."""
    return "".join(
        node.text or "" if node.tag == _w("t") else " "
        for node in paragraph.iter(_w("t"), _w("tab"), _w("br"), _w("noBreakHyphen"))
    )


def _clause_id(paragraph: "WordParagraph") -> str:
    """The clause that a file which Candour wrote has here (desktop/policies/to_docx.py)."""
    names = (mark.get(_w("name")) or "" for mark in paragraph._p.iter(_w("bookmarkStart")))  # noqa: SLF001 - the element
    return next((name.removeprefix(BOOKMARK) for name in names if name.startswith(BOOKMARK)), "")


def _rows(table: "Table") -> Iterator[Block]:
    for row in table.rows:
        cells = list(dict.fromkeys(tidy(_words_in(cell)) for cell in row.cells))
        if any(cells):
            yield Block(" | ".join(cell for cell in cells if cell), Look.ROW)


def _words_in(cell: "_Cell") -> str:
    """Every word of a cell, with those of tables inside it."""
    return " ".join(map(_text, cell._tc.iter(_w("p"))))  # noqa: SLF001 - the element


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
