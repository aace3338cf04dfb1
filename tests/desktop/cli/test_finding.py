# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour find, where there is no school at all and where there is one."""

from pathlib import Path

from tests.desktop.cli.running import Machine


def test_words_are_found_without_a_school(tmp_path: Path) -> None:
    nowhere = Machine(tmp_path / "nothing here")
    found = nowhere.json("find", "five", "words").data["found"]
    assert "return" in [each["id"] for each in found]
    assert [first["excerpt"][begin:end].casefold() for first in found[:1] for begin, end in first["marks"]] == [
        "five",
        "words",
    ]
    assert "term lado: LADO" in nowhere.run("find", "LADO").out
    assert not (tmp_path / "nothing here").exists()


def test_a_guessed_word_is_told(tmp_path: Path) -> None:
    nowhere = Machine(tmp_path)
    assert nowhere.json("find", "safegaurding").data["instead"] == {"safegaurding": ["safeguarding"]}
    assert nowhere.run("find", "safegaurding").out.startswith("Nothing says “safegaurding”. Shown: “safeguarding”.\n")
