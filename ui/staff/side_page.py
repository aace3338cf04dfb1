# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page to be read that leads nowhere but back: no step of a form, and nothing to be decided."""

from PySide6.QtCore import Signal
from typing_extensions import override

from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel


class SidePage(StaffFrame):
    """One plain page, with the way back. What is on it goes into `column`, under the title that it is made with."""

    left = Signal()
    """Back was pressed."""

    def __init__(self, theme: ThemeSource, here: Here, title: str) -> None:
        super().__init__(theme, here.school.name)
        self.title = PlainLabel(theme, title, "pageTitle", wrap=True)
        self.progress.show_back()
        self.top_bar.show_back(is_possible=True)
        self.buttons.hide()
        self.setAccessibleName(title)
        for bar in (self.top_bar, self.progress):
            bar.back_asked.connect(self.left)

    @override
    def focus_first(self) -> None:
        self.focus_back()
