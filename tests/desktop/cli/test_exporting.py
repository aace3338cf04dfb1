# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour export: formats, bundles and passwords, as the command line orders them."""

import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool

WORDS = ("--purpose", "A meeting", "--recipient", "The LADO", "--for", "lado")
PASSWORD = "twisting secluding guts untrained sulk"


@pytest.fixture
def reference(machine: Machine, small_school: SmallSchool) -> str:
    """A concern about the teacher, sent by the teaching assistant."""
    said = {"about": small_school.teacher.person_id, "what_happened": "He shouted.", "risk_now": "no"}
    found: str = machine.file("concern", said, member=small_school.ta).data["reference"]
    return found


def test_several_formats_come_as_one_file(
    machine: Machine, small_school: SmallSchool, reference: str, tmp_path: Path
) -> None:
    formats = ("--file-format", "pdf", "--file-format", "json")
    ran = machine.json(
        "export", "case", reference, "--out", str(tmp_path / "x.pdf"), *WORDS, *formats, member=small_school.dsl
    )
    assert (ran.code, Path(ran.data["file"]).name) == (0, "x.zip")
    with zipfile.ZipFile(ran.data["file"]) as bundle:
        assert bundle.namelist() == [*ran.data["files"], "manifest.json"]


def test_the_password_comes_after_the_passphrase_and_is_told_nowhere(
    machine: Machine, small_school: SmallSchool, reference: str, tmp_path: Path
) -> None:
    words = ("export", "case", reference, "--out", str(tmp_path), *WORDS, "--protect")
    typed = f"{small_school.dsl.passphrase}\n{PASSWORD}\n"
    ran = machine.json(*words, member=small_school.dsl, stdin=typed)
    assert (ran.code, ran.data["protection"], PASSWORD in ran.out + ran.err) == (0, "password", False)
    with pypdfium2.PdfDocument(Path(ran.data["file"]).read_bytes(), password=PASSWORD) as document:
        assert len(document) == ran.data["pages"]


def test_nothing_typed_takes_words_that_are_told_once(
    machine: Machine, small_school: SmallSchool, tmp_path: Path
) -> None:
    words = ("export", "register", "gifts", "--out", str(tmp_path), *WORDS, "--protect")
    ran = machine.json(*words, member=small_school.dsl, stdin=f"{small_school.dsl.passphrase}\n\n")
    password = next(line for line in ran.err.splitlines() if "opens with" in line).partition(": ")[2]
    with pypdfium2.PdfDocument(Path(ran.data["file"]).read_bytes(), password=password) as document:
        assert len(document) > 1


def test_more_than_usual_is_left_out_with_a_reason_only(
    machine: Machine, small_school: SmallSchool, reference: str, tmp_path: Path
) -> None:
    words = ("export", "case", reference, "--out", str(tmp_path / "x"), *WORDS, "--leave-out", "notes")
    ran = machine.json(*words, member=small_school.dsl)
    assert (ran.code, "Say why it is left out" in ran.err) == (1, True)
    assert machine.json(*words, "--why", "Not about this.", member=small_school.dsl).code == 0


@pytest.mark.parametrize(
    "what", [("actions",), ("inspection", "--from", "2026-01-01"), ("register", "ties"), ("reference", "Tom Ashby")]
)
def test_lists_are_written_without_a_case(
    what: tuple[str, ...], machine: Machine, small_school: SmallSchool, tmp_path: Path
) -> None:
    ran = machine.json("export", *what, "--out", str(tmp_path / "list"), *WORDS, member=small_school.dsl)
    assert (ran.code, Path(ran.data["file"]).read_bytes()[:5]) == (0, b"%PDF-")


def test_what_is_sealed_to_somebody_is_opened_by_them(
    machine: Machine, small_school: SmallSchool, reference: str, tmp_path: Path
) -> None:
    words = ("export", "case", reference, "--out", str(tmp_path), *WORDS, "--seal-to", small_school.head.name)
    sealed = machine.json(*words, member=small_school.dsl)
    assert (sealed.code, sealed.data["protection"]) == (0, "sealed")
    opened = machine.json("export", "open", sealed.data["file"], "--out", str(tmp_path), member=small_school.head)
    assert (opened.code, opened.data["maker"], opened.data["key_revoked"]) == (0, small_school.dsl.person_id, False)
    assert [Path(file).name for file in opened.data["files"]] == [*sealed.data["files"], "manifest.json"]
