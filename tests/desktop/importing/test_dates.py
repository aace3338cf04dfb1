# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

import pytest

from desktop.importing.dates import british_date


@pytest.mark.parametrize(
    "written",
    [
        "03/09/2021", "3/9/2021", "3/9/21", "3.9.21", "03-09-2021", "2021-09-03", "2021/9/3", "3 Sep 2021",
        "3 sept 2021", "3rd September 2021", "3-Sep-21", "3 Sep. 2021", "2021-09-03T00:00:00", "2021-09-03T00:00:00Z",
        "03/09/2021 00:00", " 3 SEPTEMBER 2021 ",
    ],
)  # fmt: skip
def test_british_ways_of_writing_a_date_are_read_day_first(written: str) -> None:
    assert british_date(written) == date(2021, 9, 3)


@pytest.mark.parametrize(
    "written",
    [
        "", "soon", "09/13/2021", "31/02/2022", "2021-13-01", "44440", "3 Setember 2021", "3/9/021", "3/9-2021",
        "2021-09-03T08:30:00", "Sep 2021", "1/1/1899", "1/1/2200", "٣/٩/٢٠٢١", "3 9 2021",
    ],
)  # fmt: skip
def test_what_is_no_british_date_is_not_guessed(written: str) -> None:
    assert british_date(written) is None


@pytest.mark.parametrize(("written", "year"), [("1/1/00", 2000), ("1/1/68", 2068), ("1/1/69", 1969), ("1/1/99", 1999)])
def test_two_digits_of_a_year_turn_at_sixty_nine(written: str, year: int) -> None:
    assert british_date(written) == date(year, 1, 1)
