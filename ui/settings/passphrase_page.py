# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, change your passphrase: the one of now, and a new one twice (ux.md A2)."""

import secrets
import time
from functools import partial

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.people import Role, School
from desktop.phrases import PASSPHRASE_WORDS, READER_PASSPHRASE_WORDS, new_phrase
from desktop.recovery import change_here
from ui.settings.context import SettingsContext
from ui.settings.page import SettingsPage
from ui.settings.recovery_words import Recovery
from ui.settings.words import say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text_flow import TextStyle


class PassphrasePage(SettingsPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Recovery.CHANGE), say(Recovery.CHANGE_FOR))
        theme = self.theme
        self._now, self._new, self._again = (PassphraseInput(theme) for _ in range(3))
        self._now_field = Field(theme, say(Recovery.NOW), self._now)
        self._new_field = Field(theme, say(Recovery.NEW), self._new)
        self._again_field = Field(theme, say(Recovery.ONCE_MORE), self._again)
        self._suggest = Button(theme, say(Recovery.SUGGEST))
        self._suggested = PlainLabel(theme, "", "phrase", wrap=True)
        self._suggested.hide()
        self._change = Button(theme, say(Recovery.CHANGE_IT), ButtonKind.PRIMARY)
        self._told = PlainLabel(theme, "", wrap=True)
        self._told.hide()
        self._no_reset = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        old_copies = PlainLabel(theme, say(Recovery.OLD_COPIES), TextStyle("small", "text.secondary"), wrap=True)
        card = Card(theme, "", self._now_field, Row(theme, self._suggest, Stretch()), self._suggested, gap=3)
        card.add(self._new_field, self._again_field, self._no_reset, old_copies)
        card.add(Row(theme, self._change, Stretch()), self._told)
        self.body.add(card)
        self.setFocusProxy(self._now)
        self._connect()

    def _connect(self) -> None:
        self._suggest.clicked.connect(self._show_suggestion)
        self._now.entered.connect(self._new.setFocus)
        self._new.entered.connect(self._again.setFocus)
        self._again.entered.connect(self._ask)
        self._change.clicked.connect(self._ask)

    @override
    def show_school(self, school: School) -> None:
        heads = school.holders(Role.HEAD, self.context.today())
        self._no_reset.show_words(say(Recovery.NO_RESET, head=school.people[heads[0]].name if heads else ""))
        self._no_reset.setVisible(bool(heads))

    @Slot()
    def _show_suggestion(self) -> None:
        words = READER_PASSPHRASE_WORDS if self.context.session.is_reviewer else PASSPHRASE_WORDS
        self._suggested.show_words(new_phrase(words, secrets.choice))
        self._suggested.show()

    @Slot()
    def _ask(self) -> None:
        now, new, again = self._now.value(), self._new.value(), self._again.value()
        self._now_field.show_error("" if now else say(Recovery.PASSPHRASE_MISSING))
        self._again_field.show_error("" if new == again else say(Recovery.DIFFERS))
        if not now or new != again or self._change.is_busy:
            return
        self._told.hide()
        self._change.set_busy(say(Recovery.CHANGING))
        operation = partial(change_here, self.context.session, now, new, time.perf_counter)
        self.ask(operation, self._changed)

    def _changed(self, _done: None) -> None:
        self._change.set_ready()
        for each in (self._now, self._new, self._again):
            each.set_value("")
        self._suggested.show_words("")
        self._suggested.hide()
        self._told.show_words(say(Recovery.CHANGED))
        self._told.show()
        self.saved.emit()

    @override
    def show_error(self, error: Exception) -> None:
        self._change.set_ready()
        super().show_error(error)
