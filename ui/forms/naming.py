# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fields whose answer is a person: found by typing, described, or left open on purpose."""

from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.forms import Field, OwnName, Skip
from ui.forms.choosing import choices_of
from ui.forms.kit import Answer, FormKit, id_of, parts_of, text_of
from ui.forms.several import One, Several
from ui.forms.words import Form, numbered, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field as Labelled
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.person_picker import PersonPicker, Unlisted
from ui.widgets.person_rows import PersonRow
from ui.widgets.segmented import Segmented
from ui.widgets.text_flow import TextStyle

_MOST_PEOPLE = 10
_IN_CHARGE = "could_be_someone_in_charge"


class Standing(Enum):
    """How far a question for a person has been answered."""

    OPEN = "open"
    CHOSEN = "chosen"
    UNLISTED = "unlisted"
    SKIPPED = "skipped"


def person(kit: FormKit, field: Field, *, can_be_unlisted: bool) -> Answer:
    """One person. Whether somebody may be described instead depends on the page having fields for it."""
    entry = PersonEntry(kit, field, pinned=field.parts["unlisted"] if can_be_unlisted else "")
    return Answer(entry, entry.value, entry.set_value, entry.edited, entry.submitted)


def people(kit: FormKit, field: Field) -> Answer:
    """Any number of people: one picker after another, each with the questions about somebody who is not listed."""
    add, most = LinkButton(kit.theme, field.parts["add"]), field.limit or _MOST_PEOPLE
    return Several(kit, add, lambda: _OneOfPeople(kit, field), most=most, one_at_a_time=True).answer


class PersonEntry(QWidget):
    """The picker, the way past it, and what to ask when somebody signed in chooses themselves."""

    edited = Signal()
    """The answer, or how it is given, has changed."""
    submitted = Signal()
    """Enter was pressed with nothing to choose from."""
    answered = Signal()
    """The question whether another form is meant was turned down: the person stands."""
    switch_asked = Signal(str)
    """The person wants the form about themselves: its id."""

    def __init__(self, kit: FormKit, field: Field, *, pinned: str) -> None:
        super().__init__()
        self._kit = kit
        self._is_skipped = False
        self._picker = PersonPicker(kit.theme, kit.search, pinned=pinned)
        self._skip = LinkButton(kit.theme, field.skip.label if field.skip else "")
        if field.skip is None:
            self._skip.hide()
        self._skipped = _SkippedCard(kit.theme, field.skip, field.parts["remove"]) if field.skip else None
        self._own = _OwnNameCard(kit.theme, field.own_name) if field.own_name and kit.author else None
        self.setFocusProxy(self._picker)
        cards = [card for card in (self._skipped, self._own) if card is not None]
        for card in cards:
            card.hide()
        self.setLayout(Column(kit.theme, self._picker, self._skip, *cards, gap=3))
        self._connect()

    def _connect(self) -> None:
        self._picker.edited.connect(self._tell)
        self._picker.submitted.connect(self.submitted)
        self._skip.clicked.connect(self._go_past)
        if self._skipped is not None:
            self._skipped.reopened.connect(self._come_back)
        if self._own is not None:
            self._own.switch_asked.connect(self.switch_asked)
            self._own.turned_down.connect(self.answered)

    @property
    def standing(self) -> Standing:
        """How far the question has been answered."""
        if self._is_skipped:
            return Standing.SKIPPED
        picked = self._picker.value()
        if picked is None:
            return Standing.OPEN
        return Standing.CHOSEN if isinstance(picked, PersonRow) else Standing.UNLISTED

    def ask_back(self) -> bool:
        """Put the keyboard on the question whether another form is meant, and say whether there is one."""
        if self._own is None or self._own.isHidden():
            return False
        self._own.switch.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def value(self) -> object:
        """The id of the person, or None."""
        picked = self._picker.value()
        return picked.id if isinstance(picked, PersonRow) and not self._is_skipped else None

    def set_value(self, value: object) -> None:
        """Replace the answer; an id that is not listed any more chooses nobody."""
        self._picker.set_value(self._kit.row(id_of(value) or ""))
        self._show()

    def show_unlisted(self) -> None:
        """Stand as if the last row had been chosen: somebody is described already."""
        self._picker.set_value(Unlisted.UNLISTED)
        self._show()

    @Slot()
    def _go_past(self) -> None:
        self._is_skipped = True
        self._tell()
        if self._skipped is not None:
            self._skipped.link.setFocus()

    @Slot()
    def _come_back(self) -> None:
        self._is_skipped = False
        self._tell()
        self._picker.setFocus()

    @Slot()
    def _tell(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self._picker.setVisible(not self._is_skipped)
        self._skip.setVisible(self._skipped is not None and self.standing is Standing.OPEN)
        if self._skipped is not None:
            self._skipped.setVisible(self._is_skipped)
        if self._own is not None:
            self._own.offer_again(self.value() == self._kit.author)


class _SkippedCard(Card):
    """That the question was passed over, what follows from it, and the way back."""

    reopened = Signal()

    def __init__(self, theme: ThemeSource, skip: Skip, again: str) -> None:
        super().__init__(theme, margins=(4, 3, 4, 3), gap=1)
        self.link = LinkButton(theme, again)
        self.add(
            PlainLabel(theme, skip.label, "label", wrap=True),
            PlainLabel(theme, skip.note, TextStyle("small", "text.secondary"), wrap=True),
            self.link,
        )
        self.link.clicked.connect(self.reopened)


class _OwnNameCard(Card):
    """Asks somebody who has chosen themselves whether they want the other form."""

    switch_asked = Signal(str)
    turned_down = Signal()

    def __init__(self, theme: ThemeSource, own: OwnName) -> None:
        super().__init__(theme, margins=(4, 3, 4, 3), gap=3)
        self._own = own
        self._is_turned_down = False
        self.switch = Button(theme, own.switch, ButtonKind.SECONDARY)
        self._carry_on = Button(theme, own.carry_on, ButtonKind.QUIET)
        self.add(
            PlainLabel(theme, own.words, "label", wrap=True), Row(theme, self.switch, self._carry_on, Stretch(), gap=2)
        )
        self.switch.clicked.connect(self._ask)
        self._carry_on.clicked.connect(self._turn_down)

    def offer_again(self, is_own_name: bool) -> None:  # noqa: FBT001 - it is the whole state of the card
        """Show the card while somebody's own name stands there, unless they have turned it down."""
        self._is_turned_down = self._is_turned_down and is_own_name
        self.setVisible(is_own_name and not self._is_turned_down)

    @Slot()
    def _ask(self) -> None:
        self.switch_asked.emit(self._own.switch_to)

    @Slot()
    def _turn_down(self) -> None:
        self._is_turned_down = True
        self.hide()
        self.turned_down.emit()


class _OneOfPeople(One):
    """A picker, and what is asked about somebody who is not listed. One who is taken back goes."""

    def __init__(self, kit: FormKit, field: Field) -> None:
        super().__init__()
        self._kit = kit
        self._label = field.label
        parts = field.parts
        self._picker = PersonPicker(kit.theme, kit.search, pinned="" if field.listed_only else parts["unlisted"])
        self._words = kit.line()
        self._connection = ComboChoice(
            kit.theme, choices_of(field.offered), placeholder=say(Form.CHOOSE), compact=kit.dense
        )
        self._in_charge = Segmented(kit.theme, _yes_no_unsure(), large=not kit.dense)
        described = (
            Labelled(kit.theme, parts["description"], self._words, hint=parts["description_hint"]),
            Labelled(kit.theme, parts["connection"], self._connection),
            Labelled(kit.theme, parts[_IN_CHARGE], self._in_charge),
        )
        self._described = QWidget()
        self._described.setLayout(Column(kit.theme, *described, gap=4))
        self._described.hide()
        self.setFocusProxy(self._picker)
        self.setLayout(Column(kit.theme, self._picker, self._described, gap=3))
        self._connect()

    def _connect(self) -> None:
        self._picker.edited.connect(self._on_picked)
        self._picker.submitted.connect(self.submitted)
        for control in (self._words, self._connection, self._in_charge):
            control.edited.connect(self.edited)

    @override
    def show_place(self, number: int, *, is_only: bool) -> None:
        self._picker.input.setAccessibleName(numbered(self._label, number))

    @override
    def value(self) -> object:
        picked = self._picker.value()
        if isinstance(picked, PersonRow):
            return {"person": picked.id}
        if picked is None:
            return None
        known = {
            "description": self._words.text(),
            "connection": self._connection.value(),
            _IN_CHARGE: self._in_charge.value(),
        }
        return {name: said for name, said in known.items() if said}

    @override
    def set_value(self, value: object) -> None:
        parts = parts_of(value)
        listed = self._kit.row(text_of(parts.get("person")))
        self._picker.set_value(listed or (Unlisted.UNLISTED if parts else None))
        self._words.set_value(text_of(parts.get("description")))
        self._connection.set_value(id_of(parts.get("connection")))
        self._in_charge.set_value(id_of(parts.get(_IN_CHARGE)))
        self._show()

    @Slot()
    def _on_picked(self) -> None:
        self._show()
        if self._picker.value() is None:
            self.taken_out.emit(self)
        else:
            self.edited.emit()

    def _show(self) -> None:
        self._described.setVisible(self._picker.value() is Unlisted.UNLISTED)


def _yes_no_unsure() -> list[Choice]:
    return [Choice("yes", say(Form.YES)), Choice("no", say(Form.NO)), Choice("not_sure", say(Form.NOT_SURE))]
