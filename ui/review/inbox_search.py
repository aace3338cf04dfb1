# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The line above the inbox in which somebody types what they look for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.line_input import LineInput, Width


class InboxSearch(LineInput):
    """The line. Give it its placeholder: how much room there is for one changes."""

    left = Signal()
    """Escape or Down was pressed: the keyboard goes back to the list."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, role="body", icon=Icon.SEARCH, clearable=True, compact=True, width=Width.FULL)
        self.setAccessibleName(say(Said.SEARCH))
        self.show_key("Ctrl K")

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_Escape:
            self.clear()
        if arg__1.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(arg__1)
