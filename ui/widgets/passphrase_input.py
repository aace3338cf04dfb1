# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field for a passphrase: hidden at first, shown by a real button, never refusing a paste (WCAG 3.3.8)."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import Said, say

_LIMIT = 500
_SHORTCUT = "Ctrl+H"


class PassphraseInput(QWidget):
    """A passphrase, with an eye to show it (Ctrl+H) and a warning in words while capitals are locked."""

    edited = Signal(str)
    """The passphrase has changed: the new text."""
    entered = Signal()
    """Enter was pressed in it."""

    def __init__(self, theme: ThemeSource, *, width: Width = Width.FIELD) -> None:
        super().__init__()
        self._input = LineInput(theme, width=width)
        self._input.setMaxLength(_LIMIT)
        self._input.setEchoMode(QLineEdit.EchoMode.Password)
        # Keep what is typed out of predictive keyboards and spelling dictionaries.
        self._input.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = IconButton(theme, Icon.EYE, say(Said.SHOW_PASSPHRASE), ButtonSize.SMALL, shortcut=_SHORTCUT)
        self._input.put_inside(self._eye)
        self._caps = PlainLabel(theme, say(Said.CAPS_LOCK), TextStyle("small", "status.warn.strong", weight=600))
        self._caps.hide()
        self.setFocusProxy(self._input)
        self.setLayout(Column(theme, self._input, self._caps, gap=1))
        self._connect()

    def _connect(self) -> None:
        self._input.edited.connect(self.edited)
        self._input.returnPressed.connect(self.entered)
        self._eye.clicked.connect(self._turn)
        add_keys(self, {_SHORTCUT: self._turn})
        self._input.installEventFilter(self)

    def value(self) -> str:
        """The passphrase as typed."""
        return self._input.text()

    def set_value(self, text: str) -> None:
        """Replace the passphrase; "" also hides it again."""
        self._input.setText(text)
        if not text:
            self._show(shown=False)

    @property
    def is_shown(self) -> bool:
        """Whether it can be read on the screen."""
        return self._input.echoMode() == QLineEdit.EchoMode.Normal

    @Slot()
    def _turn(self) -> None:
        self._show(shown=not self.is_shown)

    def _show(self, *, shown: bool) -> None:
        self._input.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.show_icon(Icon.EYE_OFF if shown else Icon.EYE)
        self._eye.show_name(say(Said.HIDE_PASSPHRASE if shown else Said.SHOW_PASSPHRASE), _SHORTCUT)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._notice_capitals(event)
        return super().eventFilter(watched, event)

    def _notice_capitals(self, event: QKeyEvent) -> None:
        """Qt cannot ask for the lock: a capital without Shift, or a small letter with it, gives it away."""
        letter = event.text()
        if len(letter) != 1 or not letter.isalpha() or letter.upper() == letter.lower():
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        locked = letter.isupper() != shifted
        if locked and self._caps.isHidden():
            announce(self._input, say(Said.CAPS_LOCK))
        self._caps.setVisible(locked)
