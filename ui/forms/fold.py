# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Something behind one control: "More you could tell us". What is inside may be made when it is first opened."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.forms.words import Form, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton


class _FoldButton(LinkButton):
    """A link whose arrow tells whether it is open."""

    def __init__(self, theme: ThemeSource, title: str, role: str) -> None:
        super().__init__(theme, title, role, icon=Icon.CHEVRON_RIGHT)

    def show_open(self, *, is_open: bool) -> None:
        self._icon = Icon.CHEVRON_DOWN if is_open else Icon.CHEVRON_RIGHT
        self.setAccessibleDescription(say(Form.SHOWN if is_open else Form.HIDDEN))
        self.update()


class Fold(QWidget):
    """A button with an arrow, and below it, while it is open, what was put into it."""

    wanted = Signal(object)
    """It is opened for the first time and has nothing inside: the fold itself, for whoever puts something in."""

    def __init__(self, theme: ThemeSource, title: str, *, gap: int = 5, role: str = "bodyStaff") -> None:
        super().__init__()
        self._theme = theme
        self._gap = gap
        self._content: QWidget | None = None
        self.button = _FoldButton(theme, title, role)
        self._column = Column(theme, self.button, gap=2)
        self.setLayout(self._column)
        self.setFocusProxy(self.button)
        self.button.show_open(is_open=False)
        self.button.clicked.connect(self._turn)

    @property
    def is_open(self) -> bool:
        """Whether its content is shown."""
        return self._content is not None and not self._content.isHidden()

    @property
    def is_filled(self) -> bool:
        """Whether it has been opened before, or something was put into it."""
        return self._content is not None

    def show_title(self, title: str) -> None:
        """Show other words on the button."""
        self.button.show_text(title)

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Put these inside. It stays closed."""
        self._content = QWidget()
        self._content.setLayout(Column(self._theme, *widgets, gap=self._gap, margins=(5, 1, 0, 2)))
        self._content.hide()
        self._column.add(self._content)

    def open(self) -> None:
        """Show the content."""
        if self._content is None:
            self.wanted.emit(self)
        if self._content is not None:
            self._content.show()
        self.button.show_open(is_open=self.is_open)

    @Slot()
    def _turn(self) -> None:
        if self.is_open and self._content is not None:
            self._content.hide()
            self.button.show_open(is_open=self.is_open)
        else:
            self.open()
