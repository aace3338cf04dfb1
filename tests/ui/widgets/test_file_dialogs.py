# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Qt's own file dialog, as it is shown where the system has none: it never stops the window to ask or to complain."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Announcement
from ui.widgets.file_dialogs import ask_for_folder, ask_to_open, ask_to_open_several, ask_to_save

Asking = Callable[[QWidget, Callable[..., None]], None]
NO_FILE = "There is no such file. File name:"
OPENING: dict[str, tuple[Asking, str]] = {
    "file": (lambda page, chosen: ask_to_open(page, "Choose", "", chosen), NO_FILE),
    "files": (lambda page, chosen: ask_to_open_several(page, "Choose", "", chosen), NO_FILE),
    "folder": (lambda page, chosen: ask_for_folder(page, "Choose", chosen), "There is no such folder. Folder name:"),
}


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget]) -> Iterator[QWidget]:
    page = shown(QWidget())
    yield page
    for dialog in page.findChildren(QFileDialog):
        dialog.reject()


def typed(page: QWidget, name: str, qtbot: QtBot) -> QFileDialog:
    """Type a name into the dialog that is open, and press Enter."""
    (dialog,) = page.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    (field,) = dialog.findChildren(QLineEdit)
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return dialog


@pytest.mark.parametrize("kind", OPENING)
def test_a_name_that_is_not_there_is_said_beside_it(
    kind: str, page: QWidget, qtbot: QtBot, announced: list[Announcement]
) -> None:
    ask, words = OPENING[kind]
    chosen: list[object] = []
    ask(page, chosen.append)
    dialog = typed(page, "nowhere.csv", qtbot)
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == words
    assert announced[-1] == Announcement(words, is_assertive=True)
    assert (dialog.isVisible(), chosen) == (True, [])
    assert QApplication.activeModalWidget() is dialog


def test_the_name_can_be_typed_anew_at_once(page: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "staff.csv").touch()
    chosen: list[str] = []
    ask_to_open(page, "Choose", "", chosen.append)
    (field,) = typed(page, "nowhere.csv", qtbot).findChildren(QLineEdit)
    assert field.selectedText() == "nowhere.csv"
    QTest.keyClicks(field, str(tmp_path / "staff.csv"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen == [str(tmp_path / "staff.csv")]


def test_nobody_is_asked_whether_a_file_may_be_written_over(page: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "code.pdf").touch()
    chosen: list[str] = []
    ask_to_save(page, "Save", "", "code.pdf", chosen.append)
    typed(page, str(tmp_path / "code.pdf"), qtbot)
    assert chosen == [str(tmp_path / "code.pdf")]
