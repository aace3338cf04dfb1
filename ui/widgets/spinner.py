# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one thing that turns: a ring that shows that something is being done."""

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen

_STEP_MS = 60
_STEP_DEGREES = 24
_ARC_DEGREES = 270
_SIXTEENTHS = 16  # Qt's unit of angle
_LINE = 2


class Spinner(QObject):
    """Turns while it is started; whoever paints it repaints on `turned`. It stands still where motion is unwelcome."""

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._turn)

    def start(self, *, still: bool) -> None:
        """Begin to turn, or with `still` only to be seen."""
        if not still:
            self._timer.start()

    def stop(self) -> None:
        """Stop turning."""
        self._timer.stop()

    @Slot()
    def _turn(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.turned.emit()

    def draw(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """Paint the ring into a square."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = rect.adjusted(_LINE, _LINE, -_LINE, -_LINE)
        faint = QColor(colour)
        faint.setAlphaF(0.3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(faint, _LINE))
        painter.drawEllipse(inside)
        painter.setPen(QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(inside, (90 - self._angle) * _SIXTEENTHS, -(360 - _ARC_DEGREES) * _SIXTEENTHS)
