# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One thing that a record lacks: what it is, how it stands, and the button that begins it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.review.act_panel import Begun
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


class OpenLine(QWidget):
    """The line. A screen reader hears with the button what it is about."""

    begun = Signal(object)
    """An act is to be begun: a Begun."""

    def __init__(self, theme: ThemeSource, begun: Begun, words: str, button: str, more: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._begun = begun
        self.button = Button(theme, button, size=ButtonSize.SMALL)
        self.button.setAccessibleName(f"{button}: {words}")
        icon = IconLabel(theme, Icon.MINUS, "text.tertiary", side="icon_small", beside="body")
        self._column = Column(theme, PlainLabel(theme, words, TextStyle("body", weight=600), wrap=True), gap=1)
        if more:
            self._column.add(PlainLabel(theme, more, _SMALL, wrap=True))
        self._column.add(self.button)
        holder = QWidget()
        holder.setLayout(self._column)
        self.setLayout(Row(theme, Aligned(icon, Qt.AlignmentFlag.AlignTop), Growing(holder), gap=2))
        self.button.clicked.connect(self._begin)

    def show_tag(self, look: TagLook) -> None:
        """Show how it stands above the button."""
        self._column.insertWidget(self._column.count() - 1, Tag(self._theme, look), 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, words: str, name: str, begun: Begun) -> None:
        """Offer another act below the button, as a link; `name` is what a screen reader says."""
        link = _ActLink(self._theme, words, name, begun)
        link.begun.connect(self.begun)
        self._column.add(link)

    @Slot()
    def _begin(self) -> None:
        self.begun.emit(self._begun)


class _ActLink(LinkButton):
    begun = Signal(object)

    def __init__(self, theme: ThemeSource, words: str, name: str, begun: Begun) -> None:
        super().__init__(theme, words, "small", name=name)
        self._begun = begun
        self.clicked.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self.begun.emit(self._begun)
