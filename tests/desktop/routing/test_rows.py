# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every row R01 to R41 in every column, against a transcription of the specification."""

import pytest

from desktop.people import PersonId
from desktop.routing import Caution, Column, Route, shipped_table
from tests.desktop.routing.schools import asked, ids, pid, readers
from tests.desktop.routing.transcription import ABOUT, Line, lines

LINES = lines()
CASES = [pytest.param(line, column, id=f"{line.row}-{line.kind}-{column}") for line in LINES for column in ABOUT]


def _asked(line: Line, column: Column) -> Route:
    """The author is the person concerned where the row is about its author, and R with line manager LM elsewhere."""
    about = ABOUT[column]
    reporter: PersonId | None = pid("R")
    if line.about_author:
        reporter = pid(about.split()[0]) if about else None
    parties = ids("R party") if line.row == "R29" else ids("party")
    return asked(line.kind, about, reporter=reporter, case_readers=ids("case1 case2"), parties=parties)


@pytest.mark.parametrize(("line", "column"), CASES)
def test_the_readers_are_those_of_the_specification(line: Line, column: Column) -> None:
    assert readers(_asked(line, column)) == line.readers[column]


@pytest.mark.parametrize(("line", "column"), CASES)
def test_the_route_names_its_rule_and_column(line: Line, column: Column) -> None:
    answer = _asked(line, column)
    assert (answer.rule, answer.column, answer.kind) == (line.row, column, line.kind)


@pytest.mark.parametrize(("line", "column"), CASES)
def test_a_dash_in_the_specification_is_said(line: Line, column: Column) -> None:
    expected = column in line.not_foreseen and column is not Column.UNKNOWN
    assert (Caution.NOT_FORESEEN in _asked(line, column).cautions) is expected


def test_every_row_of_the_specification_is_transcribed() -> None:
    assert sorted({line.row for line in LINES}) == [f"R{number:02}" for number in range(1, 42)]


def test_the_table_holds_exactly_the_kinds_of_the_specification() -> None:
    assert {line.kind: line.row for line in LINES} == {row.kind: row.id for row in shipped_table().rows.values()}
