# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help over the whole window: a search, one page, and all others. It needs no school, no vault and no network."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.helping.finding import Found, find
from desktop.helping.pages import HelpPage, Part, help_entries, help_pages
from ui.help.picture import HelpPicture
from ui.help.words import Help, say
from ui.setup.centred import CentredPage
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import Span, TextStyle

_TEXT = TextStyle("bodyStaff")
_SMALL = TextStyle("small", "text.secondary")
_TOP = Qt.AlignmentFlag.AlignTop


class HelpSide(CentredPage):
    """Help, begun at one page."""

    left = Signal()
    """Back to what was on the screen."""

    def __init__(self, theme: ThemeSource, page: str) -> None:
        super().__init__(theme, gap=4)
        self._back = LinkButton(theme, say(Help.BACK), "bodyStaff", icon=Icon.ARROW_LEFT)
        self.search = LineInput(theme, icon=Icon.SEARCH, clearable=True, width=Width.FULL)
        self.search.setAccessibleName(say(Help.SEARCH))
        self.search.setPlaceholderText(say(Help.SEARCH))
        self._body: QWidget | None = None
        self.page = page
        self.column.add(Row(theme, self._back, Stretch()), self.search)
        self.setFocusProxy(self.search)
        self._connect()
        self.show_page(page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.search.edited.connect(self._seek)
        for key in ("Escape", "Alt+Left"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.left)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show a page, and below it the way to the others."""
        self.page = name
        page = help_pages()[name]
        following = Card(self.theme, say(Help.NEXT), *self._links(page.next))
        self._show([*_page_widgets(self.theme, page), following, self._all_pages()])
        self.setAccessibleName(page.title)
        announce(self, page.title)

    @Slot(str)
    def _go(self, name: str) -> None:
        """A link was followed: its page is begun at the top, with the keyboard at the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.search.value():
            self.search.set_value("")
        self.show_page(name)

    @Slot(str)
    def _seek(self, typed: str) -> None:
        if not typed.strip():
            self.show_page(self.page)
            return
        found = find(typed, help_entries())
        if not found:
            nothing = EmptyState(self.theme, Icon.SEARCH, say(Help.NOTHING), say(Help.NOTHING_MORE))
            self._show([nothing, self._all_pages()])
            announce(self, say(Help.NOTHING))
            return
        count = say(Help.FOUND_ONE) if len(found) == 1 else say(Help.FOUND, count=str(len(found)))
        self._show([PlainLabel(self.theme, count, _SMALL), *(self._found(each) for each in found)])
        announce(self, count)

    def _found(self, found: Found) -> Card:
        words = PlainLabel(self.theme, marked(found), TextStyle("body", "text.secondary"), wrap=True)
        return Card(self.theme, "", *self._links([found.id]), words, gap=1)

    def _all_pages(self) -> Card:
        return Card(self.theme, say(Help.ALL), *self._links(tuple(help_pages())))

    def _links(self, names: Sequence[str]) -> list[QWidget]:
        links = [_PageLink(self.theme, name, help_pages()[name].title) for name in names]
        for link in links:
            link.asked.connect(self._go)
        return list(links)

    def _show(self, widgets: Sequence[QWidget]) -> None:
        old, self._body = self._body, QWidget()
        self._body.setLayout(Column(self.theme, *widgets, Stretch(), gap=4))
        self.column.add(Growing(self._body))
        if old is not None:
            drop(old)


def marked(found: Found) -> list[Span]:
    """An excerpt with the words that were found in bold."""
    spans, at = [], 0
    for start, end in found.marks:
        spans += [Span(found.excerpt[at:start]), Span(found.excerpt[start:end], strong=True)]
        at = end
    return [span for span in (*spans, Span(found.excerpt[at:])) if span.text]


def _page_widgets(theme: ThemeSource, page: HelpPage) -> list[QWidget]:
    pictures = (
        _pictured(theme, number, [Icon(icon) for icon in each.icons], each.words)
        for number, each in enumerate(page.picture, start=1)
    )
    return [
        PlainLabel(theme, page.title, "pageTitle", wrap=True),
        *(_part(theme, part) for part in page.part),
        *pictures,
    ]


def _part(theme: ThemeSource, part: Part) -> QWidget:
    steps = (say(Help.STEP, number=str(number), words=step) for number, step in enumerate(part.steps, start=1))
    heading = [PlainLabel(theme, part.title, "section", wrap=True)] if part.title else []
    lines = (PlainLabel(theme, words, _TEXT, wrap=True) for words in (*part.text, *steps))
    holder = QWidget()
    holder.setLayout(Column(theme, *heading, *lines, gap=3))
    return holder


def _pictured(theme: ThemeSource, number: int, icons: Sequence[Icon], words: str) -> QWidget:
    holder = QWidget()
    picture = Aligned(HelpPicture(theme, number, icons, words), _TOP)
    holder.setLayout(Row(theme, picture, Growing(PlainLabel(theme, words, _TEXT, wrap=True)), gap=4))
    return holder


class _PageLink(LinkButton):
    asked = Signal(str)

    def __init__(self, theme: ThemeSource, name: str, title: str) -> None:
        super().__init__(theme, title, "bodyStaff")
        self._name = name
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._name)
