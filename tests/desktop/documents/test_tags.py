# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the file says of its own structure, read back from it."""

from typing import Any

from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.styles import styles
from tests.desktop.documents.printing import document
from tests.desktop.documents.reading import Document, Node

ROWS = [Row((f"row {number}", f"what {number}")) for number in range(120)]


def write(flow: Flow) -> None:
    flow.title("Title", styles().cover_title)
    flow.leave_cover()
    flow.section("First", "first")
    flow.heading("Inside")
    flow.body("Body")
    flow.bullets(("one", "two"))
    flow.facts((Fact("label", "value"), Fact("long", "x" * 400, is_quoted=True), Fact("after", "it")))
    flow.table(Grid(("Name", "What"), (0.5, 0.5), ROWS))


def tags(node: Node) -> list[str]:
    return [kid.tag for kid in node.kids]


def test_headings_paragraphs_lists_and_tables_stand_in_reading_order() -> None:
    top = document(write).tree
    assert tags(top) == ["H1", "Sect"]
    assert tags(top.kids[1]) == ["H2", "H3", "P", "L", "Table", "P", "BlockQuote", "Table", "Table"]
    assert [node.words for node in top.all("LBody")] == ["• one", "• two"]


def test_a_tables_headings_say_of_what_they_are_the_heading() -> None:
    tables = document(write).tree.all("Table")
    assert {node.scope for node in tables[0].all("TH")} == {"Row"}
    assert {node.scope for node in tables[2].all("TH")} == {"Column"}


def test_headings_that_come_again_on_the_next_page_are_read_once() -> None:
    read = document(write)
    assert [node.words for node in read.tree.all("Table")[2].all("TH")] == ["Name", "What"]
    assert sum(page.count("What") for page in read.pages[1:]) > 1


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    read = document(lambda flow: flow.quote("Words", "word " * 2500))
    assert len(read.tree.all("BlockQuote")[0].kids[0].pieces) > 1


def test_everything_on_a_page_is_content_or_an_artifact() -> None:
    # The reader fails on text outside any mark.
    assert len(document(write).pages) > 2


def test_every_page_finds_its_elements() -> None:
    read = document(write)
    numbers = read.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert list(numbers[::2]) == [page["/StructParents"] for page in read.reader.pages]
    for page, parents in enumerate(numbers[1::2]):
        for number, parent in enumerate(parents.get_object()):
            assert _holds(read, parent.get_object(), page, number)


def test_the_file_says_that_it_is_tagged_and_in_which_language() -> None:
    root = document(write).root
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def _holds(read: Document, element: Any, page: int, number: int) -> bool:
    marks = [kid.get_object() for kid in element["/K"] if kid.get_object()["/Type"] == "/MCR"]
    here = read.reader.pages[page].indirect_reference
    return any(mark["/MCID"] == number and mark.raw_get("/Pg") == here for mark in marks)
