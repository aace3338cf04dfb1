# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files that an export is made of: each is made when it is asked for, so that only one has to be in memory."""

from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from desktop.documents.look import Printed
from desktop.exports.json_text import json_text
from desktop.exports.order import Format
from desktop.exports.tables import Dossier, plain
from desktop.exports.xlsx import workbook
from desktop.registers.csv_text import csv_text
from desktop.ticking import Tick, part


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A file: its name, what it is in words, its content, and how many pages it has (0: none)."""

    name: str
    about: str
    content: bytes
    pages: int = 0


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What pieces are made from: what prints it, what makes its tables, what is said of it, and when (aware)."""

    name: str
    about: str
    printed: Callable[[Tick], Printed]
    dossier: Callable[[], Dossier]
    said: dict[str, object]
    made_at: datetime


def pieces(source: Source, formats: tuple[Format, ...], tick: Tick) -> Iterator[Piece]:
    """Make the files of these formats."""
    for number, each in enumerate(formats):
        here = part(tick, number, len(formats))
        here(0)
        match each:
            case Format.PDF:
                printed = source.printed(here)
                yield _piece(source, "", Format.PDF, printed.content, printed.pages)
            case Format.XLSX:
                made = source.dossier()
                yield _piece(source, "", Format.XLSX, workbook(made.title, source.made_at, made.tables))
            case Format.JSON:
                made = source.dossier()
                text = json_text(made.name, source.made_at, source.said, made.tables)
                yield _piece(source, "", Format.JSON, text.encode())
            case Format.CSV:
                yield from _csv(source)


def _csv(source: Source) -> Iterator[Piece]:
    tables = source.dossier().tables
    for table in tables:
        heads = [column.title for column in table.columns]
        text = csv_text(heads, ([plain(value) for value in row] for row in table.rows))
        further = f"-{table.name}" if len(tables) > 1 else ""
        yield _piece(source, further, Format.CSV, text.encode())


def _piece(source: Source, further: str, kind: Format, content: bytes, pages: int = 0) -> Piece:
    name = f"{source.name}{further}.{kind.value}"
    return Piece(name=name, about=source.about, content=content, pages=pages)
