# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to know about the list of readers before something is sent to them (security.md 3.2 D4, D5)."""

from PySide6.QtWidgets import QWidget

from desktop.freshness import days_unconfirmed
from desktop.role_changes import RoleChange
from desktop.telling import day_words, in_a_row
from ui.staff.asides import words_card
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner


def forced_changes(theme: ThemeSource, here: Here) -> list[QWidget]:
    """Those that nobody had to approve, in red: they are shown for ever, on every computer."""
    forced = [change for change in here.changes if change.is_forced]
    return [Banner(theme, Tone.DANGER, say(Staff.FORCED), lead=_what(change)) for change in forced]


def approved_changes(theme: ThemeSource, here: Here) -> list[QWidget]:
    """The others of the last month, on a card; none, where nothing has changed."""
    told = [_approved(change) for change in here.changes if not change.is_forced]
    return [words_card(theme, Icon.INFO, say(Staff.CHANGED_LATELY), *told)] if told else []


def stale_list(theme: ThemeSource, here: Here) -> list[QWidget]:
    """That no reader has confirmed the list for over 14 days, in amber."""
    days = days_unconfirmed(here.confirmed_on, here.today())
    if days is None:
        return []
    return [Banner(theme, Tone.WARN, say(Staff.LIST_STALE_MORE), lead=say(Staff.LIST_STALE, days=str(days)))]


def about_readers(theme: ThemeSource, here: Here) -> tuple[QWidget, ...]:
    """All of it, the most serious first."""
    return (*forced_changes(theme, here), *stale_list(theme, here), *approved_changes(theme, here))


def _what(change: RoleChange) -> str:
    words = Staff.WENT if change.ends else Staff.CAME
    return say(words, name=change.name, role=change.role, day=day_words(change.on))


def _approved(change: RoleChange) -> str:
    names = in_a_row(change.approved_by, say(Staff.AND))
    return f"{_what(change)} {say(Staff.APPROVED, names=names)}"
