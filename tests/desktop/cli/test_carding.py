# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour card."""

from pathlib import Path

from tests.desktop.cli.running import Machine


def test_it_is_said_and_saved_where_there_is_no_school(tmp_path: Path) -> None:
    machine, file = Machine(tmp_path / "nothing"), tmp_path / "card.pdf"
    assert "Straight after" in [part["title"] for part in machine.json("card").data["parts"]]
    assert machine.json("card", "--out", str(file)).data == {"file": str(file), "pages": 1}
    assert file.read_bytes().startswith(b"%PDF")
    assert machine.json("card", "--out", str(file)).code == 1
