# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour poster, without a sign-in."""

from pathlib import Path

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool


def test_poster_and_glossary_are_written_without_a_sign_in(small_school: SmallSchool, tmp_path: Path) -> None:
    machine = Machine(small_school.home)
    poster, words = tmp_path / "poster.pdf", tmp_path / "words.pdf"
    assert machine.json("poster", "--out", str(poster), "--site", "South").data == {"file": str(poster), "pages": 1}
    assert machine.json("poster", "--out", str(words), "--glossary").data["pages"] > 1
    assert poster.read_bytes()[:5] == words.read_bytes()[:5] == b"%PDF-"
