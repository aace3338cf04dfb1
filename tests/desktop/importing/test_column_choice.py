# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns of a staff list that somebody chose by hand."""

import pytest

from desktop.importing.column_choice import ColumnChoice, column_letter, file_columns
from desktop.importing.faults import ImportFault
from desktop.importing.staff import StaffListReport, read_staff_list
from desktop.importing.staff_columns import StaffColumn
from storage.errors import KnownError
from tests.desktop.importing.reading import ids

STRANGE = b"Hollowbrook staff\n\nNr;Who;Does\n1;Sam Taylor;Cook\n2;Ada Kaya;\n"
BARE = b"Taylor,Sam,Cook\nKaya,Ada,Teacher\n"
NAME, JOB = StaffColumn.NAME, StaffColumn.JOB
FORENAME, SURNAME = StaffColumn.FORENAME, StaffColumn.SURNAME


def read(data: bytes, at: dict[StaffColumn, int], *, has_heading: bool = True) -> StaffListReport:
    return read_staff_list(data, (), ids(), ColumnChoice(at=at, has_heading=has_heading))


def test_columns_with_strange_headings_are_read_as_they_were_chosen() -> None:
    report = read(STRANGE, {NAME: 1, JOB: 2})
    assert [(person.name, person.job) for person in report.people] == [("Sam Taylor", "Cook"), ("Ada Kaya", "")]
    assert report.unread_columns == ("Nr",)


def test_rows_keep_their_numbers_of_the_file() -> None:
    assert [row.row for row in read(STRANGE, {NAME: 1}).rows] == [4, 5]


def test_the_first_line_is_somebody_where_there_are_no_headings() -> None:
    report = read(BARE, {SURNAME: 0, FORENAME: 1, JOB: 2}, has_heading=False)
    assert [person.name for person in report.people] == ["Sam Taylor", "Ada Kaya"]
    assert [row.row for row in report.rows] == [1, 2]


def test_a_whole_name_is_passed_over_for_forename_and_surname() -> None:
    report = read(BARE, {NAME: 2, SURNAME: 0, FORENAME: 1}, has_heading=False)
    assert report.people[0].name == "Sam Taylor"
    assert report.unread_columns == ("C",)


@pytest.mark.parametrize("at", [{}, {JOB: 2}, {FORENAME: 1}, {NAME: 9}])
def test_without_a_name_nobody_is_read(at: dict[StaffColumn, int]) -> None:
    with pytest.raises(KnownError, match=ImportFault.NO_HEADER):
        read(STRANGE, at)


def test_each_column_is_offered_with_what_stands_in_it() -> None:
    columns = file_columns(STRANGE)
    assert [(each.letter, each.examples) for each in columns] == [
        ("A", ("Nr", "1")),
        ("B", ("Who", "Sam Taylor")),
        ("C", ("Does", "Cook")),
    ]


@pytest.mark.parametrize(("at", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (63, "BL")])
def test_columns_have_the_letters_of_a_spreadsheet(at: int, letter: str) -> None:
    assert column_letter(at) == letter
