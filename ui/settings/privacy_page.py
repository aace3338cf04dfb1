# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, privacy: when this computer hides and locks a screen, and what it lets others at it see (ux.md Y2, A5)."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Slot

from desktop.faults import KnownError
from desktop.idle_limits import HIDE_MINUTES, LOCK_MINUTES, IdleLimits, Notice
from ui.settings.computer_words import Computer, say
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.radio_list import RadioList

_NOTICES = {
    Notice.WORDS: Computer.NOTICE_WORDS,
    Notice.TASK_BAR: Computer.NOTICE_TASK_BAR,
    Notice.NONE: Computer.NOTICE_NONE,
}


class PrivacyPage(SettingsPage):
    """The page. What is chosen holds at once."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Computer.PRIVACY), say(Computer.PRIVACY_FOR))
        theme, limits = self.theme, context.limits.now
        self._hide = RadioList(theme, _choices(HIDE_MINUTES))
        self._hide.set_value(str(limits.hide_minutes))
        self._lock = RadioList(theme, _choices(LOCK_MINUTES))
        self._lock.set_value(str(limits.lock_minutes))
        self._initials = CheckBox(theme, say(Computer.INITIALS_FIRST), say(Computer.INITIALS_FIRST_MORE))
        self._initials.setChecked(limits.initials_first)
        self._notice = RadioList(theme, [Choice(each.value, say(words)) for each, words in _NOTICES.items()])
        self._notice.set_value(limits.notice.value)
        self.body.add(
            Card(theme, "", Field(theme, say(Computer.HIDE_AFTER), self._hide, hint=say(Computer.HIDE_HINT))),
            Card(theme, "", Field(theme, say(Computer.LOCK_AFTER), self._lock, hint=say(Computer.LOCK_HINT))),
            Card(theme, "", self._initials),
            Card(theme, "", Field(theme, say(Computer.NOTICE), self._notice, hint=say(Computer.NOTICE_HINT))),
        )
        self.setFocusProxy(self._hide)
        self._hide.edited.connect(self._choose)
        self._lock.edited.connect(self._choose)
        self._initials.toggled.connect(self._choose)
        self._notice.edited.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        limits = self.context.limits
        hide, lock = self._hide.value(), self._lock.value()
        try:
            limits.choose(
                IdleLimits(
                    hide_minutes=int(hide or limits.now.hide_minutes),
                    lock_minutes=int(lock or limits.now.lock_minutes),
                    initials_first=self._initials.value(),
                    notice=Notice(self._notice.value() or limits.now.notice),
                )
            )
        except KnownError as error:
            self.show_error(error)


def _choices(minutes: Sequence[int]) -> list[Choice]:
    return [
        Choice(str(each), say(Computer.MINUTE if each == 1 else Computer.MINUTES, count=QLocale().toString(each)))
        for each in minutes
    ]
