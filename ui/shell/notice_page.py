# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whole-window notices: the screen that is hidden, and what stands where no school can be opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.shell.words import Shell, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Stretch
from ui.widgets.text_flow import TextStyle


class HiddenPage(QWidget):
    """Plain canvas and one line: nothing of what is behind it shows (ux.md Y2)."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        words = PlainLabel(theme, say(Shell.PAUSED), TextStyle("bodyStaff", "text.secondary", centred=True))
        self.setLayout(Column(theme, Stretch(), Aligned(words, Qt.AlignmentFlag.AlignHCenter), Stretch()))
        self.setAccessibleName(say(Shell.PAUSED))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def cannot_open(theme: ThemeSource, sentence: str) -> EmptyState:
    """What stands where the school is there and cannot be read."""
    return EmptyState(theme, Icon.TRIANGLE_ALERT, say(Shell.CANNOT_OPEN), sentence)


def opening(theme: ThemeSource) -> EmptyState:
    """What stands until the school has been read."""
    return EmptyState(theme, Icon.SCHOOL, say(Shell.OPENING))
