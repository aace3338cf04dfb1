# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every test of the windows needs: the shipped fonts, British dates, a theme, and nothing left behind."""

import gc
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import NamedTuple, TypeVar

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QLocale, QThread, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.strays import Strays
from ui.theme.fonts import load_fonts
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme
from ui.widgets import announcing

W = TypeVar("W", bound=QWidget)


@pytest.fixture(autouse=True)
def _quick(stretched_once: None) -> None:
    """These tests are about what comes after a passphrase."""


@pytest.fixture(scope="session", autouse=True)
def _british_and_bundled(qapp: QApplication) -> None:
    """Dates and pictures must not depend on the machine."""
    QLocale.setDefault(QLocale("en_GB"))
    load_fonts()


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    """The light theme at 100 %."""
    return ThemeSource(qapp, Appearance(scheme=Scheme.LIGHT))


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[W], W]]:
    """Shows a widget as an active window, keeps it for the test, and closes it afterwards."""
    kept: list[QWidget] = []

    def show(widget: W) -> W:
        kept.append(widget)
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    yield show
    kept.clear()


@pytest.fixture
def strays(monkeypatch: pytest.MonkeyPatch) -> Strays:
    """What is shown as a window of its own during the test and is none."""
    return Strays(monkeypatch)


class Announcement(NamedTuple):
    """What a screen reader was told, and whether at once."""

    text: str
    is_assertive: bool


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[Announcement]:
    """Everything that is announced during the test."""
    heard: list[Announcement] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        assertive = QAccessible.AnnouncementPoliteness.Assertive
        heard.append(Announcement(event.message(), event.politeness() == assertive))

    ear = SimpleNamespace(AnnouncementPoliteness=QAccessible.AnnouncementPoliteness, updateAccessibility=hear)
    monkeypatch.setattr(announcing, "QAccessible", ear)
    return heard


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """A test leaves no window open and no timer, thread or animation running."""
    yield
    if not _MAKERS & set(request.fixturenames):
        return  # it made no widgets, and looking through all objects takes its time
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert [window for window in qapp.topLevelWidgets() if window.isVisible()] == []
    assert [thing for thing in _movers() if _runs(thing)] == []


_MAKERS = frozenset({"qtbot", "theme", "shown"})
Mover = QTimer | QThread | QAbstractAnimation


def _movers() -> list[Mover]:
    kinds = {kind for base in (QTimer, QThread, QAbstractAnimation) for kind in _kinds(base)}
    return [thing for thing in gc.get_objects() if type(thing) in kinds]


def _kinds(base: type[Mover]) -> Iterator[type[Mover]]:
    yield base
    for kind in base.__subclasses__():
        yield from _kinds(kind)


def _runs(mover: Mover) -> bool:
    try:
        match mover:
            case QTimer():
                return mover.isActive()
            case QThread():
                return mover.isRunning()
            case QAbstractAnimation():
                return mover.state() == QAbstractAnimation.State.Running
    except RuntimeError:  # Qt has deleted it already
        return False
