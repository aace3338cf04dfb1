# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every page of the reviewers' navigation has beside the inbox: its way to the records, and what it tells."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal

from desktop.clocks import london_day
from desktop.people import School
from ui.forms.kit import FormKit, kit_for
from ui.review.records import News, Records
from ui.theme.source import ThemeSource
from ui.widgets.card import Surface


class Place(StrEnum):
    """Where the navigation leads."""

    LANDING = "landing"
    INBOX = "inbox"
    PEOPLE = "people"
    PATTERNS = "patterns"
    ACTIONS = "actions"
    REGISTERS = "registers"
    REPORTS = "reports"
    ASIDE = "aside"
    AUDIT = "audit"
    KEYS = "keys"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskContext:
    """What a page is made with. The school and the form kit are asked for each time: news may have changed them."""

    theme: ThemeSource
    records: Records
    school: Callable[[], School]
    kit: Callable[[], FormKit]


class DeskPage(Surface):
    """A page. It is made when it is first gone to, and asks the worker for what it shows with `context.records.ask`."""

    case_asked = Signal(str)
    """A record is to be opened: the case's id. Its way back leads here again."""
    place_asked = Signal(object, str)
    """Another Place is wanted, and there this: a person's id, or "" for the page as it stands."""
    recorded = Signal(str)
    """Something was recorded: the sentence to say. Lists and counts are read again."""
    saved = Signal(object)
    """A file was Saved."""
    counted = Signal(object, int, bool)
    """The page's Place, how much waits there for this reader, and whether their own deadline is among it."""

    scrolls_itself = False
    """Whether the greater part of it scrolls: then it is as high as the window, and nothing scrolls around it."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("canvas")
        self.context = context
        self.theme = context.theme

    def come_in(self, what: str) -> None:
        """The page is shown: read what is on it. `what` is what it was asked to show, "" for nothing in particular."""

    def take_news(self, news: News) -> None:
        """Something has come while the page was there: read again what it shows."""

    def leave(self) -> None:
        """Keep what is half-written: the page is about to be left, locked or closed."""

    def show_private(self, *, private: bool) -> None:
        """Show people by their initials, or by their names again."""


def desk_kit(theme: ThemeSource, school: School, records: Records) -> FormKit:
    """What the acts' forms are filled in with at this desk."""

    def today() -> date:
        return london_day(records.now())

    kit = kit_for(theme, school, today, author=records.me, dense=True, read_file=records.read_file)
    return replace(kit, show_clauses=records.show_clauses)
