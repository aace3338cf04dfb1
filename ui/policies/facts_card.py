# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is said of a version: title, who approved it when, review, whom it is for, by when it is to be confirmed."""

from collections.abc import Collection
from typing import Literal

from PySide6.QtCore import Signal

from desktop.policies.preparing import Fact, Facts
from ui.policies.adding_words import Adding
from ui.policies.clause_pane import worker_choices
from ui.settings.change_page import ChangePage
from ui.settings.words import say
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.check_list import CheckList
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.line_input import LineInput
from ui.widgets.text_area import TextArea

_ERRORS = {
    Fact.TITLE: Adding.NEEDED,
    Fact.EDITION: Adding.NEEDED,
    Fact.APPROVED_ON: Adding.NO_DAY,
    Fact.REVIEW_DUE: Adding.NO_MONTH,
    Fact.CONFIRM_BY: Adding.NO_DAY,
}
_LINES = (2, 6)


class FactsCard(Card):
    """The card."""

    edited = Signal()
    """Something was typed."""
    done = Signal()
    """It is said."""
    back = Signal()
    """Back to the clauses."""
    left = Signal()
    """Leave it for now."""

    def __init__(self, page: ChangePage, facts: Facts, *, is_model: bool) -> None:
        theme = page.theme
        super().__init__(theme, say(Adding.FACTS), gap=4)
        self.title, self.edition = LineInput(theme, compact=True), LineInput(theme, compact=True)
        self.approver, self.review = LineInput(theme, compact=True), LineInput(theme, compact=True)
        self.approved_on, self.confirm_by = page.day(), page.day()
        layers = [Choice("school", say(Adding.LAYER_SCHOOL)), Choice("group", say(Adding.LAYER_GROUP))]
        self.layer = ComboChoice(theme, layers, compact=True)
        self.binds = CheckList(theme, worker_choices())
        self.companions = TextArea(theme, role="body", lines=_LINES)
        self.fields = {
            Fact.TITLE: Field(theme, say(Adding.NAME), self.title),
            Fact.EDITION: Field(theme, say(Adding.EDITION), self.edition, hint=say(Adding.EDITION_HINT)),
            Fact.APPROVED_ON: Field(theme, say(Adding.APPROVED_ON), self.approved_on),
            Fact.REVIEW_DUE: Field(theme, say(Adding.REVIEW), self.review, hint=say(Adding.REVIEW_HINT)),
            Fact.CONFIRM_BY: Field(theme, say(Adding.BY), self.confirm_by, hint=say(Adding.BY_HINT)),
        }
        approver_hint = Adding.APPROVER_MODEL if is_model else Adding.APPROVER_HINT
        go_on, back = Button(theme, say(Adding.GO_ON), ButtonKind.PRIMARY), Button(theme, say(Adding.BACK))
        leave = Button(theme, say(Adding.LEAVE))
        self.add(
            self.fields[Fact.TITLE],
            self.fields[Fact.EDITION],
            Field(theme, say(Adding.APPROVER), self.approver, hint=say(approver_hint)),
            self.fields[Fact.APPROVED_ON],
            self.fields[Fact.REVIEW_DUE],
            self.fields[Fact.CONFIRM_BY],
            Field(theme, say(Adding.LAYER), self.layer),
            Field(theme, say(Adding.FOR), self.binds, hint=say(Adding.FOR_HINT)),
            Field(theme, say(Adding.COMPANIONS), self.companions, hint=say(Adding.COMPANIONS_HINT)),
            Flow(theme, (go_on, back, leave), gap=3),
        )
        self.setFocusProxy(self.title)
        self._show(facts)
        self._connect()
        go_on.clicked.connect(self.done)
        back.clicked.connect(self.back)
        leave.clicked.connect(self.left)

    def _connect(self) -> None:
        for line in (self.title, self.edition, self.approver, self.review):
            line.edited.connect(self.edited)
            line.returnPressed.connect(self.done)
        for day in (self.approved_on, self.confirm_by):
            day.submitted.connect(self.done)
        for field in (self.approved_on, self.confirm_by, self.layer, self.binds, self.companions):
            field.edited.connect(self.edited)

    def _show(self, facts: Facts) -> None:
        self.title.set_value(facts.title)
        self.edition.set_value(facts.edition)
        self.layer.set_value(facts.layer)
        self.approver.set_value(facts.approver)
        self.approved_on.set_text(facts.approved_on)
        self.review.set_value(facts.review_due)
        self.confirm_by.set_text(facts.confirm_by)
        self.binds.set_value(facts.binds)
        self.companions.set_value(facts.companions)

    def facts(self) -> Facts:
        """What was typed."""
        layer: Literal["group", "school"] = "group" if self.layer.value() == "group" else "school"
        return Facts(
            title=self.title.value(),
            edition=self.edition.value(),
            layer=layer,
            approver=self.approver.value(),
            approved_on=self.approved_on.text(),
            review_due=self.review.value(),
            confirm_by=self.confirm_by.text(),
            binds=self.binds.value(),
            companions=self.companions.value(),
        )

    def show_missing(self, missing: Collection[Fact]) -> None:
        """Say at each field what is wrong with it; the keyboard goes to the first."""
        for fact, field in self.fields.items():
            field.show_error(say(_ERRORS[fact]) if fact in missing else "")
        first = next((field for fact, field in self.fields.items() if fact in missing), None)
        if first is not None:
            first.setFocus()
