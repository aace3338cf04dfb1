# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One question of a form on the screen: label, hint, control, what stands below, and what was found about it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import Field, FieldType, Finding, Severity
from ui.forms import choosing, naming, timing, writing
from ui.forms.children import children
from ui.forms.cited import link_of
from ui.forms.kit import Answer, FormKit
from ui.forms.naming import PersonEntry
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.field import Field as Labelled
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import TextStyle

_MAKERS: Mapping[FieldType, Callable[[FormKit, Field], Answer]] = {
    FieldType.TEXT: writing.text,
    FieldType.LONG_TEXT: writing.long_text,
    FieldType.CHOICE: choosing.one_choice,
    FieldType.CHOICES: choosing.several_choices,
    FieldType.YES_NO_UNSURE: choosing.one_choice,
    FieldType.PEOPLE: naming.people,
    FieldType.CHILDREN: children,
    FieldType.DATE_CERTAINTY: timing.day_and_certainty,
    FieldType.TIME_BAND: timing.time_of_day,
    FieldType.PLACE: writing.place,
    FieldType.TICK: choosing.tick,
    FieldType.MONEY: writing.money,
    FieldType.DATE: timing.day,
}
"""What draws each type of field; a person's drawing depends on the page (`make_answer`)."""


def make_answer(kit: FormKit, field: Field, *, can_be_unlisted: bool = False) -> Answer:
    """Make the control of a field. `can_be_unlisted`: the page has questions about somebody who is not listed."""
    if field.type is FieldType.PERSON:
        return naming.person(kit, field, can_be_unlisted=can_be_unlisted)
    return _MAKERS[field.type](kit, field)


class FieldView(QWidget):
    """A field of a form, with its placeholders filled. With `is_titled` the page's title already asks the question."""

    changed = Signal(str)
    """The answer has changed: the field's name."""
    submitted = Signal()
    """Enter was pressed in a line of it, or Ctrl+Enter in a text."""

    def __init__(self, kit: FormKit, field: Field, *, is_titled: bool = False, can_be_unlisted: bool = False) -> None:
        super().__init__()
        self.spec = field
        self._answer = make_answer(kit, field, can_be_unlisted=can_be_unlisted)
        self.labelled = Labelled(
            kit.theme, field.label, self._answer.widget, hint=field.hint, needed=field.required and not is_titled
        )
        self.labelled.label.setVisible(not is_titled and field.type is not FieldType.TICK)
        self._below = PlainLabel(kit.theme, field.below, TextStyle("small", "text.tertiary"), wrap=True)
        if not field.below:
            self._below.hide()
        self._warning = Banner(kit.theme, Tone.WARN, "")
        self._warning.hide()
        code = link_of(kit, field, self._answer.value)
        self.setLayout(Column(kit.theme, self.labelled, self._below, *code, self._warning, gap=2))
        self.setFocusProxy(self.labelled)
        self._answer.edited.connect(self._tell)
        if self._answer.submitted is not None:
            self._answer.submitted.connect(self.submitted)

    @property
    def person_entry(self) -> PersonEntry | None:
        """The entry of a question for a person."""
        widget = self._answer.widget
        return widget if isinstance(widget, PersonEntry) else None

    def value(self) -> object:
        """The answer as typed, as a plain JSON value; None or something empty when there is none."""
        return self._answer.value()

    def set_value(self, value: object) -> None:
        """Replace the answer."""
        self._answer.set_value(value)

    def show_finding(self, finding: Finding | None) -> None:
        """Show what was found about the answer: an error at the field, a warning below it, or that all is well."""
        is_error = finding is not None and finding.severity is Severity.ERROR
        self.labelled.show_error(finding.message if finding is not None and is_error else "")
        if finding is not None and not is_error:
            self._warning.show_message(Tone.WARN, finding.message)
        self._warning.setVisible(finding is not None and not is_error)

    def keep_gutter(self) -> None:
        """Leave the room of the error bar free, so that the fields of a page line up."""
        self.labelled.keep_gutter()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.spec.name)
