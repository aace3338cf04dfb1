# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The column at the left of the reviewers' side: school, new record, pages, who is signed in (pictures 05, 13b).

Only pages that exist are in it, and "Set aside" only while something is.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from desktop.people import Person
from ui.review.desk_page import Place
from ui.review.places import DeskEntry
from ui.review.rail_menu import RailMenu
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, ButtonSize, IconButton
from ui.widgets.card import Line, Surface
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Gap, Growing, Row
from ui.widgets.mark import Mark
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_navigation import NavItem, SideNavigation
from ui.widgets.text_flow import TextStyle

_HIDE = "hide"
"""The entry that hides the screen: it leads nowhere."""
_HELP = "help"
"""The entry that opens help over this side."""


class Navigation(Surface):
    """The column. In a narrow window it is a rail of icons, and what stood at its end is behind one of them."""

    chosen = Signal(object)
    """A page was chosen: its Place."""
    new_record_asked = Signal()
    """Somebody wants to write something down themselves."""
    lock_asked = Signal()
    """The screen is to be locked."""
    hide_asked = Signal()
    """The screen is to be hidden."""
    help_asked = Signal()
    """Help is wanted for what is on the screen."""

    def __init__(self, theme: ThemeSource, school: str, person: Person | None, pages: Sequence[DeskEntry]) -> None:
        super().__init__("nav")
        self._pages = pages
        self._theme = theme
        self._school = school
        self._person = person
        self._is_rail = False
        self._current = Place.INBOX
        self._waiting: dict[Place, tuple[int, bool]] = {}
        self._menu: RailMenu | None = None
        self._stack = QStackedWidget()
        self._nav = self._made()
        scroll = ScrollPage(theme, self._stack)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it follows the keyboard
        self.setLayout(Column(theme, Growing(scroll)))
        theme.changed.connect(self._restyle)

    def show_current(self, place: Place) -> None:
        """Show where we are."""
        self._current = place
        self._nav.show_current(place.value)

    def show_waiting(self, place: Place, count: int, *, urgent: bool = False) -> None:
        """Show how much waits in a place, solid when one of this reader's own deadlines is among it.

        The entry of what was set aside is there only while something is.
        """
        had_aside = bool(self.waiting(Place.ASIDE))
        self._waiting[place] = (count, urgent)
        if had_aside != bool(self.waiting(Place.ASIDE)):
            self._nav = self._made()
        self._nav.show_badge(place.value, count, urgent=urgent)
        if self._menu is not None:
            self._menu.show_waiting(self._counts())

    def waiting(self, place: Place) -> int:
        """How much waits in a place, as it was last shown."""
        return self._waiting.get(place, (0, False))[0]

    def show_rail(self, *, rail: bool) -> None:
        """Show icons only, or words again."""
        if rail != self._is_rail:
            self._is_rail = rail
            self._nav = self._made()

    def _made(self) -> SideNavigation:
        """Make the column for what is in it now."""
        theme = self._theme
        items = _items(self._pages, with_aside=bool(self.waiting(Place.ASIDE)))
        self._menu = self._made_menu([item for item in items if item.at_end]) if self._is_rail else None
        nav = SideNavigation(
            theme,
            [item for item in items if not (self._is_rail and item.at_end)],
            name=say(Said.NAVIGATION),
            head=self._head(),
            foot=self._foot(),
        )
        nav.show_rail(rail=self._is_rail)
        nav.show_current(self._current.value)
        for place, (count, urgent) in self._waiting.items():
            nav.show_badge(place.value, count, urgent=urgent)
        nav.chosen.connect(self._choose)
        old = self._stack.currentWidget()
        held = _held(old) if old is not None else ""
        self._stack.addWidget(nav)
        self._stack.setCurrentWidget(nav)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self.setFocusProxy(nav)
        if held:
            twins = (each for each in nav.findChildren(QAbstractButton) if _name(each) == held)
            next(twins, nav).setFocus(Qt.FocusReason.OtherFocusReason)
        self._restyle()
        return nav

    @Slot()
    def _restyle(self) -> None:
        layout = self._theme.now.layout
        self.setFixedWidth(self._theme.now.px(layout.nav_rail if self._is_rail else layout.nav_width))

    def _head(self) -> QWidget:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignHCenter
        head = QWidget()
        new: Button
        if self._is_rail:
            new = IconButton(theme, Icon.PLUS, say(Said.NEW_RECORD), shortcut="Ctrl+N", framed=True)
            head.setLayout(Column(theme, Aligned(Mark(theme), middle), Gap(3), Aligned(new, middle), Gap(2)))
        else:
            new = Button(theme, say(Said.NEW_RECORD), icon=Icon.PLUS, wide=True)
            name = PlainLabel(theme, say(Said.PRODUCT), "section")
            school = PlainLabel(theme, self._school, TextStyle("caption", "text.secondary"), elide=True)
            words = Column(theme, name, school)
            row = Row(theme, Mark(theme), gap=2, margins=(2, 0, 0, 0))
            row.addLayout(words, 1)
            head.setLayout(Column(theme, row, Gap(4), new, Gap(2)))
        new.clicked.connect(self.new_record_asked)
        return head

    def _made_menu(self, items: Sequence[NavItem]) -> RailMenu:
        menu = RailMenu(self._theme, items, self._counts())
        menu.chosen.connect(self._choose)
        return menu

    def _counts(self) -> Mapping[str, int]:
        return {place.value: count for place, (count, _) in self._waiting.items()}

    def _foot(self) -> QWidget:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignHCenter
        lock = IconButton(theme, Icon.LOCK, say(Said.LOCK), ButtonSize.SMALL, shortcut="Ctrl+L")
        lock.clicked.connect(self.lock_asked)
        foot = QWidget()
        if self._menu is not None:
            foot.setLayout(Column(theme, Aligned(self._menu, middle), Aligned(lock, middle), gap=2))
            return foot
        person = self._person
        name = PlainLabel(theme, person.name if person else "", TextStyle("small", weight=600), elide=True)
        job = PlainLabel(theme, person.job if person else "", TextStyle("caption", "text.secondary"), elide=True)
        row = Row(theme, Avatar(theme, person.name if person else ""), gap=2)
        row.addLayout(Column(theme, name, job), 1)
        row.add(lock)
        foot.setLayout(Column(theme, Gap(2), Line(theme), Gap(2), row))
        return foot

    @Slot(str)
    def _choose(self, item_id: str) -> None:
        if item_id == _HIDE:
            self.hide_asked.emit()
        elif item_id == _HELP:
            self.help_asked.emit()
        else:
            self.chosen.emit(Place(item_id))


def _held(nav: QWidget) -> str:
    """The name of the button that has the keyboard, "" for none."""
    return next((_name(each) for each in nav.findChildren(QAbstractButton) if each.hasFocus()), "")


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()


def _items(pages: Sequence[DeskEntry], *, with_aside: bool) -> Sequence[NavItem]:
    aside = [NavItem(Place.ASIDE.value, Icon.FOLDER_X, say(Said.SET_ASIDE))] if with_aside else []
    return [
        NavItem(Place.INBOX.value, Icon.INBOX, say(Said.INBOX), "Ctrl+1"),
        *(NavItem(page.place.value, page.icon, page.name(), page.key, page.at_end) for page in pages),
        *aside,
        NavItem(Place.SETTINGS.value, Icon.SETTINGS, say(Said.SETTINGS), at_end=True),
        NavItem(Place.KEYS.value, Icon.KEYBOARD, say(Said.KEYS), at_end=True),
        NavItem(_HELP, Icon.CIRCLE_HELP, say(Said.HELP), "F1", at_end=True),
        NavItem(_HIDE, Icon.EYE_OFF, say(Said.HIDE), "F9", at_end=True),
    ]
