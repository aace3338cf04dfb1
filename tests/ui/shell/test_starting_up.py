# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The program as a process: it opens, it says why it can't, and it closes at the first page when it is told to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.appearance import load_appearance
from tests.school import SmallSchool
from ui.shell.application import has_display
from ui.theme.source import Appearance


def candour(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program, without any display but the one that is named."""
    displays = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in displays}
    command = [sys.executable, "-m", "desktop", *words]
    return subprocess.run(command, env={**kept, **environment}, capture_output=True, text=True, timeout=60, check=False)


def test_it_opens_on_the_first_page_and_closes_when_told_to(small_school: SmallSchool) -> None:
    ran = candour("--home", str(small_school.home), "--until-shown", QT_QPA_PLATFORM="offscreen")
    assert (ran.returncode, ran.stdout) == (0, "")


def test_it_opens_where_there_is_no_school_and_makes_nothing_there(tmp_path: Path) -> None:
    ran = candour("--home", str(tmp_path / "empty"), "--until-shown", QT_QPA_PLATFORM="offscreen")
    assert ran.returncode == 0
    assert not (tmp_path / "empty").exists()


def test_without_a_display_it_says_so_in_one_sentence(small_school: SmallSchool) -> None:
    ran = candour("--home", str(small_school.home))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("There is no display here to open a window on.")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "platform", "has"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_there_is_a_display(environment: dict[str, str], platform: str, *, has: bool) -> None:
    assert has_display(environment, platform) is has


@pytest.mark.parametrize("kept", [b"", b"{", b'{"text_scale": "large"}', b"\xff"])
def test_a_look_that_cannot_be_read_is_the_usual_one(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "appearance.json").write_bytes(kept)
    assert load_appearance(tmp_path) == Appearance()


def test_a_look_that_was_chosen_is_found_again(tmp_path: Path) -> None:
    (tmp_path / "appearance.json").write_bytes(b'{"text_scale": 1.5, "scheme": "dark"}')
    assert load_appearance(tmp_path).text_scale == 1.5
