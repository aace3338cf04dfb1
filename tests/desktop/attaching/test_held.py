# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a case as its readers have them."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from desktop.attaching.adding import read_attached
from desktop.attaching.copying import copy_file
from desktop.attaching.held import FileState, HeldFile, case_files, content_of
from desktop.faults import DeskFault
from desktop.session import Session
from storage.blobs import enclose
from storage.compose import Content
from storage.errors import KnownError
from storage.exchange import Area, file_name
from tests.desktop.desks import Desks, concern, content, forge
from tests.school import Member

NOTE = b"What was on the note."


def filed(desks: Desks, by: Member) -> str:
    values = {"about": desks.school.ta.person_id, **concern()}
    return desks.of(by).file("concern", values, [read_attached("note.txt", NOTE)]).case_id


def held(session: Session, case: str) -> tuple[HeldFile, ...]:
    session.sync()
    return case_files(session.case(case), session.blobs)


def test_every_reader_and_the_author_have_it_and_nobody_else(desks: Desks) -> None:
    school = desks.school
    case = filed(desks, school.dsl)
    for member in (school.dsl, school.head):
        (file,) = held(desks.of(member), case)
        assert content_of(file, desks.of(member).blobs) == NOTE
    for member in (school.ta, school.chair):
        desks.of(member).sync()
        assert desks.of(member).blobs.names() == []


def test_who_is_added_gets_the_files_as_well(desks: Desks) -> None:
    school = desks.school
    case = filed(desks, school.dsl)
    assert not desks.reads(school.chair, case)
    desks.act(school.head, case, "share", {"with": [{"person": school.chair.person_id}], "reason": "She asked."})
    (file,) = held(desks.of(school.chair), case)
    assert file.state is FileState.HERE
    assert content_of(file, desks.of(school.chair).blobs) == NOTE


def said_of(desks: Desks, data: bytes, name: str, kind: str) -> Content:
    plain = content(desks, "report", concern(), readers=[[desks.school.dsl.person_id, "dsl"]], decider=None)
    return replace(plain, files=(enclose(data, name, kind),))


def test_a_changed_candour_cannot_make_a_program_look_like_a_picture(desks: Desks, tmp_path: Path) -> None:
    """What an entry says of a file is a word: the content decides what it is saved as."""
    said = said_of(desks, b"MZ\x90\0", "a\u202egpj.exe", "image/jpeg")
    composed = forge(desks, desks.school.ta, (desks.school.dsl,), said)
    sealed = composed.files[0].seal().sealed
    desks.candour.machine.exchange.put(Area.ENVELOPES, file_name(sealed), sealed)
    session = desks.of(desks.school.dsl)
    (file,) = held(session, composed.entry.eid)
    assert file.name == "agpj.jpg"
    path = copy_file(session, composed.entry.eid, 1, tmp_path / "picture.jpg")
    assert path == tmp_path / "picture.bin"


def test_a_file_that_is_not_as_long_as_signed_is_set_aside(desks: Desks) -> None:
    session = desks.of(desks.school.dsl)
    (file,) = held(session, filed(desks, desks.school.dsl))
    with pytest.raises(KnownError) as caught:
        content_of(msgspec.structs.replace(file, size=3), session.blobs)
    assert caught.value.code is DeskFault.ATTACHMENT_SET_ASIDE
