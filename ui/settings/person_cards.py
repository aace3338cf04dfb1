# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The cards of the staff list: somebody is added; somebody leaves, and what is to be done then (security.md T10)."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot

from desktop.changing.leaving import Step
from desktop.people import Person, PersonId
from ui.settings.change_page import ChangePage, show_day_error
from ui.settings.paper_words import Paper
from ui.settings.words import Settings, say
from ui.theme.icons import Icon
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Gap, Growing, Row
from ui.widgets.line_input import LineInput


class AddCard(Card):
    """A name and a job. Whoever has a name of somebody listed already has to be told apart by it."""

    asked = Signal(str, str)
    """Somebody is to be listed: name and job."""

    def __init__(self, page: ChangePage) -> None:
        theme = page.theme
        super().__init__(theme, say(Settings.ADD), gap=3)
        self._page = page
        self._name, self._job = LineInput(theme, compact=True), LineInput(theme, compact=True)
        self._named = Field(theme, say(Settings.NAME), self._name)
        save = Button(theme, say(Settings.ADD_SAVE), ButtonKind.PRIMARY)
        self.add(self._named, Field(theme, say(Settings.JOB), self._job), Gap(1), save)
        save.clicked.connect(self._ask)

    def clear(self) -> None:
        """Forget what was typed."""
        for line in (self._name, self._job):
            line.set_value("")

    @Slot()
    def _ask(self) -> None:
        name = " ".join(self._name.text().split())
        listed = {person.name.casefold() for person in self._page.school.people.values()}
        error = Settings.NEEDS_WORDS if not name else Settings.NAME_TAKEN if name.casefold() in listed else None
        self._named.show_error(say(error) if error else "")
        if error is None:
            self.asked.emit(name, " ".join(self._job.text().split()))


class LeaverCard(Card):
    """What is to be done when somebody leaves, and their last day."""

    asked = Signal(object, object)
    """Their last day, or none, is to be listed: the person's id and the date."""
    withdrawal_asked = Signal(object)
    """These keys of theirs are to be trusted no longer: their ids."""
    signed_asked = Signal(object)
    """What their keys have signed is to be looked through: the `Person`."""

    def __init__(self, page: ChangePage, person: Person, steps: tuple[Step, ...], keys: tuple[str, ...]) -> None:
        theme = page.theme
        super().__init__(theme, say(Settings.LEAVER, name=person.name), gap=2)
        self._person = person
        self._keys = keys
        self._day = page.day()
        self._day.set_value(person.end)
        self._field = Field(theme, say(Settings.LEAVES), self._day)
        save, withdraw = Button(theme, say(Settings.SAVE_LAST_DAY)), Button(theme, say(Settings.WITHDRAW))
        signed = Button(theme, say(Paper.SIGNED))
        if not keys:
            withdraw.hide()
        top = Qt.AlignmentFlag.AlignTop
        for step in steps:
            icon = IconLabel(theme, Icon.CHECK if step.is_done else Icon.ARROW_RIGHT, "text.secondary", beside="body")
            words = say(Settings.STEP_DONE, step=step.sentence) if step.is_done else step.sentence
            self.add(Row(theme, Aligned(icon, top), Growing(PlainLabel(theme, words, wrap=True)), gap=2))
        self.add(Gap(1), self._field, Flow(theme, (save, withdraw, signed), gap=3))
        self.setFocusProxy(self._day)
        save.clicked.connect(self._ask)
        withdraw.clicked.connect(self._ask_withdrawal)
        signed.clicked.connect(self._ask_signed)

    @Slot()
    def _ask_signed(self) -> None:
        self.signed_asked.emit(self._person)

    @Slot()
    def _ask_withdrawal(self) -> None:
        self.withdrawal_asked.emit(self._keys)

    @Slot()
    def _ask(self) -> None:
        if show_day_error(self._field, self._day):
            day: date | None = self._day.value()
            self.asked.emit(PersonId(self._person.person_id), day)
