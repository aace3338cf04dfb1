# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A worry about a child goes another way: whom to tell now. Nothing about the child is asked for, or kept."""

from PySide6.QtCore import Signal, Slot

from desktop.forms import FormSpec, PageAction
from desktop.forms.filling import Filling
from desktop.people import Role
from ui.forms.form_page import FormPage
from ui.forms.kit import kit_for
from ui.forms.notes import aside_note
from ui.staff.contact_list import ContactList, outside_ways, people_ways
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Card

_ROLES = (Role.DSL, Role.DEPUTY_DSL)


class RedirectPage(StaffFrame):
    """Shown in place of a form, whose words it uses."""

    finished = Signal()
    """Back to the beginning."""
    form_asked = Signal(str)
    """It is about an adult as well: the id of the form."""

    def __init__(self, theme: ThemeSource, here: Here, spec: FormSpec) -> None:
        super().__init__(theme, here.school.name)
        self._form_id = spec.form_id
        filling = Filling(spec)
        page = next(page for page in spec.pages if page.action is PageAction.REDIRECT_CHILD)
        words = here.words(filling, here.route(filling))
        self._text = FormPage(kit_for(theme, here.school, here.today), filling, page, words)
        ways = Card(theme, "", ContactList(theme, [*people_ways(here, _ROLES), *outside_ways(here)]))
        urgent = [aside_note(theme, note, words) for note in page.asides]
        self.column.add(self._text, *urgent, ways)
        self.buttons.show_buttons(say(Staff.FINISH_CLEARED), say(Staff.ADULT_TOO))
        self.setAccessibleName(self._text.title.words)
        self.buttons.primary.clicked.connect(self.finished)
        self.buttons.second.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.form_asked.emit(self._form_id)
