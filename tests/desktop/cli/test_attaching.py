# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour file --attach, show and save."""

import stat
from pathlib import Path

import pytest

from tests.desktop.attaching.pictures import SECRET, jpeg, pixels
from tests.desktop.cli.running import Machine
from tests.school import SmallSchool

LEAST = {"about": "07" * 16, "what_happened": "He shouted at a child.", "risk_now": "no"}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture that tells where it was taken, under a name that lies."""
    path = tmp_path / "from the gate.pdf"
    path.write_bytes(jpeg())
    return path


def files(machine: Machine, school: SmallSchool, reference: str) -> list[dict[str, object]]:
    shown = machine.json("show", reference, member=school.dsl).data["files"]
    assert isinstance(shown, list)
    return shown


@pytest.mark.parametrize("is_walk_up", [True, False])
def test_a_file_goes_with_the_report_and_its_reader_saves_it(
    machine: Machine, small_school: SmallSchool, photo: Path, tmp_path: Path, is_walk_up: bool
) -> None:
    who = ("--anonymous",) if is_walk_up else ()
    member = None if is_walk_up else small_school.ta
    filed = machine.file("concern", LEAST, "--attach", str(photo), *who, member=member)
    assert filed.code == 0, filed.err
    reference = filed.data["reference"]
    (held,) = files(machine, small_school, reference)
    assert {key: held[key] for key in ("number", "name", "type", "state")} == {
        "number": 1, "name": "from the gate.jpg", "type": "image/jpeg", "state": "here"
    }  # fmt: skip
    saved = machine.json("save", reference, "1", "--out", str(tmp_path), member=small_school.dsl)
    path = Path(saved.data["file"])
    assert path == tmp_path / f"CF-{reference}-1.jpg"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert pixels(path.read_bytes()) == pixels(jpeg())
    assert SECRET not in path.read_bytes()


def test_photo_details_are_kept_when_asked(
    machine: Machine, small_school: SmallSchool, photo: Path, tmp_path: Path
) -> None:
    words = ("--attach", str(photo), "--keep-photo-details", "--anonymous")
    reference = machine.file("concern", LEAST, *words).data["reference"]
    machine.json("save", reference, "1", "--out", str(tmp_path / "copy.exe"), member=small_school.dsl)
    assert (tmp_path / "copy.jpg").read_bytes() == jpeg()


def test_nothing_is_written_over(machine: Machine, small_school: SmallSchool, photo: Path) -> None:
    reference = machine.file("concern", LEAST, "--attach", str(photo), "--anonymous").data["reference"]
    beside = photo.with_suffix(".jpg")
    beside.write_bytes(b"mine")
    ran = machine.json("save", reference, "1", "--out", str(beside), member=small_school.dsl)
    assert (ran.code, beside.read_bytes()) == (1, b"mine")


def test_a_number_that_is_not_there_is_said(machine: Machine, small_school: SmallSchool, tmp_path: Path) -> None:
    reference = machine.file("concern", LEAST, "--anonymous").data["reference"]
    ran = machine.json("save", reference, "1", "--out", str(tmp_path), member=small_school.dsl)
    assert ran.code == 1
    assert "no file of that number" in ran.err


def test_a_program_is_refused_and_nothing_is_sent(machine: Machine, small_school: SmallSchool, photo: Path) -> None:
    photo.write_bytes(b"MZ\x90\0")
    ran = machine.file("concern", LEAST, "--attach", str(photo), "--anonymous")
    assert ran.code == 1
    assert "program" in ran.err
    assert machine.json("inbox", member=small_school.dsl).data == []


def test_a_form_without_files_takes_none(machine: Machine, photo: Path) -> None:
    ran = machine.file("wrongdoing", LEAST, "--attach", str(photo), "--anonymous")
    assert ran.code == 1
    assert "can’t be added" in ran.err


def test_a_file_whose_bytes_have_not_come_is_still_arriving(
    machine: Machine, small_school: SmallSchool, photo: Path, tmp_path: Path
) -> None:
    reference = machine.file("concern", LEAST, "--attach", str(photo), "--anonymous").data["reference"]
    (blob,) = (small_school.exchange / "in").glob("*.cblob")
    whole = blob.read_bytes()
    blob.unlink()
    (small_school.home / "spool" / blob.name).rename(tmp_path / blob.name)
    assert [held["state"] for held in files(machine, small_school, reference)] == ["arriving"]
    refused = machine.json("save", reference, "1", "--out", str(tmp_path), member=small_school.dsl)
    assert (refused.code, "on its way" in refused.err) == (1, True)
    blob.write_bytes(whole)
    assert [held["state"] for held in files(machine, small_school, reference)] == ["here"]


def test_a_note_takes_a_file_and_a_decision_none(machine: Machine, small_school: SmallSchool, photo: Path) -> None:
    reference = machine.file("concern", LEAST, "--anonymous").data["reference"]
    answers = machine.answers({"text": "He gave me this."})
    words = ("--answers", answers, "--attach", str(photo))
    assert machine.json("act", reference, "note", *words, member=small_school.dsl).code == 0
    shown = machine.json("show", reference, member=small_school.head).data["files"]
    assert [(held["name"], held["state"]) for held in shown] == [("from the gate.jpg", "here")]
    assert machine.json("act", reference, "triage", *words, member=small_school.dsl).code == 1
