# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A few pages to choose from, side by side where there is room, else in a list that drops down."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.layouts import Row, Stretch
from ui.widgets.segmented import Segmented


class Tabs(QWidget):
    """One of these is always chosen, the first to begin with."""

    chosen = Signal(str)
    """Another was chosen: its id."""

    def __init__(self, theme: ThemeSource, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._wide: Segmented | None = None
        self._narrow: ComboChoice | None = None
        self._chosen = ""
        self._row = Row(theme)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choices(self, choices: Sequence[Choice], chosen: str) -> None:
        """Offer these; fewer than two are no choice, and are not shown."""
        self._chosen = chosen
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._wide, self._narrow = Segmented(self._theme, choices), ComboChoice(self._theme, choices, compact=True)
        for control in (self._wide, self._narrow):
            control.setAccessibleName(self._name)
            control.set_value(chosen)
            control.edited.connect(self.choose)
        self._row.add(self._wide, self._narrow, Stretch())
        self.setVisible(len(choices) > 1)
        self._arrange()

    @Slot(object)
    def choose(self, chosen: str | None) -> None:
        """Choose another one, by its id."""
        if chosen is None or chosen == self._chosen:
            return
        self._chosen = chosen
        for control in (self._wide, self._narrow):
            if control is not None:
                control.set_value(chosen)
        self.chosen.emit(chosen)

    def _arrange(self) -> None:
        if self._wide is None or self._narrow is None:
            return
        fits = self._wide.sizeHint().width() <= self.width()
        had_focus = self._narrow.hasFocus() or any(button.hasFocus() for button in self._wide.buttons)
        self._wide.setVisible(fits)
        self._narrow.setVisible(not fits)
        self.setFocusProxy(self._wide if fits else self._narrow)
        if had_focus:
            self.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
