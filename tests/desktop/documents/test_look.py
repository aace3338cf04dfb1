# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

import pytest

from desktop.documents.case_file import case_file
from desktop.documents.flow import Fact, Flow, Grid, Row
from tests.desktop.cases.building import entry
from tests.desktop.documents.cases import DSL, HEAD, SCHOOL, case_of, decision, report, source
from tests.desktop.documents.printing import document, filed
from tests.desktop.documents.reading import Document

CASE = (report(), entry(2, "access", DSL, {}), entry(3, "note", DSL, {"text": "A note. " * 400}), decision(4))
NAMES = [person.name for person in SCHOOL.people.values()]


def test_every_page_says_which_it_is_of_how_many() -> None:
    pages = filed(*CASE).pages
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page


def test_every_page_is_classified_and_says_whose_copy_it_is() -> None:
    for page in filed(*CASE).pages:
        assert "Confidential: staff safeguarding record" in page
        assert "Made for Northmere Council, LADO by Priya Nair on 20 Mar 2026. Copy 1." in page
        assert "Hollowbrook Primary School" in page


def test_the_contents_name_the_pages_on_which_sections_begin() -> None:
    read = filed(*CASE)
    for row in read.tree.all("Table")[0].all("TR"):
        title, page = (cell.words for cell in row.kids)
        assert title in read.pages[int(page) - 1]


def test_the_outline_leads_to_every_section_and_entry() -> None:
    outline = filed(*CASE).outline
    assert (0, "Chronology") in outline
    assert (1, "3. Note by Priya Nair") in outline


def test_a_heading_over_two_pages_has_one_line_in_the_outline() -> None:
    def write(flow: Flow) -> None:
        flow.section("Section", "section")
        flow.entry("name " * 1500, "entry-1")

    read = document(write)
    assert len(read.pages) > 1
    assert len(read.outline) == 2


def test_a_cell_longer_than_a_page_goes_on_on_the_next() -> None:
    read = document(lambda flow: flow.table(Grid(("Name", "What"), (0.2, 0.8), [Row(("x", "word " * 3000))])))
    assert len(read.pages) > 2
    assert read.words.split().count("word") == 3000


def test_a_row_that_fits_a_page_is_not_broken() -> None:
    facts = [Fact(str(number), "words that fill more than one line of it " * (number % 7)) for number in range(60)]
    read = document(lambda flow: flow.facts(facts))
    assert len(read.pages) > 2
    assert all(len(node.pieces) == 1 for node in read.tree.all("TD"))


def test_an_outline_shows_what_hides() -> None:
    said = entry(2, "action", DSL, {"what": "turn\u202eround", "owner": HEAD, "due": "2026-03-20"})
    assert (1, "2. Action: turn[U+202E]round") in filed(report(), said).outline


def test_the_files_properties_name_nobody() -> None:
    properties = filed(*CASE).properties
    assert properties.pop("/Title") == "Case file N3GQ-ESC4"
    assert {properties.pop(name) for name in ("/Author", "/Creator", "/Producer")} == {"Candour"}
    assert not any(name in str(properties) for name in NAMES)


def test_the_files_date_is_the_documents_own() -> None:
    assert filed(*CASE).properties["/CreationDate"] == "D:20260320093000+00'00'"


def test_the_same_values_give_the_same_bytes() -> None:
    assert case_file(source(case_of(*CASE))).content == case_file(source(case_of(*CASE))).content


def test_another_moment_gives_other_bytes() -> None:
    made = source(case_of(*CASE))
    later = source(case_of(*CASE), made_at=made.made_at + timedelta(minutes=1))
    assert case_file(made).content != case_file(later).content


def test_a_very_long_name_flows_and_is_cut_only_where_it_is_repeated() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff " * 8
    read = Document(case_file(source(case_of(*CASE), recipient=name)).content)
    assert " ".join(name.split()) in " ".join(read.words.split())
    assert all("Copy 1." in page.replace("\n", " ") for page in read.pages)


@pytest.mark.parametrize("letters", range(300, 1500, 75))
def test_a_cover_of_any_length_leaves_every_number_right(letters: int) -> None:
    made = source(case_of(*CASE), purpose=("purpose " * 200)[:letters])
    read = Document(case_file(made).content)
    assert all(f"Page {number} of {len(read.pages)}" in page for number, page in enumerate(read.pages, 1))
    for row in read.tree.all("Table")[0].all("TR"):
        title, page = (cell.words for cell in row.kids)
        assert title in read.pages[int(page) - 1]
