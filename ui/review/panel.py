# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands at the right of a record: a head, something that scrolls, and a bar with buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.review.flow import ActionBar
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize, IconButton
from ui.widgets.card import Line, Surface
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Item, Row, Stretch
from ui.widgets.scroll_page import ScrollPage

_GO_ON_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class Panel(Surface):
    """One panel. `corner` stands at the right of the title; without one there is a button that closes."""

    closed = Signal()
    """The panel is not wanted any more."""
    went_on = Signal()
    """Ctrl+Enter was pressed: the panel's first button, from wherever the keyboard is in it."""

    def __init__(
        self, theme: ThemeSource, title: str, buttons: Sequence[Button] = (), *, corner: QWidget | None = None
    ) -> None:
        super().__init__("panel")
        self._theme = theme
        self.title = PlainLabel(theme, title, "section", wrap=True)
        self.close_button = IconButton(theme, Icon.X, say(Said.CLOSE_PANEL), ButtonSize.SMALL, shortcut="Esc")
        if corner is not None:
            self.close_button.hide()
        self.close_button.clicked.connect(self.closed)
        corners = [corner] if corner is not None else []
        self.head = Column(
            theme, Row(theme, Growing(self.title), *corners, self.close_button, gap=2), gap=1, margins=(5, 4, 5, 3)
        )
        self._content: ScrollPage | None = None
        self._column = Column(theme)
        self._column.addLayout(self.head)
        self._column.add(Line(theme))
        self._place = Column(theme)
        self._column.addLayout(self._place, 1)
        self.bar = ActionBar(theme, buttons) if buttons else None
        if self.bar is not None:
            self._column.add(self.bar)
        self.setLayout(self._column)
        self.setAccessibleName(title)
        add_keys(self, dict.fromkeys(_GO_ON_KEYS, self.went_on.emit))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._be_shown)
        self._wants_focus = False

    def focus_first(self) -> None:
        """Put the keyboard into the first thing that takes it; here, the button that closes."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Take the keyboard as soon as the content has its place."""
        self._wants_focus = True
        self._settle.start()

    def show_content(self, *items: Item) -> None:
        """Show something else between head and bar, from its beginning."""
        holder = QWidget()
        holder.setLayout(Column(self._theme, *items, Stretch(), gap=3, margins=(5, 4, 5, 5)))
        old, self._content = self._content, ScrollPage(self._theme, holder)
        if old is not None:
            self._place.removeWidget(old)
            old.deleteLater()
        self._place.add(Growing(self._content))
        self._settle.start()

    @Slot()
    def _be_shown(self) -> None:
        # Only what Qt has made visible can take the keyboard; that scrolls to it, and a panel begins at its top.
        if self._wants_focus:
            self._wants_focus = False
            self.focus_first()
        if self._content is not None:
            self._content.verticalScrollBar().setValue(0)
