# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A button whose words hold somebody's name, which may be longer than any window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.tooltips import set_tooltip


class CutButton(Button):
    """As wide as its words; where there is no room they are cut in their middle, and the tooltip has all of them."""

    def __init__(self, theme: ThemeSource, text: str, kind: ButtonKind, size: ButtonSize) -> None:
        super().__init__(theme, text, kind, size)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.now.size.field_short), hint.height())

    @override
    def _shown(self) -> str:
        missing = self.sizeHint().width() - self.width()
        if missing <= 0:
            return self.text()
        room = self._width_of(self.text()) - missing
        middle = Qt.TextElideMode.ElideMiddle
        return QFontMetricsF(self.font()).elidedText(self.text(), middle, room, int(Qt.TextFlag.TextShowMnemonic))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        set_tooltip(self, "" if self._shown() == self.text() else self._rest_text.replace("&&", "&"))
