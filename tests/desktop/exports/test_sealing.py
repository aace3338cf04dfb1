# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exports that are sealed to one member: who can be chosen, who can open them, and what is on record."""

import json
from enum import StrEnum
from pathlib import Path

import msgspec
import pytest

from desktop.cases.acting import EXPORT
from desktop.exports.bundle import MANIFEST
from desktop.exports.cases import export_cases
from desktop.exports.lists import export_register
from desktop.exports.opening import open_parcel
from desktop.exports.order import Order
from desktop.exports.people import export_chronology
from desktop.exports.saving import Saved
from desktop.exports.sealing import sender_of
from desktop.faults import DeskFault
from desktop.people import PersonId
from desktop.registers.declared import Register
from desktop.registers.views import Wanted
from desktop.session import Session
from storage.errors import Fault, KnownError
from storage.parcel import Enclosed, write_parcel
from tests.desktop.desks import Desks
from tests.desktop.exports.orders import own_file
from tests.school import Member
from tests.ui.registers.scenes import declare


def to(member: Member) -> Order:
    return msgspec.structs.replace(own_file(), sealed_to=PersonId(member.person_id))


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern by the teaching assistant about the teacher, which the lead reads."""
    case = desks.concern(desks.school.ta, desks.school.teacher, what_happened="He shouted.")
    desks.sync(desks.school.dsl)
    return case


@pytest.fixture
def saved(desks: Desks, case: str, tmp_path: Path) -> Saved:
    """That case, sealed to the chair."""
    return export_cases(desks.of(desks.school.dsl), [case], tmp_path, to(desks.school.chair))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def refused(desks: Desks, case: str, member: Member, folder: Path) -> str:
    with pytest.raises(KnownError) as raised:
        export_cases(desks.of(desks.school.dsl), [case], folder, to(member))
    assert list(folder.iterdir()) == []
    assert desks.of(desks.school.dsl).case(case).of_kind(EXPORT) == ()
    return raised.value.code.value


def test_whom_it_is_sealed_to_opens_it_and_sees_who_made_it(desks: Desks, saved: Saved, out: Path) -> None:
    opened = open_parcel(desks.of(desks.school.chair), saved.path, out)
    assert opened.maker == desks.school.dsl.person_id
    document, manifest = opened.files
    assert document.read_bytes().startswith(b"%PDF-")
    assert (document.stat().st_mode & 0o777, manifest.name) == (0o600, MANIFEST)
    assert json.loads(manifest.read_bytes())["files"][0]["sha256"] == saved.files[0].sha256


def test_nobody_else_opens_it(desks: Desks, saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as raised:
        open_parcel(desks.of(desks.school.dsl), saved.path, tmp_path)
    assert raised.value.code is Fault.PARCEL_NOT_OURS


def test_the_entry_says_to_whom_it_is_sealed(desks: Desks, case: str, saved: Saved) -> None:
    (entry,) = desks.of(desks.school.dsl).case(case).of_kind(EXPORT)
    assert (entry.text("protection"), entry.text("sealed_to")) == ("sealed", desks.school.chair.person_id)
    assert (entry.text("sha256"), saved.path.suffix) == (saved.sha256, ".candour")


def test_whom_a_case_is_about_cannot_be_chosen(desks: Desks, case: str, out: Path) -> None:
    assert refused(desks, case, desks.school.teacher, out) == DeskFault.PARCEL_NOT_FOR_THEM


def test_whom_words_for_somebody_unlisted_could_mean_cannot_be_chosen(desks: Desks, out: Path) -> None:
    case = desks.concern(desks.school.ta, about_description="Mr Ashby, I think", could_be_someone_in_charge="no")
    desks.sync(desks.school.dsl)
    assert refused(desks, case, desks.school.teacher, out) == DeskFault.PARCEL_NOT_FOR_THEM


def test_whose_chronology_it_is_cannot_be_chosen(desks: Desks, tmp_path: Path) -> None:
    teacher = desks.school.teacher
    with pytest.raises(KnownError) as raised:
        export_chronology(desks.of(desks.school.dsl), PersonId(teacher.person_id), tmp_path, to(teacher))
    assert raised.value.code is DeskFault.PARCEL_NOT_FOR_THEM


def test_a_register_is_not_sealed_to_somebody_who_stands_in_it(desks: Desks, tmp_path: Path) -> None:
    declare(desks)
    head = desks.of(desks.school.head)
    head.sync()
    with pytest.raises(KnownError) as raised:
        export_register(head, Wanted(register=Register.GIFTS), tmp_path, to(desks.school.ta))
    assert raised.value.code is DeskFault.PARCEL_NOT_FOR_THEM
    assert export_register(head, Wanted(register=Register.GIFTS), tmp_path, to(desks.school.chair)).entries


def sealed_by(desks: Desks, name: str, content: bytes, folder: Path) -> Path:
    """A parcel as a lead whose Candour was changed could make it for the chair."""
    lead: Session = desks.of(desks.school.dsl)
    sender = sender_of(lead, to(desks.school.chair), ())
    assert sender is not None
    path = folder / "x.candour"
    with path.open("wb") as file:
        write_parcel(file, sender, [Enclosed("first.txt", "", b"x"), Enclosed(name, "", content)])
    return path


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [("x.exe", b"x", Fault.PARCEL_REFUSED), ("x.pdf", b"MZ" + bytes(200), DeskFault.ATTACHMENT_PROGRAM)],
)
def test_a_program_in_it_is_refused_and_nothing_is_left(
    desks: Desks, out: Path, name: str, content: bytes, fault: StrEnum
) -> None:
    path = sealed_by(desks, name, content, out.parent)
    with pytest.raises(KnownError) as raised:
        open_parcel(desks.of(desks.school.chair), path, out)
    assert raised.value.code is fault
    assert list(out.iterdir()) == []


def test_a_name_that_windows_keeps_is_another_on_the_disk(desks: Desks, tmp_path: Path) -> None:
    path = sealed_by(desks, "con.txt", b"x", tmp_path)
    assert [each.name for each in open_parcel(desks.of(desks.school.chair), path, tmp_path).files][1] == "file con.txt"


def test_no_file_is_written_over(desks: Desks, saved: Saved, out: Path) -> None:
    (out / MANIFEST).write_text("mine")
    with pytest.raises(KnownError) as raised:
        open_parcel(desks.of(desks.school.chair), saved.path, out)
    assert raised.value.code is DeskFault.FILE_THERE_ALREADY
    assert [each.read_text() for each in out.iterdir()] == ["mine"]
