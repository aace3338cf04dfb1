# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the registers' page shows, as columns and rows of a table with a sentence about them. Pure."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from desktop.forms.summary import pounds
from desktop.registers.book import Book
from desktop.registers.declared import Register
from desktop.registers.listing import RegisterRow, State
from desktop.registers.publishing import PUBLISHED, published
from desktop.registers.returns import Return, Returned, counts
from desktop.registers.telling import COLUMNS, heads, words, year_words
from desktop.registers.totals import by_giver, by_year, is_from_us
from ui.registers.words import Said, say, say_count
from ui.theme.tokens import Tone
from ui.widgets.avatar import initials
from ui.widgets.lazy_rows import LazyRows
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.tag import TagLook

_SHARES = {
    "on": 5,
    "who": 5,
    "what": 6,
    "giver": 5,
    "worth": 3,
    "tie": 6,
    "whom": 5,
    "review": 5,
    "permission": 6,
    "until": 4,
    "form": 6,
    "state": 5,
    "reference": 3,
}
"""How much of the width each column takes."""

_WIDE_ONLY = frozenset({"reference"})
_WHOLE = frozenset({"on", "until", "worth", "state", "reference"})
_NAMES = frozenset({"who", "whom", "giver"})
_TONES: Mapping[State, Tone] = {
    State.WAITING: Tone.WARN,
    State.DUE: Tone.WARN,
    State.EXPIRED: Tone.WARN,
    State.APPROVED: Tone.OK,
    State.CURRENT: Tone.OK,
}
_ANSWERS = {Return.MISSING: Tone.WARN, Return.DECLARED: Tone.OK}


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A table and what is said above it."""

    columns: tuple[TableColumn, ...]
    rows: Sequence[TableRow]
    said: str


def rows_grid(book: Book, register: Register, rows: Sequence[RegisterRow], *, private: bool, narrow: bool) -> Grid:
    """The declarations themselves. A narrow page has no room for what only leads to them."""
    columns = COLUMNS[register]
    shown = [at for at, column in enumerate(columns) if not narrow or column not in _WIDE_ONLY]
    by_id = {row.row_id: row for row in rows}

    def fetch(ids: Sequence[str]) -> list[TableRow]:
        made = ((row_id, _cells(by_id[row_id], book.cells(by_id[row_id]), columns, private=private)) for row_id in ids)
        return [TableRow(row_id, tuple(cells[at] for at in shown)) for row_id, cells in made]

    return Grid(
        columns=tuple(
            TableColumn(
                columns[at],
                heads(register)[at],
                _SHARES[columns[at]],
                is_number=columns[at] == "worth",
                is_whole=columns[at] in _WHOLE,
            )
            for at in shown
        ),
        rows=LazyRows(tuple(by_id), fetch),
        said=" ".join(_said(register, rows)),
    )


def totals_grid(rows: Sequence[RegisterRow], *, private: bool) -> Grid:
    """What gifts add up to: school years, then givers."""
    made = [(f"year {each.year}", year_words(each.year), each.received) for each in by_year(rows)]
    made += [
        (f"giver {each.giver}", _name(each.giver, private=private) or words("short")["nobody"], each.total)
        for each in by_giver(rows)
    ]
    return Grid(
        columns=(
            TableColumn("giver", say(Said.GIVER), 6, is_sortable=False),
            TableColumn("count", say(Said.HOW_MANY), 2, is_number=True, is_sortable=False),
            TableColumn("pounds", say(Said.POUNDS), 2, is_number=True, is_sortable=False),
            TableColumn("unknown", say(Said.NO_WORTH), 2, is_number=True, is_sortable=False),
        ),
        rows=[
            TableRow(row_id, (Cell(name), Cell(f"{each.count:,}"), Cell(pounds(each.pence)), Cell(f"{each.unknown:,}")))
            for row_id, name, each in made
        ],
        said=" ".join(_worth(rows)),
    )


def returns_grid(book: Book, found: Sequence[Returned], year: int, *, private: bool) -> Grid:
    """Who has answered for a school year, those who have not first."""
    people = book.school.people
    missing = counts(found)[Return.MISSING]
    answered = say(Said.ANSWERED, answered=f"{len(found) - missing:,}", count=f"{len(found):,}", year=year_words(year))
    return Grid(
        columns=(
            TableColumn("person", say(Said.PERSON), 3, is_sortable=False),
            TableColumn("answer", say(Said.ANSWER), 3, is_sortable=False),
        ),
        rows=[
            TableRow(each.person_id, (Cell(_name(people[each.person_id].name, private=private)), _answer(each.answer)))
            for each in found
        ],
        said=answered,
    )


def published_grid(book: Book, rows: Sequence[RegisterRow], *, by_job: bool) -> Grid:
    """The gift register as the school may publish it."""
    return Grid(
        columns=tuple(
            TableColumn(column, words("heads")[column], _SHARES[column], is_number=column == "worth", is_sortable=False)
            for column in PUBLISHED
        ),
        rows=[
            TableRow(str(number), tuple(map(Cell, row)))
            for number, row in enumerate(published(rows, book.telling, by_job=by_job))
        ],
        said=say(Said.PUBLISH_NOTE),
    )


def _cells(row: RegisterRow, said: Sequence[str], columns: Sequence[str], *, private: bool) -> tuple[Cell, ...]:
    return tuple(
        Cell(tag=TagLook(words_, _TONES.get(row.state, Tone.NEUTRAL)))
        if column == "state"
        else Cell(_name(words_, private=private) if column in _NAMES else words_)
        for column, words_ in zip(columns, said, strict=True)
    )


def _answer(answer: Return) -> Cell:
    return Cell(tag=TagLook(words("returns")[answer], _ANSWERS.get(answer, Tone.NEUTRAL)))


def _name(name: str, *, private: bool) -> str:
    return initials(name) if private and name else name


def _said(register: Register, rows: Sequence[RegisterRow]) -> Iterator[str]:
    yield say_count(Said.COUNT_ONE, Said.COUNT, len(rows))
    if register is Register.GIFTS:
        yield from _worth(rows)
    due = sum(row.state is State.DUE for row in rows)
    if due:
        yield say_count(Said.DUE_ONE, Said.DUE, due)


def _worth(rows: Sequence[RegisterRow]) -> Iterator[str]:
    received = [row.declared.pence for row in rows if not is_from_us(row)]
    if not received:
        return
    yield say(Said.WORTH, pounds=pounds(sum(filter(None, received))))
    unknown = received.count(None)
    if unknown:
        yield say_count(Said.UNKNOWN_ONE, Said.UNKNOWN, unknown)
