# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field of one line, with an icon, a key or a clear button in it where wanted."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QSizePolicy
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.own_font import has_lost_font
from ui.widgets.words import Said, say

_LIMIT = 200


class Width(Enum):
    """How wide a field is: as its place, 560, 232 or 110 px."""

    FULL = "full"
    FIELD = "field"
    SHORT = "short"
    TIME = "time"


class LineInput(QLineEdit):
    """One line of text, 44 px high, or with `compact` 36 px on reviewers' pages.

    `clearable` adds a button that empties it, shown while there is something to clear. It takes 200 characters unless
    `setMaxLength` says otherwise.
    """

    # Qt still calls `changeEvent` while Python takes a dropped widget apart, when this is all that is left.
    _own_font: QFont | None = None

    edited = Signal(str)
    """The text has changed, by typing or otherwise: the new text."""

    def __init__(
        self,
        theme: ThemeSource,
        *,
        role: str = "bodyStaff",
        icon: Icon | None = None,
        clearable: bool = False,
        compact: bool = False,
        width: Width = Width.FIELD,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._icon = icon
        self._compact = compact
        self._width = width
        self._key = ""
        self._trailing: IconButton | None = None
        self.setMaxLength(_LIMIT)
        across = QSizePolicy.Policy.Expanding if width is Width.FULL else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        if clearable:
            self._add_clear()
        self._restyle()
        self._connect()

    def _connect(self) -> None:
        self.textChanged.connect(self.edited)
        self._theme.changed.connect(self._restyle)

    def value(self) -> str:
        """The text as typed."""
        return self.text()

    def set_value(self, text: str) -> None:
        """Replace the text."""
        self.setText(text)

    def select(self, start: int, end: int) -> None:
        """Put the keyboard on these characters, the end excluded."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setSelection(start, end - start)

    def suggest(self, suggestions: Sequence[str]) -> None:
        """Offer texts that contain what is typed; any other text may be typed too."""
        completer = QCompleter(QStringListModel(list(suggestions), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setObjectName("suggestions")
        completer.setPopup(popup)
        self.setCompleter(completer)

    def show_key(self, key: str) -> None:
        """Paint the shortcut that leads here while the field is empty; the shortcut itself belongs to the window."""
        self._key = key
        self.update()

    def put_inside(self, button: IconButton) -> None:
        """Place a button at the right, inside the border."""
        self._trailing = button
        button.setParent(self)
        self._restyle()

    def _add_clear(self) -> None:
        button = IconButton(self._theme, Icon.X, say(Said.CLEAR), ButtonSize.SMALL)
        button.clicked.connect(self._empty)
        self.textChanged.connect(self._show_clear)
        button.hide()
        self.put_inside(button)

    @Slot()
    def _empty(self) -> None:
        self.clear()
        self.setFocus()

    @Slot(str)
    def _show_clear(self, text: str) -> None:
        if self._trailing is not None:
            self._trailing.setVisible(bool(text) and not self.isReadOnly())

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        self._own_font = theme.font(self._role)
        self.setFont(self._own_font)
        left = theme.size.icon + theme.space(2) if self._icon is not None else 0
        right = theme.size.button_small - theme.space(2) if self._trailing is not None else 0
        self.setTextMargins(left, 0, right, 0)
        self.updateGeometry()
        self._place()

    @override
    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        if has_lost_font(self, arg__1, self._own_font):
            self._restyle()

    @override
    def sizeHint(self) -> QSize:
        sizes = self._theme.now.size
        widths = {Width.SHORT: sizes.field_short, Width.TIME: sizes.time_entry}
        height = sizes.field_compact if self._compact else sizes.field
        return QSize(widths.get(self._width, sizes.field_width), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.now.size.time_entry, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._trailing is not None:
            length = self._trailing.sizeHint().width()
            gap = (self.height() - length) // 2
            self._trailing.setGeometry(self.width() - length - gap, gap, length, length)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._theme.now
        painter = QPainter(self)
        if self._icon is not None:
            length = theme.size.icon
            place = QRectF(theme.space(3) + 1, (self.height() - length) / 2, length, length)
            draw_icon(painter, place, self._icon, theme.colour("text.secondary"))
        if self._key and not self.text():
            left = self.width() - theme.space(3) - keycap_width(theme, self._key)
            draw_keycap(painter, theme, self._key, QRectF(left, 0, 0, self.height()))
