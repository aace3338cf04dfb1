# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help over the whole window: one search over policies, help and contacts, one page, and all others.

It needs no school, no vault and no network: without a school there are fewer things to find.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.helping.finding import MOST_FOUND, Answer, Entry, Source
from desktop.helping.pages import help_pages
from desktop.searching.telling import guesses_told
from ui.help.page_view import entry_widgets, glossary_widgets, page_widgets
from ui.help.results import Results
from ui.help.words import Help, say
from ui.setup.centred import CentredPage
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.helping.index import Index

_SMALL = TextStyle("small", "text.secondary")
_OF_POLICIES = (Source.POLICY, Source.CLAUSE)


class HelpSide(CentredPage):
    """Help, begun at one page. Give it what is searched with `show_index`."""

    left = Signal()
    """Back to what was on the screen."""
    policy_asked = Signal(str)
    """A policy is to be read, as its `Entry` is called: its id, or with a clause of it to begin at."""

    def __init__(self, theme: ThemeSource, page: str) -> None:
        super().__init__(theme, gap=4)
        self._back = LinkButton(theme, say(Help.BACK), "bodyStaff", icon=Icon.ARROW_LEFT)
        self.search = LineInput(theme, icon=Icon.SEARCH, clearable=True, width=Width.FULL)
        self.search.setAccessibleName(say(Help.SEARCH))
        self.search.setPlaceholderText(say(Help.SEARCH))
        self._index: Index | None = None
        self._count = PlainLabel(theme, "", _SMALL, wrap=True)
        self._results = Results(theme)
        self._body: QWidget | None = None
        self._has_found: bool | None = None  # None: nothing is sought
        self.page = page
        self.column.add(Row(theme, self._back, Stretch()), self.search, self._count, self._results)
        self.setFocusProxy(self.search)
        self._connect()
        self.show_page(page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.search.edited.connect(self._seek)
        self._results.asked.connect(self.show_entry)
        add_keys(self, dict.fromkeys(("Escape", "Alt+Left"), self.left.emit))

    def show_index(self, index: "Index") -> None:
        """Search in this from now on, also for what is typed already."""
        self._index = index
        if self.search.value().strip():
            self._seek(self.search.value())

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show a page, and below it the way to the others."""
        self.page = name
        page = help_pages()[name]
        following = Card(self.theme, say(Help.NEXT), *self._links(page.next))
        self._show([*page_widgets(self.theme, page), following, self._all_pages()])
        self._tell(page.title)

    @Slot(object)
    def show_entry(self, entry: Entry) -> None:
        """Show something that was found, with the way back to what else was."""
        typed = self.search.value()
        if entry.source is Source.HELP:
            self._go(entry.id)
            return
        back = _Link(self.theme, typed, say(Help.BACK_TO_FOUND, words=typed))
        back.asked.connect(self.search.set_value)
        is_there = entry.source in _OF_POLICIES and not entry.note
        whole = [_Link(self.theme, entry.id, say(Help.WHOLE_POLICY))] if is_there else []
        for link in whole:
            link.asked.connect(self.policy_asked)
        self._leave_search()
        self._show([back, *entry_widgets(self.theme, entry), *whole, self._all_pages()])
        self._tell(entry.title)

    @Slot()
    def show_glossary(self) -> None:
        """Show every word of the glossary."""
        self._leave_search()
        self._show([*glossary_widgets(self.theme), self._all_pages()])
        self._tell(say(Help.GLOSSARY))

    @Slot(str)
    def _go(self, name: str) -> None:
        """A link was followed: its page is begun at the top, with the keyboard at the search."""
        self._leave_search()
        self.show_page(name)

    def _leave_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.search.value():
            self.search.set_value("")

    def _tell(self, title: str) -> None:
        self.setAccessibleName(title)
        announce(self, title)

    @Slot(str)
    def _seek(self, typed: str) -> None:
        if not typed.strip():
            self.show_page(self.page)
            return
        answer = self._index.find(typed) if self._index is not None else Answer(found=())
        self._results.show_found(answer.found)
        self._results.setVisible(bool(answer.found))
        said = (guesses_told(answer.guesses), self._count_words(len(answer.found)))
        count = " ".join(filter(None, said))
        self._count.show_words(count)
        self._count.setVisible(bool(count))
        self._show_under_search(found=bool(count))
        announce(self, count or say(Help.NOTHING))

    def _show_under_search(self, *, found: bool) -> None:
        """Show what stands below the results; from key to key it mostly stays, and making it takes its time."""
        if found is not self._has_found:
            self._show_body([] if found else self._nothing())
            self._has_found = found

    def _count_words(self, found: int) -> str:
        """How many there are; nothing where there are none."""
        if self._index is None:
            return say(Help.LOOKING)
        said = {0: "", 1: say(Help.FOUND_ONE), MOST_FOUND: say(Help.FOUND_MOST, count=str(found))}
        return said.get(found, say(Help.FOUND, count=str(found)))

    def _nothing(self) -> list[QWidget]:
        return [EmptyState(self.theme, Icon.SEARCH, say(Help.NOTHING), say(Help.NOTHING_MORE)), self._all_pages()]

    def _all_pages(self) -> Card:
        glossary = LinkButton(self.theme, say(Help.GLOSSARY), "bodyStaff")
        glossary.clicked.connect(self.show_glossary)
        return Card(self.theme, say(Help.ALL), *self._links(tuple(help_pages())), glossary)

    def _links(self, names: Sequence[str]) -> list[QWidget]:
        links = [_Link(self.theme, name, help_pages()[name].title) for name in names]
        for link in links:
            link.asked.connect(self._go)
        return list(links)

    def _show(self, widgets: Sequence[QWidget]) -> None:
        """Show this in place of what was found."""
        self._count.hide()
        self._results.hide()
        self._has_found = None
        self._show_body(widgets)

    def _show_body(self, widgets: Sequence[QWidget]) -> None:
        old, self._body = self._body, QWidget()
        self._body.setLayout(Column(self.theme, *widgets, Stretch(), gap=4))
        self.column.add(Growing(self._body))
        if old is not None:
            drop(old)


class _Link(LinkButton):
    """A link that says where it leads."""

    asked = Signal(str)

    def __init__(self, theme: ThemeSource, name: str, title: str) -> None:
        super().__init__(theme, title, "bodyStaff")
        self._name = name
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._name)
