# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report to governors on paper, read back from the finished file."""

from datetime import date
from functools import cache

from desktop.documents.governors_report import governors_report
from desktop.governors.report import Asked, Section, reckon
from desktop.governors.told import Side
from tests.desktop.documents.reading import Document, squeezed
from tests.desktop.governors.rows import NOW, YEAR, concerns, gift, ground

ROWS = (*concerns(14), *concerns(7, theme="touch"), *concerns(2, theme="lift"), *concerns(8, date(2026, 2, 2)))
GIFTS = tuple([gift(date(2025, 10, 1), 2_000)] * 6)


USUAL = Asked(period=YEAR)


@cache
def printed(asked: Asked = USUAL, side: Side = Side.REPORT) -> bytes:
    made = ground(ROWS, GIFTS, side=side)
    return governors_report(reckon(made, asked), made.school, NOW).content


def words(content: bytes) -> str:
    return squeezed(Document(content).words)


def test_it_tells_the_figures_and_what_they_mean() -> None:
    said = ("31 concerns", "Touch", "Fewer than 5 each, or none:", "A nil or low figure is not evidence")
    assert all(squeezed(each) in words(printed()) for each in (*said, "What governors might ask"))


def test_the_same_values_give_the_same_bytes() -> None:
    assert printed() == printed.__wrapped__(USUAL, Side.REPORT)


def test_what_the_maker_writes_is_printed_as_typed() -> None:
    content = printed(Asked(period=YEAR, actions="Training <b>for</b> all & more"))
    assert squeezed("Training <b>for</b> all & more") in words(content)


def test_parts_that_were_not_chosen_are_not_there() -> None:
    content = printed(Asked(period=YEAR, sections=frozenset({Section.SUMMARY})))
    assert squeezed("What they were about") not in words(content)


def test_the_properties_name_nobody() -> None:
    pdf = Document(printed())
    assert set(pdf.properties.values()) & {"Helen Marsh", "Tom Ashby"} == set()
    assert "Low-level concerns and declarations" in pdf.properties.values()


def test_figures_with_bars_are_tables_for_whoever_listens() -> None:
    tables = Document(printed()).tree.all("Table")
    assert any("Tone or language" in table.words and "22" in table.words for table in tables)


def test_a_commentary_of_ten_thousand_words_flows() -> None:
    content = printed(Asked(period=YEAR, commentary="Much was done. " * 3_400))
    assert len(Document(content).pages) > 10


def test_the_supplement_has_no_gifts() -> None:
    assert squeezed("Gifts, hospitality") not in words(printed(side=Side.SUPPLEMENT))
