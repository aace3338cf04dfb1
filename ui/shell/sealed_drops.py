# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sealed file (.candour) that is dropped anywhere on the window, or was opened in the system's file manager."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.exports.order import SEALED_ENDING

PAGE = "sealed"
"""The page of the settings that opens such a file; it is asked for with the file after a colon."""


class SealedDrops(QObject):
    """Watches a window. A file goes to the page that opens it: at once, or when somebody has signed in."""

    def __init__(self, window: QWidget, is_ready: Callable[[], bool], open_page: Callable[[str], None]) -> None:
        """`is_ready` says whether somebody is signed in and the screen is not hidden; `open_page` shows a page."""
        super().__init__(window)
        self._is_ready = is_ready
        self._open_page = open_page
        self._waiting = ""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            return False
        file = dropped_file(event)
        if not (file and self._is_ready()):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._open(file)
        return True

    def wait(self, file: str) -> None:
        """Have a file opened as soon as somebody has signed in."""
        self._waiting = file

    def signed_in(self) -> None:
        """Open what waits."""
        if self._waiting:
            self._open(self._waiting)
        self._waiting = ""

    def _open(self, file: str) -> None:
        self._open_page(f"{PAGE}:{file}")


def dropped_file(event: QDragEnterEvent | QDropEvent) -> str:
    """The one sealed file that is being dropped; empty for anything else."""
    urls = event.mimeData().urls()
    file = urls[0].toLocalFile() if len(urls) == 1 else ""
    return file if file.lower().endswith(SEALED_ENDING) else ""
