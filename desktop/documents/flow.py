# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a document is written with: sections, headings, people's words, facts, tables and lists, in order and tagged.

Whatever is long goes on over the page: nothing that a person wrote is kept in a box that has to fit a page.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, groupby

from reportlab.lib.colors import Color
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
    TableStyle,
)

from desktop.documents.bars import Bar, BarLine
from desktop.documents.fitting import fit_columns, fit_line, fit_together, fit_words
from desktop.documents.rooms import Room, settle
from desktop.documents.ruled import Rule, RuledTable, Sunk
from desktop.documents.styles import Style, ink, styles
from desktop.documents.tags import Element
from desktop.documents.text import Bookmark, Part, Typesetter, Words

_Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[float | Color, ...]]

COVER, PAGE = "cover", "page"
"""The two kinds of page."""

LONGEST_IN_A_TABLE = 300
"""Characters; what is longer stands by itself, across the whole page."""

# The room, in points, that a heading wants below itself, so that it never stands alone at the foot of a page.
_ROOM_FOR_SECTION = 205
_ROOM_FOR_HEADING = 125
_ROOM_FOR_QUOTE = 64
_LETTERS_TO_A_POINT = 3
"""How many letters of a long name in a heading take a point of its height, there and in the line below it."""

_LABEL_WIDTH = 0.27
_BAR_SHARES = (0.4, 0.6)
_BAR_WORDS = 80
"""How much of a bar’s line, in points, its words have."""
_PAGE_SHARES = (0.9, 0.1)
_FIGURE_SHARES = (0.72, 0.28)
_TILE_ROOM, _BOX_ROOM = 9, 14
"""The room around what stands in a tile, and in a box, in points."""
_LEAST_TILES = 3
"""So many have room side by side, however few there are."""
_ABOVE_FOOT = 8
_CELL_TOP, _CELL_FOOT = 3.5, 4.5
_CELL_RIGHT = 8


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is to be said under it; `is_quoted` when those are somebody's own words."""

    label: str
    value: str
    is_quoted: bool = False

    @property
    def is_long(self) -> bool:
        """Say whether it needs the whole page's width: a narrative, or several lines."""
        return len(self.value) > LONGEST_IN_A_TABLE or "\n" in self.value


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a minor one is printed small."""

    cells: tuple[str, ...]
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: headings, the share of the width that each column takes, rows, and which columns hold codes."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: Sequence[Row]
    codes: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Widths:
    """How long a line is, in points, on the cover and on the pages after it."""

    cover: float
    page: float


class Flow:
    """A document being written. `pages` says on which page each section begins, once that is known."""

    def __init__(self, setter: Typesetter, root: Element, widths: Widths, pages: Mapping[str, int]) -> None:
        """Take who sets the type, where the structure hangs, and how long a line is on the cover and after it."""
        self.setter = setter
        self.pages = pages
        self.story: list[Flowable] = []
        self._root = root
        self._here = root
        self._widths = widths
        self._width = widths.cover
        self._styles = styles()
        self._parts = count(1)

    def title(self, text: str, style: Style) -> None:
        """The document's title."""
        self._add(text, style, Part(self._here.add("H1")))

    def line(self, text: str, style: Style) -> None:
        """A paragraph in any style."""
        self._add(text, style, Part(self._here.add("P")))

    def section(self, title: str, key: str, first: str = "") -> None:
        """Begin a section, which the outline names; `first` is the heading that comes at once below, if one does."""
        self._here = self._root.add("Sect")
        self.story.append(Room(_ROOM_FOR_SECTION + len(first) / _LETTERS_TO_A_POINT, self._width))
        self._add(title, self._styles.section, Part(self._here.add("H2"), Bookmark(title, 0, key)))

    def heading(self, text: str, key: str = "") -> None:
        """A heading inside a section, which the outline names where it has a key."""
        self.story.append(Room(_ROOM_FOR_HEADING, self._width))
        bookmark = Bookmark(text, 1, key) if key else None
        self._add(text, self._styles.heading, Part(self._here.add("H3"), bookmark))

    def part(self, text: str, style: Style | None = None) -> None:
        """A heading of a document that has no sections: the outline names it as one."""
        self.story.append(Room(_ROOM_FOR_HEADING, self._width))
        bookmark = Bookmark(text, 0, f"part {next(self._parts)}")
        self._add(text, style or self._styles.heading, Part(self._here.add("H3"), bookmark))

    def numbered(self, text: str, bookmark: Bookmark) -> None:
        """A paragraph of ours that begins with its number and has no heading; the outline names it."""
        if bookmark.level == 0:
            self._here = self._root.add("Sect")
        self._add(text, self._styles.body, Part(self._here.add("P"), bookmark))

    def entry(self, text: str, key: str) -> None:
        """The heading of an entry, under a rule; the outline names it."""
        room = _ROOM_FOR_HEADING + len(text) / _LETTERS_TO_A_POINT
        self.story += [Room(room, self._width), Rule(before=10, after=6)]
        self._add(text, self._styles.entry, Part(self._here.add("H3"), Bookmark(text, 1, key)))

    def contents(self, lines: Iterable[tuple[str, int]]) -> None:
        """The document's sections, each with its page."""
        self._at_the_edge(((title, str(page)) for title, page in lines), self._styles.value_right, _PAGE_SHARES)

    def body(self, text: str) -> None:
        """A paragraph of ours."""
        self.line(text, self._styles.body)

    def aside(self, text: str) -> None:
        """A small paragraph that begins something of its own, under a rule."""
        self.story += [Room(_ROOM_FOR_QUOTE, self._width), Rule(before=8, after=6)]
        self.line(text, self._styles.minor)

    def remark(self, text: str) -> None:
        """A sentence that must not be missed."""
        self.line(text, self._styles.remark)

    def minor(self, text: str) -> None:
        """A small paragraph of ours."""
        self.line(text, self._styles.minor)

    def quote(self, label: str, text: str) -> None:
        """Somebody's own words in full, beside a bar, and under a label where there is one."""
        if label:
            self._label(label)
        element = self._here.add("BlockQuote").add("P")
        self._add(text, self._styles.narrative, Part(element, is_quoted=True))

    def bullets(self, items: Iterable[str]) -> None:
        """A list."""
        listed = self._here.add("L")
        for item in items:
            body = listed.add("LI").add("LBody")
            self.story.append(self.setter.para(item, self._styles.bullet, Part(body), bullet="•"))

    def facts(self, facts: Iterable[Fact]) -> None:
        """Labels with their values, in order: short ones in a table, long ones by themselves."""
        for is_long, run in groupby(facts, lambda fact: fact.is_long):
            if is_long:
                for fact in run:
                    self._long_fact(fact)
            else:
                self._fact_table(list(run))

    def table(self, grid: Grid) -> None:
        """A table with headings, which come again on every page that it goes on to."""
        element = self._here.add("Table")
        heads = element.add("TR")
        cells = [[self._head(text, heads) for text in grid.heads]]
        cells += [self._row(row, element.add("TR"), grid.codes) for row in grid.rows]
        ruled = [
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, ink().rule),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, ink().faint_rule),
        ]
        self._add_table(cells, grid.shares, ruled, repeated=1)

    def figures(self, figures: Iterable[tuple[str, str]]) -> None:
        """Figures under each other, each at the right of what it is."""
        self._at_the_edge(figures, self._styles.figure, _FIGURE_SHARES)

    def bars(self, bars: Iterable[Bar]) -> None:
        """Figures with a bar each: a table of labels and words for whoever listens."""
        element = self._here.add("Table")
        cells: list[list[Flowable]] = []
        for bar in bars:
            row = element.add("TR")
            label = self.setter.para(bar.label, self._styles.cell, Part(row.add("TH", "Row")))
            words = self.setter.para(bar.words, self._styles.label, Part(row.add("TD")))
            cells.append([label, BarLine(bar, words, _BAR_WORDS)])
        if cells:
            self._add_table(cells, _BAR_SHARES, [], repeated=0)

    def tiles(self, tiles: Sequence[tuple[str, str, str]]) -> None:
        """The figures that matter most, side by side: each large, what it is, and a small remark."""
        share = self._width / max(len(tiles), _LEAST_TILES)
        looks = (self._styles.tile, self._styles.label, self._styles.minor)
        cells = self._columns(tiles, looks)
        fit_together([cell[0] for cell in cells], share - 2 * _TILE_ROOM)
        ruled = [(name, (0, 0), (-1, -1), 0.6, ink().faint_rule) for name in ("BOX", "INNERGRID")]
        self.story.append(self._side_by_side(cells, share, _TILE_ROOM, ruled))

    def foot_of_page(self, columns: Sequence[tuple[str, str]], remark: str) -> None:
        """Labels with their values side by side under a rule, and a small remark, at the foot of this page."""
        cells = self._columns(columns, (self._styles.minor, self._styles.label))
        side = self._side_by_side(cells, self._width / max(len(cells), 1), 0, [])
        words = self.setter.para(remark, self._styles.minor, Part(self._here.add("P")))
        self.story.append(Sunk([Rule(before=0, after=10), side, words, Spacer(0, _ABOVE_FOOT)]))

    def callout(self, title: str, key: str, items: Iterable[str]) -> None:
        """A list under a title, which the outline names, set apart in a box."""
        look, heading = self._styles, Part(self._here.add("H3"), Bookmark(title, 1, key))
        box: list[Flowable] = [self.setter.para(title, look.callout, heading)]
        listed = self._here.add("L")
        for item in items:
            body = Part(listed.add("LI").add("LBody"))
            box.append(self.setter.para(item, look.callout_bullet, body, bullet="•"))
        shade = [("BACKGROUND", (0, 0), (-1, -1), ink().soft)]
        self.story.append(self._side_by_side([box], self._width, _BOX_ROOM, shade))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep what is written here on one page; it has to be known to be short."""
        before, self.story = self.story, []
        yield
        kept = [each for each in self.story if not isinstance(each, Room)]
        self.story = [*before, KeepTogether(kept)]

    def rule(self) -> None:
        """A line across the page."""
        self.story.append(Rule(before=10, after=10))

    def space(self, points: float) -> None:
        """Leave some room."""
        self.story.append(Spacer(0, points))

    def leave_cover(self) -> None:
        """Go on on the first inner page; whatever the cover has no room for stands on pages like it."""
        self.story += [NextPageTemplate(PAGE), PageBreak()]
        self._width = self._widths.page

    def settled(self) -> list[Flowable]:
        """All that was written, once nothing more is to come."""
        settle(self.story)
        return self.story

    def _columns(self, texts: Sequence[Sequence[str]], looks: Sequence[Style]) -> list[list[Words]]:
        """What stands under each other in each of several columns, each text in its look; an empty one is left out."""
        parts = [Part(self._here.add("P")) for _ in texts]
        return [
            [self.setter.para(text, look, part) for text, look in zip(column, looks, strict=True) if text]
            for column, part in zip(texts, parts, strict=True)
        ]

    def _side_by_side(
        self, cells: Sequence[Sequence[Flowable]], width: float, room: float, ruled: Sequence[_Command]
    ) -> RuledTable:
        for words in (piece for cell in cells for piece in cell if isinstance(piece, Words)):
            fit_words(words, width - room - max(room, _CELL_RIGHT))
        style = self._look((room, room, max(room, _CELL_RIGHT), room), ruled)
        made = [[list(cell) for cell in cells]]
        return RuledTable(made, [width] * len(cells), style=style, hAlign="LEFT", spaceBefore=6, spaceAfter=8)

    def _add(self, text: str, style: Style, part: Part) -> None:
        words = self.setter.para(text, style, part)
        fit_line(words, self._width)
        self.story.append(words)

    def _label(self, label: str) -> None:
        self.story.append(Room(_ROOM_FOR_QUOTE, self._width))
        self.line(label, self._styles.label)

    def _long_fact(self, fact: Fact) -> None:
        if fact.is_quoted:
            self.quote(fact.label, fact.value)
        else:
            self._label(fact.label)
            self.body(fact.value)

    def _fact_table(self, facts: Sequence[Fact]) -> None:
        element = self._here.add("Table")
        cells = []
        for fact in facts:
            row = element.add("TR")
            label = self.setter.para(fact.label, self._styles.head, Part(row.add("TH", "Row")))
            style = self._styles.quoted if fact.is_quoted else self._styles.value
            cells.append([label, self.setter.para(fact.value, style, Part(row.add("TD"), is_quoted=fact.is_quoted))])
        ruled = [("LINEBELOW", (0, 0), (-1, -2), 0.4, ink().faint_rule)]
        self._add_table(cells, (_LABEL_WIDTH, 1 - _LABEL_WIDTH), ruled, repeated=0, is_labelled=True)

    def _at_the_edge(self, lines: Iterable[tuple[str, str]], style: Style, shares: Sequence[float]) -> None:
        """Values at the right edge, each on the line of what it is, with a line below as far as that reaches."""
        element = self._here.add("Table")
        cells = []
        for label, value in lines:
            row = element.add("TR")
            name = self.setter.para(label, self._styles.value, Part(row.add("TH", "Row")))
            cells.append([name, self.setter.para(value, style, Part(row.add("TD")))])
        line: _Command = ("LINEBELOW", (0, 0), (-1, -1), 0.4, ink().faint_rule)
        if cells:
            self._add_table(cells, shares, [line, ("RIGHTPADDING", (-1, 0), (-1, -1), 0)], repeated=0)

    def _head(self, text: str, row: Element) -> Words:
        return self.setter.para(text, self._styles.head, Part(row.add("TH", "Column"), repeats=True))

    def _row(self, row: Row, element: Element, codes: frozenset[int]) -> list[Words]:
        usual = self._styles.cell_quiet if row.is_minor else self._styles.cell
        looks = [self._styles.code if place in codes else usual for place in range(len(row.cells))]
        return [
            self.setter.para(text, look, Part(element.add("TD"))) for text, look in zip(row.cells, looks, strict=True)
        ]

    def _add_table(
        self,
        cells: Sequence[Sequence[Flowable]],
        shares: Sequence[float],
        ruled: Sequence[_Command],
        *,
        repeated: int,
        is_labelled: bool = False,
    ) -> None:
        # A small label stands on the same line as what is beside it.
        lowered = [("TOPPADDING", (0, 0), (0, -1), _CELL_TOP + 1.2)] if is_labelled else []
        widths = fit_columns(cells, [share * self._width for share in shares], _CELL_RIGHT)
        style = self._look((0, _CELL_TOP, _CELL_RIGHT, _CELL_FOOT), [*lowered, *ruled])
        made = RuledTable(
            [list(row) for row in cells], widths, style=style, repeatRows=repeated, hAlign="LEFT", spaceAfter=6
        )
        self.story.append(made)

    def _look(self, room: tuple[float, float, float, float], ruled: Sequence[_Command]) -> TableStyle:
        """Cells with this room at the left, above, at the right and below, and these lines."""
        whole, sides = ((0, 0), (-1, -1)), ("LEFT", "TOP", "RIGHT", "BOTTOM")
        padding = [(f"{side}PADDING", *whole, points) for side, points in zip(sides, room, strict=True)]
        # Every cell brings its own font; reportlab would name one that is not embedded.
        return TableStyle(
            [("FONTNAME", *whole, self._styles.cell.faces[0].name), ("VALIGN", *whole, "TOP"), *padding, *ruled]
        )
