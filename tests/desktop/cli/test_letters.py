# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour letter: drafted, edited in a file, issued."""

from pathlib import Path

import pytest

from desktop.phrases import reference
from tests.desktop.cli.running import Machine
from tests.desktop.desks import Desks
from tests.school import SmallSchool


@pytest.fixture
def named(desks: Desks) -> str:
    """The reference of a concern about the teacher."""
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.close()
    return reference(case)


def test_a_draft_is_shown_with_what_is_in_its_way_and_nothing_is_recorded(
    machine: Machine, small_school: SmallSchool, named: str, tmp_path: Path
) -> None:
    words = ("letter", named, "--template", "account", "--dry-run", "--out", str(tmp_path))
    found = machine.json(*words, member=small_school.head).data
    assert found["text"].partition("\n")[2].startswith("Dear Tom Ashby")
    assert found["in_its_way"] == ["letter_before_assessment", "letter_has_blanks"]
    assert "day, time and place" in found["blanks"]
    assert any("KCSIE" in piece for piece in found["serves"])
    assert machine.json("show", named, member=small_school.head).data["entries"][-1]["kind"] != "letter"


def test_an_edited_letter_is_issued(machine: Machine, small_school: SmallSchool, named: str, tmp_path: Path) -> None:
    edited, out = tmp_path / "letter.txt", tmp_path / "letter.pdf"
    edited.write_text("Dear Beth,\n\nthank you.\n", encoding="utf-8")
    words = ("letter", named, "--template", "receipt", "--text", str(edited), "--recipient", "Beth Carver")
    ran = machine.json(*words, "--sent", "by_hand", "--out", str(out), member=small_school.dsl)
    assert ran.data["file"] == str(out)
    assert out.read_bytes().startswith(b"%PDF")
    entries = machine.json("show", named, member=small_school.dsl).data["entries"]
    kept = next(entry for entry in entries if entry["id"] == ran.data["entry"])
    assert kept["answers"]["text"] == "Dear Beth,\n\nthank you."


def test_what_stands_in_its_way_is_said_in_a_sentence(
    machine: Machine, small_school: SmallSchool, named: str, tmp_path: Path
) -> None:
    words = ("letter", named, "--template", "account", "--recipient", "Tom Ashby", "--reason", "He asked for it.")
    ran = machine.json(*words, "--out", str(tmp_path), member=small_school.head)
    assert ran.code == 1
    assert "blanks left to fill in" in ran.err
