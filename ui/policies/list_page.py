# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every policy that holds, for anybody to read, with or without a sign-in; signed in, also guidance to have read."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.clocks import date_words
from desktop.policies.guidance import ToRead
from desktop.policies.reading_list import where_words
from desktop.policies.shelf import OnShelf
from ui.policies.facts import edition_words, read_words, review_words
from ui.policies.words import Policy
from ui.questions.words import Asked
from ui.staff.here import Here
from ui.staff.side_page import SidePage
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.training.words import Said
from ui.training.words import say as say_training
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


class PolicyListPage(SidePage):
    """A card for each policy, and for each piece of guidance that whoever is signed in is asked to have read."""

    policy_asked = Signal(object, bool)
    """A policy is to be read: the `OnShelf`, and whether in its short version."""
    guidance_asked = Signal(object)
    """Guidance is to be looked at: the `ToRead`."""
    questions_asked = Signal()
    """What others have asked is to be read."""
    training_asked = Signal()
    """Their own training is wanted."""

    def __init__(self, theme: ThemeSource, here: Here, shelf: Sequence[OnShelf], guidance: Sequence[ToRead]) -> None:
        super().__init__(theme, here, say(Staff.POLICIES))
        self._signed_in = here.session is not None
        intro = PlainLabel(theme, say(Policy.INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        cards = [*map(self._card, shelf), *map(self._guidance, guidance)]
        nothing = EmptyState(theme, Icon.FILE_TEXT, say(Policy.NONE), say(Policy.NONE_MORE))
        search = LinkButton(theme, say(Staff.SEARCH_ALL), icon=Icon.SEARCH)
        search.clicked.connect(self.top_bar.help_asked)
        training = LinkButton(theme, say_training(Said.OWN), icon=Icon.LIST_CHECKS)
        training.clicked.connect(self.training_asked)
        links = Flow(theme, (search, *([training] if self._signed_in else [])), gap=5)
        holder = QWidget()
        holder.setLayout(links)
        self.column.add(self.title, intro, holder, *(cards or [nothing]), self._questions())

    def _questions(self) -> QWidget:
        """The way to what others have asked."""
        link = LinkButton(self.theme, say(Asked.TITLE))
        link.clicked.connect(self.questions_asked)
        card = Card(self.theme, gap=2)
        card.add(PlainLabel(self.theme, say(Asked.LEAD), _SMALL, wrap=True), Row(self.theme, link, Stretch()))
        return card

    def _card(self, on_shelf: OnShelf) -> QWidget:
        line, version = on_shelf.kept.line, on_shelf.kept.version
        card = Card(self.theme, gap=2)
        title = PlainLabel(self.theme, line.title, "cardTitle", wrap=True)
        late = [Tag(self.theme, TagLook(say(Policy.OVERDUE), Tone.WARN))] if on_shelf.is_overdue else []
        card.add(Row(self.theme, title, *late, Stretch(), gap=3))
        facts = [say(Policy.NOT_HERE)] if version is None else [edition_words(version), review_words(on_shelf.kept)]
        if on_shelf.read_on is not None and not on_shelf.is_asked:
            facts.append(say(Policy.CONFIRMED_ON, day=date_words(on_shelf.read_on)))
        card.add(PlainLabel(self.theme, " ".join(filter(None, facts)), _SMALL, wrap=True))
        if version is not None:
            card.add(Row(self.theme, *self._links(on_shelf, has_short=bool(version.short())), Stretch(), gap=4))
        return card

    def _guidance(self, to_read: ToRead) -> QWidget:
        line = to_read.line
        title = say(Policy.GUIDANCE_TITLE, title=line.title, edition=line.edition)
        card = Card(self.theme, gap=2)
        told = " ".join(filter(None, (where_words(line), read_words(to_read))))
        card.add(PlainLabel(self.theme, title, "cardTitle", wrap=True), PlainLabel(self.theme, told, _SMALL, wrap=True))
        if to_read.is_asked:
            name = say(Policy.GUIDANCE_SAY_NAMED, title=title)
            link = LinkButton(self.theme, say(Policy.GUIDANCE_SAY), name=name)
            link.clicked.connect(partial(self.guidance_asked.emit, to_read))
            card.add(Row(self.theme, link, Stretch(), gap=4))
        return card

    def _links(self, on_shelf: OnShelf, *, has_short: bool) -> list[LinkButton]:
        title = on_shelf.kept.line.title
        read = LinkButton(self.theme, say(Policy.READ), name=say(Policy.READ_NAMED, title=title))
        read.clicked.connect(partial(self._ask, on_shelf, short=False))
        if not has_short or self._signed_in:
            return [read]
        short = LinkButton(self.theme, say(Policy.SHORT), name=say(Policy.SHORT_NAMED, title=title))
        short.clicked.connect(partial(self._ask, on_shelf, short=True))
        return [read, short]

    def _ask(self, on_shelf: OnShelf, *, short: bool) -> None:
        self.policy_asked.emit(on_shelf, short)
