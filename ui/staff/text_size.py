# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Larger letters, for whoever sits down at a shared computer: a button with the sizes (ux.md 5.6)."""

import msgspec
from PySide6.QtCore import QLocale, QPoint, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.theme import TEXT_SCALES
from ui.widgets.button import Button, ButtonKind, ButtonSize


class TextSizeButton(Button):
    """Opens the sizes; the one in force is ticked."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, say(Staff.TEXT_SIZE), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.A_LARGE_SMALL)
        self._source = theme
        self._menu = QMenu(self)
        self._sizes = QActionGroup(self)
        for scale in TEXT_SCALES:
            action = QAction(f"{QLocale().toString(round(scale * 100))} %", self._sizes)
            action.setCheckable(True)
            action.setData(scale)
            self._menu.addAction(action)
        self._sizes.triggered.connect(self._choose)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        for action in self._sizes.actions():
            action.setChecked(action.data() == self._source.now.text_scale)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._source.choose(msgspec.structs.replace(self._source.appearance, text_scale=action.data()))
