# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which children: initials and year group, a row for each, and never more than that."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QWidget

from desktop.forms import Field
from ui.forms.choosing import choices_of
from ui.forms.kit import Answer, FormKit, id_of, items_of, parts_of, text_of
from ui.forms.words import Form, numbered, say
from ui.theme.icons import Icon
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.field import Field as Labelled
from ui.widgets.layouts import Aligned, Column, Row, Stretch
from ui.widgets.line_input import Width
from ui.widgets.link_button import LinkButton

_MOST = 30


def children(kit: FormKit, field: Field) -> Answer:
    """Any number of children."""
    entry = ChildrenEntry(kit, field)
    return Answer(entry, entry.value, entry.set_value, entry.edited, entry.submitted)


class ChildrenEntry(QGroupBox):
    """Rows of initials and year group; there is always at least one."""

    edited = Signal()
    """The answer has changed."""
    submitted = Signal()
    """Enter was pressed in a row."""

    def __init__(self, kit: FormKit, field: Field) -> None:
        super().__init__()
        self._kit = kit
        self._field = field
        self._children: list[_Child] = []
        self._add = LinkButton(kit.theme, field.parts["add"], icon=Icon.PLUS)
        self._rows = Column(kit.theme, gap=3)
        column = Column(kit.theme, gap=3)
        column.addLayout(self._rows)
        column.add(self._add)
        self.setLayout(column)
        self._add.clicked.connect(self._add_one)
        self._append()

    def value(self) -> list[object]:
        """The children of whom anything was said, in order."""
        return [said for child in self._children if (said := child.value())]

    def set_value(self, value: object) -> None:
        """Replace the answer."""
        with QSignalBlocker(self):
            while self._children:
                self._take_out(self._children[-1])
            for item in items_of(value) or [None]:
                self._append().set_value(item)

    @Slot()
    def _add_one(self) -> None:
        self._append().setFocus()

    def _append(self) -> "_Child":
        child = _Child(self._kit, self._field)
        child.edited.connect(self.edited)
        child.submitted.connect(self.submitted)
        child.taken_out.connect(self._remove)
        self._children.append(child)
        self._rows.add(child)
        self.setFocusProxy(self._children[0])
        self._show()
        return child

    @Slot(object)
    def _remove(self, child: "_Child") -> None:
        self._take_out(child)
        self._show()
        self._children[0].setFocus()
        self.edited.emit()

    def _take_out(self, child: "_Child") -> None:
        self._children.remove(child)
        drop(child)

    def _show(self) -> None:
        self.setFocusProxy(self._children[0])
        self._add.setVisible(len(self._children) < _MOST)
        for number, child in enumerate(self._children, 1):
            child.show_place(number, is_only=len(self._children) == 1)


class _Child(QWidget):
    edited = Signal()
    submitted = Signal()
    taken_out = Signal(object)

    def __init__(self, kit: FormKit, field: Field) -> None:
        super().__init__()
        self._parts = parts = field.parts
        self._initials = kit.line(width=Width.SHORT)
        self._year = ComboChoice(kit.theme, choices_of(field.offered), placeholder=say(Form.CHOOSE), compact=kit.dense)
        self._remove = IconButton(kit.theme, Icon.X, parts["remove"], ButtonSize.SMALL)
        initials = Labelled(kit.theme, parts["initials"], self._initials, hint=parts["initials_hint"])
        year = Labelled(kit.theme, parts["year"], self._year)
        bottom = Qt.AlignmentFlag.AlignBottom
        self.setLayout(Row(kit.theme, initials, Aligned(year, bottom), Aligned(self._remove, bottom), Stretch(), gap=4))
        self.setFocusProxy(self._initials)
        self._connect()

    def _connect(self) -> None:
        self._initials.edited.connect(self.edited)
        self._initials.returnPressed.connect(self.submitted)
        self._year.edited.connect(self.edited)
        self._remove.clicked.connect(self._ask)

    def value(self) -> object:
        known = {"initials": self._initials.text(), "year": self._year.value()}
        return {name: said for name, said in known.items() if said}

    def set_value(self, value: object) -> None:
        parts = parts_of(value)
        self._initials.set_value(text_of(parts.get("initials")))
        self._year.set_value(id_of(parts.get("year")))

    def show_place(self, number: int, *, is_only: bool) -> None:
        """Say which child this is; it may be taken out where another one is left."""
        named = ((self._initials, "initials"), (self._year, "year"), (self._remove, "remove"))
        for control, part in named:
            control.setAccessibleName(numbered(self._parts[part], number))
        self._remove.setVisible(not is_only)

    @Slot()
    def _ask(self) -> None:
        self.taken_out.emit(self)
