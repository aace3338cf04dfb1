# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The last resort: an error that nobody caught is told calmly, with what was written still on the page behind it.

One of the three places that may catch everything. Nothing is sent anywhere, and no message of an error is shown or
logged, because it may hold somebody's words.
"""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

_LOG = logging.getLogger("candour")
_LOG.addHandler(logging.NullHandler())  # without one, Python writes warnings to the terminal


class BugWatch(QObject):
    """Hears of every uncaught error of this process, in any thread, and tells the window's thread."""

    found = Signal(object)
    """The error."""

    def install(self) -> Callable[[], None]:
        """Begin to watch. Returns what ends it."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        handler = qInstallMessageHandler(_on_qt_message)

        def restore() -> None:
            sys.excepthook, threading.excepthook = before
            qInstallMessageHandler(handler)

        return restore

    def _on_error(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        _LOG.error("bug %s", type(error).__name__)
        self.found.emit(error)

    def _on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_error(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    # Qt's own words may quote a widget's text: only where it happened is kept.
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        _LOG.warning("qt %s %s", kind.name, context.category)
