# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The double ring around whatever has the keyboard (WCAG 2.4.7, 2.4.13): one transparent overlay for each window.

Around a list it shows the current row. Where a scroll area hides part of the widget, the ring is cut off there too.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource

_EVENT = QEvent.Type
_MOVES = frozenset({_EVENT.Move, _EVENT.Resize, _EVENT.Show, _EVENT.Hide, _EVENT.Paint})


class FocusRing(QWidget):
    """Follows the focus inside one window, which owns it."""

    # Qt still calls the filter and the slot while Python takes a dropped window apart, when this is all that is left.
    _is_whole = False

    def __init__(self, theme: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._connect()
        self._is_whole = True

    def _connect(self) -> None:
        self._theme.application.focusChanged.connect(self._follow)
        self._theme.changed.connect(self.place)
        self._later.timeout.connect(self.place)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._is_whole:
            self.surround(now if now is not None and now.window() is self._window else None)

    def surround(self, target: QWidget | None) -> None:
        """Put the ring around a widget of the window, whatever has the focus; None takes it away."""
        for watched in self._watched:
            if shiboken6.isValid(watched):
                watched.removeEventFilter(self)
        self._target = target
        self._watched = self._chain(target) if target is not None else []
        for watched in self._watched:
            watched.installEventFilter(self)
        self.place()

    def _chain(self, target: QWidget) -> list[QObject]:
        """All whose moving moves the target: its ancestors up to the window, and the viewport of a list."""
        chain: list[QObject] = [target.viewport()] if isinstance(target, QAbstractItemView) else []
        ancestor: QWidget | None = target
        while ancestor is not None and ancestor is not self._window:
            chain.append(ancestor)
            ancestor = ancestor.parentWidget()
        return chain

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_whole and event.type() in _MOVES and not self._later.isActive():
            self._later.start()
        return super().eventFilter(watched, event)

    @Slot()
    def place(self) -> None:
        """Put the ring where the focus now is, or hide it."""
        target = self._target if self._is_whole else None
        if target is None or not shiboken6.isValid(target) or not target.isVisible():
            self.hide()
            return
        grow = self._theme.now.focus_ring.radius_grow
        area = self._area_of(target).adjusted(-grow, -grow, grow, grow)
        if area != self.geometry():
            self.setGeometry(area)
        shown = self._shown_of(target, grow)
        self.setVisible(not shown.isEmpty())  # an empty mask would be none at all
        self._cut(shown)
        self.raise_()

    def _area_of(self, target: QWidget) -> QRect:
        """The rectangle to surround, in the window's coordinates."""
        if isinstance(target, QAbstractItemView) and target.currentIndex().isValid():
            row = target.visualRect(target.currentIndex()).intersected(target.viewport().rect())
            if not row.isEmpty():
                grow = self._theme.now.focus_ring.radius_grow
                # Rows touch each other and the edge of their list: the ring lies inside the row.
                return self._in_window(target.viewport(), row.adjusted(grow, grow, -grow, -grow))
        return self._in_window(target, target.rect())

    def _in_window(self, widget: QWidget, area: QRect) -> QRect:
        return QRect(widget.mapTo(self._window, area.topLeft()), area.size())

    def _shown_of(self, target: QWidget, grow: int) -> QRect:
        """What the scroll areas around the target show of the ring."""
        shown = self.geometry()
        ancestor = target.parentWidget()
        while ancestor is not None and ancestor is not self._window:
            above = ancestor.parentWidget()
            if isinstance(above, QAbstractScrollArea) and above.viewport() is ancestor:
                view = self._in_window(ancestor, ancestor.rect()).adjusted(-grow, 0, grow, 0)
                shown = shown.intersected(view)
            ancestor = above
        return shown

    def _cut(self, shown: QRect) -> None:
        if shown == self.geometry():
            self.clearMask()
        elif self.mask() != QRegion(shown.translated(-self.pos())):
            self.setMask(shown.translated(-self.pos()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        ring = theme.focus_ring
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius.control + ring.radius_grow
        bands = ((ring.outer / 2, ring.outer, "focus.outer"), (ring.outer + ring.inner / 2, ring.inner, "focus.inner"))
        for inset, width, colour in bands:
            if width:
                painter.setPen(QPen(theme.colour(colour), width))
                band = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
                painter.drawRoundedRect(band, radius - inset, radius - inset)
