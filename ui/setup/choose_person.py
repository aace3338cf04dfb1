# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choosing who holds a role, from the people who were listed: a question over the window, with a picker in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.finding import PeopleIndex
from desktop.people import Person
from ui.setup.words import Setup, say
from ui.shell.words import Shell
from ui.shell.words import say as say_shell
from ui.theme.source import ThemeSource
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.field import Field
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow

_KEEP, _GIVE, _NOBODY = "keep", "give", "nobody"


class ChoosePerson(QObject):
    """The question. It says nothing when it is left."""

    chosen = Signal(str)
    """Who is to hold the role: their id, or "" for nobody."""

    def __init__(self, theme: ThemeSource, window: QWidget, people: Sequence[Person], role: str) -> None:
        super().__init__(window)
        self._index = PeopleIndex(people)
        self._picker = PersonPicker(theme, self._search, pinned="")
        answers = [
            Answer(_KEEP, say(Setup.LEAVE_AS_IT_IS)),
            Answer(_GIVE, say(Setup.GIVE_ROLE)),
            Answer(_NOBODY, say(Setup.NO_LONGER)),
        ]
        self._dialog = Dialog(
            theme, window, say_shell(Shell.TITLE), say(Setup.WHO_IS, role=role), say(Setup.WHO_IS_MORE), answers
        )
        self._dialog.add(Field(theme, say(Setup.PERSON), self._picker))
        self._dialog.answered.connect(self._on_answer)

    def ask(self) -> None:
        """Ask."""
        self._dialog.ask()
        self._picker.setFocus()

    def _search(self, typed: str) -> list[PersonRow]:
        return [PersonRow(each.person_id, each.name, each.job, each.group) for each in self._index.find(typed)]

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        picked = self._picker.value()
        if answer == _NOBODY:
            self.chosen.emit("")
        elif answer == _GIVE and isinstance(picked, PersonRow):
            self.chosen.emit(picked.id)
        self.deleteLater()
