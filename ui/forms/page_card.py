# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form of one page on a card, with its own button: what is asked beside a list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot

from desktop.forms import FormSpec
from desktop.forms.filling import Filling
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.forms.words import Form, say
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.flow import Flow


class PageCard(Card):
    """The card. `typed` stands in it from the start, `without` is not asked; what was typed stays until it is gone."""

    filled = Signal(object)
    """It is filled in: the answers."""
    left = Signal()
    """It is not wanted after all; what was typed goes."""

    def __init__(
        self, kit: FormKit, spec: FormSpec, typed: Mapping[str, object] | None = None, without: Sequence[str] = ()
    ) -> None:
        self.kind = spec.form_id
        self._kit = kit
        self._filling = Filling(spec, signed_in=True, typed=dict(typed or {}))
        self.form = FormPage(kit, self._filling, spec.pages[0], {}, without=without)
        self.form.title.hide()
        self.save = Button(kit.theme, spec.button, ButtonKind.PRIMARY, ButtonSize.SMALL)
        self.leave = Button(kit.theme, say(Form.LEAVE_OFF), ButtonKind.QUIET, ButtonSize.SMALL)
        self.leave.hide()
        super().__init__(kit.theme, spec.pages[0].title, self.form, Flow(kit.theme, (self.save, self.leave), gap=3))
        self.save.clicked.connect(self.finish)
        self.leave.clicked.connect(self.left)
        self.form.submitted.connect(self.finish)

    def offer_leaving(self) -> None:
        """Have a button by which it is left, where it was opened for the asking."""
        self.leave.show()

    def focus_first(self) -> None:
        """Put the keyboard into the first question."""
        self.form.focus_first()

    def set_ready(self) -> None:
        """Let it be tried again."""
        self.save.set_ready()

    @Slot()
    def finish(self) -> None:
        """Have it recorded, or show what is missing."""
        found = self._filling.check(self._kit.context()).errors
        self.form.show_findings(found)
        if not found and not self.save.is_busy:
            self.save.set_busy(say(Form.SAVING))
            self.filled.emit(dict(self._filling.kept))
