# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads a finished PDF back: its structure, and what each element says, letter by letter as its fonts map them."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

_MAPPED = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,8})>")


@dataclass
class Node:
    """An element of the structure."""

    tag: str
    scope: str = ""
    pieces: list[str] = field(default_factory=list)
    kids: list["Node"] = field(default_factory=list)

    def all(self, tag: str) -> list["Node"]:
        """Every element of this tag from here down, in reading order."""
        here = [self] if self.tag == tag else []
        return here + [node for kid in self.kids for node in kid.all(tag)]

    @property
    def words(self) -> str:
        """All of its text, its kids' included."""
        return " ".join([*self.pieces, *(kid.words for kid in self.kids)])


class Document:
    """A PDF file."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content), strict=True)
        self._pages = [_Page(page, self.reader) for page in self.reader.pages]
        self._numbered = {page.number: page for page in self._pages}

    @cached_property
    def tree(self) -> Node:
        """The structure, from the top."""
        return self._node(self.root["/StructTreeRoot"]["/K"])

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"].get_object()

    @property
    def pages(self) -> list[str]:
        """What stands on each page, headers and footers included."""
        return [page.everything for page in self._pages]

    @property
    def words(self) -> str:
        """All that is content, in reading order."""
        return self.tree.words

    @property
    def fonts(self) -> list[Any]:
        """Every font of every page."""
        return [font.get_object() for page in self._pages for font in page.fonts.values()]

    @property
    def pictures(self) -> list[str]:
        """Every picture, and whatever else is drawn from outside a page."""
        return [name for page in self._pages for name in page.resources.get("/XObject", {})]

    @property
    def properties(self) -> dict[str, str]:
        """What the file says of itself."""
        return {name: str(value) for name, value in (self.reader.metadata or {}).items()}

    @property
    def outline(self) -> list[tuple[int, str]]:
        """The outline: how deep each line lies, and its words."""
        return list(_lines(self.reader.outline, 0))

    def _node(self, reference: Any) -> Node:
        element = reference.get_object()
        node = Node(element["/S"][1:], scope=str(element.get("/A", {}).get("/Scope", ""))[1:])
        for kid in element["/K"]:
            found = kid.get_object()
            if found["/Type"] == "/MCR":
                page = self._numbered[found.raw_get("/Pg").idnum]
                node.pieces.append(page.marked.get(found["/MCID"], ""))
            else:
                node.kids.append(self._node(found))
        return node


class _Page:
    """One page, read operator by operator."""

    def __init__(self, page: PageObject, reader: PdfReader) -> None:
        self.number = page.indirect_reference.idnum if page.indirect_reference else 0
        self.resources: Any = page.get("/Resources", {}).get_object()
        self.fonts: Any = self.resources["/Font"].get_object()
        self._maps = {name: _letters(font.get_object()) for name, font in self.fonts.items()}
        self.marked: dict[int, str] = {}
        said = []
        marks: list[int | None] = []
        font = ""
        operands: Any
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            match operator:
                case b"BDC":
                    marks.append(operands[1]["/MCID"])
                case b"BMC":
                    marks.append(None)
                case b"EMC":
                    marks.pop()
                case b"Tf":
                    font = operands[0]
                case b"Tj":
                    text = "".join(self._maps[font][byte] for byte in operands[0].original_bytes)
                    said.append(text)
                    mark = marks[-1]
                    if mark is not None:
                        self.marked[mark] = f"{self.marked.get(mark, '')} {text}".strip()
        assert marks == []
        self.everything = "\n".join(said)


def _letters(font: Any) -> dict[int, str]:
    cmap = font["/ToUnicode"].get_object().get_data()
    return {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in _MAPPED.findall(cmap)}


def squeezed(text: str) -> str:
    """A text without its spaces: where lines end is no part of what was written."""
    return "".join(text.split())


def _lines(outline: Any, depth: int) -> Iterator[tuple[int, str]]:
    for item in outline:
        if isinstance(item, list):
            yield from _lines(item, depth + 1)
        else:
            yield depth, str(item.title)
