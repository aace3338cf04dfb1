# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A fault of ours: caught wherever it happens, told calmly, without a word that anybody wrote."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from PySide6.QtWidgets import QApplication

from tests.ui.shell.conftest import House
from ui.shell.bug_page import BugTeller
from ui.shell.bugs import BugWatch, _on_qt_message
from ui.tour.hands import Key

SECRET = "Tom Ashby gave L.M. a lift"


def broken() -> Exception:
    with pytest.raises(ValueError, match=SECRET) as caught:
        int(SECRET)
    return caught.value


class TestTheTeller:
    @pytest.fixture
    def told(self, house: House) -> House:
        """A window in which something broke while somebody wrote."""
        house.open()
        house.write_something()
        BugTeller(house.theme, house.window).tell(broken())
        house.sees("Something went wrong in Candour")
        return house

    def test_says_that_what_was_written_is_still_there(self, told: House) -> None:
        told.sees("What you’d written is still on the page behind this message, or in your drafts.")

    def test_shows_kinds_and_places_and_no_words_of_the_error(self, told: House) -> None:
        shown = "\n".join(told.hands._texts())
        assert "ValueError" in shown
        assert "test_bugs.py" in shown
        assert "Traceback" not in shown
        assert "lift" not in shown.replace("He gave a child a lift.", "")
        assert str(told.school.home.parent) not in shown

    def test_carrying_on_comes_back_to_the_words(self, told: House) -> None:
        told.choose("Carry on")
        told.sees("He gave a child a lift.")

    def test_the_details_can_be_copied(self, told: House) -> None:
        told.choose("Copy details")
        assert told.theme.application.clipboard().text().startswith("Candour ")
        assert SECRET not in told.theme.application.clipboard().text()

    def test_closing_still_asks_about_what_was_written(self, told: House) -> None:
        told.choose("Close Candour")
        told.sees("Close without sending?")

    def test_a_second_fault_meanwhile_is_the_same_trouble(self, house: House) -> None:
        house.open()
        teller = BugTeller(house.theme, house.window)
        teller.tell(broken())
        teller.tell(KeyError(SECRET))
        house.sees("Something went wrong in Candour")
        assert not house.hands.sees("KeyError")
        house.choose("Carry on")
        teller.tell(KeyError(SECRET))
        house.sees("KeyError")
        house.hands.press(Key.Key_Escape)


class TestTheWatch:
    @pytest.fixture
    def found(self, qapp: QApplication) -> Iterator[list[BaseException]]:
        """What a watch finds while it is installed."""
        watch, found = BugWatch(), list[BaseException]()
        watch.found.connect(found.append)
        before = sys.excepthook, threading.excepthook
        restore = watch.install()
        yield found
        restore()
        assert (sys.excepthook, threading.excepthook) == before

    def test_hears_of_what_nobody_caught(self, found: list[BaseException]) -> None:
        error = broken()
        sys.excepthook(type(error), error, error.__traceback__)
        assert found == [error]

    def test_hears_of_it_in_another_thread(self, found: list[BaseException]) -> None:
        error = broken()
        threading.excepthook(threading.ExceptHookArgs((type(error), error, None, None)))
        assert found == [error]

    def test_leaves_an_interrupt_alone(self, found: list[BaseException]) -> None:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        assert found == []

    def test_logs_the_kind_and_never_the_words(
        self, found: list[BaseException], caplog: pytest.LogCaptureFixture
    ) -> None:
        error = broken()
        sys.excepthook(type(error), error, error.__traceback__)
        assert [record.getMessage() for record in caplog.records] == ["bug ValueError"]

    def test_logs_where_qt_warned_and_never_what_it_said(self, caplog: pytest.LogCaptureFixture) -> None:
        _on_qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), SECRET)
        _on_qt_message(QtMsgType.QtDebugMsg, QMessageLogContext(), SECRET)
        assert len(caplog.records) == 1
        assert SECRET not in caplog.text
        assert caplog.records[0].levelno == logging.WARNING


def test_what_breaks_in_a_task_of_the_window_is_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_words: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("ui.shell.window.look_at", breaks)
    house.open()
    house.sign_in(house.school.ta)
    assert [type(error) for error in house.bugs] == [ValueError]
    house.bugs.clear()
