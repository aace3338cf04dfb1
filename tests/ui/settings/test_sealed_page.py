# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The settings page on which somebody opens what was sealed to them."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent

from desktop.exports.lists import export_actions
from desktop.people import PersonId
from tests.desktop.exports.orders import own_file
from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from ui.settings.sealed_page import SealedPage


@pytest.fixture
def sealed(small_school: SmallSchool, tmp_path: Path) -> Path:
    """What is open, sealed by the safeguarding lead to the teaching assistant."""
    lead = small_school.open().sign_in(PersonId(small_school.dsl.person_id), small_school.dsl.passphrase)
    order = msgspec.structs.replace(own_file(), sealed_to=PersonId(small_school.ta.person_id))
    try:
        return export_actions(lead, tmp_path, order).path
    finally:
        lead.close()


def test_whoever_it_is_sealed_to_is_told_who_made_it_and_where_its_files_are(
    settings: Opened, small_school: SmallSchool, sealed: Path, tmp_path: Path
) -> None:
    stage = settings(small_school.ta, "sealed")
    page = stage.side.page
    assert isinstance(page, SealedPage)
    page.take(str(sealed))
    page.open_into(str(tmp_path))
    stage.settle()
    assert stage.hands.sees(f"{small_school.dsl.name} made it on")
    assert stage.hands.sees(str(tmp_path / f"{sealed.stem}.pdf"))
    assert (tmp_path / f"{sealed.stem}.pdf").read_bytes().startswith(b"%PDF-")


def test_anybody_else_is_told_that_it_is_not_for_them(
    settings: Opened, small_school: SmallSchool, sealed: Path, tmp_path: Path
) -> None:
    stage = settings(small_school.head, "sealed")
    page = stage.side.page
    assert isinstance(page, SealedPage)
    page.take(str(sealed))
    page.open_into(str(tmp_path))
    stage.settle()
    assert stage.hands.sees("it is sealed to somebody else")
    assert not page.choose.is_busy


@pytest.mark.parametrize(("name", "is_taken"), [("x.candour", True), ("x.pdf", False)])
def test_only_a_sealed_file_can_be_dropped_there(
    settings: Opened, small_school: SmallSchool, name: str, is_taken: bool
) -> None:
    stage = settings(small_school.ta, "sealed")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(Path.home() / name))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(9, 9), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    stage.side.page.dragEnterEvent(event)
    assert event.isAccepted() is is_taken
