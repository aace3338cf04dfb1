# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the styles of a Word document say of their paragraphs, each style looked up once.

Looking a style up goes through all of them, and a long document has some ten thousand paragraphs.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph as WordParagraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADINGS = ("heading", "title")


class StyleFacts(NamedTuple):
    """Whether a style is a heading's, and the element that says which list it belongs to, its own or inherited."""

    is_heading: bool
    numbers: Any


class WordStyles:
    """The styles of one document."""

    def __init__(self) -> None:
        """Begin with none looked up."""
        self._known: dict[str | None, StyleFacts] = {}

    def of(self, paragraph: "WordParagraph") -> StyleFacts:
        """What a paragraph's style says."""
        name = paragraph._p.style  # noqa: SLF001 - the element itself
        if name not in self._known:
            self._known[name] = _facts(paragraph)
        return self._known[name]


def _facts(paragraph: "WordParagraph") -> StyleFacts:
    style = paragraph.style
    is_heading = bool(style and style.name and style.name.casefold().startswith(_HEADINGS))
    said = (each.element.find(f"{_W}pPr/{_W}numPr") for each in lineage(style))
    return StyleFacts(is_heading, next((numbers for numbers in said if numbers is not None), None))


def lineage(style: "BaseStyle | None") -> "Iterator[BaseStyle]":
    """A style, the one that it rests on, and so forth; each once, although a file may have them rest on each other."""
    seen = set[str]()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        yield style
        style = getattr(style, "base_style", None)
