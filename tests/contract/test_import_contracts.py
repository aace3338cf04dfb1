# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rooms keep apart, and the guard is proved by planting a breach of each contract and seeing it caught."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BREACHES = {
    "storage reaches up to desktop": ("storage/frame.py", "import desktop.people"),
    "desktop reaches up to ui": ("desktop/people.py", "import ui"),
    "desktop knows Qt": ("desktop/people.py", "import PySide6.QtCore"),
    "ui reaches past desktop": ("ui/__init__.py", "import storage.errors"),
    "somebody opens a socket": ("desktop/people.py", "import socket"),
}


def contracts_are_kept(root: Path) -> bool:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--config", "pyproject.toml", "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, check=False).returncode == 0


@pytest.fixture
def copy_of_the_house(tmp_path: Path) -> Path:
    for room in ("ui", "desktop", "storage", "resources"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("*.ttf", "*.svg", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_keeps_its_contracts(copy_of_the_house: Path) -> None:
    assert contracts_are_kept(copy_of_the_house)


@pytest.mark.parametrize("breach", BREACHES)
def test_a_planted_breach_is_caught(copy_of_the_house: Path, breach: str) -> None:
    name, line = BREACHES[breach]
    planted = copy_of_the_house / name
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    assert not contracts_are_kept(copy_of_the_house)
