# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, change your passphrase: the one of now, and a new one twice (ux.md A2)."""

import time
from functools import partial

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.passphrases import known_names
from desktop.people import Role, School
from desktop.phrases import PASSPHRASE_WORDS, READER_PASSPHRASE_WORDS
from desktop.recovery import change_here
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.recovery_words import Recovery
from ui.settings.words import say
from ui.setup.passphrase_panel import PassphrasePanel
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text_flow import TextStyle


class PassphrasePage(SettingsPage):
    """The page. What was typed stays when the passphrase of now is wrong."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Recovery.CHANGE), say(Recovery.CHANGE_FOR))
        theme, school = self.theme, context.school
        self._now = PassphraseInput(theme)
        self._now_field = Field(theme, say(Recovery.NOW), self._now)
        words = READER_PASSPHRASE_WORDS if context.session.is_reviewer else PASSPHRASE_WORDS
        names = known_names(school, context.me)
        self._new = PassphrasePanel(theme, school.people[context.me].name, names, words=words)
        self._told = Banner(theme, Tone.OK, say(Recovery.CHANGED))
        self._told.hide()
        old_copies = PlainLabel(theme, say(Recovery.OLD_COPIES), TextStyle("small", "text.secondary"), wrap=True)
        self.body.add(self._told, Card(theme, "", self._now_field), self._new, old_copies)
        self.setFocusProxy(self._now)
        self._now.entered.connect(self._new.setFocus)
        self._new.chosen.connect(self._ask)

    @override
    def show_school(self, school: School) -> None:
        heads = school.holders(Role.HEAD, self.context.today())
        if heads:
            self._new.show_no_reset(say(Recovery.NO_RESET, head=school.people[heads[0]].name))

    @Slot(object)
    def _ask(self, new: str) -> None:
        now = self._now.value()
        self._now_field.show_error("" if now else say(Recovery.PASSPHRASE_MISSING))
        if not now:
            self._now.setFocus()
            return
        self._told.hide()
        self._new.set_busy(say(Recovery.CHANGING))
        self.ask(partial(change_here, self.context.session, now, new, time.perf_counter), self._changed)

    def _changed(self, _done: None) -> None:
        self._new.set_ready()
        self._new.clear()
        self._now.set_value("")
        self._told.show()
        self.saved.emit()

    @override
    def show_error(self, error: Exception) -> None:
        self._new.set_ready()
        super().show_error(error)
