# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages: A4, a cover and inner pages, and on each of them the classification, whose copy it is, and "page x of y".

The first page already says how many there are and where each section begins; so a document is set again until that is
so, mostly twice. The same values give the same bytes: the file's date is the document's own, never the computer's, and
nothing else in its properties tells anything.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import IO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from desktop.documents import fonts
from desktop.documents.fitting import cut_to, width_of
from desktop.documents.flow import COVER, PAGE, Flow, Widths
from desktop.documents.styles import Style, ink, styles
from desktop.documents.tags import Element, TaggedCanvas, tagged
from desktop.documents.text import Typesetter
from desktop.forms import fill
from desktop.ticking import Tick, part, unwatched

_MAKER = "Candour"
_WIDE, _HIGH = A4
_MARGIN = 22 * mm
_HEAD, _FOOT = 27 * mm, 32 * mm
_COVER_LEFT, _COVER_HEAD = 30 * mm, 26 * mm
_BAND = 5 * mm
_LOGO = 9 * mm
_USUAL_SETTINGS = 2
_MOST_NAME, _BETWEEN = 0.6, 0.02
"""How much of a page’s head the document’s name may have, beside the school’s, and the room between; as shares."""
_WIDTHS = Widths(cover=_WIDE - _COVER_LEFT - _MARGIN, page=_WIDE - 2 * _MARGIN)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page: the school, the document, its classification, whose copy it is, and the page.

    `made` says for whom, by whom and when; `number` numbers a page, with {page} and {pages}.
    """

    school: str
    name: str
    classification: str
    made: str
    number: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document: the file, its number of pages, and how many characters are printed as marks only."""

    content: bytes
    pages: int
    marks: int


Write = Callable[[Flow], None]


def print_document(title: str, at: datetime, running: Running, write: Write, tick: Tick = unwatched) -> Printed:
    """Print what `write` writes. `title` and `at` (aware) become the file's properties, so neither may name anybody."""
    known = _Known({}, 0)
    setting = _Setting(title, at, running, known)
    printed = setting.run(write, part(tick, 0, _USUAL_SETTINGS))
    # Only the contents depend on what is known, and the room they take does not: the third setting is the last.
    again = part(tick, 1, _USUAL_SETTINGS)
    while setting.found != known:
        known = setting.found
        setting = _Setting(title, at, running, known)
        printed = setting.run(write, again)
        again = partial(_all_but_done, tick)
    return printed


def _all_but_done(tick: Tick, _done: float) -> None:
    tick(1)


@dataclass(frozen=True, slots=True)
class _Known:
    """What only a setting of the whole document tells: the page of every bookmark, and how many pages there are."""

    places: Mapping[str, int]
    pages: int


class _Setting:
    """One setting of the whole document."""

    def __init__(self, title: str, at: datetime, running: Running, known: _Known) -> None:
        self.found = known
        self._title = title
        self._date = at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        self._running = running
        self._known = known

    def run(self, write: Write, tick: Tick) -> Printed:
        """Set everything in type, and remember on which page each section began."""
        file, root, setter = io.BytesIO(), Element("Document"), Typesetter()
        flow = Flow(setter, root, _WIDTHS, self._known.places)
        write(flow)
        document = self._document(file)
        document.setProgressCallBack(_Counter(tick))
        places: dict[str, int] = {}
        document.build(flow.settled(), canvasmaker=partial(TaggedCanvas, root=root, places=places, date=self._date))
        self.found = _Known(places, document.page)
        return Printed(content=file.getvalue(), pages=document.page, marks=setter.missing.total())

    def _document(self, file: IO[bytes]) -> BaseDocTemplate:
        document = BaseDocTemplate(
            file,
            pagesize=A4,
            title=self._title,
            author=_MAKER,
            creator=_MAKER,
            producer=_MAKER,
            subject="",
            lang="en-GB",
            displayDocTitle=True,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.plain()[0].name,
        )
        cover = Frame(_COVER_LEFT, _FOOT, _WIDTHS.cover, _HIGH - _FOOT - _COVER_HEAD - _LOGO, 0, 0, 0, 0)
        page = Frame(_MARGIN, _FOOT, _WIDTHS.page, _HIGH - _FOOT - _HEAD, 0, 0, 0, 0)
        document.addPageTemplates(
            [
                PageTemplate(COVER, [cover], onPage=self._draw_cover),
                PageTemplate(PAGE, [page], onPage=self._draw_page),
            ]
        )
        return document

    def _draw_cover(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        with tagged(canvas).artifact():
            _draw_mark(canvas)
        place = (_COVER_LEFT + _LOGO + 9, _HIGH - _COVER_HEAD + 10, _WIDTHS.cover - _LOGO - 9)
        _put(canvas, self._running.school, styles().school, place)
        self._draw_foot(canvas, _COVER_LEFT)

    def _draw_page(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        top, room = _HIGH - 15 * mm, _WIDTHS.page
        name = min(width_of(self._running.name, styles().running_right) / room, _MOST_NAME) + _BETWEEN
        school = cut_to(self._running.school, styles().running, room * (1 - name))
        _put(canvas, school, styles().running, (_MARGIN, top, room * (1 - name)))
        _put(canvas, self._running.name, styles().running_right, (_MARGIN + room * (1 - name), top, room * name))
        _rule(canvas, _MARGIN, top - 18)
        self._draw_foot(canvas, _MARGIN)

    def _draw_foot(self, canvas: Canvas, left: float) -> None:
        number = fill(self._running.number, {"page": str(canvas.getPageNumber()), "pages": str(self._known.pages)})
        top, room = _FOOT - 6 * mm, _WIDE - left - _MARGIN
        _rule(canvas, left, top + 2 * mm)
        below = top - _put(canvas, self._running.classification, styles().running_bold, (left, top, room * 0.7)) - 0.5
        _put(canvas, number, styles().running_right, (left + room * 0.7, top, room * 0.3))
        _put(canvas, self._running.made, styles().running, (left, below, room))


class _Counter:
    """Reads what reportlab tells of its progress: how many pieces there are, and which one it has come to."""

    def __init__(self, tick: Tick) -> None:
        self._tick = tick
        self._all = 1

    def __call__(self, what: str, number: int) -> None:
        if what == "SIZE_EST":
            self._all = max(number, 1)
        elif what == "PROGRESS":
            self._tick(min(number / self._all, 1))


def _put(canvas: Canvas, text: str, style: Style, where: tuple[float, float, float]) -> float:
    """Print a short text as an artifact, at this left and top and in this width. Returns how high it is."""
    left, top, width = where
    words = Typesetter().para(text, style)
    _, height = words.wrapOn(canvas, width, _HIGH)
    words.drawOn(canvas, left, top - height)
    return float(height)


def _rule(canvas: Canvas, left: float, height: float) -> None:
    with tagged(canvas).artifact():
        canvas.setStrokeColor(ink().faint_rule)
        canvas.setLineWidth(0.6)
        canvas.line(left, height, _WIDE - _MARGIN, height)


def _draw_mark(canvas: Canvas) -> None:
    """The band at the edge, and Candour's mark: an open ring around a point."""
    canvas.setFillColor(ink().mark)
    canvas.rect(0, 0, _BAND, _HIGH, stroke=0, fill=1)
    bottom = _HIGH - _COVER_HEAD - _LOGO / 2 + 2
    canvas.roundRect(_COVER_LEFT, bottom, _LOGO, _LOGO, 4, stroke=0, fill=1)
    middle, height, radius = _COVER_LEFT + _LOGO / 2, bottom + _LOGO / 2, _LOGO * 0.27
    canvas.setStrokeColorRGB(1, 1, 1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setLineWidth(2.6)
    canvas.setLineCap(1)
    canvas.arc(middle - radius, height - radius, middle + radius, height + radius, 40, 280)
    canvas.circle(middle, height, 1.5, stroke=0, fill=1)
