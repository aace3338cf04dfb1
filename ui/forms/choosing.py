# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fields whose answer is chosen: one of a few, one of many, any of some, yes or no, a tick."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QWidget

from desktop.forms import Field, Term
from ui.forms.fold import Fold
from ui.forms.kit import Answer, FormKit, id_of, items_of
from ui.forms.shapes import Shape, shape_of_choice, shape_of_choices
from ui.forms.words import Form, say
from ui.theme.source import ThemeSource
from ui.widgets.check_list import CheckBox, CheckList
from ui.widgets.choice import Choice
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.radio_cards import RadioCards
from ui.widgets.radio_list import RadioList
from ui.widgets.segmented import Segmented


def one_choice(kit: FormKit, field: Field) -> Answer:
    """One of the terms."""
    shape = shape_of_choice(field, dense=kit.dense)
    if shape is Shape.COMBO:
        combo = ComboChoice(kit.theme, choices_of(field.offered), placeholder=say(Form.CHOOSE), compact=kit.dense)
        return Answer(_at_left(kit.theme, combo), combo.value, partial(_choose, combo), combo.edited)
    if shape is Shape.SEGMENTS:
        segments = Segmented(kit.theme, choices_of(field.offered), large=not kit.dense)
        return Answer(segments, segments.value, partial(_choose, segments), segments.edited)
    usual = [term for term in field.offered if not term.more]
    rest = [term for term in field.offered if term.more]
    choices = choices_of([*usual, *rest])
    group = RadioCards(kit.theme, choices) if shape is Shape.CARDS else RadioList(kit.theme, choices)
    if not rest:
        return Answer(group, group.value, partial(_choose, group), group.edited)
    more = _MoreChoices(kit.theme, group, len(usual), field.more_label)
    return Answer(group, group.value, more.set_value, group.edited)


def several_choices(kit: FormKit, field: Field) -> Answer:
    """Any of the terms."""
    if shape_of_choices(field) is Shape.GROUPED_BOXES:
        grouped = GroupedCheckList(kit.theme, field.offered)
        return Answer(grouped, grouped.value, grouped.set_value, grouped.edited)
    boxes = CheckList(kit.theme, choices_of(field.offered))
    return Answer(boxes, partial(_ticked, boxes), partial(_tick_all, boxes), boxes.edited)


def tick(kit: FormKit, field: Field) -> Answer:
    """One box, which bears the question itself."""
    box = CheckBox(kit.theme, field.label)
    return Answer(box, box.value, partial(_tick, box), box.toggled)


def choices_of(terms: Iterable[Term]) -> list[Choice]:
    """The terms as the controls show them."""
    return [Choice(term.value, term.label, term.hint) for term in terms]


class _MoreChoices(QObject):
    """Keeps the rarer choices of a group behind a link until they are wanted. It belongs to the group."""

    def __init__(self, theme: ThemeSource, group: ChoiceGroup, usual: int, words: str) -> None:
        super().__init__(group)
        self._group = group
        self._all = group.buttons
        self._link = LinkButton(theme, words)
        # The group steps with the arrows through the buttons that it knows.
        group.buttons = self._all[:usual]
        for button in self._all[usual:]:
            button.hide()
        layout = group.layout()
        if isinstance(layout, Column):
            layout.add(self._link)
        self._link.clicked.connect(self._open)

    def set_value(self, value: object) -> None:
        """Choose, opening the rest where the choice is among it."""
        if any(button.choice.id == value for button in self._all[len(self._group.buttons) :]):
            self._show()
        _choose(self._group, value)

    @Slot()
    def _open(self) -> None:
        first = self._all[len(self._group.buttons)]
        self._show()
        first.setFocus()

    def _show(self) -> None:
        self._group.buttons = self._all
        for button in self._all:
            button.show()
        self._link.hide()


class GroupedCheckList(QGroupBox):
    """A long list of boxes, each group of them behind its heading, which says how many are ticked."""

    edited = Signal()
    """Something was ticked or unticked."""

    def __init__(self, theme: ThemeSource, terms: Sequence[Term]) -> None:
        super().__init__()
        self._ticked: dict[str, tuple[str, ...]] = {}
        names = dict.fromkeys(term.group for term in terms)
        self.groups = [_TermGroup(theme, name, [term for term in terms if term.group == name]) for name in names]
        self.setLayout(Column(theme, *self.groups, gap=2))
        self.setFocusProxy(self.groups[0])
        for group in self.groups:
            group.edited.connect(self.edited)

    def value(self) -> list[str]:
        """The values that are ticked, group by group."""
        return [value for group in self.groups for value in group.value()]

    def set_value(self, value: object) -> None:
        """Tick exactly these values, and open the groups that hold them."""
        for group in self.groups:
            group.set_value([str(item) for item in items_of(value)])


class _TermGroup(Fold):
    edited = Signal()

    def __init__(self, theme: ThemeSource, name: str, terms: Sequence[Term]) -> None:
        super().__init__(theme, name)
        self._name = name
        self._boxes = CheckList(theme, choices_of(terms))
        self._boxes.setAccessibleName(name)
        self.put((self._boxes,))
        self._boxes.edited.connect(self._count)

    def value(self) -> tuple[str, ...]:
        return self._boxes.value()

    def set_value(self, values: Sequence[str]) -> None:
        self._boxes.set_value(values)
        if self._boxes.value():
            self.open()

    @Slot()
    def _count(self) -> None:
        count = len(self.value())
        self.show_title(say(Form.TICKED, group=self._name, count=str(count)) if count else self._name)
        self.edited.emit()


def _at_left(theme: ThemeSource, combo: ComboChoice) -> QWidget:
    """A drop-down list that is no wider than it has to be."""
    holder = QWidget()
    holder.setLayout(Row(theme, combo, Stretch()))
    holder.setFocusProxy(combo)
    return holder


def _choose(control: ChoiceGroup | ComboChoice, value: object) -> None:
    control.set_value(id_of(value))


def _ticked(boxes: CheckList) -> list[str]:
    return list(boxes.value())


def _tick_all(boxes: CheckList, value: object) -> None:
    boxes.set_value(str(item) for item in items_of(value))


def _tick(box: CheckBox, value: object) -> None:
    box.setChecked(value is True)
