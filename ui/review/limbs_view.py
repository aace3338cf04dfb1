# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The four questions of the harm threshold, close together, each with its reason behind "Add why" (picture 06).

They are fields of the form like any others; only where they stand is decided here.
"""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import Field, Finding, Page, fill
from desktop.forms.filling import Filling
from ui.forms.field_view import FieldView, make_answer
from ui.forms.kit import FormKit
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.widgets.card import Line
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import Said as Control
from ui.widgets.words import say as say_control

_WHY = "_why"


def around_limbs(page: Page, limbs: Sequence[str]) -> tuple[Page, Page]:
    """What follows the four on their page: first what their answers call for, then the other questions."""
    names = {*limbs, *(limb + _WHY for limb in limbs)}
    rest = tuple(field for field in page.fields if field.name not in names)
    notes = msgspec.structs.replace(page, intro="", fields=())
    return notes, msgspec.structs.replace(page, intro="", fields=rest, notes=())


class LimbsView(QWidget):
    """The four, under the words that begin each question. Answers go straight into the filling."""

    answered = Signal(str)
    """An answer has changed and is in the filling: the field's name."""
    submitted = Signal()
    """Ctrl+Enter was pressed in a reason."""

    def __init__(
        self, kit: FormKit, filling: Filling, page: Page, limbs: Sequence[str], words: Mapping[str, str]
    ) -> None:
        super().__init__()
        fields = {field.name: field for field in page.fields}
        intro = fill(page.intro, words)
        heading = PlainLabel(kit.theme, intro, TextStyle("body", weight=600), wrap=True)
        self._limbs = [_Limb(kit, filling, intro, fields[name], fields[name + _WHY]) for name in limbs]
        self.setLayout(Column(kit.theme, heading, *self._limbs, gap=2))
        self.setFocusProxy(self._limbs[0])
        for limb in self._limbs:
            limb.answered.connect(self.answered)
            limb.submitted.connect(self.submitted)

    def show_findings(self, findings: Sequence[Finding]) -> bool:
        """Show what has to be looked at again among the four, and go to the first; says whether there is anything."""
        found = {finding.field: finding for finding in reversed(findings)}
        wrong = [limb for limb in self._limbs if limb.show_findings(found)]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(wrong)


class _Limb(QWidget):
    """One of the four: the question, its three answers, and the reason."""

    answered = Signal(str)
    submitted = Signal()

    def __init__(self, kit: FormKit, filling: Filling, intro: str, field: Field, why: Field) -> None:
        super().__init__()
        theme = kit.theme
        self._filling = filling
        self._field = field
        self._is_open = False
        self._question = PlainLabel(theme, field.label, "body", wrap=True)
        self._error = PlainLabel(theme, "", TextStyle("small", "status.danger.strong", weight=600), wrap=True)
        self._error.hide()
        self._answer = make_answer(kit, field)
        self._answer.widget.setAccessibleName(f"{intro} {field.label}")
        self._add = LinkButton(theme, why.fold, "small", name=f"{why.fold}: {field.label}")
        self._added = QWidget()
        tick = IconLabel(theme, Icon.CHECK, "text.secondary", side="icon_small")
        added = PlainLabel(theme, say(Said.REASON_ADDED), TextStyle("small", "text.secondary"))
        self._added.setLayout(Row(theme, tick, added, gap=1))
        self._why = FieldView(kit, why)
        self._why.set_value(filling.typed.get(why.name))
        add = Aligned(self._add, Qt.AlignmentFlag.AlignVCenter)
        line = Row(theme, self._answer.widget, Stretch(), self._added, add, gap=2)
        self.setLayout(Column(theme, self._question, self._error, line, self._why, Line(theme), gap=2))
        self.setFocusProxy(self._answer.widget)
        self._answer.set_value(filling.typed.get(field.name))
        self._connect()
        self._show_reason()

    def _connect(self) -> None:
        self._answer.edited.connect(self._take)
        self._add.clicked.connect(self._open)
        self._why.changed.connect(self._take_reason)
        self._why.submitted.connect(self.submitted)

    def show_findings(self, found: Mapping[str, Finding]) -> bool:
        """Show what was found about the answer or its reason; says whether there was anything."""
        answer, reason = found.get(self._field.name), found.get(self._why.spec.name)
        self._error.show_words(answer.message if answer else "")
        self._error.setVisible(answer is not None)
        error = say_control(Control.ERROR, message=answer.message) if answer else ""
        self._answer.widget.setAccessibleDescription(error)
        self._why.show_finding(reason)
        if reason is not None:
            self._is_open = True
            self._show_reason()
        return answer is not None or reason is not None

    @Slot()
    def _take(self) -> None:
        self._filling.typed[self._field.name] = self._answer.value()
        self._error.hide()
        self._show_reason()
        self.answered.emit(self._field.name)

    @Slot()
    def _take_reason(self) -> None:
        self._filling.typed[self._why.spec.name] = self._why.value()
        self.answered.emit(self._why.spec.name)

    @Slot()
    def _open(self) -> None:
        self._is_open = True
        self._show_reason()
        self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reason(self) -> None:
        """A reason is open where it is needed or wanted; one that was given and is not needed is named only."""
        needed = self._answer.value() not in (None, "no")
        given = bool(str(self._why.value() or "").strip())
        self._why.setVisible(needed or self._is_open)
        self._added.setVisible(given and not (needed or self._is_open))
        self._add.setVisible(not (needed or self._is_open or given))
