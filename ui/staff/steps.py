# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of one form: made when they are first shown, kept while the form is filled in, one on the screen at a time.

What was opened, scrolled or half typed on a page is still so when somebody comes back to it.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.forms import FormSpec, Page, PageAction, summary
from desktop.forms.filling import Filling
from desktop.forms.flow import CHECK
from desktop.policies.reasons import of_answers
from ui.clauses.link import CitedLink
from ui.forms.attach_block import FILES
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.forms.words import Form
from ui.forms.words import say as say_form
from ui.staff.check_page import CheckPage
from ui.staff.emergency_page import EmergencyPage
from ui.staff.here import Here
from ui.widgets.dropping import drop
from ui.widgets.layouts import Column, Gap, Item
from ui.widgets.sizes import size_words
from ui.widgets.summary_list import SummaryRow

Step = FormPage | EmergencyPage | CheckPage


class Steps(QWidget):
    """Shows one place of a form."""

    answered = Signal(str)
    """An answer has changed and is in the filling: the field's name."""
    submitted = Signal()
    """Go on: Enter was pressed, or somebody has been spoken to."""
    detour_asked = Signal(object)
    """A way to another page or form was chosen: the `Detour`."""
    person_chosen = Signal()
    """Somebody was found and chosen."""
    switch_asked = Signal(str)
    """Another form is wanted instead: its id."""
    bug = Signal(object)
    """A fault of ours: the exception."""
    change_asked = Signal(str)
    """A row of the check page is to be changed: page and field."""

    def __init__(self, kit: FormKit, filling: Filling) -> None:
        super().__init__()
        self._kit = kit
        self._filling = filling
        self._steps: dict[str, Step] = {}
        self._column = Column(kit.theme)
        self.setLayout(self._column)
        self.current: Step | None = None

    def show_step(self, at: str, here: Here, words: Mapping[str, str]) -> Step:
        """Show the page of a place; the check page is always made anew."""
        if self.current is not None:
            self.current.hide()
        if at == CHECK or at not in self._steps:
            self._put(at, self._made(at, here, words))
        self.current = step = self._steps[at]
        self.refill(here, words)
        step.show()
        return step

    def refill(self, here: Here, words: Mapping[str, str]) -> None:
        """Fill the placeholders of the page on the screen anew."""
        match self.current:
            case FormPage():
                self.current.refill(words, here.panels(self._filling))
            case EmergencyPage():
                self.current.refill(words)

    def _put(self, at: str, step: Step) -> None:
        old = self._steps.pop(at, None)
        if old is not None:
            drop(old)
        self._steps[at] = step
        self._column.add(step)

    def _made(self, at: str, here: Here, words: Mapping[str, str]) -> Step:
        spec = self._filling.spec
        if at == CHECK:
            return self._made_check(spec, here)
        page = spec.page(at)
        if page.action is PageAction.SPEAK_FIRST:
            return self._made_emergency(page, here, words)
        panels = here.panels(self._filling) if page is spec.pages[0] else ()
        step = FormPage(self._kit, self._filling, page, words, panels)
        step.answered.connect(self.answered)
        step.submitted.connect(self.submitted)
        step.detour_asked.connect(self.detour_asked)
        step.person_chosen.connect(self.person_chosen)
        step.switch_asked.connect(self.switch_asked)
        step.bug.connect(self.bug)
        return step

    def _made_emergency(self, page: Page, here: Here, words: Mapping[str, str]) -> EmergencyPage:
        step = EmergencyPage(here, self._kit, self._filling, page, words)
        step.answered.connect(self.answered)
        step.submitted.connect(self.submitted)
        step.carried_on.connect(self.submitted)
        return step

    def _made_check(self, spec: FormSpec, here: Here) -> CheckPage:
        report = self._filling.check(here.context)
        values = report.answers.values if report.answers else {}
        step = CheckPage(self._kit.theme, spec, summary(spec, values, here.school), self._files())
        step.add(*self._cited(spec, values))
        step.change_asked.connect(self.change_asked)
        return step

    def _cited(self, spec: FormSpec, values: Mapping[str, object]) -> list[Item]:
        """The way to what the code says about all of it."""
        show, cited = self._kit.show_clauses, of_answers(spec, values)
        return [Gap(3), CitedLink(self._kit.theme, show, lambda: cited, spec.title)] if show and cited else []

    def _files(self) -> tuple[SummaryRow, ...]:
        """The row of the check page that lists the files."""
        page = next((page for page in self._filling.spec.pages if page.attach), None)
        if page is None or not self._filling.files:
            return ()
        listed = (f"{each.name} ({size_words(len(each.data))})" for each in self._filling.files)
        row_id = f"{page.page_id} {FILES}"
        return (SummaryRow(row_id, say_form(Form.FILES), ", ".join(listed), say_form(Form.THE_FILES)),)
