# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table out of the bytes of a file: which encoding, which separator, where the heading stands.

Takes a file as a school's system or a spreadsheet saves it: UTF-8 with or without a mark, UTF-16 with one, or
Windows-1252; commas, semicolons or tabs; any line ends; quoted cells; a title above the heading; blank lines.
Whatever the bytes are, only `KnownError` is raised. A row has the number that a spreadsheet would show.
"""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import msgspec

from desktop.importing.faults import ImportFault
from storage.errors import KnownError

MOST_COLUMNS = 64

_SEPARATORS = (",", ";", "\t")
_HEADING_WITHIN = 20
"""Rows in which the heading must stand: a system may print a title, a date and a filter above it."""

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # XLSX and ODS; XLS
_BYTE_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_UTF8_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")

Score = Callable[[Sequence[str]], int]
"""How many columns a row would name if it were the heading; 0 if it cannot be the heading."""


class Limits(msgspec.Struct, frozen=True):
    """How large a file may be, and how many rows it may have under its heading."""

    megabytes: int
    rows: int


STAFF_LIST = Limits(megabytes=5, rows=5_000)
OLD_LOG = Limits(megabytes=150, rows=250_000)
"""Twice what a trust of 5,000 adults writes in five years."""


class TableRow(msgspec.Struct, frozen=True):
    """One row under the heading that is not blank, with its number in the file, counted from 1."""

    number: int
    cells: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """The heading, where it stands, and the rows under it, as they stand in the file."""

    heading_row: int
    heading: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(data: bytes, score: Score, limits: Limits = STAFF_LIST, *, lost_letters: bool = False) -> Table:
    """Read a whole file whose heading `score` recognises. Raises KnownError with an `ImportFault`.

    A file that is in no encoding throughout is refused, unless `lost_letters`: then each letter that cannot be read
    becomes U+FFFD, for which `cells.clean` refuses the cell.
    """
    if len(data) > limits.megabytes * 1_000_000:
        raise KnownError(ImportFault.TOO_LARGE, limit_mb=limits.megabytes)
    if data.startswith((_ZIP, _OLD_OFFICE)):
        raise KnownError(ImportFault.SPREADSHEET)
    text = _decode(data, "replace" if lost_letters else "strict")
    if not text.strip():
        raise KnownError(ImportFault.EMPTY)
    if "\0" in text:
        raise KnownError(ImportFault.NOT_TEXT)
    separator, heading_row = _find_heading(text, score)
    rows = [row for row in _rows(text, separator) if row.number >= heading_row and any(map(str.strip, row.cells))]
    if any(len(row.cells) > MOST_COLUMNS for row in rows):
        raise KnownError(ImportFault.TOO_MANY_COLUMNS, limit=MOST_COLUMNS)
    if len(rows) - 1 > limits.rows:
        raise KnownError(ImportFault.TOO_MANY_ROWS, limit=limits.rows)
    return Table(rows[0].number, rows[0].cells, tuple(rows[1:]))


def _decode(data: bytes, on_lost: str) -> str:
    encoding = next((name for mark, name in _BYTE_MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        # A file with letters of both kinds was put together from two, or damaged: each reading spoils some names.
        if encoding == "utf-8" and not _UTF8_LETTER.search(data):
            encoding = "cp1252"
    try:
        return data.decode(encoding, on_lost)
    except UnicodeDecodeError as error:
        raise _undecodable(error, encoding) from None


def _undecodable(error: UnicodeDecodeError, encoding: str) -> KnownError:
    before = error.object[: error.start].decode(encoding, "ignore")
    return KnownError(ImportFault.UNDECODABLE, line=len(_LINE_BREAK.findall(before)) + 1)


def _find_heading(text: str, score: Score) -> tuple[str, int]:
    """The separator and the row whose cells name most columns."""
    tops = ((separator, row) for separator in _SEPARATORS for row in _top(text, separator))
    named = [(score(row.cells[:MOST_COLUMNS]), separator, row.number) for separator, row in tops]
    columns, separator, number = max(named, key=lambda candidate: candidate[0], default=(0, "", 0))
    if columns == 0:
        raise KnownError(ImportFault.NO_HEADER)
    return separator, number


def _top(text: str, separator: str) -> Iterator[TableRow]:
    """The first rows, as far as this separator can read them."""
    try:
        yield from islice(_rows(text, separator), _HEADING_WITHIN)
    except KnownError:
        return


def _rows(text: str, separator: str) -> Iterator[TableRow]:
    # Of the whole process, so never lowered: a cell that is too long is refused by itself, not with its whole file.
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            yield TableRow(number, tuple(cells))
    except csv.Error:
        raise KnownError(ImportFault.BROKEN_QUOTES, line=reader.line_num) from None
