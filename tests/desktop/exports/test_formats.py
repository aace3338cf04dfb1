# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables in the formats that people and programs open, read back by programs that did not write them."""

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from desktop.exports.json_text import json_text
from desktop.exports.order import Format
from desktop.exports.pieces import Source, pieces
from desktop.exports.tables import Column, Dossier, Pence, Table, plain, shown
from desktop.exports.xlsx import MOST_LETTERS, workbook
from desktop.ticking import unwatched

AT = datetime(2026, 6, 15, 14, 12, tzinfo=UTC)
EVIL = ("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "＝1", "http://evil.example", "file://host/share")


def table(*rows: tuple[object, ...]) -> Table:
    """A table of these rows."""
    width = max((len(row) for row in rows), default=1)
    columns = tuple(Column(f"c{place}", f"Column {place}", 1 / width) for place in range(width))
    return Table(name="t", title="A table: of [things]", columns=columns, rows=rows)  # type: ignore[arg-type]  # by design


def opened(*tables: Table) -> Workbook:
    """A workbook of these tables, as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(workbook("Title", AT, tables)))


def test_days_moments_numbers_and_money_are_real() -> None:
    sheet = opened(table((date(2026, 3, 12), AT, 7, Pence(1_250), True, None))).worksheets[0]
    day, moment, number, money, yes, nothing = (cell.value for cell in sheet[2])
    assert (day, moment) == (datetime(2026, 3, 12), datetime(2026, 6, 15, 15, 12))  # noqa: DTZ001 - a sheet has no zones
    assert (number, money, yes, nothing) == (7, 12.5, "yes", None)
    assert sheet["D2"].number_format == '"£"#,##0.00'


@pytest.mark.parametrize("text", EVIL)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    cell = opened(table((text,))).worksheets[0]["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert str(cell.value).removeprefix("'") == text
    assert not str(cell.value).startswith(("=", "+", "-", "@", "\t"))


def test_nothing_is_hidden_and_nobody_is_named() -> None:
    book = opened(table(("a",)), table(("b",)))
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}
    assert list(book.defined_names) == []
    properties = book.properties
    assert (properties.creator, properties.title, properties.lastModifiedBy) == ("Candour", "Title", "Candour")
    assert properties.created == datetime(2026, 6, 15, 14, 12)  # noqa: DTZ001 - as the file has it


def test_the_file_holds_no_formula_link_or_macro_part() -> None:
    content = workbook("Title", AT, [table(*((text,) for text in EVIL))])
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert not [name for name in file.namelist() if "vba" in name or "externalLink" in name or "comments" in name]
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_what_is_longer_than_a_cell_goes_on_below() -> None:
    text = "word " * 10_000
    sheet = opened(table((1, text), (2, "next"))).worksheets[0]
    assert "".join(str(sheet[f"B{row}"].value) for row in (2, 3)) == text
    assert (sheet["A4"].value, sheet["B4"].value) == (2, "next")
    assert len(str(sheet["B2"].value)) == MOST_LETTERS


@given(st.text(max_size=40))
def test_any_text_can_be_put_in_a_cell(text: str) -> None:
    assert workbook("Title", AT, [table((text,))])


def test_a_program_gets_values_by_name() -> None:
    said = json.loads(json_text("gifts", AT, {"made_for": "Us"}, [table((date(2026, 3, 12), AT, Pence(1_250), None))]))
    assert (said["candour_export"], said["document"], said["about"]) == (1, "gifts", {"made_for": "Us"})
    assert said["made_at"] == "2026-06-15T15:12:00+01:00"
    row = {"c0": "2026-03-12", "c1": "2026-06-15T15:12:00+01:00", "c2": 1250, "c3": None}
    assert said["tables"] == {"t": [row]}


def test_values_are_said_for_people_and_for_programs() -> None:
    assert (shown(Pence(1_200)), plain(Pence(1_205))) == ("£12", "12.05")
    assert (shown(AT), plain(AT)) == ("15 Jun 2026, 15:12", "2026-06-15T15:12:00+01:00")


def test_a_csv_file_is_made_for_each_table() -> None:
    tables = (table((EVIL[0], Pence(5))), Table(name="u", title="U", columns=(Column("c", "C"),), rows=()))
    source = Source(
        name="x",
        about="X",
        printed=lambda _tick: pytest.fail("no PDF was asked for"),
        dossier=lambda: Dossier(name="x", title="X", tables=tables),
        said={},
        made_at=AT,
    )
    first, second = pieces(source, (Format.CSV,), unwatched)
    assert (first.name, second.name) == ("x-t.csv", "x-u.csv")
    rows = list(csv.reader(io.StringIO(first.content.decode("utf-8-sig"))))
    assert rows == [["Column 0", "Column 1"], ["'=1+1", "0.05"]]
