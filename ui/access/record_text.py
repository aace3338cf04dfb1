# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One record as a text with marks: what is covered, and what is not decided yet. Values only."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.access.covering import COVER, Span, merged
from desktop.access.gathered import Piece, Record
from desktop.access.weighing import Weighed
from ui.widgets.text_flow import utf16_length
from ui.widgets.visible_text import visible

_LIMIT = 100_000


class MarkKind(Enum):
    """What a mark says of its place."""

    COVERED = "covered"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text as the editor counts it (UTF-16 units; the end is excluded)."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text of a record, as it is shown, and its marks."""

    text: str
    marks: tuple[Mark, ...]


def marked_text(weighed: Weighed, record: Record, *, peeks: bool) -> MarkedText:
    """Write a record out with everything covered that is; `peeks` shows the covered words instead, marked as such."""
    parts, marks, at = [], [], 0
    for text, kind in _parts(weighed, record, peeks=peeks):
        shown = visible(text, _LIMIT)
        length = utf16_length(shown)
        if kind is not None:
            marks.append(Mark(at, at + length, kind))
        parts.append(shown)
        at += length
    return MarkedText("".join(parts), tuple(marks))


def _parts(weighed: Weighed, record: Record, *, peeks: bool) -> Iterator[tuple[str, MarkKind | None]]:
    covered, waiting = weighed.spans(), _waiting(weighed)
    for number, passage in enumerate(record.passages):
        if number:
            yield "\n\n", None
        for place, piece in enumerate((passage.heading, *passage.pieces)):
            if place:
                yield f"\n{piece.label}: " if piece.label else "\n", None
            yield from _piece(piece, merged(covered.get(piece.key, ())), waiting.get(piece.key, ()), peeks=peeks)


def _piece(
    piece: Piece, covered: tuple[Span, ...], waiting: tuple[Span, ...], *, peeks: bool
) -> Iterator[tuple[str, MarkKind | None]]:
    open_still = [span for span in waiting if not any(_overlap(span, each) for each in covered)]
    marked = [(span, MarkKind.COVERED) for span in covered] + [(span, MarkKind.OPEN) for span in merged(open_still)]
    at = 0
    for span, kind in sorted(marked, key=lambda each: each[0]):
        yield piece.text[at : span.start], None
        hides = kind is MarkKind.COVERED and not peeks
        yield COVER if hides else piece.text[span.start : span.end], kind
        at = span.end
    yield piece.text[at:], None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _waiting(weighed: Weighed) -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    for item in weighed.undecided:
        for place in item.places:
            found[place.key] = (*found.get(place.key, ()), place.span)
    return found
