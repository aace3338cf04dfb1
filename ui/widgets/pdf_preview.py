# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a document as they will be in the file, one at a time, as wide as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.documents.preview import PagePicture
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import Said, say

_A4 = 297 / 210
_TWO_PAGES = 520  # pixels at 100 % that two pages need beside each other


class PdfPreview(QWidget):
    """The preview: two pages side by side where there is room, unless they are to be read rather than looked over.

    `show_pages` stays at what was being looked at; `show_waiting` says that others are coming.
    """

    def __init__(self, theme: ThemeSource, *, in_pairs: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._in_pairs = in_pairs
        self._pages: tuple[PagePicture, ...] = ()
        self.at = 0
        self.sheets = (_Sheet(theme), _Sheet(theme))
        self.place = PlainLabel(theme, say(Said.PREVIEW_MAKING), TextStyle("small", "text.secondary"), wrap=True)
        self.back = Button(theme, say(Said.PREVIEW_BACK), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.CHEVRON_LEFT)
        self.on = Button(theme, say(Said.PREVIEW_ON), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.CHEVRON_RIGHT)
        title = PlainLabel(theme, say(Said.PREVIEW), "cardTitle", wrap=True)
        turning = Row(theme, Growing(self.place), self.back, self.on, gap=2)
        spread = Row(theme, *(Growing(sheet) for sheet in self.sheets), gap=4)
        self.setLayout(Column(theme, title, turning, spread, gap=2))
        self.back.clicked.connect(self.turn_back)
        self.on.clicked.connect(self.turn_on)
        self._show()

    def show_waiting(self) -> None:
        """Say that the pages are being made anew. Those of before stay to be looked at."""
        self.place.show_words(say(Said.PREVIEW_MAKING))

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show these pages."""
        self._pages = tuple(pages)
        self.place.show_words("")
        self._turn(0)

    @Slot()
    def turn_back(self) -> None:
        """Show what comes before."""
        self._turn(-self._many)

    @Slot()
    def turn_on(self) -> None:
        """Show what comes after."""
        self._turn(self._many)

    @property
    def _many(self) -> int:
        return 1 if self.sheets[1].isHidden() else 2

    def _turn(self, step: int) -> None:
        last = max(len(self._pages) - 1, 0)
        at = min(max(self.at + step, 0), last)
        self.at = at - at % self._many
        self._show()

    def _show(self) -> None:
        count, many = len(self._pages), self._many
        self.back.setEnabled(self.at > 0)
        self.on.setEnabled(self.at + many < count)
        for place, sheet in enumerate(self.sheets):
            number = self.at + place
            words = say(Said.PREVIEW_PAGE, page=str(number + 1), pages=str(count))
            is_there = number < count
            sheet.show_picture(_image(self._pages[number]) if is_there else QImage(), words if is_there else "")
        if count:
            is_pair = many == 2 and self.at + 1 < count
            numbers = {"page": str(self.at + 1), "next": str(self.at + 2), "pages": str(count)}
            self.place.show_words(say(Said.PREVIEW_PAIR if is_pair else Said.PREVIEW_PAGE, **numbers))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_alone = not self._in_pairs or self.width() < self._theme.now.px(_TWO_PAGES)
        if is_alone != self.sheets[1].isHidden():
            self.sheets[1].setHidden(is_alone)
            self._turn(0)


class _Sheet(QWidget):
    """One page on paper, in the shape of A4 while there is none."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_picture(self, picture: QImage, words: str) -> None:
        """Show a page."""
        self._picture = picture
        self.setAccessibleName(words)
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * _A4)

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.now.size.field_width
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._theme.now.size.field_short
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = self._theme.now
        wide = min(float(self.width()), self.height() / _A4)
        paper = QRectF(0.5, 0.5, wide - 1, wide * _A4 - 1)
        if not self._picture.isNull():
            painter.drawImage(paper, self._picture)
        painter.setPen(theme.colour("line.divider"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper)


def _image(page: PagePicture) -> QImage:
    # A copy, because Qt only borrows the bytes.
    return QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888).copy()
