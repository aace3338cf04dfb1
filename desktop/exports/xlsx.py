# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables as a workbook: real days, numbers and money, no formula, no link, nothing hidden, nobody in its properties.

XlsxWriter makes formulas and links of texts unless told otherwise; what could be taken for one is also marked like in a
CSV file, because a table that is saved again as text must not come alive there (security.md 3.15).
"""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.clocks import LONDON
from desktop.exports.tables import Pence, Table, Value, plain, shown
from desktop.registers.csv_text import neutral

if TYPE_CHECKING:
    from xlsxwriter.format import Format as CellFormat
    from xlsxwriter.worksheet import Worksheet

MOST_LETTERS = 32_000
"""Characters in a cell; Excel takes 32,767. What is longer goes on in the rows below."""

_MAKER = "Candour"
_SHEET_NAME = 31
_FORBIDDEN = frozenset("[]:*?/\\")
_WIDEST, _NARROWEST = 60, 10
_LOOKED_AT = 200
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "text": {"text_wrap": True, "valign": "top"},
    "number": {"valign": "top", "num_format": "0"},
    "day": {"valign": "top", "align": "left", "num_format": "d mmm yyyy"},
    "moment": {"valign": "top", "align": "left", "num_format": "d mmm yyyy hh:mm"},
    "money": {"valign": "top", "num_format": '"£"#,##0.00'},
}


def workbook(title: str, made_at: datetime, tables: Sequence[Table]) -> bytes:
    """The file. `title` stands in its properties, and may name nobody; `made_at` is aware."""
    import xlsxwriter

    file = io.BytesIO()
    options = {
        "in_memory": True,  # nothing of it goes through the system's folder of temporary files
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(file, options)
    created = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": title, "author": _MAKER, "created": created})
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    for number, table in enumerate(tables, 1):
        _write(book.add_worksheet(_sheet_name(table.title, number)), table, looks)
    book.close()
    return file.getvalue()


def _write(sheet: "Worksheet", table: Table, looks: "Mapping[str, CellFormat]") -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.title, looks["head"])
        sheet.set_column(place, place, _width(table, place))
    sheet.freeze_panes(1, 0)
    at = 1
    for row in table.rows:
        used = [_put(sheet, at, place, value, looks) for place, value in enumerate(row)]
        at += max(used, default=1)


def _put(sheet: "Worksheet", at: int, place: int, value: Value, looks: "Mapping[str, CellFormat]") -> int:
    """Write a value. Returns how many rows it took."""
    match value:
        case None | "":
            pass
        case bool() | str():
            return _put_text(sheet, (at, place), plain(value), looks["text"])
        case datetime():
            local = value.astimezone(LONDON).replace(tzinfo=None, second=0, microsecond=0)
            sheet.write_datetime(at, place, local, looks["moment"])
        case date():
            sheet.write_datetime(at, place, value, looks["day"])
        case Pence(amount):
            sheet.write_number(at, place, amount / 100, looks["money"])
        case int():
            sheet.write_number(at, place, value, looks["number"])
    return 1


def _put_text(sheet: "Worksheet", where: tuple[int, int], text: str, look: "CellFormat") -> int:
    at, place = where
    parts = [text[start : start + MOST_LETTERS] for start in range(0, len(text), MOST_LETTERS)]
    for further, part in enumerate(parts):
        sheet.write_string(at + further, place, neutral(part), look)
    return len(parts)


def _width(table: Table, place: int) -> int:
    """Characters: as wide as the longest of the first cells, within reason."""
    cells = [table.columns[place].title, *(shown(row[place]) for row in table.rows[:_LOOKED_AT])]
    return min(_WIDEST, max(_NARROWEST, *(len(cell) + 2 for cell in cells)))


def _sheet_name(title: str, number: int) -> str:
    """A name that Excel takes and that no other sheet has."""
    clean = "".join(" " if letter in _FORBIDDEN else letter for letter in title)
    return f"{number} {clean}"[:_SHEET_NAME].strip()
