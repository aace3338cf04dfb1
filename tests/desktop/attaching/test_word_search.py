# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Covered words are looked for in a file's bytes and in what is packed in it (F55)."""

import base64
import io
import zipfile

import docx
import pytest
from pikepdf import ObjectStreamMode, Pdf

from desktop.attaching.within import within
from desktop.attaching.word_search import holds_words

NAME = "Joe Lindqvist"
HEAD = b"From: a@example.org\r\nDate: Mon, 2 Mar 2026\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def word_file(*runs: str, author: str = "") -> bytes:
    """A Word file of one paragraph in these pieces, every other one bold, by this author."""
    made, document = io.BytesIO(), docx.Document()
    document.core_properties.author = author
    paragraph = document.add_paragraph()
    for number, run in enumerate(runs):
        paragraph.add_run(run).bold = bool(number % 2)
    document.save(made)
    return made.getvalue()


def pdf_by(author: str) -> bytes:
    """A PDF whose properties name somebody, packed away."""
    made, pdf = io.BytesIO(), Pdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Author"] = author
    pdf.save(made, object_stream_mode=ObjectStreamMode.generate)
    return made.getvalue()


def mail_with(file: bytes) -> bytes:
    """An e-mail that carries a file as mail programs send one."""
    head = HEAD + b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head + base64.encodebytes(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_name_is_found_in_each_encoding_of_text_and_in_any_case(encoding: str) -> None:
    assert holds_words(b"\xff\xd8\0" + "seen by JOE LINDQVIST".encode(encoding), [NAME])


def test_initials_are_found_in_a_text_and_not_by_chance_in_a_picture() -> None:
    assert holds_words(b"with K.B. there", ["K.B."])
    assert not holds_words(b"\xff\xd8\0 k.b. \xfe", ["K.B."])


def test_initials_are_whole_words_in_capitals() -> None:
    assert holds_words(b"with KB there", ["KB"])
    assert not holds_words(b"500 kb, BACKBONE", ["KB"])


@pytest.mark.parametrize(
    "file",
    [
        word_file("seen by Joe Lin", "dqvist"),
        word_file("nobody", author=NAME),
        pdf_by(NAME),
        mail_with(b"It was Joe Lindqvist."),
        mail_with(word_file("seen by Joe ", "Lindqvist")),
    ],
    ids=["cut in two by marks", "author of a Word file", "properties of a PDF", "e-mail", "attached to an e-mail"],
)
def test_a_name_is_found_in_what_is_packed(file: bytes) -> None:
    assert NAME.encode() not in file
    assert holds_words(file, [NAME])


def test_initials_are_not_found_by_chance_in_the_marks_of_a_document() -> None:
    assert not holds_words(word_file("nobody"), ["AB", "XML"])


@pytest.mark.parametrize("file", [b"nobody else", word_file("nobody else"), pdf_by("nobody"), mail_with(b"nobody")])
def test_a_file_without_them_is_let_through(file: bytes) -> None:
    assert not holds_words(file, [NAME, "K.B."])


def test_no_more_is_unpacked_than_the_bound_however_it_is_nested() -> None:
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(3_000_000))
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            archive.writestr(f"{number}.zip", inner.getvalue())
    assert sum(map(len, within(outer.getvalue(), 4_000_000))) < 4_200_000


@pytest.mark.parametrize("file", [b"PK\x03\x04 no archive", b"%PDF-1.7\nstream\r\n no stream"])
def test_a_damaged_file_is_looked_through_as_it_is(file: bytes) -> None:
    assert holds_words(file + b"Joe Lindqvist", [NAME])
