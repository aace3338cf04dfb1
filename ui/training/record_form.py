# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form by which training is recorded: for others, or for oneself."""

from PySide6.QtCore import Signal, Slot

from desktop.cases.meaning import shipped_meaning
from desktop.cases.rows import TRAINING
from desktop.forms import Context
from desktop.forms.filling import Filling
from desktop.people import PersonId
from desktop.training.records import Refresh
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.training.words import Said, say
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card


class RecordForm(Card):
    """The form. `person` is whose training it is, where that is settled; what was typed stays until it is recorded."""

    filled = Signal(object)
    """It is filled in: the answers."""

    def __init__(self, kit: FormKit, person: PersonId | None = None) -> None:
        spec = shipped_meaning().of_school(kit.school).forms[TRAINING]
        self._kit = kit
        self._filling = Filling(spec, signed_in=True, typed={"refresh": Refresh.USUAL.value})
        if person is not None:
            self._filling.typed["person"] = person
        without = ["person"] if person is not None else []
        self.form = FormPage(kit, self._filling, spec.pages[0], {}, without=without)
        self.form.title.hide()
        self.save = Button(kit.theme, spec.button, ButtonKind.PRIMARY, ButtonSize.SMALL)
        super().__init__(kit.theme, spec.pages[0].title, self.form, self.save)
        self.save.clicked.connect(self.finish)
        self.form.submitted.connect(self.finish)

    def focus_first(self) -> None:
        """Put the keyboard into the first question."""
        self.form.focus_first()

    def set_ready(self) -> None:
        """Let it be tried again."""
        self.save.set_ready()

    @Slot()
    def finish(self) -> None:
        """Have it recorded, or show what is missing."""
        kit = self._kit
        found = self._filling.check(Context(today=kit.today(), school=kit.school, author=kit.author)).errors
        self.form.show_findings(found)
        if not found and not self.save.is_busy:
            self.save.set_busy(say(Said.SAVING))
            self.filled.emit(dict(self._filling.kept))
