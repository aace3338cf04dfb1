# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers that Word writes itself, which stand nowhere in a paragraph's text (ECMA-376 part 1, 17.9)."""

import re
from typing import TYPE_CHECKING, Any

from desktop.policies.files.word_styles import WordStyles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_BULLET = "bullet"


class WordNumbers:
    """Counts along a document, paragraph by paragraph, in order."""

    def __init__(self, word: "WordDocument", styles: WordStyles) -> None:
        """Read the document's lists; `styles` say which list a style belongs to."""
        self._styles = styles
        part = next((rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/numbering")), None)
        self._levels = _levels(part.element) if part is not None else {}
        self._counts: dict[str, list[int]] = {}

    def of(self, paragraph: "WordParagraph") -> str | None:
        """A paragraph's number as Word shows it; "" for a bullet, None where it has neither."""
        place = self._place(paragraph)
        if place is None or place[0] not in self._levels:
            return None
        numbered, level = place
        shape = self._levels[numbered].get(level)
        if shape is None:
            return None
        if shape[0] == _BULLET:
            return ""
        counts = self._counts.setdefault(numbered, [])
        del counts[level + 1 :]
        while len(counts) <= level:
            counts.append(self._start(numbered, len(counts)) - (len(counts) == level))
        counts[level] += 1
        return _PLACE.sub(lambda at: _count(counts, int(at[1]) - 1), shape[1]).strip()

    def _place(self, paragraph: "WordParagraph") -> tuple[str, int] | None:
        """Which list a paragraph belongs to and how deep, from itself or from its style."""
        own = paragraph._p.find(f"{_W}pPr/{_W}numPr")  # noqa: SLF001 - the element itself
        if own is None:
            own = self._styles.of(paragraph).numbers
        if own is None:
            return None
        number, level = own.find(f"{_W}numId"), own.find(f"{_W}ilvl")
        if number is None or _value(number) == "0":
            return None
        return _value(number), int(_value(level)) if level is not None else 0

    def _start(self, numbered: str, level: int) -> int:
        shape = self._levels[numbered].get(level)
        return shape[2] if shape else 1


def _count(counts: list[int], level: int) -> str:
    return str(counts[level]) if level < len(counts) else ""


def _levels(numbering: Any) -> dict[str, dict[int, tuple[str, str, int]]]:  # noqa: ANN401 - an element of lxml
    """Each list's levels: how they count, their text with %1 for the first count, where they start."""
    shapes = {
        _value(abstract, "abstractNumId"): {
            int(_value(level, "ilvl")): _shape(level) for level in abstract.findall(f"{_W}lvl")
        }
        for abstract in numbering.findall(f"{_W}abstractNum")
    }
    return {
        _value(number, "numId"): shapes.get(_value(number.find(f"{_W}abstractNumId")), {})
        for number in numbering.findall(f"{_W}num")
    }


def _shape(level: Any) -> tuple[str, str, int]:  # noqa: ANN401 - an element of lxml
    form, text, start = (level.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start"))
    return (
        _value(form) if form is not None else "decimal",
        _value(text) if text is not None else "",
        int(_value(start)) if start is not None else 1,
    )


def _value(element: Any, name: str = "val") -> str:  # noqa: ANN401 - an element of lxml
    return str(element.get(f"{_W}{name}") or "")
