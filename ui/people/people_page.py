# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""People in the reviewers' navigation: the list, and one person's page in its place (ux.md R4, R5)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from typing_extensions import override

from desktop.cases.identities import IDENTIFICATION
from desktop.cases.meaning import shipped_meaning
from desktop.chronology.linking import Proposal, deny, link, read_proposals
from desktop.chronology.listing import People, read_people
from desktop.people import PersonId
from desktop.session import Session
from ui.people.list_view import ListView
from ui.people.person_desk import PersonDesk
from ui.people.words import Said, say
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.review.records import News, Refused
from ui.widgets.page_stack import PageStack


class PeoplePage(DeskPage):
    """The page: the list, or somebody."""

    read = Signal()
    """The list has been read again."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        linking = shipped_meaning().forms[IDENTIFICATION]
        self.list = ListView(context.theme, linking)
        self.desk = PersonDesk(context)
        self._stack = PageStack(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.desk)
        self.setFocusProxy(self.list)
        self._connect()

    def _connect(self) -> None:
        self.list.person_asked.connect(self.show_person)
        self.list.proposals.link_asked.connect(self._link)
        self.list.proposals.deny_asked.connect(self._deny)
        self.list.proposals.case_asked.connect(self.case_asked)
        self.desk.back_asked.connect(self._back)
        self.desk.case_asked.connect(self.case_asked)
        self.desk.patterns_asked.connect(self._go_to_patterns)
        self.desk.recorded.connect(self.recorded)
        self.desk.saved.connect(self.saved)

    @override
    def come_in(self, what: str) -> None:
        if what:
            self.show_person(what)
        elif self._stack.currentWidget() is self.desk:
            self.desk.read_again()
        else:
            self._read()

    @override
    def take_news(self, news: News) -> None:
        if news.synced.ingested.new:
            self._read()
            self.desk.read_again()

    @override
    def leave(self) -> None:
        self.desk.leave()

    @override
    def show_private(self, *, private: bool) -> None:
        self.list.show_private(private=private)

    @Slot(str)
    def show_person(self, person: str) -> None:
        """Show somebody's page."""
        self._stack.setCurrentWidget(self.desk)
        self.setFocusProxy(self.desk)
        self.desk.show_person(PersonId(person))

    def _show_list(self) -> None:
        self.desk.leave()
        self._stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)

    @Slot()
    def _go_to_patterns(self) -> None:
        self.place_asked.emit(Place.PATTERNS, "")

    @Slot()
    def _back(self) -> None:
        self._show_list()
        self._read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        def both(session: Session) -> tuple[People, tuple[Proposal, ...]]:
            return read_people(session), read_proposals(session)

        self.context.records.ask(self, both, self._take, self._fail)

    def _take(self, found: tuple[People, tuple[Proposal, ...]]) -> None:
        people, proposals = found
        self.list.show_people(people)
        self.list.proposals.show_proposals(proposals)
        self.read.emit()

    def _fail(self, refused: Refused) -> None:
        self.list.show_fault(refused.sentence)

    # What a description may mean

    @Slot(object, str)
    def _link(self, proposal: Proposal, reason: str) -> None:
        case_id, words, person = proposal.case_id, proposal.words, proposal.person.person_id
        self._record(
            lambda session: link(session, case_id, words, person, reason), say(Said.LINKED, name=proposal.person.name)
        )

    @Slot(object)
    def _deny(self, proposal: Proposal) -> None:
        case_id, words, person = proposal.case_id, proposal.words, proposal.person.person_id
        self._record(lambda session: deny(session, case_id, words, person), say(Said.DENIED))

    def _record(self, operation: Callable[[Session], object], words: str) -> None:
        def done(_said: object) -> None:
            self.recorded.emit(words)
            self._read()

        self.context.records.ask(self, operation, done, self.list.proposals.refuse)


def people_title() -> str:
    """What the page is called."""
    return say(Said.PEOPLE)
