# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""F6 and Shift+F6: from pane to pane of a window, each time to where the keyboard last was in it."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.theme.source import ThemeSource


class Panes(QObject):
    """The panes of one window, which owns this. Those that are hidden are passed over."""

    # Qt still calls the slot while Python takes a dropped window apart, when this is all that is left.
    _panes: tuple[QWidget, ...] = ()

    def __init__(self, theme: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: dict[QWidget, QWidget] = {}
        theme.application.focusChanged.connect(self._remember)
        QShortcut(QKeySequence(Qt.Key.Key_F6), window).activated.connect(self.go_on)
        back = QKeySequence(Qt.KeyboardModifier.ShiftModifier | Qt.Key.Key_F6)
        QShortcut(back, window).activated.connect(self.go_back)

    def set_panes(self, panes: Sequence[QWidget]) -> None:
        """Name the panes in their order; each is a widget that can take the focus or has a focus proxy."""
        self._panes = tuple(panes)
        self._last.clear()

    @Slot()
    def go_on(self) -> None:
        """Go to the next pane."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the pane before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        panes = [pane for pane in self._panes if pane.isVisible() and _takes_keys(pane)]
        if not panes:
            return
        focus = self._window.focusWidget()
        here = next((number for number, pane in enumerate(panes) if _holds(pane, focus)), -step if step > 0 else 0)
        pane = panes[(here + step) % len(panes)]
        last = self._last.get(pane)
        target = last if last is not None and shiboken6.isValid(last) and last.isVisible() else pane
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(QWidget, QWidget)
    def _remember(self, _old: QWidget | None, now: QWidget | None) -> None:
        for pane in self._panes:
            if now is not None and _holds(pane, now):
                self._last[pane] = now


def _takes_keys(pane: QWidget) -> bool:
    """Say whether there is anything in a pane for the keyboard: one that says only that it is empty has nothing."""
    return pane.focusProxy() is not None or pane.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
