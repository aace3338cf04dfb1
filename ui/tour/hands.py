# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody at the keyboard: reads what is on the screen and presses keys. There is no mouse.

Things are looked for by the names that a screen reader would say, and reached with Tab, as somebody would who sees
nothing. So whatever these hands can do, everybody can.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QGroupBox, QPlainTextEdit, QWidget

from ui.widgets.labels import PlainLabel

Key = Qt.Key
_MOST_TABS = 300
_KEY_WORDS = {Key.Key_Space: " ", Key.Key_Return: "\r", Key.Key_Tab: "\t"}


class NotFoundError(Exception):
    """Tab never came to what was looked for: its name."""


class Hands:
    """Hands on the keyboard of an application."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    @property
    def place(self) -> QWidget | None:
        """What the next key goes to: an open menu, or whatever has the keyboard."""
        return self._application.activePopupWidget() or self._application.focusWidget()

    # Reading

    def sees(self, words: str) -> bool:
        """Say whether these words stand on the screen, in a label or in a text that can only be read."""
        return any(words in text for text in self._texts())

    def finds(self, name: str) -> bool:
        """Say whether something with this name can be used now."""
        return self._has_keyboard() and any(name in _names(each) for each in self._widgets() if _takes_keys(each))

    def _has_keyboard(self) -> bool:
        """Say whether the window that wants the keyboard has it; when another has just gone, it may have to ask."""
        active, modal = self._application.activeWindow(), self._application.activeModalWidget()
        if active is not None and active.isVisible() and active is (modal or active) and self.place is not None:
            return True
        for window in self._application.topLevelWidgets() if modal is None else [modal]:
            if window.isVisible():
                window.activateWindow()
        return False

    def _texts(self) -> Iterator[str]:
        for widget in self._widgets():
            if isinstance(widget, PlainLabel):
                yield widget.words
            elif isinstance(widget, QPlainTextEdit):
                yield widget.toPlainText()

    def _widgets(self) -> Iterator[QWidget]:
        return (each for each in self._application.allWidgets() if each.isVisible())

    @property
    def row(self) -> str:
        """The chosen row of the list that has the keyboard, as it is read out."""
        here = self.place
        if not isinstance(here, QAbstractItemView):
            return ""
        return str(here.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def read(self, pattern: re.Pattern[str]) -> str:
        """The first text on the screen that is wholly of this shape. Raises NotFoundError."""
        for text in self._texts():
            if pattern.fullmatch(text):
                return text
        raise NotFoundError(pattern.pattern)

    def names(self, shape: str) -> list[str]:
        """The names of what can be used now, and of groups of it, of this shape (a pattern), from the top."""
        usable = sorted((each for each in self._widgets() if _takes_keys(each)), key=_height)
        found = {name: None for widget in usable for name in _names(widget) if re.match(shape, name)}
        return list(found)

    # Pressing keys

    def press(self, *keys: Qt.Key) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self._send(key, _KEY_WORDS.get(key, ""))

    def type(self, words: str) -> None:
        """Type words, letter by letter."""
        for letter in words:
            self._send(Key.Key_Return if letter == "\n" else Key(0), letter)

    def reach(self, name: str) -> None:
        """Press Tab until something with this name has the keyboard. Raises NotFoundError when that never comes."""
        for _ in range(_MOST_TABS):
            here = self._application.focusWidget()
            if here is not None and name in _names(here):
                return
            self.press(Key.Key_Tab)
        raise NotFoundError(name)

    def _send(self, key: Qt.Key | int, words: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            place = self.place
            if place is not None:
                self._application.sendEvent(place, QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier, words))


def _takes_keys(widget: QWidget) -> bool:
    takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes) and widget.isEnabled() and widget.focusProxy() is None


def _height(widget: QWidget) -> int:
    return widget.mapToGlobal(QPoint(0, 0)).y()


def _names(widget: QWidget) -> tuple[str, ...]:
    """The name of a widget, and of the group that it stands in."""
    parent = widget.parentWidget()
    return (spoken_name(widget), *((spoken_name(parent),) if isinstance(parent, QGroupBox) else ()))


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)
