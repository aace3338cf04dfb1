# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One choice out of a list that drops down. The wheel changes nothing unless the field has the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyle, QStyleOptionComboBox
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.marking import mark_empty
from ui.widgets.own_font import has_lost_font


class ComboChoice(QComboBox):
    """A drop-down list of choices; nothing is chosen at first."""

    # Qt still calls `changeEvent` while Python takes a dropped widget apart, when this is all that is left.
    _own_font: QFont | None = None

    edited = Signal(object)
    """Another choice was made: its id, or None."""

    def __init__(
        self, theme: ThemeSource, choices: Sequence[Choice], *, placeholder: str = "", compact: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._compact = compact
        self.setView(QListView())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(placeholder)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(choices, None)
        self._restyle()
        self.currentIndexChanged.connect(self._tell)
        theme.changed.connect(self._restyle)

    def offer(self, choices: Sequence[Choice], chosen: str | None) -> None:
        """Offer other choices, one of them chosen. Nobody has made a choice by that, so nothing is told."""
        blocker = QSignalBlocker(self)
        self.clear()
        for choice in choices:
            self.addItem(choice.label, choice.id)
        self.set_value(chosen)
        blocker.unblock()
        mark_empty(self, empty=self.value() is None)

    def value(self) -> str | None:
        """The id of the choice, or None."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else None

    def set_value(self, choice_id: str | None) -> None:
        """Choose by id; None, or an id that is not there, chooses nothing."""
        self.setCurrentIndex(-1 if choice_id is None else self.findData(choice_id))

    @Slot()
    def _tell(self) -> None:
        mark_empty(self, empty=self.value() is None)
        self.edited.emit(self.value())

    @Slot()
    def _restyle(self) -> None:
        self._own_font = self._theme.now.font("body" if self._compact else "bodyStaff")
        self.setFont(self._own_font)
        self.updateGeometry()

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if has_lost_font(self, e, self._own_font):
            self._restyle()

    @override
    def sizeHint(self) -> QSize:
        sizes = self._theme.now.size
        return QSize(super().sizeHint().width(), sizes.field_compact if self._compact else sizes.field)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.now.size.time_entry, self.sizeHint().height())

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        theme = self._theme.now
        length = theme.size.icon_small
        left = self.width() - theme.space(3) - length
        place = QRectF(left, (self.height() - length) / 2, length, length)
        draw_icon(QPainter(self), place, Icon.CHEVRON_DOWN, theme.colour("text.secondary"))

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            # Scrolling past a form must not change an answer.
            e.ignore()
