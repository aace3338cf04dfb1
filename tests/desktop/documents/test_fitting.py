# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns have the room that their words need: no word is broken that a line of the page could hold."""

import io
from collections.abc import Sequence

import pytest
from pypdf import PdfReader

from desktop.documents.flow import Fact, Flow, Grid, Row
from tests.desktop.documents.printing import printed

NAME = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaughington"
SEVEN = (0.14, 0.13, 0.17, 0.17, 0.13, 0.13, 0.13)


def lines(cells: Sequence[str], shares: Sequence[float] = SEVEN) -> list[str]:
    """What stands in each line of a table with this row, as another program reads it."""

    def write(flow: Flow) -> None:
        flow.leave_cover()
        flow.table(Grid(tuple("abcdefg"[: len(shares)]), tuple(shares), [Row(tuple(cells))]))

    page = PdfReader(io.BytesIO(printed(write).content)).pages[1]
    pieces: list[str] = []
    page.extract_text(visitor_text=lambda text, *_place: pieces.extend(text.split("\n")))
    return [piece.strip() for piece in pieces if piece.strip()]


@pytest.mark.parametrize("words", ["30 Mar 2026", "MRVZ-5WHH", "£1,316.50", "Not sure"])
def test_a_day_a_reference_and_an_amount_stay_on_one_line(words: str) -> None:
    assert words in lines(["x", words, "Landlord, tenant or lodger", "x", words, "x", words])


def test_a_double_name_is_broken_after_its_hyphen_alone() -> None:
    first, second = NAME.split("-")
    found = lines(["30 Mar 2026", NAME, "Landlord, tenant or lodger", "x", "2 Mar 2027", "Due", "MRVZ-5WHH"])
    assert f"{first}-" in found
    assert second in found
    assert "30 Mar 2026" in found


def test_where_every_column_is_too_narrow_the_type_is_smaller_and_words_are_whole() -> None:
    found = lines(["Featherstonehaughington"] * 6, (1 / 6,) * 6)
    assert found.count("Featherstonehaughington") == 6


def test_a_label_has_the_room_of_its_longest_word() -> None:
    read = PdfReader(io.BytesIO(printed(lambda flow: flow.facts([Fact("x" * 30, "yes")])).content))
    assert "x" * 30 in read.pages[0].extract_text()


def test_a_long_path_across_the_page_is_broken_after_a_sign() -> None:
    path = "\\".join(["server", "candour", "exchange-of-everybody"] * 6)
    text = PdfReader(io.BytesIO(printed(lambda flow: flow.body(path)).content)).pages[0].extract_text()
    broken = [line for line in text.splitlines() if "\\" in line]
    assert len(broken) > 1
    assert all(line.rstrip()[-1] in "\\-" for line in broken[:-1])


def test_a_few_lines_that_end_a_document_stay_with_it() -> None:
    def write(flow: Flow) -> None:
        flow.leave_cover()
        for _ in range(29):
            flow.body("A line of the page.")
        flow.section("The end", "end")
        flow.body("One line.")

    assert printed(write).pages == 2
