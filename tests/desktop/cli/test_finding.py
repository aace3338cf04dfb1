# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour find, where there is no school at all and where there is one."""

from pathlib import Path

from tests.desktop.cli.running import Machine


def test_words_are_found_without_a_school(tmp_path: Path) -> None:
    nowhere = Machine(tmp_path / "nothing here")
    found = nowhere.json("find", "five", "words").data
    assert "return" in [each["id"] for each in found]
    assert [first["excerpt"][begin:end].casefold() for first in found[:1] for begin, end in first["marks"]] == [
        "five",
        "words",
    ]
    assert "term lado: LADO" in nowhere.run("find", "LADO").out
    assert not (tmp_path / "nothing here").exists()
