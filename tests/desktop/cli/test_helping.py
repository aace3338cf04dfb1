# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour help, where there is no school at all."""

from pathlib import Path

from desktop.cli.terminal import FAILED
from tests.desktop.cli.running import Machine


def test_help_is_listed_and_read_without_a_school(tmp_path: Path) -> None:
    nowhere = Machine(tmp_path / "nothing here")
    listed = nowhere.json("help").data
    assert {"id": "words", "title": "What happens to my words?"} in listed
    assert len(nowhere.json("help", "words").data["picture"]) == 5
    assert "1. You write." in nowhere.run("help", "words").out
    assert not (tmp_path / "nothing here").exists()


def test_a_page_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    assert Machine(tmp_path).run("help", "nothing").code == FAILED
