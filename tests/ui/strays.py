# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of a page that are shown as windows of their own, if only for a moment: each takes the keyboard from its page.

Qt makes a window of whatever is shown before it stands in another widget, or in a layout that belongs to none yet.
"""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Strays:
    """Notices what is shown as a window, from when it is made until `patch` is undone.

    It hears of `show` and `setVisible` as they are called: a filter that sees each event of the application would cost
    the tests of the windows an eighth of their time.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._shown: list[tuple[QWidget, str]] = []
        show, set_visible = QWidget.show, QWidget.setVisible
        patch.setattr(QWidget, "show", lambda widget: self._note(widget, lambda: show(widget)))
        patch.setattr(QWidget, "setVisible", lambda widget, on: self._note(widget, lambda: set_visible(widget, on)))

    def _note(self, widget: QWidget, make_visible: Callable[[], None]) -> None:
        was_visible = widget.isVisible()
        make_visible()
        if not was_visible and widget.isVisible() and _is_window(widget):
            self._shown.append((widget, repr(widget)))

    @property
    def found(self) -> list[str]:
        """What was shown as a window and is none: it stands in another by now, or is gone."""
        return [words for widget, words in self._shown if not (shiboken6.isValid(widget) and _is_window(widget))]


def _is_window(widget: QWidget) -> bool:
    return widget.isWindow() and widget.windowType() == Qt.WindowType.Window
