# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour wording."""

from pathlib import Path

import pytest

from tests.desktop.cli.running import Machine

TEXT = "First line.\nThe culprit said “I was playing up”. She was playing up.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A text to look through."""
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_it_says_what_could_be_said_instead_where_there_is_no_school(file: Path) -> None:
    found = Machine(file.with_name("nothing")).json("wording", str(file)).data["remarks"]
    assert [(each["words"], each["line"]) for each in found] == [("culprit", 2), ("playing up", 2)]
    assert file.read_text("utf-8") == TEXT


def test_for_staff_it_keeps_to_what_blames_a_child(file: Path) -> None:
    found = Machine(file.with_name("nothing")).json("wording", str(file), "--staff").data["remarks"]
    assert [each["words"] for each in found] == ["playing up"]


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    assert Machine(tmp_path / "nothing").json("wording", str(tmp_path / "bytes")).code == 1
