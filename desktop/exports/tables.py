# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is exported, as tables of values: the same for a spreadsheet, for another program, and on paper. Pure.

Every value keeps its type, so that a day is a day and money is money wherever the format knows such things.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime

import msgspec

from desktop.clocks import LONDON, short_date_words, time_words
from desktop.forms.summary import pounds


class Pence(msgspec.Struct, frozen=True):
    """An amount of money, in pence."""

    amount: int


Value = str | int | bool | date | datetime | Pence | None
"""What stands in a cell. Moments are aware; None where nothing was said."""


class Column(msgspec.Struct, frozen=True):
    """A column: its name for programs, its title for people, and its share of a page's width (0: not on paper)."""

    name: str
    title: str
    share: float = 0


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under columns, with a name for programs and a title for people."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of one export: what it is, and its tables. `name` begins its files' names, and names nobody."""

    name: str
    title: str
    tables: tuple[Table, ...]


def shown(value: Value) -> str:
    """A value as people read it. Moments are told in London's time."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{short_date_words(value.astimezone(LONDON).date())}, {time_words(value)}"
        case date():
            return short_date_words(value)
        case Pence(amount):
            return pounds(amount)
        case _:
            return str(value)


def plain(value: Value) -> str:
    """A value as programs read it out of a text: ISO 8601 with its offset, money with two decimals and no sign."""
    match value:
        case datetime():
            return value.astimezone(LONDON).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case Pence(amount):
            return f"{amount / 100:.2f}"
        case _:
            return shown(value)


def reworded(tables: Iterable[Table], change: Callable[[str], str]) -> tuple[Table, ...]:
    """The same tables with every text in their rows put through `change`; titles are ours and stay."""
    return tuple(
        msgspec.structs.replace(
            table,
            rows=tuple(tuple(change(cell) if isinstance(cell, str) else cell for cell in row) for row in table.rows),
        )
        for table in tables
    )
