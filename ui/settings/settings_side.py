# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The settings as one widget: the list of pages at the left, the page at the right (ux.md A5).

A page is made when it is first chosen and kept until the settings are left, with what was typed on it.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QWidget
from typing_extensions import override

from desktop.people import School
from desktop.services import Candour
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.pages import PAGES, PageEntry
from ui.settings.words import Settings, say
from ui.theme.icons import Icon
from ui.widgets.announcing import announce
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.card import Line
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Row
from ui.widgets.panes import Panes
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_navigation import NavItem, SideNavigation
from ui.widgets.tab_order import tab_on
from ui.widgets.toast import Toast

_WIDE = 1000  # logical pixels at text size 100 %: below that, the list is a rail of icons


class SettingsSide(QWidget):
    """The settings of whoever is signed in. It must not be opened for somebody for whom there is no page."""

    back_asked = Signal()
    """Back to where they came from."""
    signed_out = Signal()
    """Whoever is signed in has removed their sign-in from this computer."""
    bug = Signal(object)
    """Something broke: the exception."""

    def __init__(self, context: SettingsContext, pages: Sequence[PageEntry] = PAGES) -> None:
        super().__init__()
        self._context = context
        self._theme = theme = context.theme
        self._entries = {entry.id: entry for entry in pages if entry.is_for(context)}
        self._made: dict[str, SettingsPage] = {}
        self._stack = QStackedWidget()
        self._back = IconButton(theme, Icon.ARROW_LEFT, say(Settings.BACK), ButtonSize.SMALL, shortcut="Alt+Left")
        self._title = PlainLabel(theme, say(Settings.TITLE), "section")
        self.navigation = self._navigation()
        self._list = ScrollPage(theme, self.navigation)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it follows the keyboard
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # It folds and scrolls where there is little room, and never makes the window larger than the screen.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._list)
        row.addWidget(Line(theme, upright=True))
        row.addWidget(self._stack, 1)
        self._toast = Toast(theme, self)
        self._panes = Panes(theme, self)
        self._panes.set_panes((self.navigation, self._stack))
        self.setFocusProxy(self.navigation)
        self._connect()
        self._arrange()
        self.go(next(iter(self._entries)))

    def _navigation(self) -> SideNavigation:
        items = [NavItem(entry.id, entry.icon, say(entry.title)) for entry in self._entries.values()]
        head = QWidget()
        row = Row(self._theme, self._back, Growing(self._title), gap=2)
        head.setLayout(Column(self._theme, row, Gap(3)))
        return SideNavigation(self._theme, items, name=say(Settings.TITLE), head=head)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go)
        self._back.clicked.connect(self.back_asked)
        self._theme.changed.connect(self._arrange)
        add_keys(self, {"Alt+Left": self.back_asked.emit})

    @Slot(str)
    def go(self, asked: str) -> None:
        """Show a page: "page", or "page:what" where it is to begin with something."""
        page_id, _, what = asked.partition(":")
        if page_id not in self._made:
            page = self._entries[page_id].make(self._context)
            page.saved.connect(self._tell_saved)
            page.signed_out.connect(self.signed_out)
            page.bug.connect(self.bug)
            self._made[page_id] = page
            self._stack.addWidget(page)
        page = self._made[page_id]
        self._stack.setCurrentWidget(page)
        self._stack.setFocusProxy(page)
        self.navigation.show_current(page_id)
        page.show_school(self._context.school)
        announce(page, page.accessibleName())
        if what:
            page.begin_with(what)

    @property
    def page(self) -> SettingsPage:
        """The page on the screen."""
        page = self._stack.currentWidget()
        assert isinstance(page, SettingsPage)  # noqa: S101 - nothing else is ever put there
        return page

    @Slot()
    def _tell_saved(self) -> None:
        self._toast.show_note(say(Settings.SAVED))
        self._context.tasks.run(self, partial(_read_school, self._context.candour), self._take, self.bug.emit)

    def _take(self, school: School) -> None:
        self._context = replace(self._context, school=school)
        self.page.show_school(school)

    @Slot()
    def _arrange(self) -> None:
        is_rail = self.width() / self._theme.now.text_scale < _WIDE
        self.navigation.show_rail(rail=is_rail)
        self._list.setFixedWidth(self.navigation.minimumWidth())
        self._title.setVisible(not is_rail)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_on(self.window(), forward=next)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def _read_school(candour: Candour) -> School:
    return candour.school
