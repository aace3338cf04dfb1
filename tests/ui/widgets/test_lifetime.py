# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page that is closed is gone: nothing of the theme, the application or the widgets themselves holds on to it."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sheets import Sheet, components, more
from ui.theme.source import Appearance, ThemeSource
from ui.widgets.button import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput
from ui.widgets.panes import Panes
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.toast import Toast

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("without_collector")
@pytest.mark.parametrize("sheet", [components, more])
def test_a_deleted_page_is_freed_without_the_collector(
    theme: ThemeSource, qapp: QApplication, sheet: Callable[[ThemeSource], Sheet]
) -> None:
    window = sheet(theme).window
    FocusRing(theme, window)
    Panes(theme, window)
    window.show()
    gone = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone() is None


def test_what_python_has_emptied_stays_quiet_until_qt_deletes_it(theme: ThemeSource, shown: Show, qtbot: QtBot) -> None:
    """A window that is only dropped loses its Python half first, and Qt goes on calling into what is left."""
    line, button = LineInput(theme), Button(theme, "Continue")
    content, window = QWidget(), QWidget()
    content.setLayout(Column(theme, line, button))
    page = ScrollPage(theme, content)
    window.setLayout(Column(theme, page))
    emptied = (FocusRing(theme, window), Toast(theme, window), Panes(theme, window), page, button)
    shown(window)
    for half in emptied:
        vars(half).clear()
    line.setFocus()
    window.resize(500, 500)
    button.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    line.setFocus()
    window.hide()


def test_the_theme_changes_quietly_after_a_page_has_gone(theme: ThemeSource, qapp: QApplication) -> None:
    window = more(theme).window
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.choose(Appearance(text_scale=1.3))
