# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gives a plain text editor the line height of its type role, which Qt has only for rich text."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout
from typing_extensions import override

_NEAR = 0.01


class TrueLines(QPlainTextDocumentLayout):
    """Lays the lines of a plain text document `pitch` pixels apart, each in the middle of its own."""

    def __init__(self, document: QTextDocument, pitch: int) -> None:
        super().__init__(document)
        self._pitch = pitch

    def set_pitch(self, pitch: int) -> None:
        """Take another line height."""
        self._pitch = pitch
        self.requestUpdate()

    def lines(self, most: int) -> int:
        """Count the lines of the document, stopping at `most`."""
        count, block = 0, self.document().firstBlock()
        while block.isValid() and count < most:
            # Qt breaks a paragraph into lines only when somebody asks where it stands.
            count += round(self.blockBoundingRect(block).height() / self._pitch)
            block = block.next()
        return max(1, min(count, most))

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        # Qt sets new lines tightly; the editor paints them wherever they then stand.
        natural = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() else None
        if layout is None or not layout.lineCount():
            return natural
        count = layout.lineCount()
        offset = (self._pitch - layout.lineAt(0).height()) / 2
        if abs(layout.lineAt(count - 1).y() - offset - (count - 1) * self._pitch) > _NEAR:
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), offset + number * self._pitch))
        return QRectF(0, 0, natural.width(), count * self._pitch)
