# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one place where words become print. What anybody wrote is never read as markup, because nothing here reads any.

reportlab's paragraphs take XML: an unclosed "<b>" stops a whole document, and "<img src>" opens a file (security.md
3.15). So the pieces of a paragraph are handed over ready made, and its parser is never called. Characters that hide or
steer text, and those that no bundled font has, are printed as marks such as [U+202E] and counted; nothing is dropped.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from itertools import groupby

from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag
from typing_extensions import override

from desktop.documents.fonts import Face, is_hidden
from desktop.documents.styles import Style, ink
from desktop.documents.tags import Element, TaggedCanvas, tagged

_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
_SPACES = re.compile("(?<= ) |(?m:^) ")
_TOKENS = re.compile("(\n)|([ \u00a0]+)|([^ \u00a0\n]+)")
_NO_BREAK = "\u00a0"
_BAR_WIDTH = 1.5


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line in the document's outline: its title, how deep it lies, and a name that no other has."""

    title: str
    level: int
    key: str


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a paragraph plays: of which element it is the content, and which line of the outline leads to it.

    `repeats` when it is printed again on each page of a table; `is_quoted` when a bar sets it apart as somebody's own.
    """

    element: Element | None = None
    bookmark: Bookmark | None = None
    repeats: bool = False
    is_quoted: bool = False


class Words(Paragraph):
    """A paragraph that knows its part; both halves keep it when a page ends in between."""

    part = Part()

    @override
    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        halves = super().split(available_width, available_height)
        for number, half in enumerate(halves):
            if isinstance(half, Words):
                half.part = replace(self.part, bookmark=None) if number else self.part
        return halves

    @override
    def draw(self) -> None:
        canvas, part = tagged(self.canv), self.part
        if part.bookmark:
            canvas.bookmark(visible(part.bookmark.title), part.bookmark.level, part.bookmark.key, self.height)
        if part.is_quoted:
            with canvas.artifact():
                self._draw_bar(canvas)
        is_shown_again = part.repeats and part.element is not None and part.element.is_drawn
        element = None if is_shown_again else part.element
        with canvas.content(element) if element else canvas.artifact():
            super().draw()

    def _draw_bar(self, canvas: TaggedCanvas) -> None:
        canvas.setStrokeColor(ink().faint_rule)
        canvas.setLineWidth(_BAR_WIDTH)
        canvas.line(_BAR_WIDTH / 2, 0, _BAR_WIDTH / 2, self.height)


class Typesetter:
    """Sets words in type, and counts the characters that it could print as marks only.

    `hide` takes out of every text what is not to stand in the document, before anything is made of it.
    """

    hide: Callable[[str], str] | None = None

    def __init__(self) -> None:
        """Begin with nothing missing."""
        self.missing: Counter[str] = Counter()

    def para(self, text: str, style: Style, part: Part = Part(), bullet: str | None = None) -> Words:
        """Set a text as one paragraph, line breaks and spacing kept. `bullet` is ours, never a person's."""
        if self.hide is not None:
            text, part = self.hide(text), _hidden(part, self.hide)
        pieces = _joined(self._pieces(_even(text), style.faces))
        made = Words("", style.measures, bulletText=bullet, frags=[_fragment(style, *piece) for piece in pieces])
        made.part = part
        return made

    def _pieces(self, text: str, faces: tuple[Face, ...]) -> Iterator[tuple[Face | None, str]]:
        """Give each word the first font that has all of it; a word that none has whole is given piece by piece."""
        for line_end, space, word in _TOKENS.findall(text):
            whole = next((face for face in faces if face.characters.issuperset(word)), None)
            if line_end or space or whole:
                yield whole or faces[0], line_end or space or word
                continue
            for has, run in groupby(word, lambda character: _first_with(character, faces)):
                characters = "".join(run)
                if has is None:
                    self.missing.update(characters)
                    characters = mark(characters)
                yield has, characters


def line_end(fragment: ParaFrag) -> ParaFrag:
    """The end of a line, in the type of this fragment."""
    made = copy(fragment)
    made.text = ""
    made.lineBreak = True
    return made


def _hidden(part: Part, hide: Callable[[str], str]) -> Part:
    """The same part, with the same taken out of its line in the outline."""
    return replace(part, bookmark=replace(part.bookmark, title=hide(part.bookmark.title))) if part.bookmark else part


def mark(characters: str) -> str:
    """What is printed for characters that cannot be: their numbers, with the name of a symbol such as an emoji."""
    runs = ((each, len(list(run))) for each, run in groupby(characters))
    # The spaces let a line end inside a long mark.
    told = ", ".join(f"{character_code(each)}{_symbol_name(each)}{_times(count)}" for each, count in runs)
    return f"[{told}]"


def visible(text: str) -> str:
    """A text whose hidden characters are marks, for a place that has its own fonts: the outline of a document."""
    return "".join(mark(each) if is_hidden(each) else each for each in text)


def character_code(character: str) -> str:
    """A character's number in Unicode, as "U+202E"."""
    return f"U+{ord(character):04X}"


def character_name(character: str) -> str:
    """A character's name in Unicode, in small letters; empty for one that has none."""
    return unicodedata.name(character, "").lower()


def _symbol_name(character: str) -> str:
    name = character_name(character) if unicodedata.category(character).startswith("S") else ""
    return f" {name}" if name else ""


def _times(count: int) -> str:
    return f" ×{count}" if count > 1 else ""


def _first_with(character: str, faces: tuple[Face, ...]) -> Face | None:
    return next((face for face in faces if character in face.characters), None)


def _even(text: str) -> str:
    """One kind of line end and of space; every further space of a row is kept, as one that does not break."""
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " " * 4)
    spaced = "".join(" " if unicodedata.category(each) == "Zs" and each != _NO_BREAK else each for each in lines)
    return _SPACES.sub(_NO_BREAK, spaced)


def _joined(pieces: Iterable[tuple[Face | None, str]]) -> list[tuple[Face | None, str]]:
    """Join neighbours of one font, so that most paragraphs are one piece."""
    joined: list[tuple[Face | None, str]] = []
    for has, text in pieces:
        is_break = text == "\n"
        if joined and joined[-1][0] == has and not is_break and joined[-1][1] != "\n":
            joined[-1] = (has, joined[-1][1] + text)
        else:
            joined.append((has, text))
    return joined or [(None, "")]


def _fragment(style: Style, has: Face | None, text: str) -> ParaFrag:
    """One piece of a paragraph, with everything that reportlab's own parser would have said of it."""
    measures = style.measures
    fragment = ParaFrag(
        fontName=(has or style.faces[0]).name,
        fontSize=measures.fontSize,
        textColor=measures.textColor,
        bold=0,
        italic=0,
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
        text=text,
    )
    if text == "\n":
        return line_end(fragment)
    if has is None and text:
        fragment.backColor = ink().shade
    return fragment
