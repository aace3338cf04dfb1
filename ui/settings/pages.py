# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the settings, in the order of their list: one line each."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.directory import charter
from ui.policies.adding_words import Adding
from ui.policies.asked_page import AskedPage
from ui.policies.asked_words import Asked
from ui.policies.library_page import LibraryPage
from ui.questions.publish_page import PublishPage
from ui.questions.publish_words import Publishing
from ui.settings.another_page import AnotherPage
from ui.settings.appearance_page import AppearancePage
from ui.settings.away_page import AwayPage
from ui.settings.computer_page import ComputerPage
from ui.settings.computer_words import Computer
from ui.settings.contacts_page import ContactsPage
from ui.settings.context import SettingsContext
from ui.settings.deadlines_page import DeadlinesPage
from ui.settings.gifts_page import GiftsPage
from ui.settings.gifts_words import Gifts
from ui.settings.handover_page import HandoverPage
from ui.settings.handover_words import Handover
from ui.settings.joining_page import JoiningPage
from ui.settings.lists_page import ListsPage
from ui.settings.lists_words import Lists
from ui.settings.old_logs_page import OldLogsPage
from ui.settings.old_logs_words import OldLogs
from ui.settings.page import SettingsPage
from ui.settings.paper_page import PaperPage
from ui.settings.paper_words import Paper
from ui.settings.passphrase_page import PassphrasePage
from ui.settings.pattern_rules_page import PatternRulesPage
from ui.settings.pattern_words import Patterns
from ui.settings.poster_page import PosterPage
from ui.settings.poster_words import Posters
from ui.settings.privacy_page import PrivacyPage
from ui.settings.recovery_page import RecoveryPage
from ui.settings.recovery_words import Recovery
from ui.settings.roles_page import RolesPage
from ui.settings.sealed_page import SealedPage
from ui.settings.sealed_words import Sealed
from ui.settings.staff_list_page import StaffListPage
from ui.settings.words import Settings
from ui.staff.invited_words import Invited, Own
from ui.theme.icons import Icon


def everyone(_context: SettingsContext) -> bool:
    """Everybody who is signed in."""
    return True


def readers(context: SettingsContext) -> bool:
    """Whoever holds a role that reports may be sealed to."""
    return bool(context.roles & set(charter().guarded))


def registrars(context: SettingsContext) -> bool:
    """Whoever keeps the staff list."""
    return bool(context.roles & set(charter().registrars))


def officers(context: SettingsContext) -> bool:
    """Whoever signs for the school."""
    return bool(context.roles & set(charter().officers))


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its id, the text and the picture in the list, whose list it is on, and what makes it."""

    id: str
    title: StrEnum
    icon: Icon
    is_for: Callable[[SettingsContext], bool]
    make: Callable[[SettingsContext], SettingsPage]


PAGES = (
    PageEntry("staff", Settings.STAFF, Icon.USERS, registrars, StaffListPage),
    PageEntry("sign_ins", Invited.TITLE, Icon.LOG_IN, registrars, JoiningPage),
    PageEntry("roles", Settings.ROUTING, Icon.ROUTE, everyone, RolesPage),
    PageEntry("handover", Handover.TITLE, Icon.USER_ROUND_CHECK, readers, HandoverPage),
    PageEntry("old_logs", OldLogs.TITLE, Icon.HISTORY, readers, OldLogsPage),
    PageEntry("away", Settings.AWAY, Icon.CALENDAR, readers, AwayPage),
    PageEntry("deadlines", Settings.DEADLINES, Icon.CALENDAR_CLOCK, officers, DeadlinesPage),
    PageEntry("gifts", Gifts.TITLE, Icon.GIFT, officers, GiftsPage),
    PageEntry("patterns", Patterns.TITLE, Icon.CHART_SCATTER, readers, PatternRulesPage),
    PageEntry("policies", Adding.TITLE, Icon.FILE_TEXT, officers, LibraryPage),
    PageEntry("guidance", Asked.TITLE, Icon.BOOK_OPEN, officers, AskedPage),
    PageEntry("lists", Lists.TITLE, Icon.LIST_CHECKS, officers, ListsPage),
    PageEntry("questions", Publishing.TITLE, Icon.MESSAGE_SQUARE_QUOTE, officers, PublishPage),
    PageEntry("contacts", Settings.CONTACTS, Icon.PHONE, officers, ContactsPage),
    PageEntry("posters", Posters.TITLE, Icon.PRINTER, everyone, PosterPage),
    PageEntry("recovery", Recovery.TITLE, Icon.LIFE_BUOY, everyone, RecoveryPage),
    PageEntry("passphrase", Recovery.CHANGE, Icon.KEY_ROUND, everyone, PassphrasePage),
    PageEntry("another", Own.TITLE, Icon.LINK, everyone, AnotherPage),
    PageEntry("sealed", Sealed.TITLE, Icon.LOCK, everyone, SealedPage),
    PageEntry("appearance", Computer.LOOK, Icon.SUN, everyone, AppearancePage),
    PageEntry("privacy", Computer.PRIVACY, Icon.EYE_OFF, everyone, PrivacyPage),
    PageEntry("computer", Computer.TITLE, Icon.MONITOR, everyone, ComputerPage),
    PageEntry("paper_key", Paper.TITLE, Icon.SHIELD_ALERT, everyone, PaperPage),
)
