# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing that a walk-up types is on the disk, before or after it is sent; a member's draft is there only sealed."""

import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.staff.stage import K, Stage
from ui.staff.form_desk import FormDesk

_LARGEST = 64 * 2**20


@pytest.fixture
def canary() -> str:
    """A word that stands nowhere else."""
    return f"canary{secrets.token_hex(12)}"


ROOTS = frozenset({tempfile.gettempdir(), str(Path.home())})
_OF_OTHER_TESTS = "pytest-of-"


def sightings(canary: str, since: float, school: Path) -> list[Path]:
    """The files that hold the word, among those written since a moment.

    Looked through are the school, the temporary folder and one's home, without what other tests keep there.
    """
    marks = [canary.encode(), canary.encode("utf-16-le"), canary.encode()[::-1]]
    written = (file for root in {str(school), *ROOTS} for file in _written(root, since))
    return [Path(file) for file in written if any(mark in _content(file) for mark in marks)]


def _written(folder: str, since: float) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(_OF_OTHER_TESTS):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _written(entry.path, since)
        elif entry.is_file(follow_symlinks=False) and _is_new(entry, since):
            yield entry.path


def _is_new(entry: "os.DirEntry[str]", since: float) -> bool:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    return status.st_mtime >= since and status.st_size < _LARGEST


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError:
        return b""


def type_everywhere(stage: Stage, canary: str) -> None:
    """Go through a concern and type the word wherever words go."""
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("zz")
    stage.press(K.Key_End, K.Key_Return)
    stage.tab_to("What you know about them")
    stage.type(canary)
    stage.choose("Continue")
    stage.tab_to("In your own words")
    stage.type(canary)
    stage.choose("Continue")
    stage.tab_to("Where did it happen?")
    stage.type(canary)
    stage.choose("Continue")
    desk = stage.side._stack.desk
    assert desk is not None
    assert desk._flow.at == "child"


@pytest.fixture
def since() -> float:
    """The moment before the test."""
    return time.time() - 1


def test_nothing_that_a_walk_up_types_is_on_the_disk(stage: Stage, canary: str, since: float) -> None:
    type_everywhere(stage, canary)
    assert sightings(canary, since, stage.school.home) == []


def test_nothing_that_a_walk_up_sent_can_be_read_on_the_disk(stage: Stage, canary: str, since: float) -> None:
    stage.at_check(what_happened=canary, your_name=canary, name_choice="give")
    stage.choose("Lock and send")
    assert stage.title == "Thank you. Your report has been sent."
    assert sightings(canary, since, stage.school.home) == []


def test_a_members_draft_cannot_be_read_on_the_disk(stage: Stage, canary: str, since: float) -> None:
    session = stage.sign_in(stage.school.ta)
    type_everywhere(stage, canary)
    stage.press(K.Key_S, modifier=stage.ctrl)
    assert stage.do(session.drafts.names)
    assert sightings(canary, since, stage.school.home) == []


def test_the_search_would_find_it(tmp_path: Path, canary: str, since: float) -> None:
    (tmp_path / "note.txt").write_text(canary, encoding="utf-8")
    assert sightings(canary, since, tmp_path) == [tmp_path / "note.txt"]


def test_leaving_clears_what_was_typed(stage: Stage, canary: str) -> None:
    type_everywhere(stage, canary)
    desk = stage.side._stack.desk
    assert isinstance(desk, FormDesk)
    typed = desk.filling.typed
    stage.side.show_start()
    assert typed == {}
    assert not stage.side.has_words


def test_the_title_of_the_window_says_nothing(stage: Stage, canary: str) -> None:
    type_everywhere(stage, canary)
    assert [window.title() for window in QGuiApplication.topLevelWindows() if canary in window.title()] == []
