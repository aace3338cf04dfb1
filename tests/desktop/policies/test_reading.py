# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever a school has its policies in is read to the same clauses, or refused whole with a reason."""

import time
from collections.abc import Callable

import pytest
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from desktop.policies.clauses import find_clauses
from desktop.policies.faults import PolicyFault
from desktop.policies.files.blocks import Look, Remark
from desktop.policies.files.reading import LARGEST, read_policy
from storage.errors import KnownError
from tests.desktop.policies import papers

LABELS = ["1", "1.1", "2", "3"]
HEADINGS = ["Introduction", "Who it is for", "Gifts", "Dress"]


@pytest.mark.parametrize(
    "data", [papers.CODE.encode(), papers.word_file(), papers.pdf_file()], ids=["text", "Word", "PDF"]
)
def test_text_word_and_pdf_have_the_same_clauses(data: bytes) -> None:
    found = find_clauses(read_policy(data))
    assert [clause.label for clause in found.clauses] == LABELS
    assert [clause.heading for clause in found.clauses] == HEADINGS
    assert [line.title for line in found.contents] == ["Introduction", "Gifts", "Dress"]
    assert found.clauses[1].paragraphs == ("It is for staff, volunteers and contractors.",)


def test_numbers_that_word_makes_itself_are_read() -> None:
    found = find_clauses(read_policy(papers.numbered_by_word()))
    assert [(clause.label, clause.heading) for clause in found.clauses] == [
        ("1", "Introduction"),
        ("1.1", "Who it is for"),
        ("2", "Gifts"),
    ]


def test_headers_and_numbers_of_pages_are_left_out_and_counted() -> None:
    document = read_policy(papers.pdf_file(papers.CODE * 40))
    assert dict(document.remarks)[Remark.PAGE_LINES] >= 10
    assert not any("Page 2 of" in block.words for block in document.blocks)


def test_a_table_is_read_row_by_row_and_told() -> None:
    def add(word: WordDocument) -> None:
        table = word.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Gift", "£5"

    document = read_policy(papers.word_file(add))
    assert document.blocks[-1].words == "Gift | £5"
    assert document.blocks[-1].look is Look.ROW
    assert dict(document.remarks) == {Remark.TABLES: 1}


def test_a_line_break_in_a_cell_keeps_its_words_apart() -> None:
    def add(word: WordDocument) -> None:
        word.add_table(1, 1).cell(0, 0).text = "Gift\nnever cash"

    assert read_policy(papers.word_file(add)).blocks[-1].words == "Gift never cash"


@pytest.mark.parametrize(
    ("change", "last", "remarks"),
    [
        (papers.with_content_control, ("3. Dress", "Dress for the task."), {}),
        (papers.with_nested_table, ("Dress for the task.", "Report it the same day."), {Remark.TABLES: 2}),
        (papers.with_text_box, ("Dress for the task.", "Ask first.", "Then act."), {}),
        (papers.with_hidden_words, ("Dress for the task. And wash.", "But this."), {Remark.HIDDEN: 3}),
        (papers.with_styles_in_a_circle, ("Dress for the task.", "Round and round."), {}),
        (papers.with_footnote, ("Dress for the task.",), {Remark.FOOTNOTES: 1}),
    ],
)
def test_no_word_of_a_word_file_is_lost_or_read_twice(
    change: Callable[[WordDocument], None], last: tuple[str, ...], remarks: dict[Remark, int]
) -> None:
    document = read_policy(papers.word_file(change))
    assert tuple(block.words for block in document.blocks)[-len(last) :] == last
    assert dict(document.remarks) == remarks


def test_pages_of_a_pdf_that_have_no_text_are_told() -> None:
    assert dict(read_policy(papers.partly_scanned()).remarks)[Remark.BARE_PAGES] == 2


def test_markdown_marks_and_tags_are_no_words_of_the_clause() -> None:
    found = find_clauses(read_policy(b"### **1.0 First**\n\n**1.1** *Be* <b>kind</b> to [all](http://x.invalid/).\n"))
    assert [(c.number, c.heading, c.paragraphs) for c in found.clauses] == [
        ("1.0", "First", ()),
        ("1.1", "", ("Be kind to all.",)),
    ]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b" " * (LARGEST + 1), PolicyFault.TOO_LARGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", PolicyFault.OLD_WORD),
        (b"\x89PNG\r\n", PolicyFault.UNKNOWN_KIND),
        (b"words\0words", PolicyFault.UNKNOWN_KIND),
        (papers.with_part(papers.word_file(), "word/vbaProject.bin"), PolicyFault.MACROS),
        (papers.word_file(papers.with_tracked_change), PolicyFault.TRACKED),
        (papers.word_file()[:-400], PolicyFault.DAMAGED),
        (papers.protected(papers.pdf_file()), PolicyFault.PROTECTED),
        (papers.scanned(), PolicyFault.SCANNED),
        (b"%PDF-1.7\nnothing", PolicyFault.DAMAGED),
        ("café".encode("latin-1"), PolicyFault.ENCODING),
        (b" \n\n ", PolicyFault.EMPTY),
    ],
    ids=lambda value: value.name if isinstance(value, PolicyFault) else "",
)
def test_what_cannot_be_read_is_refused_whole_with_its_reason(data: bytes, fault: PolicyFault) -> None:
    with pytest.raises(KnownError) as caught:
        read_policy(data)
    assert caught.value.code is fault


def test_an_archive_that_unpacks_to_too_much_is_never_unpacked() -> None:
    bomb = papers.with_part(papers.word_file(), "word/media/big", b"\0" * 201_000_000)
    with pytest.raises(KnownError) as caught:
        read_policy(bomb)
    assert caught.value.code is PolicyFault.TOO_LARGE


@given(
    st.one_of(
        st.binary(max_size=400), st.text(max_size=400).map(str.encode), st.binary(max_size=80).map(b"%PDF-1.4 ".__add__)
    )
)
def test_any_bytes_are_read_or_refused_with_a_known_reason(data: bytes) -> None:
    try:
        document = read_policy(data)
    except KnownError as refused:
        assert isinstance(refused.code, PolicyFault)  # noqa: PT017 - either outcome is right
    else:
        assert any(block.words for block in document.blocks)


def test_a_quotation_is_read_without_its_marks() -> None:
    assert [block.words for block in read_policy(b"> > Be kind.\n>\n> And fair.\n").blocks] == ["Be kind. And fair."]


@pytest.mark.parametrize("line", [b"```\n" + b"a\n" * 20_000, b"> > > > a\n" * 10_000], ids=["fence", "quotation"])
def test_a_paragraph_of_many_lines_takes_no_longer_than_its_lines(line: bytes) -> None:
    began = time.process_time()
    read_policy(line)
    assert time.process_time() - began < 2


def test_a_word_file_of_far_too_many_paragraphs_is_refused() -> None:
    data = papers.with_body(papers.word_file(), b"<w:p/>" * 100_001)
    with pytest.raises(KnownError) as refused:
        read_policy(data)
    assert refused.value.code == PolicyFault.TOO_LONG


def test_nothing_outside_a_word_file_is_read_into_it() -> None:
    outside = b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    data = papers.with_body(papers.word_file(), b"<w:p><w:r><w:t>1.1 Words&x;</w:t></w:r></w:p>", outside)
    assert [block.words for block in read_policy(data).blocks] == ["1.1 Words"]
