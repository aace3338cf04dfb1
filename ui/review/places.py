# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the reviewers' navigation between the inbox and the settings, in their order: one line each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.board.board import read_board
from desktop.overseeing.landing import lands_here
from desktop.patterns.desk import things_to_look_at
from desktop.people import PersonId, School
from desktop.session import Session
from ui.actions.page import ActionsPage
from ui.actions.words import title as actions_title
from ui.auditing.page import AuditPage
from ui.auditing.words import title as audit_title
from ui.overseeing.page import LandingPage
from ui.overseeing.words import title as landing_title
from ui.patterns.page import PatternsPage
from ui.patterns.words import Said as Patterns
from ui.patterns.words import say as say_patterns
from ui.people.people_page import PeoplePage, people_title
from ui.registers.page import RegistersPage
from ui.registers.words import title as registers_title
from ui.reports.page import ReportsPage
from ui.reports.words import title as reports_title
from ui.review.desk_page import DeskContext, DeskPage, Place
from ui.theme.icons import Icon


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """A page: its place, what says its name, its picture, its key ("" for none), and what makes it.

    `at_end` puts it at the foot of the column. `count` says what waits there before the page is first gone to, and
    whether it is urgent. `is_for` says whose page it is, on the day on which they sign in.
    """

    place: Place
    name: Callable[[], str]
    icon: Icon
    key: str
    make: Callable[[DeskContext], DeskPage]
    at_end: bool = False
    count: Callable[[Session], tuple[int, bool]] | None = None
    is_for: Callable[[School, PersonId, date], bool] = lambda _school, _person, _today: True


def _due(session: Session) -> tuple[int, bool]:
    due = len(read_board(session).due_of(session.me))
    return due, due > 0


DESK_PAGES: tuple[DeskEntry, ...] = (
    DeskEntry(Place.LANDING, landing_title, Icon.HISTORY, "", LandingPage, is_for=lands_here),
    DeskEntry(Place.PEOPLE, people_title, Icon.USERS, "Ctrl+2", PeoplePage),
    DeskEntry(
        Place.PATTERNS,
        partial(say_patterns, Patterns.PATTERNS),
        Icon.CHART_SCATTER,
        "Ctrl+3",
        PatternsPage,
        count=lambda session: (things_to_look_at(session), False),
    ),
    DeskEntry(Place.ACTIONS, actions_title, Icon.LIST_CHECKS, "Ctrl+4", ActionsPage, count=_due),
    DeskEntry(Place.REGISTERS, registers_title, Icon.BOOK_OPEN, "Ctrl+5", RegistersPage),
    DeskEntry(Place.REPORTS, reports_title, Icon.FILE_CHART_COLUMN, "Ctrl+6", ReportsPage),
    DeskEntry(Place.AUDIT, audit_title, Icon.SCROLL_TEXT, "", AuditPage, at_end=True),
)


def pages_for(school: School, person: PersonId, today: date) -> tuple[DeskEntry, ...]:
    """The pages that somebody has."""
    return tuple(entry for entry in DESK_PAGES if entry.is_for(school, person, today))
