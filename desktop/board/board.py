# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The board: every open item of every case that a reader reads, exactly once, the most pressing first (ux.md R7; F22).

`board` is pure. `read_board` reads what is kept side by side of open cases, however many have closed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from desktop.board.colour import Colour, Colours, Why, done_since
from desktop.board.rows import places_since, read_parts
from desktop.cases.items import Item, ItemKind
from desktop.cases.rows import FOLLOWS, BoardRow
from desktop.clocks import WorkingCalendar, end_of_day, london_day
from desktop.duties.items import Apart, items_apart
from desktop.people import PersonId
from desktop.session import Session

_SUNDAY = 6


class When(StrEnum):
    """The groups of the board, from top to bottom. What nothing sets a time for stands under `LATER`, at its end."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    DONE = "done"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One item as the board shows it; without a case and a reference, where it belongs to no record."""

    case_id: str
    reference: str
    form: str
    about: tuple[str, ...]
    item: Item
    when: When
    colour: Colour
    why: Why

    @property
    def line_id(self) -> str:
        """Its name on the board."""
        return f"{self.case_id} {self.item.item_id}"


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """All lines in order, at the moment (aware UTC) at which they were worked out."""

    at: datetime
    lines: tuple[Line, ...] = ()

    @property
    def open(self) -> tuple[Line, ...]:
        """What is still to be done."""
        return tuple(line for line in self.lines if line.when is not When.DONE)

    def due_of(self, person: PersonId) -> tuple[Line, ...]:
        """What one person has to do today, or should have done before."""
        return tuple(
            line for line in self.lines if line.item.owner == person and line.when in {When.OVERDUE, When.TODAY}
        )

    def counts(self) -> Mapping[When, int]:
        """How many lines stand in each group."""
        return {when: sum(line.when is when for line in self.lines) for when in When}


def read_board(session: Session) -> Board:
    """Read everything that is open for this reader, and what was done lately."""
    return board_of(session, rows_since(session))


def rows_since(session: Session, day: date | None = None) -> list[BoardRow]:
    """What is open, and what was done or decided as long as the board shows it, or from an earlier day on."""
    shown = london_day(done_since(session.machine.now()))
    return read_parts(session.views.parts(*places_since(min(shown, day or shown))))


def board_of(session: Session, rows: Sequence[BoardRow]) -> Board:
    """The board of rows that have been read: at least those of `rows_since`."""
    now = session.machine.now()
    followed = {row.reference for row in rows if _renews(row) and session.views.tagged(f"{FOLLOWS} {row.reference}")}
    return board(rows, now, session.clocks.calendar, followed, items_apart(session))


def board(
    rows: Iterable[BoardRow],
    now: datetime,
    calendar: WorkingCalendar,
    followed: Collection[str] = (),
    apart: Iterable[Apart] = (),
) -> Board:
    """Put the items of all rows on the board, and those that belong to no record.

    `followed` are the declarations that others took the place of.
    """
    ends, colours = Ends.at(now), Colours.at(now, calendar)
    lines = [line for row in rows for line in _lines(row, ends, colours, is_followed=row.reference in followed)]
    lines += [_apart(each, ends, colours) for each in apart]
    return Board(at=now, lines=tuple(sorted(lines, key=_place)))


def _lines(row: BoardRow, ends: "Ends", colours: Colours, *, is_followed: bool) -> Iterator[Line]:
    ended = (item for item in row.ended if item.ended_at and item.ended_at >= ends.shown_since)
    for item in (*row.items, *ended):
        if is_followed and item.kind is ItemKind.RENEWAL:
            continue
        colour, why = colours.of(item)
        yield Line(
            case_id=row.case_id,
            reference=row.reference,
            form=row.form,
            about=row.about,
            item=item,
            when=ends.group(item),
            colour=colour,
            why=why,
        )


def _apart(each: Apart, ends: "Ends", colours: Colours) -> Line:
    colour, why = colours.of(each.item)
    return Line(
        case_id="",
        reference="",
        form="",
        about=each.about,
        item=each.item,
        when=ends.group(each.item),
        colour=colour,
        why=why,
    )


class Ends(msgspec.Struct, frozen=True, kw_only=True):
    """The moments at which the groups of a board end, worked out once for all of its lines."""

    now: datetime
    today: datetime
    week: datetime
    shown_since: datetime

    @classmethod
    def at(cls, now: datetime) -> "Ends":
        """Those of a board that is made at this (aware) moment."""
        today = london_day(now)
        sunday = today + timedelta(days=_SUNDAY - today.weekday())
        return cls(now=now, today=end_of_day(today), week=end_of_day(sunday), shown_since=done_since(now))

    def group(self, item: Item) -> When:
        """The group in which an item stands."""
        if item.ended_at is not None:
            return When.DONE
        if item.due is None:
            return When.LATER
        if item.due < self.now:
            return When.OVERDUE
        if item.due <= self.today:
            return When.TODAY
        return When.THIS_WEEK if item.due <= self.week else When.LATER


_ORDER = {when: number for number, when in enumerate(When)}


def _place(line: Line) -> tuple[int, bool, float, str]:
    """By group; inside it by when it is due, or what was done last first; what has no time comes last."""
    group = _ORDER[line.when]
    if line.item.ended_at is not None:
        return group, False, -line.item.ended_at.timestamp(), line.line_id
    due = line.item.due or line.item.since
    return group, line.item.due is None, due.timestamp(), line.line_id


def _renews(row: BoardRow) -> bool:
    return any(item.kind is ItemKind.RENEWAL for item in row.items)
