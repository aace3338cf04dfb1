# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tells a reviewer through the system that something new arrived while Candour is out of sight (ux.md R1, A5).

Once until they look again, and in the same words always: who stands at the screen could otherwise count reports.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop.idle_limits import KeptLimits, Notice
from ui.shell.words import Shell, say
from ui.theme.icons import Icon, icon_pixmap
from ui.theme.source import ThemeSource

_SHOWN_FOR_MS = 10_000
_ICON_SIDE = 32


class ArrivalNotice(QObject):
    """What the system is asked to show. `window` is the one to come back to; `is_signed_in` says whether anybody is."""

    words_due = Signal(str)
    """The system is to show these words."""
    alert_due = Signal()
    """The task bar is to point out the window."""

    def __init__(
        self, theme: ThemeSource, window: QWidget, is_signed_in: Callable[[], bool], limits: KeptLimits
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._is_signed_in = is_signed_in
        self._limits = limits
        self._is_told = False
        self._tray: QSystemTrayIcon | None = None
        self.words_due.connect(self._show_words)
        self.alert_due.connect(self._alert)
        theme.application.focusWindowChanged.connect(self._look)

    @Slot()
    def tell(self) -> None:
        """Something new has come: tell it, unless Candour is in front, it has been told, or nobody is to be told."""
        notice = self._limits.now.notice
        if notice is Notice.NONE or self._is_told or self._is_in_front() or not self._is_signed_in():
            return
        self._is_told = True
        self.alert_due.emit()
        if notice is Notice.WORDS:
            self.words_due.emit(say(Shell.SOMETHING_NEW))

    @Slot()
    def _look(self) -> None:
        """Somebody may have come back to Candour, whichever of its windows it is."""
        if self._is_in_front():
            self._is_told = False
            self._put_away()

    def _is_in_front(self) -> bool:
        """Say whether the window, or a dialog over it, is the one that is worked in."""
        active: QWidget | None = QApplication.activeWindow()
        while active is not None and active is not self._window:
            active = active.parentWidget()
        return active is not None

    @Slot()
    def _alert(self) -> None:
        QApplication.alert(self._window)

    @Slot(str)
    def _show_words(self, words: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        self._put_away()
        colour = self._theme.now.colour("text.secondary")
        icon = QIcon(icon_pixmap(Icon.INFO, _ICON_SIDE, colour, self._window.devicePixelRatio()))
        self._tray = tray = QSystemTrayIcon(icon, self)
        tray.messageClicked.connect(self._come_back)
        tray.show()
        tray.showMessage("", words, icon, _SHOWN_FOR_MS)
        QTimer.singleShot(_SHOWN_FOR_MS, tray, self._put_away)

    @Slot()
    def _come_back(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()

    @Slot()
    def _put_away(self) -> None:
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None
