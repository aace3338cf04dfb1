# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A tagged PDF: what each piece of text is (heading, paragraph, table cell), in which order it is read.

reportlab draws pages and knows nothing of this, so the canvas here brackets what is drawn with marked content and
writes the structure tree at the end (ISO 32000-1, 14.6 to 14.8). Everything else on a page is an artifact.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

Scope = Literal["", "Row", "Column"]
"""Of what a table's cell is the heading, if it is one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of content: the page on which it stands, counted from 0, and its number there."""

    page: int
    number: int


@dataclass(slots=True)
class Element:
    """An element of the structure. `kids` are in reading order, whatever the order in which they are drawn."""

    tag: str
    scope: Scope = ""
    kids: "list[Element | Mark]" = field(default_factory=list)

    def add(self, tag: str, scope: Scope = "") -> "Element":
        """Put a new element at the end of this one."""
        child = Element(tag, scope)
        self.kids.append(child)
        return child

    @property
    def is_drawn(self) -> bool:
        """Say whether any content stands in it."""
        return any(isinstance(kid, Mark) or kid.is_drawn for kid in self.kids)


class TaggedCanvas(Canvas):
    """A canvas on which everything is either content of an element or an artifact."""

    # What reportlab's stubs leave out of a canvas: the page's operators, and the document.
    _code: list[str]
    _doc: Any

    def __init__(
        self,
        file: IO[bytes],
        *,
        root: Element,
        places: dict[str, int],
        date: str,
        **options: Any,  # noqa: ANN401 - reportlab's own, handed on as they are
    ) -> None:
        """Take where to write, the structure's root, where to note each bookmark's page, and the file's date."""
        self._root = root
        self._places = places
        self._marked: list[list[Element]] = [[]]
        super().__init__(file, **options)
        self.setDateFormatter(lambda *_the_computers: date)

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Draw content of an element."""
        here = self._marked[-1]
        element.kids.append(Mark(len(self._marked) - 1, len(here)))
        self._code.append(f"/{element.tag} <</MCID {len(here)}>> BDC")
        here.append(element)
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what is no content: a rule, a page's header."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def bookmark(self, title: str, level: int, key: str, height: float) -> None:
        """Put a line into the outline that leads here, to this height above the present origin."""
        self._places[key] = self.getPageNumber()
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(title, key, level)

    @override
    def showPage(self) -> None:
        super().showPage()
        page = self._doc.Pages.pages[-1]
        # reportlab writes only the keys that it lists.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
        page.StructParents = len(self._marked) - 1
        self._marked.append([])

    @override
    def save(self) -> None:
        if self._code:
            self.showPage()
        self._write_structure()
        super().save()

    def _write_structure(self) -> None:
        objects: dict[int, PDFDictionary] = {}
        root = self._reference(PDFDictionary({"Type": PDFName("StructTreeRoot")}))
        top = self._write(self._root, root, objects)
        pages = [PDFArray([self._reference(objects[id(each)]) for each in page]) for page in self._marked[:-1]]
        numbers = [item for number, page in enumerate(pages) for item in (number, self._reference(page))]
        tree = self._doc.idToObject[root.name]
        tree["K"] = top
        tree["ParentTree"] = self._reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(pages)
        self._doc.Catalog.StructTreeRoot = tree
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _write(
        self, element: Element, parent: PDFObjectReference, objects: dict[int, PDFDictionary]
    ) -> PDFObjectReference:
        written = objects[id(element)] = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent}
        )
        here = self._reference(written)
        if element.scope:
            written["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
        kids = [kid for kid in element.kids if isinstance(kid, Mark) or kid.is_drawn]
        written["K"] = PDFArray(
            [_mark(kid) if isinstance(kid, Mark) else self._write(kid, here, objects) for kid in kids]
        )
        return here

    def _reference(self, thing: PDFDictionary | PDFArray) -> PDFObjectReference:
        reference: PDFObjectReference = self._doc.Reference(thing)
        return reference


def tagged(canvas: object) -> TaggedCanvas:
    """The canvas on which something is drawn, as what it is: ours. TypeError for any other."""
    if not isinstance(canvas, TaggedCanvas):
        raise TypeError(canvas)
    return canvas


def _mark(mark: Mark) -> PDFDictionary:
    # reportlab names its pages by their number, from 1.
    page = PDFObjectReference(f"Page{mark.page + 1}")
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": mark.number})
