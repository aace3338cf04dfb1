# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of a page that are shown as windows of their own, if only for a moment: each takes the keyboard from its page.

Qt makes a window of whatever is shown before it stands in another widget, or in a layout that belongs to none yet.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Strays(QObject):
    """Notices what is shown as a window. Install it on the application before the page is made."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[QWidget, str]] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and _is_window(watched):
            self._shown.append((watched, repr(watched)))
        return False

    @property
    def found(self) -> list[str]:
        """What was shown as a window and is none: it stands in another by now, or is gone."""
        return [words for widget, words in self._shown if not (shiboken6.isValid(widget) and _is_window(widget))]


def _is_window(widget: QWidget) -> bool:
    return widget.isWindow() and widget.windowType() == Qt.WindowType.Window
