# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What has no room of its own in the rail of a small window, behind one button at its foot (picture 13b)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.side_navigation import NavItem, waiting_words


class RailMenu(IconButton):
    """The button. `waiting` says how much waits where, by the entries' ids."""

    chosen = Signal(str)
    """An entry was chosen: its id."""

    def __init__(self, theme: ThemeSource, items: Sequence[NavItem], waiting: Mapping[str, int]) -> None:
        super().__init__(theme, Icon.MENU, say(Said.MORE_PLACES), ButtonSize.SMALL)
        self._menu = QMenu(self)
        self._items = items
        self.show_waiting(waiting)
        self._menu.triggered.connect(self._tell)
        self.clicked.connect(self._open)

    def show_waiting(self, waiting: Mapping[str, int]) -> None:
        """Say beside each entry how much waits there."""
        self._menu.clear()
        for item in self._items:
            words = waiting_words(item.words, waiting.get(item.id, 0))
            action = QAction("\t".join((words, item.shortcut)).strip(), self._menu)
            action.setData(item.id)
            self._menu.addAction(action)

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(self.width(), self.height() - self._menu.sizeHint().height())))

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        self.chosen.emit(action.data())
