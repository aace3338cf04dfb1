# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which children: initials and year group, a row for each, and never more than that."""

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from desktop.forms import Field
from ui.forms.choosing import choices_of
from ui.forms.kit import Answer, FormKit, id_of, parts_of, text_of
from ui.forms.several import One, Several
from ui.forms.words import Form, numbered, say
from ui.theme.icons import Icon
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field as Labelled
from ui.widgets.layouts import Aligned, Row, Stretch
from ui.widgets.line_input import Width
from ui.widgets.link_button import LinkButton

_MOST = 30


def children(kit: FormKit, field: Field) -> Answer:
    """Any number of children: rows of initials and year group."""
    add = LinkButton(kit.theme, field.parts["add"], icon=Icon.PLUS)
    return Several(kit, add, lambda: _Child(kit, field), most=_MOST).answer


class _Child(One):
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

    @override
    def value(self) -> object:
        known = {"initials": self._initials.text(), "year": self._year.value()}
        return {name: said for name, said in known.items() if said}

    @override
    def set_value(self, value: object) -> None:
        parts = parts_of(value)
        self._initials.set_value(text_of(parts.get("initials")))
        self._year.set_value(id_of(parts.get("year")))

    @override
    def show_place(self, number: int, *, is_only: bool) -> None:
        """Say which child this is; it may be taken out where another one is left."""
        named = ((self._initials, "initials"), (self._year, "year"), (self._remove, "remove"))
        for control, part in named:
            control.setAccessibleName(numbered(self._parts[part], number))
        self._remove.setVisible(not is_only)

    @Slot()
    def _ask(self) -> None:
        self.taken_out.emit(self)
