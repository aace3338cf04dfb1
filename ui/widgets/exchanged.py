# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A place on a page whose content is made anew each time that something changes."""

from PySide6.QtWidgets import QWidget

from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop
from ui.widgets.layouts import Column


class Exchanged(QWidget):
    """Hidden until there is something to show."""

    def __init__(self, theme: ThemeSource, gap: int = 2) -> None:
        super().__init__()
        self._column = Column(theme, gap=gap)
        self.setLayout(self._column)
        self._shown: tuple[QWidget, ...] = ()

    def show_widgets(self, *widgets: QWidget) -> None:
        """Show these in place of what was there."""
        for old in self._shown:
            drop(old)
        self._shown = widgets
        self._column.add(*widgets)
        self.setVisible(bool(widgets))
