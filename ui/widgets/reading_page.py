# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Something to read that the keyboard can scroll: one stop for Tab, arrows and page keys move it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.scroll_page import ScrollPage

_SCROLLING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ReadingPage(ScrollPage):
    """A scroll page that takes the keyboard itself. `name` says what is read."""

    def __init__(self, theme: ThemeSource, content: QWidget, *, name: str) -> None:
        super().__init__(theme, content)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        # Left, Right and letters belong to the pane around it.
        if arg__1.key() in _SCROLLING:
            super().keyPressEvent(arg__1)
        else:
            arg__1.ignore()
