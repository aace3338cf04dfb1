# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Long things on paper: ten thousand words, very long names, and no heading alone at the foot of a page."""

from collections.abc import Iterator

import msgspec
import pypdfium2
import pytest

from desktop.documents.case_file import case_file
from desktop.exports.choices import CasePart, LeftOut
from desktop.people import Person, School
from tests.desktop.cases.building import entry
from tests.desktop.documents.cases import CONCERN, DSL, SCHOOL, TEACHER, case_of, decision, report, source
from tests.desktop.documents.reading import Document
from tests.sampling import some

SENTENCE = "He let the child stay in at break, with the door closed, and nobody else was in the corridor. "
LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Llanfairpwllgwyngyll " * 4


def lines(content: bytes) -> Iterator[list[str]]:
    """The lines of each page after the cover, as another program reads them, without head and foot."""
    with pypdfium2.PdfDocument(content) as document:
        for page in list(document)[1:]:
            text = page.get_textpage().get_text_range()
            yield [line.strip() for line in text.splitlines() if line.strip()]


def headings(content: bytes) -> set[str]:
    """The first words of every heading below the title."""
    tree = Document(content).tree
    return {node.words.strip()[:40] for tag in ("H2", "H3") for node in tree.all(tag)}


@pytest.mark.parametrize("sentences", some([(str(number), number) for number in range(1, 40)], every=20))
def test_no_heading_stands_alone_at_the_foot_of_a_page(sentences: int) -> None:
    notes = [entry(number, "note", DSL, {"text": SENTENCE * sentences}) for number in (2, 3)]
    content = case_file(source(case_of(report(), *notes, decision(4)))).content
    known = headings(content)
    for page in lines(content):
        last = [line for line in page if not line.startswith(("Confidential", "Page ", "Made for"))][-1]
        assert not any(last.startswith(each) for each in known), last


def test_ten_thousand_words_flow_over_the_pages_and_none_is_lost() -> None:
    told = " ".join(f"word{number}" for number in range(10_000))
    content = case_file(source(case_of(report({**CONCERN, "what_happened": told})))).content
    words = {word.strip("“”…") for page in lines(content) for line in page for word in line.split()}
    assert {f"word{number}" for number in range(10_000)} <= words


def test_a_very_long_name_keeps_the_pages_whole() -> None:
    person = Person(person_id=TEACHER, name=LONG.strip(), job="Teacher")
    school: School = msgspec.structs.replace(SCHOOL, people={**SCHOOL.people, TEACHER: person})
    printed = case_file(source(case_of(report()), school=school, recipient=LONG))
    with pypdfium2.PdfDocument(printed.content) as document:
        assert len(document) == printed.pages
        assert "Featherstonehaugh" in document[1].get_textpage().get_text_range()


def test_a_copy_that_leaves_parts_out_has_no_empty_section() -> None:
    left = LeftOut(frozenset({CasePart.DECISIONS, CasePart.ACCESS_LOG}), frozenset(), "Not needed.")
    content = case_file(source(case_of(report(), decision(2)), leaves_out=left)).content
    titles = [words for depth, words in Document(content).outline if depth == 0]
    assert titles == ["Summary", "Chronology", "Every entry in full", "How far this copy can be trusted"]
