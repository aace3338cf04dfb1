# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Plain words set in lines of a true height, some of them bold or in another colour, without any mark-up.

Qt gives plain text no line height and would give bold words only to rich text, which can open files and shares. So the
labels and the painted rows lay out their words here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.theme.fonts import with_tabular_figures
from ui.theme.theme import Theme
from ui.widgets.visible_text import visible

_LINE_SEPARATOR = "\u2028"
_UNBOUNDED = 1_000_000.0
_STRONG = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words: bold or not, in the colour of a token or, without one, in the label's own."""

    text: str
    strong: bool = False
    colour: str = ""


Words = str | Sequence[Span]
"""What a label shows: a text, or spans of it."""


def plain_text(words: Words) -> str:
    """The text without its looks, as a screen reader says it."""
    return words if isinstance(words, str) else "".join(span.text for span in words)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words are set: a type role of the theme ("body"), a colour token, a limit of characters, and the rest."""

    role: str = "body"
    colour: str = "text.primary"
    limit: int = 2_000
    weight: int | None = None
    underline: bool = False
    tabular: bool = False
    centred: bool = False


class TextFlow:
    """Words broken into lines for one width. Make a new one when words, theme or width change.

    What goes beyond `max_lines` is cut with "…", and the last line then leaves `tail` pixels free.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        style: TextStyle,
        width: float | None = None,
        max_lines: int | None = None,
        tail: float = 0,
    ) -> None:
        self._theme = theme
        self._style = style
        self._font = _font(theme, style)
        self._pitch = theme.line(style.role)
        self._spans = _visible_spans(words, style.limit)
        self._width = _UNBOUNDED if width is None else max(1.0, width)
        self._layout = self._broken(self._spans)
        if max_lines is not None and self._layout.lineCount() > max_lines:
            self._layout = self._broken(self._elided(max_lines, self._width - tail))

    @property
    def height(self) -> int:
        """The height of all lines, in pixels."""
        return max(1, self._layout.lineCount()) * self._pitch

    @property
    def width(self) -> float:
        """The width of the longest line as broken, in pixels."""
        return max((line.naturalTextWidth() for line in self._lines()), default=0.0)

    @property
    def longest_word(self) -> float:
        """The least width that breaks no word, in pixels."""
        font = QFont(self._font)
        if any(span.strong for span in self._spans):
            font.setWeight(_STRONG)
        metrics = QFontMetricsF(font)
        # Qt's own answer is one letter, because words may break anywhere where there is no other way.
        return max((metrics.horizontalAdvance(word) for word in _joined(self._spans).split()), default=0.0)

    @property
    def end(self) -> QPointF:
        """Where the last line's words end: the place for something that follows in the same line (its top left)."""
        count = self._layout.lineCount()
        if not count:
            return QPointF(0, 0)
        return QPointF(self._layout.lineAt(count - 1).naturalTextWidth(), (count - 1) * self._pitch)

    @property
    def is_elided(self) -> bool:
        """Whether words were left out at the end."""
        return self._layout.text() != _joined(self._spans)

    def draw(self, painter: QPainter, at: QPointF, colour: str = "") -> None:
        """Paint the lines, the first one's top left at a point; another colour may stand in for the style's own."""
        painter.setPen(self._theme.colour(colour or self._style.colour))
        self._layout.draw(painter, at)

    def _broken(self, spans: Sequence[Span]) -> QTextLayout:
        layout = QTextLayout(_joined(spans), self._font)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if self._style.centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(spans))
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, number * self._pitch + (self._pitch - line.height()) / 2))
            number += 1
        layout.endLayout()
        return layout

    def _formats(self, spans: Sequence[Span]) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for span in spans:
            length = utf16_length(span.text)
            if span.strong or span.colour:
                formats.append(self._format(span, start, length))
            start += length
        return formats

    def _format(self, span: Span, start: int, length: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        if span.strong:
            look.setFontWeight(_STRONG)
        if span.colour:
            look.setForeground(self._theme.colour(span.colour))
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = start, length, look
        return piece

    def _elided(self, max_lines: int, width: float) -> list[Span]:
        """Cut the spans so that they fill `max_lines`, the last of them up to a width, and end with "…"."""
        start = self._layout.lineAt(max_lines - 1).textStart()
        text = _joined(self._spans)
        head = text.encode("utf-16-le")[: start * 2].decode("utf-16-le")
        rest = text[len(head) :].split(_LINE_SEPARATOR)[0]
        font = QFont(self._font)
        if any(span.strong for span in self._spans):
            font.setWeight(_STRONG)
        metrics = QFontMetricsF(font)
        tail = metrics.elidedText(f"{rest}…", Qt.TextElideMode.ElideRight, width)
        return _cut(self._spans, head, tail.rstrip(" .…") + "…")

    def _lines(self) -> list[QTextLine]:
        return [self._layout.lineAt(number) for number in range(self._layout.lineCount())]


def _font(theme: Theme, style: TextStyle) -> QFont:
    font = theme.font(style.role, style.weight)
    font.setUnderline(style.underline)
    return with_tabular_figures(font) if style.tabular else font


def draw_line(painter: QPainter, theme: Theme, words: Words, style: TextStyle, rect: QRectF) -> float:
    """Paint words on one line, centred in the height of a rectangle and cut with "…"; returns the width used."""
    flow = TextFlow(theme, words, style, rect.width(), max_lines=1)
    flow.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - flow.height) / 2))
    return flow.width


def _visible_spans(words: Words, limit: int) -> list[Span]:
    spans = [Span(words)] if isinstance(words, str) else words
    return [Span(_breaks(visible(span.text, limit)), span.strong, span.colour) for span in spans]


def _breaks(text: str) -> str:
    return text.replace("\n", _LINE_SEPARATOR)


def _joined(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)


def _cut(spans: Sequence[Span], head: str, tail: str) -> list[Span]:
    """Keep the looks of the spans for `head` and as much of `tail` as they reach."""
    wanted, cut, used = head + tail, list[Span](), 0
    for span in spans:
        piece = wanted[used : used + len(span.text)]
        cut.append(Span(piece, span.strong, span.colour))
        used += len(span.text)
    if used < len(wanted) and cut:
        last = cut.pop()
        cut.append(Span(last.text + wanted[used:], last.strong, last.colour))
    return cut


def utf16_length(text: str) -> int:
    """How long a text is as Qt counts it: a letter beyond the first 65,536 counts twice."""
    return len(text.encode("utf-16-le")) // 2
