# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import csv
from collections.abc import Sequence

import pytest

from desktop.importing.faults import ImportFault
from desktop.importing.tables import MOST_COLUMNS, STAFF_LIST, Table, read_table
from storage.errors import KnownError


def name_and_job(cells: Sequence[str]) -> int:
    return len({"name", "job"} & {cell.strip() for cell in cells}) if "name" in cells else 0


def read(data: bytes) -> Table:
    return read_table(data, name_and_job)


def fault(data: bytes) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read(data)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_encoding_gives_the_same_letters(encoding: str) -> None:
    assert read("name,job\nZoë,chef d’équipe\n".encode(encoding)).rows[0].cells == ("Zoë", "chef d’équipe")


def test_utf_16_of_the_other_byte_order_is_read_by_its_mark() -> None:
    assert read(b"\xfe\xff" + "name,job\nZoë,x\n".encode("utf-16-be")).rows[0].cells == ("Zoë", "x")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_each_separator_is_found_from_the_heading(separator: str) -> None:
    assert read(f"name{separator}job\nA{separator}B\n".encode()).rows[0].cells == ("A", "B")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_end_gives_the_same_rows(end: str) -> None:
    assert [row.cells for row in read(f"name,job{end}A,B{end}C,D".encode()).rows] == [("A", "B"), ("C", "D")]


def test_a_row_has_the_number_that_a_spreadsheet_shows() -> None:
    table = read(b'Staff\n\nname,job\n"A\nA",B\n\nC,D\n')
    assert [row.number for row in table.rows] == [4, 6]


def test_a_quoted_cell_keeps_its_line_break_and_its_doubled_quotes() -> None:
    assert read(b'name,job\n"A ""B""\nC",D\n').rows[0].cells == ('A "B"\nC', "D")


def test_titles_above_the_heading_are_passed_over() -> None:
    assert read(b"Hollowbrook,,\nPrinted on 1/2/2026\n\nname,job\nA,B\n").rows[0].cells == ("A", "B")


def test_a_short_file_lowers_no_limit_for_whatever_else_reads_tables() -> None:
    before = csv.field_size_limit()
    read(b"name,job\n")
    assert csv.field_size_limit() >= before


def test_rows_of_empty_cells_are_passed_over() -> None:
    assert [row.number for row in read(b"name,job\n,\n , \nA,B\n").rows] == [4]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert fault(data).code is ImportFault.EMPTY


@pytest.mark.parametrize("magic", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest"])
def test_a_workbook_is_known_by_its_first_bytes(magic: bytes) -> None:
    assert fault(magic).code is ImportFault.SPREADSHEET


@pytest.mark.parametrize("data", [b"name,job\n\0,B\n", "name,job\nA,B\n".encode("utf-16-le")])
def test_a_file_with_zero_bytes_is_no_text(data: bytes) -> None:
    assert fault(data).code is ImportFault.NOT_TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfname\nA\n\xff\n",  # marked as UTF-8
        b"name\r\nA\r\n\x81\r\n",  # in neither
        b"name\rZo\xc3\xab\rZo\xeb\r",  # in both
        "\ufeffname\nA\n".encode("utf-16-le") + b"\x00\xd8",  # half a pair
    ],
)
def test_bytes_that_are_no_text_are_named_by_their_line(data: bytes) -> None:
    error = fault(data)
    assert (error.code, error.parameters) == (ImportFault.UNDECODABLE, {"line": 3})


@pytest.mark.parametrize("data", [b"A,B\nC,D\n", b"%PDF-1.7 name job", b"\n" * 25 + b"name,job\nA,B\n"])
def test_a_file_without_a_heading_near_its_top_is_refused(data: bytes) -> None:
    assert fault(data).code is ImportFault.NO_HEADER


def test_a_quote_that_is_never_closed_is_named_by_its_line() -> None:
    error = fault(b'name,job\nA,B\n"C,D\nE,F\n')
    assert (error.code, error.parameters) == (ImportFault.BROKEN_QUOTES, {"line": 4})


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    assert fault(b"name,job\n" + b"A" * 5_000_000).code is ImportFault.TOO_LARGE


@pytest.mark.parametrize(("rows", "refused"), [(STAFF_LIST.rows, False), (STAFF_LIST.rows + 1, True)])
def test_the_limit_of_rows_counts_those_under_the_heading(rows: int, refused: bool) -> None:
    data = b"name,job\n" + b"A,B\n" * rows
    assert (fault(data).code is ImportFault.TOO_MANY_ROWS) if refused else len(read(data).rows) == rows


def test_a_heading_that_is_too_wide_is_refused() -> None:
    assert fault(b"name,job" + b"," * (MOST_COLUMNS - 1) + b"\n").code is ImportFault.TOO_MANY_COLUMNS
