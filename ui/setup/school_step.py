# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 1: the school's name, its kind and year, and who can help outside it."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.people import Contact, Settings
from desktop.setting_up import Draft, Missing
from desktop.setup_choices import setup_choices
from ui.setup.step_page import StepPage
from ui.setup.words import Setup, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle


class SchoolStep(StepPage):
    """Only the name is needed."""

    errors: ClassVar[Mapping[Missing, Setup]] = {Missing.NAME: Setup.NAME_ERROR}

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, Setup.SCHOOL_TITLE, Setup.SCHOOL_INTRO)
        choices = setup_choices()
        self._name = LineInput(theme)
        self._name_field = Field(theme, say(Setup.SCHOOL_NAME), self._name, needed=True)
        self._phase = _combo(theme, choices.phases)
        self._year = _combo(theme, choices.months)
        self._contacts = [_ContactRow(theme, purpose) for purpose in choices.contacts.values()]
        self._support = LineInput(theme)
        hint = PlainLabel(theme, say(Setup.CONTACTS_HINT), TextStyle("small", "text.secondary"), wrap=True)
        self.body.add(
            self._name_field,
            Field(theme, say(Setup.PHASE), self._phase),
            Field(theme, say(Setup.YEAR_START), self._year),
            Card(theme, say(Setup.CONTACTS), hint, *self._contacts, gap=4),
            Field(theme, say(Setup.SUPPORT_LINE), self._support, hint=say(Setup.SUPPORT_LINE_HINT)),
        )
        self.setFocusProxy(self._name)
        self._name.edited.connect(self.changed)

    @override
    def show_draft(self, draft: Draft, today: date) -> None:
        settings = draft.settings
        self._name.set_value(draft.name)
        self._phase.set_value(settings.phase or None)
        self._year.set_value(settings.year_starts or None)
        by_purpose = {contact.purpose: contact for contact in settings.contacts}
        for row in self._contacts:
            row.show_contact(by_purpose.get(row.purpose))
        self._support.set_value(settings.support_line)

    @override
    def take(self, draft: Draft) -> Draft:
        contacts = tuple(contact for row in self._contacts if (contact := row.contact()) is not None)
        settings: Settings = msgspec.structs.replace(
            draft.settings,
            phase=self._phase.value() or "",
            year_starts=self._year.value() or "",
            contacts=contacts,
            support_line=self._support.value().strip(),
        )
        return msgspec.structs.replace(draft, name=self._name.value().strip(), settings=settings)

    @override
    def field_of(self, missing: str) -> QWidget | None:
        return self._name_field


class _ContactRow(QWidget):
    """Name and telephone of one contact outside the school."""

    def __init__(self, theme: ThemeSource, purpose: str) -> None:
        super().__init__()
        self.purpose = purpose
        self._name = LineInput(theme, width=Width.FULL)
        self._phone = LineInput(theme, width=Width.FULL)
        name = Field(theme, say(Setup.CONTACT_NAME, purpose=purpose), self._name)
        phone = Field(theme, say(Setup.CONTACT_PHONE, purpose=purpose), self._phone)
        self.setLayout(Column(theme, Row(theme, Growing(name), Growing(phone), gap=4)))

    def show_contact(self, contact: Contact | None) -> None:
        """Show a contact, or none."""
        self._name.set_value(contact.name if contact else "")
        self._phone.set_value(contact.phone if contact else "")

    def contact(self) -> Contact | None:
        """The contact as typed; None where neither a name nor a number was."""
        name, phone = self._name.value().strip(), self._phone.value().strip()
        return Contact(purpose=self.purpose, name=name or self.purpose, phone=phone) if name or phone else None


def _combo(theme: ThemeSource, named: dict[str, str]) -> ComboChoice:
    choices = [Choice(value, label) for value, label in named.items()]
    return ComboChoice(theme, choices, placeholder=say(Setup.CHOOSE))
