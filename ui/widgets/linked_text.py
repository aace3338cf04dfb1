# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that end in a link. The link is a real button, set where the last line ends."""

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextFlow, TextStyle, Words


class LinkedText(QWidget):
    """A wrapping label with a link after its last word. Without words for the link there is none."""

    link_followed = Signal()

    def __init__(
        self,
        theme: ThemeSource,
        words: Words,
        link: str = "",
        style: TextStyle | str = "body",
        *,
        link_colour: str = "text.link",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._style = TextStyle(style) if isinstance(style, str) else style
        self._words = words
        self._label = PlainLabel(theme, words, self._style, wrap=True)
        self._label.setParent(self)
        self._link = LinkButton(theme, link, TextStyle(self._style.role, link_colour))
        self._link.setParent(self)
        self._link.setVisible(bool(link))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect()

    def _connect(self) -> None:
        self._link.clicked.connect(self.link_followed)
        self._theme.changed.connect(self._place)

    @property
    def words(self) -> str:
        """The words before the link, unaltered."""
        return self._label.words

    def show_words(self, words: Words, link: str = "") -> None:
        """Show other words, and another link or none."""
        self._words = words
        self._label.show_words(words)
        self._link.show_text(link)
        self._link.setVisible(bool(link))
        self._place()

    @override
    def sizeHint(self) -> QSize:
        width = self._label.sizeHint().width() + (self._link.sizeHint().width() if self._has_link() else 0)
        width = min(width, self._theme.now.size.text_width)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return self._label.minimumSizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._label.heightForWidth(width)
        if not self._has_link():
            return height
        at = self._link_place(width)
        return max(height, at.y() + self._link.heightForWidth(width - at.x()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _has_link(self) -> bool:
        return not self._link.isHidden()

    def _link_place(self, width: int) -> QPoint:
        """Behind the last word where the link fits there, else at the start of a line of its own."""
        flow = TextFlow(self._theme.now, self._words, self._style, width)
        behind = round(flow.end.x()) + self._theme.now.space(1)
        if behind + self._link.sizeHint().width() <= width:
            return QPoint(behind, round(flow.end.y()))
        return QPoint(0, flow.height)

    @Slot()
    def _place(self) -> None:
        width = self.width()
        self._label.setGeometry(0, 0, width, self._label.heightForWidth(width))
        at = self._link_place(width)
        across = min(self._link.sizeHint().width(), width - at.x())
        self._link.setGeometry(at.x(), at.y(), across, self._link.heightForWidth(across))
        self.updateGeometry()
