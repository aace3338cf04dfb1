# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A short note at the bottom left of a window that something was done, which goes by itself after eight seconds.

Only for what also left a trace elsewhere, and never for errors. It waits while the pointer or the keyboard is on it.
"""

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget
from typing_extensions import override

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Line, Surface
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Row
from ui.widgets.text_flow import TextStyle

_MS = 1000


class Toast(Surface):
    """One for each window, which owns it. A new note takes the place of the one before."""

    # Qt still calls the filter while Python takes a dropped window apart, when this is all that is left.
    _is_whole = False

    action_chosen = Signal()
    """Its button was pressed."""

    def __init__(self, theme: ThemeSource, window: QWidget) -> None:
        super().__init__("toast")
        self._theme = theme
        self._window = window
        self.setParent(window)
        self._text = PlainLabel(theme, "", TextStyle("body", "toast.text"), elide=True)
        self._line = Line(theme, upright=True)
        self._action = Button(theme, "", ButtonKind.TOAST, ButtonSize.SMALL)
        icon = IconLabel(theme, Icon.CHECK, "toast.text")
        self.setLayout(Row(theme, icon, self._text, self._line, self._action, gap=3, margins=(4, 1, 4, 1)))
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self.hide()
        self._connect()
        self._is_whole = True

    def _connect(self) -> None:
        self._clock.timeout.connect(self._leave)
        self._fade.finished.connect(self._faded)
        self._action.clicked.connect(self._act)
        self._theme.changed.connect(self._place)
        self._window.installEventFilter(self)
        self._action.installEventFilter(self)

    def show_note(self, text: str, action: str = "") -> None:
        """Show a note, with a button if words for it are given. Says it politely."""
        self._text.show_words(text)
        self._action.show_text(action)
        self._action.setVisible(bool(action))
        self._line.setVisible(bool(action))
        self._fade.stop()
        self._effect.setOpacity(1)
        self.show()
        self.raise_()
        self._place()
        self._wait()
        announce(self, text)

    def take_focus(self) -> None:
        """Move the keyboard to its button, if it shows one (F8)."""
        if self.isVisible() and self._action.isVisible():
            self._action.setFocus()

    def _wait(self) -> None:
        self._clock.start(self._theme.now.motion.toast_seconds * _MS)

    @Slot()
    def _act(self) -> None:
        self.hide()
        self.action_chosen.emit()

    @Slot()
    def _leave(self) -> None:
        if self.underMouse() or self._action.hasFocus():
            self._wait()
        elif self._theme.now.reduced_motion:
            self.hide()
        else:
            self._fade.setDuration(self._theme.now.motion.fade)
            self._fade.setStartValue(1.0)
            self._fade.setEndValue(0.0)
            self._fade.start()

    @Slot()
    def _faded(self) -> None:
        self.hide()

    @Slot()
    def _place(self) -> None:
        theme = self._theme.now
        self.setFixedHeight(theme.size.toast)
        width = min(self.sizeHint().width(), self._window.width() - 2 * theme.space(6))
        self.setFixedWidth(width)
        self.move(theme.space(6), self._window.height() - theme.size.toast - theme.space(6))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._fade.stop()
        self._effect.setOpacity(1)
        self._wait()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._is_whole:
            return False
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._action and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._wait()
        return super().eventFilter(watched, event)
