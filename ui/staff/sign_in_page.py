# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing in half-way through a form: what was typed waits on the page behind this one."""

from PySide6.QtCore import Signal
from typing_extensions import override

from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.sign_in_card import SignInCard
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle


class SignInPage(StaffFrame):
    """The sign-in card on a page of its own, with the way back to the form."""

    left = Signal()
    """Back to what was being written."""

    def __init__(self, theme: ThemeSource, here: Here) -> None:
        super().__init__(theme, here.school.name)
        self.sign_in = SignInCard(theme, here)
        words = PlainLabel(theme, say(Staff.SIGN_IN_KEEPS), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        self.column.add(words, self.sign_in)
        self.progress.show_back()
        self.top_bar.show_back(is_possible=True)
        self.top_bar.show_status(say(Staff.NOT_SAVED))
        self.buttons.hide()
        self.setAccessibleName(say(Staff.SIGN_IN))
        for bar in (self.top_bar, self.progress):
            bar.back_asked.connect(self.left)

    @override
    def focus_first(self) -> None:
        self.begin_at(self.sign_in)
