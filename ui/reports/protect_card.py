# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a saved file opens: with a password, typed twice or suggested, for one member alone, or for all (ux.md R11)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.exports.protecting import check_password, suggested
from desktop.faults import KnownError
from desktop.people import PersonId
from ui.reports.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow
from ui.widgets.radio_list import RadioList
from ui.widgets.text_flow import TextStyle

_WITH, _SEALED, _WITHOUT = "password", "sealed", "none"

Search = Callable[[str], Sequence[PersonRow]]


class ProtectCard(Card):
    """The choice, and the fields. With a password unless somebody says otherwise.

    With a `search` for people it can be sealed to one of them instead.
    """

    def __init__(self, theme: ThemeSource, search: Search | None = None) -> None:
        super().__init__(theme, say(Said.PROTECTION), gap=3)
        choices = [Choice(_WITH, say(Said.WITH_PASSWORD)), Choice(_WITHOUT, say(Said.WITHOUT_PASSWORD))]
        choices += [Choice(_SEALED, say(Said.SEALED))] if search else []
        self.choice = RadioList(theme, choices)
        self.choice.setAccessibleName(say(Said.PROTECTION))
        self.choice.set_value(_WITH)
        self.first, self.again = PassphraseInput(theme), PassphraseInput(theme)
        self._first = Field(theme, say(Said.PASSWORD), self.first, hint=say(Said.PASSWORD_HINT))
        self._again = Field(theme, say(Said.AGAIN), self.again)
        self.reader = PersonPicker(theme, search or _nobody, pinned="")
        self._reader = Field(theme, say(Said.READER), self.reader, hint=say(Said.READER_HINT))
        self._suggested = PlainLabel(theme, "", TextStyle("body", weight=600), wrap=True)
        self._suggested.hide()
        suggest = Button(theme, say(Said.SUGGEST), size=ButtonSize.SMALL)
        self._plain = PlainLabel(theme, say(Said.PLAIN), TextStyle("small", "text.secondary"), wrap=True)
        self._fields = QWidget()
        self._fields.setLayout(
            Column(theme, Row(theme, suggest, Stretch()), self._suggested, self._first, self._again, gap=3)
        )
        self.add(self.choice, self._fields, self._reader, self._plain)
        self.choice.edited.connect(self._show)
        self.reader.edited.connect(self._show_reader_fine)
        suggest.clicked.connect(self._suggest)
        self._show()

    def propose(self, *, password: bool) -> None:
        """Begin with a password, or without one."""
        self.choice.set_value(_WITH if password else _WITHOUT)
        self._show()

    def password(self) -> str | None:
        """The password; None where the file is to open without one."""
        return self.first.value() if self.choice.value() == _WITH else None

    def sealed_to(self) -> PersonId | None:
        """The one person who can open it; None where it is not sealed to anybody."""
        picked = self.reader.value()
        is_sealed = self.choice.value() == _SEALED
        return PersonId(picked.id) if is_sealed and isinstance(picked, PersonRow) else None

    def check(self) -> bool:
        """Say whether it can be used as it stands; where not, what is wrong stands beside it, with the keyboard."""
        lacks_reader = self.choice.value() == _SEALED and self.sealed_to() is None
        self._reader.show_error(say(Said.NEEDS_READER) if lacks_reader else "")
        if lacks_reader:
            self.reader.setFocus()
            return False
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
        chosen = self.choice.value()
        self._fields.setVisible(chosen == _WITH)
        self._reader.setVisible(chosen == _SEALED)
        self._plain.setVisible(chosen == _WITHOUT)

    @Slot()
    def _show_reader_fine(self) -> None:
        self._reader.show_error("")

    @Slot()
    def _suggest(self) -> None:
        self._suggested.show_words(say(Said.SUGGESTED, words=suggested()))
        self._suggested.show()
        self.first.setFocus()


def _nobody(_typed: str) -> Sequence[PersonRow]:
    return ()
