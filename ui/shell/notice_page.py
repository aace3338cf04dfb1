# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whole-window notices: the screen that is hidden, and what stands where no school can be opened."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.shell.words import Shell, say
from ui.staff.contact_list import ContactList, all_ways
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle


class HiddenPage(QWidget):
    """Plain canvas and one line: nothing of what is behind it shows (ux.md Y2)."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        words = PlainLabel(theme, say(Shell.PAUSED), TextStyle("bodyStaff", "text.secondary", centred=True))
        self.setLayout(Column(theme, Stretch(), Aligned(words, Qt.AlignmentFlag.AlignHCenter), Stretch()))
        self.setAccessibleName(say(Shell.PAUSED))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def cannot_open(theme: ThemeSource, sentence: str, today: date) -> QWidget:
    """What stands where the school is there and cannot be read: why, and who can help outside it all the same."""
    notice = EmptyState(theme, Icon.TRIANGLE_ALERT, say(Shell.CANNOT_OPEN), sentence)
    ways = Card(theme, say(Shell.MEANWHILE), ContactList(theme, all_ways(None, today)))
    inside = QWidget()
    inside.setLayout(Row(theme, Stretch(), Growing(_stacked(theme, notice, ways), 3), Stretch(), margins=(5, 5, 5, 5)))
    page = QWidget()
    page.setLayout(Column(theme, ScrollPage(theme, inside)))
    return page


def _stacked(theme: ThemeSource, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(Column(theme, *widgets, Stretch(), gap=4))
    return holder


def opening(theme: ThemeSource) -> EmptyState:
    """What stands until the school has been read."""
    return EmptyState(theme, Icon.SCHOOL, say(Shell.OPENING))
