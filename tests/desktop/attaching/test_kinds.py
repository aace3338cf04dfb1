# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file is what its content is, whatever it is called."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.attaching.kinds import FAULTS, kind_of, kinds, refuse, table
from desktop.faults import DeskFault
from storage.errors import KnownError
from tests.desktop.attaching.pictures import jpeg, office, png
from tests.storage.school import allowing

DOCX, XLSX = office("word/document.xml"), office("xl/workbook.xml")
MAIL = b"From: a@example.org\r\nDate: Fri, 20 Nov 2026 14:03:22 +0000\r\nSubject: Tuesday\r\n\r\nHello.\r\n"
SOUND = {
    ".pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    ".png": png(),
    ".jpg": jpeg(),
    ".heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    ".m4a": b"\0\0\0\x1cftypM4A \0\0\0\0",
    ".mp4": b"\0\0\0\x1cftypisom\0\0\2\0",
    ".mp3": b"ID3\3\0\0\0\0\0\0",
    ".docx": DOCX,
    ".xlsx": XLSX,
    ".eml": MAIL,
    ".txt": "Tuesday, after school.\nHe said “no”.".encode(),
    ".bin": b"\x1f\x8b\x08 something packed",
}
REFUSED = {
    "a program": (b"MZ\x90\0\3\0\0\0", DeskFault.ATTACHMENT_PROGRAM),
    "a Linux program": (b"\x7fELF\2\1\1", DeskFault.ATTACHMENT_PROGRAM),
    "a script": (b"#!/bin/sh\nrm -r /\n", DeskFault.ATTACHMENT_SCRIPT),
    "a page": (b"\xef\xbb\xbf\r\n <!doctype HTML><script>", DeskFault.ATTACHMENT_SCRIPT),
    "a batch file": (b"@ECHO OFF\r\ndel x", DeskFault.ATTACHMENT_SCRIPT),
    "a shortcut": (b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0\0\0\0F", DeskFault.ATTACHMENT_SHORTCUT),
    "a web shortcut": (b"[InternetShortcut]\r\nURL=file://x", DeskFault.ATTACHMENT_SHORTCUT),
    "a disk image": (bytes(32769) + b"CD001\1\0", DeskFault.ATTACHMENT_DISK_IMAGE),
    "a virtual disk": (b"vhdxfile", DeskFault.ATTACHMENT_DISK_IMAGE),
    "a document with macros": (office("word/document.xml", "word/vbaProject.bin"), DeskFault.ATTACHMENT_MACROS),
    "a sheet with old macros": (office("xl/workbook.xml", "xl/MacroSheets/s.xml"), DeskFault.ATTACHMENT_MACROS),
    "an old document with macros": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "_VBA_PROJECT".encode("utf-16-le"),
        DeskFault.ATTACHMENT_MACROS,
    ),
}


@pytest.mark.parametrize("ending", SOUND)
def test_each_kind_is_known_by_its_content(ending: str) -> None:
    assert kind_of(SOUND[ending]).ending == ending
    refuse(f"file{ending}", SOUND[ending])


def test_every_reason_to_refuse_has_its_words() -> None:
    assert {refused.why for refused in table().refused} == FAULTS.keys()


def test_every_kind_has_been_seen() -> None:
    assert {kind.ending for kind in kinds().values()} == set(SOUND)


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("called", ["photo.jpg", "letter.pdf", "notes.txt", "no ending"])
def test_what_can_do_harm_is_refused_whatever_it_is_called(name: str, called: str) -> None:
    data, fault = REFUSED[name]
    with pytest.raises(KnownError) as caught:
        refuse(called, data)
    assert caught.value.code is fault


@pytest.mark.parametrize("ending", ["bat", "PS1", "js", "lnk", "url", "scr"])
def test_a_text_that_would_be_run_by_its_name_is_refused(ending: str) -> None:
    with pytest.raises(KnownError):
        refuse(f"holiday.jpg.{ending}", b"anything")


def test_a_text_that_begins_like_a_program_is_a_text() -> None:
    refuse("note.txt", b"MZ told me on Tuesday that he had seen it too.")


@pytest.mark.parametrize(
    "data",
    [
        jpeg() + DOCX,
        b"%PDF-1.7\n" + DOCX,
        png()[:-12] + DOCX,
        jpeg()[:2] + b"\xff\xfe\0\x0a%PDF-1." + jpeg()[2:],
        b"\0\0\0\x1cftypisom%PDF-1.4",
        jpeg()[:-300],
        png()[:-20],
        png()[:40] + b"x" + png()[41:],
        b"\xff\xd8\xff\xe0",
    ],
    ids=["jpeg+zip", "pdf+zip", "png+zip", "jpeg+pdf", "mp4+pdf", "cut jpeg", "cut png", "altered png", "start only"],
)
def test_what_is_two_things_or_half_of_one_is_only_bytes(data: bytes) -> None:
    assert kind_of(data).ending == ".bin"


def test_an_archive_is_never_unpacked() -> None:
    bomb = office("word/document.xml", content=bytes(30 * 2**20))
    began = time.process_time()
    assert kind_of(bomb).ending == ".docx"
    assert time.process_time() - began < 0.5


@given(st.binary(max_size=500))
def test_any_bytes_are_some_kind_or_refused(data: bytes) -> None:
    with allowing(*FAULTS.values()):
        refuse("x", data)
    assert kind_of(data).media in kinds()
