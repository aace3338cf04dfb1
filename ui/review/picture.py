# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A picture that somebody sent, read with as little trust as it deserves, and shown as wide as there is room.

Qt is told which of two formats it is, tries no other, and is stopped at so many points and bytes (security.md 3.13).
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.attaching.kinds import JPEG, PNG
from ui.theme.source import ThemeSource

POINTS_MAX = 40_000_000
MEGABYTES_MAX = 128
LONGEST_SIDE = 2000

_FORMATS = {JPEG: b"jpeg", PNG: b"png"}


def read_picture(data: bytes, media: str) -> QImage:
    """Read a picture, no larger than a screen needs it; a null image where it is none or too large. For the worker."""
    if media not in _FORMATS:
        return QImage()
    QImageReader.setAllocationLimit(MEGABYTES_MAX)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[media]))
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > POINTS_MAX:
        return QImage()
    if max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class PictureView(QWidget):
    """A picture as wide as there is room, never wider than it is; `name` is what a screen reader says."""

    def __init__(self, theme: ThemeSource, picture: QImage, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._fitting(width).height()

    @override
    def sizeHint(self) -> QSize:
        return self._fitting(self._theme.now.size.text_width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, self._fitting(self.width()).width(), self.height()), self._picture)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()

    def _fitting(self, width: int) -> QSize:
        size = self._picture.size()
        if size.width() <= width:
            return size
        return size.scaled(QSize(width, size.height()), Qt.AspectRatioMode.KeepAspectRatio)
