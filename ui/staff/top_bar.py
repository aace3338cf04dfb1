# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bar at the top of every staff page: mark, school, what state the words are in, and how to hide the screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.staff.measures import Measures
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from ui.widgets.card import Line, Surface
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Item, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.mark import Mark
from ui.widgets.text_flow import TextStyle

_KEY = "F9"


class TopBar(Surface):
    """Fills the width of the page. In a low window the way back and the number of the question move into it.

    In a tight one it says less: the name of the program goes, and further buttons show only their icons.
    """

    back_asked = Signal()
    """Back was pressed."""
    hide_asked = Signal()
    """The screen is to be hidden; the key F9 itself belongs to the window."""
    help_asked = Signal()
    """Help is wanted; the key F1 itself belongs to the window."""

    def __init__(self, theme: ThemeSource, school: str, *tools: QWidget) -> None:
        super().__init__("panel")
        self._theme = theme
        self._status_words = ("", "")
        self._is_low = False
        self._can_go_back = False
        self._tools = tools
        small = TextStyle("small", "text.secondary")
        self._school = PlainLabel(theme, school, small, elide=True)
        self._rule = QWidget()
        self._rule.setLayout(Row(theme, Line(theme, upright=True), margins=(0, 4, 0, 4)))
        self.back = LinkButton(theme, say(Staff.BACK), "bodyStaff", icon=Icon.ARROW_LEFT)
        self._icon = IconLabel(theme, Icon.INFO, "text.secondary")
        self._status = PlainLabel(theme, "", small, elide=True)
        self.hide_screen = Button(
            theme, say(Staff.HIDE_SCREEN), ButtonKind.SECONDARY, ButtonSize.SMALL, icon=Icon.EYE_OFF
        )
        self.hide_screen.show_key(_KEY)
        self._help = Button(theme, say(Staff.HELP), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.CIRCLE_HELP)
        self._name = PlainLabel(theme, say(Staff.CANDOUR), "section")
        self.setLayout(self._laid_out())
        self.show_status("")
        self.back.clicked.connect(self.back_asked)
        self.hide_screen.clicked.connect(self.hide_asked)
        self._help.clicked.connect(self.help_asked)

    def _laid_out(self) -> Column:
        tools = self._tools
        left: tuple[Item, ...] = (Mark(self._theme), self._name, self._rule, self._school, self.back)
        status = Row(self._theme, self._icon, self._status, gap=1)
        right: tuple[Item, ...] = (status, *tools, self._help, self.hide_screen)
        row = Row(self._theme, *left, Stretch(), *right, gap=3, margins=(6, 0, 6, 0))
        # Without it the row would be no higher than its buttons, and the back link stand too high.
        for part in (self.back, *tools, self._help, self.hide_screen):
            row.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        column = Column(self._theme)
        column.addLayout(row, 1)
        column.add(Line(self._theme))
        return column

    def show_status(self, words: str, short: str = "") -> None:
        """Say in what state the words on the page are; `short` is said instead in a low window."""
        self._status_words = (words, short)
        self._show()

    def show_back(self, *, is_possible: bool) -> None:
        """Offer the way back, where the bar has it."""
        self._can_go_back = is_possible
        self._show()

    def fit(self, measures: Measures) -> None:
        """Take the height and the form for a window."""
        self._is_low = measures.is_low
        self.setFixedHeight(measures.header)
        self._name.setVisible(not measures.is_tight)
        # Beside a state and the way to hide the screen there is no room for words that everybody knows.
        self._help.fold(folded=measures.is_tight or not self.hide_screen.isHidden())
        self.hide_screen.show_key("" if measures.is_tight else _KEY)
        for tool in self._tools:
            if isinstance(tool, Button) and not isinstance(tool, IconButton):
                tool.fold(folded=measures.is_tight)
        self._show()

    def _show(self) -> None:
        words, short = self._status_words
        said = short if self._is_low else words
        self._status.show_words(said)
        self._status.setVisible(bool(said))
        self._icon.setVisible(bool(said) and not self._is_low)
        self.back.setVisible(self._is_low and self._can_go_back)
        for wide in (self._rule, self._school):
            wide.setVisible(not self._is_low)
        self.hide_screen.show_text(say(Staff.HIDE if self._is_low else Staff.HIDE_SCREEN))
