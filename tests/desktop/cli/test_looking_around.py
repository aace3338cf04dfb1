# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour demo --open and candour tour: the window comes first, and its exit code counts."""

import io
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from desktop.cli.main import run
from desktop.cli.terminal import Terminal
from desktop.demo.card import CARD, DemoCard
from tests.desktop.cli.running import Ran
from tests.school import SmallSchool


class Screen:
    """Notes with which words a window was opened."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.words: list[str] = []

    def open(self, words: Sequence[str]) -> int:
        self.words += words
        return self.code

    def run(self, *words: str) -> Ran:
        """Run a command that may open the window here."""
        out, err = io.StringIO(), io.StringIO()
        return Ran(run(words, Terminal(io.StringIO(), out, err), self.open), out.getvalue(), err.getvalue())


@pytest.fixture
def home(small_school: SmallSchool) -> str:
    """A home with the card of a demonstration: it is not made again."""
    card = DemoCard(school="Hollowbrook", fingerprint="", enrolment_code="", people=())
    (small_school.home / CARD).write_bytes(msgspec.json.encode(card))
    return str(small_school.home)


def test_a_demonstration_that_is_there_opens_at_once(home: str) -> None:
    screen = Screen()
    assert screen.run("demo", "--home", home, "--open") == Ran(0, "", "")
    assert screen.words == ["--home", home]


def test_without_open_no_window_opens(home: str) -> None:
    screen = Screen()
    assert screen.run("demo", "--home", home).code == 0
    assert screen.words == []


def test_a_tour_is_walked_in_the_window_and_its_folder_is_the_last_line(home: str, tmp_path: Path) -> None:
    screen, out = Screen(), tmp_path / "new" / "out"
    assert screen.run("tour", "--home", home, "--out", str(out)) == Ran(0, f"{out}\n", "")
    assert screen.words == ["--home", home, "--tour", str(out)]
    assert out.is_dir()


def test_a_tour_that_stopped_says_no_folder(home: str, tmp_path: Path) -> None:
    ran = Screen(code=1).run("tour", "--home", home, "--out", str(tmp_path / "out"))
    assert (ran.code, ran.out) == (1, "")


def test_a_folder_that_cannot_be_made_is_said_before_anything_is(home: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    screen = Screen()
    ran = screen.run("tour", "--home", home, "--out", str(tmp_path / "file"))
    assert (ran.code, ran.out, screen.words) == (1, "", [])
    assert ran.err


def test_a_tour_needs_to_be_told_where(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert Screen().run("tour", "--home", home).code == 2
    assert "--out" in capsys.readouterr().err
