# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked before a record is kept, or before pension age is put on record: the act's own form."""

from PySide6.QtCore import Signal, Slot

from desktop.cases.meaning import shipped_meaning
from desktop.forms import Context
from desktop.forms.filling import Filling
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.retention.words import Said, say
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card


class AskedForm(Card):
    """The form. What was typed stays until it is recorded or another record is chosen."""

    filled = Signal(object)
    """It is filled in: the answers."""

    def __init__(self, kit: FormKit, kind: str) -> None:
        spec = shipped_meaning().forms[kind]
        self.kind = kind
        self._kit = kit
        self._filling = Filling(spec, signed_in=True)
        self.form = FormPage(kit, self._filling, spec.pages[0], {})
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
