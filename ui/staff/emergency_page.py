# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Interrupts when a child may be at risk now: whom to find before going on (ux.md S2e). Nothing that was typed goes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import Page
from desktop.forms.filling import Filling
from desktop.people import Role
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit, filled
from ui.staff.contact_list import ContactList, outside_ways, people_ways
from ui.staff.here import Here
from ui.widgets.announcing import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column

SPOKEN_FIRST = "spoken_first"
_SPOKEN = "spoken"
_ROLES = (Role.DSL, Role.DEPUTY_DSL, Role.HEAD, Role.DEPUTY_HEAD)


class EmergencyPage(QWidget):
    """The page's question is asked by two buttons, of which the first also carries on."""

    answered = Signal(str)
    """An answer has changed and is in the filling: the field's name."""
    carried_on = Signal()
    """Somebody has been spoken to: go on with the form."""
    submitted = Signal()
    """Enter was pressed in a line."""

    def __init__(self, here: Here, kit: FormKit, filling: Filling, page: Page, words: Mapping[str, str]) -> None:
        super().__init__()
        theme = kit.theme
        self._filling = filling
        self._choice = next(field for field in page.fields if field.name == SPOKEN_FIRST)
        self._form = FormPage(kit, filling, page, words, without=(SPOKEN_FIRST,))
        self.title = self._form.title
        terms = filled(self._choice, words).choices
        self._spoken = Button(theme, terms[0].label, ButtonKind.PRIMARY, ButtonSize.LARGE)
        self._nobody = Button(theme, terms[1].label, ButtonKind.SECONDARY, ButtonSize.LARGE)
        ways = [*people_ways(here, _ROLES, here.not_to_find(filling)), *outside_ways(here)]
        self._ways = Card(theme, "", ContactList(theme, ways))
        self.asked = QWidget()
        self.asked.setLayout(Flow(theme, [self._spoken, self._nobody], gap=3))
        self.setLayout(Column(theme, self._form, self.asked, self._ways, gap=4))
        self.setAccessibleName(self._form.title.words)
        self.setAccessibleDescription(self._form.intro)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self._spoken.clicked.connect(self._on_spoken)
        self._nobody.clicked.connect(self._on_nobody)
        self._form.answered.connect(self.answered)
        self._form.submitted.connect(self.submitted)

    @property
    def is_answered(self) -> bool:
        """Whether one of the buttons was pressed, so that Continue may be offered."""
        return bool(self._filling.typed.get(SPOKEN_FIRST))

    def refill(self, words: Mapping[str, str]) -> None:
        """Fill the placeholders anew."""
        self._form.refill(words)
        self._show()

    def focus_first(self) -> None:
        """Put the keyboard on the page itself: on a button, the key that led here might press it unread."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._form.title.words} {self._form.intro}", assertive=True)

    @Slot()
    def _on_spoken(self) -> None:
        self._answer(_SPOKEN)
        self.carried_on.emit()

    @Slot()
    def _on_nobody(self) -> None:
        self._answer(self._choice.choices[1].value)

    def _answer(self, value: str) -> None:
        self._filling.typed[SPOKEN_FIRST] = value
        self._form.refresh()
        self._show()
        self.answered.emit(SPOKEN_FIRST)

    def _show(self) -> None:
        self._ways.setVisible(self._filling.typed.get(SPOKEN_FIRST) == self._choice.choices[1].value)
