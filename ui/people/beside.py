# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands beside somebody's records: facts about them, open actions, and who can see the page (picture 07)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.chronology.flags import Flag
from desktop.chronology.page import OpenAction, PersonPage, Sight
from desktop.clocks import date_words, short_date_words
from ui.people.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_SOFT = TextStyle("small", "text.secondary")


class Beside(QWidget):
    """The cards. Made anew for each page."""

    case_asked = Signal(str)
    """A record is wanted."""
    patterns_asked = Signal()
    """The page of patterns is wanted."""

    def __init__(self, theme: ThemeSource, page: PersonPage) -> None:
        super().__init__()
        self._theme = theme
        self._is_looking_back = page.is_looking_back
        self._flags = Column(theme)
        column = Column(theme, self._flags, gap=3)
        column.add(self._facts(page), self._actions(page))
        if page.items:
            column.add(self._seen_by(page))
        self.setLayout(column)

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show the patterns that name this person, once they are worked out."""
        if not flags:
            return
        theme = self._theme
        title = say(Said.WAS_FLAGGED if self._is_looking_back else Said.FLAGGED)
        card = Card(theme, title, icon=Icon.CHART_SCATTER, warns=True)
        for flag in flags:
            card.add(
                PlainLabel(theme, flag.sentence, wrap=True),
                PlainLabel(theme, say(Said.RULE, rule=flag.rule), _SOFT, wrap=True),
            )
        look = Button(theme, say(Said.TO_PATTERNS), size=ButtonSize.SMALL)
        look.clicked.connect(self.patterns_asked)
        card.add(look)
        self._flags.add(card)

    def _facts(self, page: PersonPage) -> Card:
        person = page.person
        facts = (
            (Said.ROLE, ", ".join(part for part in (person.job, person.group) if part)),
            (Said.WORKS_AT, ", ".join(filter(None, (person.site, *person.other_sites)))),
            (Said.STARTED, date_words(person.start) if person.start else ""),
            (Said.LINE_MANAGER, page.manager),
        )
        rows = [self._fact(say(label), value) for label, value in facts if value]
        return Card(self._theme, say(Said.ABOUT, name=person.first_name), *rows)

    def _fact(self, label: str, value: str) -> QWidget:
        row = QWidget()
        label_part = PlainLabel(self._theme, label, _SOFT, wrap=True)
        row.setLayout(
            Row(
                self._theme,
                Growing(label_part, 2),
                Growing(PlainLabel(self._theme, value, TextStyle("small"), wrap=True), 3),
                gap=2,
            )
        )
        return row

    def _actions(self, page: PersonPage) -> Card:
        card = Card(self._theme, say(Said.OPEN_ACTIONS))
        for each in page.actions:
            card.add(self._action(each))
        if not page.actions:
            card.add(PlainLabel(self._theme, say(Said.NO_ACTIONS), _SOFT))
        return card

    def _action(self, each: OpenAction) -> QWidget:
        name = say(Said.OPEN_RECORD, what=each.action.what)
        link = _CaseLink(self._theme, each.action.what, each.case_id, name)
        link.followed.connect(self.case_asked)
        when = say(Said.ACTION_BY, owner=each.owner, day=_day(each.action.due)) if each.owner else _day(each.action.due)
        holder = QWidget()
        holder.setLayout(Column(self._theme, link, PlainLabel(self._theme, when, _SOFT, wrap=True)))
        return holder

    def _seen_by(self, page: PersonPage) -> Card:
        card = Card(self._theme, say(Said.SEEN_BY))
        for sight in page.seen_by:
            card.add(PlainLabel(self._theme, _sight_words(sight, len(page.items)), TextStyle("small"), wrap=True))
        card.add(PlainLabel(self._theme, say(Said.SEEN_BY_MORE), _SOFT, wrap=True))
        return card


class _CaseLink(LinkButton):
    followed = Signal(str)

    def __init__(self, theme: ThemeSource, words: str, case_id: str, name: str) -> None:
        super().__init__(theme, words, "label", name=name)
        self._case_id = case_id
        self.clicked.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self.followed.emit(self._case_id)


def _sight_words(sight: Sight, total: int) -> str:
    name = say(Said.YOU, name=sight.name) if sight.is_me else sight.name
    if sight.count == total:
        return say(Said.SEES_ALL, name=name)
    return say(Said.SEES_SOME, name=name, count=f"{sight.count:,}", all=f"{total:,}")


def _day(due: str) -> str:
    """A day as it was signed, in words; what is no day is said as it stands."""
    try:
        return short_date_words(date.fromisoformat(due))
    except ValueError:
        return due
