# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a saved file opens: with a password, typed twice or suggested, or without one (ux.md R11)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.exports.protecting import check_password, suggested
from desktop.faults import KnownError
from ui.reports.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.radio_list import RadioList
from ui.widgets.text_flow import TextStyle

_WITH, _WITHOUT = "password", "none"


class ProtectCard(Card):
    """The choice, and the two fields. With a password unless somebody says otherwise."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, say(Said.PROTECTION), gap=3)
        choices = [Choice(_WITH, say(Said.WITH_PASSWORD)), Choice(_WITHOUT, say(Said.WITHOUT_PASSWORD))]
        self.choice = RadioList(theme, choices)
        self.choice.setAccessibleName(say(Said.PROTECTION))
        self.choice.set_value(_WITH)
        self.first, self.again = PassphraseInput(theme), PassphraseInput(theme)
        self._first = Field(theme, say(Said.PASSWORD), self.first, hint=say(Said.PASSWORD_HINT))
        self._again = Field(theme, say(Said.AGAIN), self.again)
        self._suggested = PlainLabel(theme, "", TextStyle("body", weight=600), wrap=True)
        self._suggested.hide()
        suggest = Button(theme, say(Said.SUGGEST), size=ButtonSize.SMALL)
        self._plain = PlainLabel(theme, say(Said.PLAIN), TextStyle("small", "text.secondary"), wrap=True)
        self._fields = QWidget()
        self._fields.setLayout(
            Column(theme, Row(theme, suggest, Stretch()), self._suggested, self._first, self._again, gap=3)
        )
        self.add(self.choice, self._fields, self._plain)
        self.choice.edited.connect(self._show)
        suggest.clicked.connect(self._suggest)
        self._show()

    def propose(self, *, password: bool) -> None:
        """Begin with a password, or without one."""
        self.choice.set_value(_WITH if password else _WITHOUT)
        self._show()

    def password(self) -> str | None:
        """The password; None where the file is to open without one."""
        return self.first.value() if self.choice.value() == _WITH else None

    def check(self) -> bool:
        """Say whether it can be used as it stands; where not, what is wrong stands beside it, with the keyboard."""
        wrong = self._wrong()
        self._first.show_error(wrong if wrong != say(Said.DIFFERENT) else "")
        self._again.show_error(wrong if wrong == say(Said.DIFFERENT) else "")
        if wrong:
            (self.again if wrong == say(Said.DIFFERENT) else self.first).setFocus()
        return not wrong

    def _wrong(self) -> str:
        password = self.password()
        if password is None:
            return ""
        try:
            check_password(password)
        except KnownError:
            return say(Said.PASSWORD_REFUSED)
        return "" if self.again.value() == password else say(Said.DIFFERENT)

    @Slot()
    def _show(self) -> None:
        with_password = self.choice.value() == _WITH
        self._fields.setVisible(with_password)
        self._plain.setVisible(not with_password)

    @Slot()
    def _suggest(self) -> None:
        self._suggested.show_words(say(Said.SUGGESTED, words=suggested()))
        self._suggested.show()
        self.first.setFocus()
