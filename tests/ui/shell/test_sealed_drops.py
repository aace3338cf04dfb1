# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sealed file that is dropped on the window, or handed over at the start, leads to the page that opens it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.__main__ import _names_no_command
from tests.ui.shell.conftest import House
from ui.review.desk_page import Place
from ui.settings import sealed_page

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that asked for a folder, by the file that they were handed."""
    found: list[str] = []

    def asked(page: sealed_page.SealedPage, _title: str, _then: Callable[[str], None]) -> None:
        found.append(page._file)

    monkeypatch.setattr(sealed_page, "ask_for_folder", asked)
    return found


def drop(house: House, name: str) -> bool:
    """Drag a file onto the window and let it go. Returns whether the window would take it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/files/{name}")])
    event = QDragEnterEvent(QPoint(9, 9), COPY, mime, LEFT, NO_KEY)
    event.ignore()
    house.theme.application.sendEvent(house.window, event)
    if event.isAccepted():
        house.theme.application.sendEvent(house.window, QDropEvent(QPointF(9, 9), COPY, mime, LEFT, NO_KEY))
    return event.isAccepted()


def test_a_file_is_taken_once_somebody_has_signed_in(house: House, taken: list[str]) -> None:
    house.open()
    assert not drop(house, "a.candour")
    house.sign_in(house.school.ta)
    house.sees("Tell us something")
    assert not drop(house, "a.pdf")
    assert drop(house, "a.candour")
    house.sees("Open a sealed file")
    house.until(lambda: taken == ["/files/a.candour"])
    assert drop(house, "b.candour")
    house.until(lambda: taken[-1] == "/files/b.candour")


def test_a_file_that_was_handed_over_at_the_start_waits_for_a_sign_in(house: House, taken: list[str]) -> None:
    house.open().sealed.wait("/files/a.candour")
    house.sign_in(house.school.dsl)
    house.sees("Open a sealed file")
    house.until(lambda: taken == ["/files/a.candour"])


def test_the_desk_offers_it_among_the_reports(house: House) -> None:
    house.open()
    house.sign_in(house.school.dsl)
    house.sees("Inbox")
    assert house.window._sides.review is not None
    house.window._sides.review.go(Place.REPORTS)
    house.choose("Open a file that somebody sealed to you…")
    house.sees("Open a sealed file")


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        (["a.candour"], True),
        (["--home", "x", "a.candour"], True),
        (["--home=x", "a.candour"], True),
        (["export", "open", "a.candour"], False),
    ],
)
def test_a_sealed_file_alone_opens_the_window(words: list[str], *, opens: bool) -> None:
    assert _names_no_command(words) is opens
