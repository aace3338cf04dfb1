# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""People's own words to read, select and copy: all of them, plain, never as mark-up."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.own_font import has_lost_font
from ui.widgets.true_lines import TrueLines
from ui.widgets.visible_text import visible

_LIMIT = 100_000


class PlainView(QPlainTextEdit):
    """Shows a text as high as it is, without a scroll bar of its own. `name` tells a screen reader whose words."""

    # Qt still calls `changeEvent` while Python takes a dropped widget apart, when this is all that is left.
    _own_font: QFont | None = None

    def __init__(self, theme: ThemeSource, text: str = "", *, name: str, role: str = "narrative") -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._true_lines = TrueLines(self.document(), theme.now.line(role))
        self.document().setDocumentLayout(self._true_lines)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        self.show_text(text)
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(visible(text, _LIMIT))
        self.updateGeometry()

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        self._own_font = theme.font(self._role)
        self.setFont(self._own_font)
        self.document().setDefaultFont(self.font())
        self.document().setDocumentMargin(0)
        self._true_lines.set_pitch(theme.line(self._role))
        self.updateGeometry()

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if has_lost_font(self, e, self._own_font):
            self._restyle()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        return QSize(theme.size.field_width, self._true_lines.lines(_LIMIT) * theme.line(self._role))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.now.size.field_short, self.sizeHint().height())

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.oldSize().width() != e.size().width():
            self.updateGeometry()
