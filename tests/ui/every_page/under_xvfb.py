# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a real accessibility client reads of the pages. `test_screen_reader.py` runs this in a process of its own."""

import json
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.pages import PAGES, Page

PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("reader.py")
_PATIENCE_SECONDS = 90


class Node(NamedTuple):
    """Something on the screen, as it is read out."""

    role: str
    name: str
    takes_keyboard: bool


EXPECTED = {
    "staff start": ("push button", "Share a concern about an adult"),
    "staff concern_what": ("text", "In your own words"),
    "staff check": ("push button", "Lock and send"),
    "review inbox": ("list", "Records: Needs you"),
    "review record": ("push button", "Continue"),
    "settings roles": ("combo box", "Role"),
}
SHORT = {"staff start", "review record"}
CASES = [pytest.param(page, id=page.name, marks=[] if page.name in SHORT else [pytest.mark.long]) for page in PAGES]

# A question of the bus that Qt leaves unanswered, and clients do without.
pytestmark = pytest.mark.qt_log_ignore("GetApplicationBusAddress", extend=True)


def read_out(application: QApplication, file: Path) -> list[Node]:
    """Everything that the client reads, while the window goes on living."""
    with file.open("wb") as out:
        client = subprocess.Popen([PYTHON, str(READER)], stdout=out)
        end = time.monotonic() + _PATIENCE_SECONDS
        while client.poll() is None and time.monotonic() < end:
            application.processEvents()
        client.kill()
    assert client.wait() == 0
    return [Node(*node) for node in json.loads(file.read_bytes())]


@pytest.mark.parametrize("page", CASES)
def test_a_page_is_read_out(page: Page, request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> None:
    shown = page.show(request)  # held: nobody else holds a page that stands alone
    nodes = read_out(qapp, tmp_path / "read.json")
    assert shown.isVisible()
    reached = [node for node in nodes if node.takes_keyboard]
    assert reached
    assert [node for node in reached if not node.name] == []
    if page.name in EXPECTED:
        assert EXPECTED[page.name] in {(node.role, node.name) for node in nodes}
