# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“What may stand in a reference”: somebody is chosen, then what may be told and which rules left out the rest.

The head's own is refused to everybody but those who oversee the head (requirements.md F41; practice.md R29, R42).
"""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.clocks import date_words
from desktop.people import PersonId
from desktop.references.rules import shipped_rules
from desktop.references.view import Included, ReferenceView, read_reference
from desktop.session import Session
from ui.references.words import Said, say
from ui.reports.report_page import ReportPage
from ui.review.desk_page import DeskContext
from ui.review.records import Refused
from ui.theme.source import ThemeSource
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.person_picker import PersonPicker, Picked
from ui.widgets.person_rows import PersonRow
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary")


class ReferencePage(ReportPage):
    """The page."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Said.CARD), say(Said.INTRO))
        self.picker = PersonPicker(self.theme, lambda typed: context.kit().search(typed), pinned="")
        self.shown: ReferenceCard | None = None
        self.body.add(Field(self.theme, say(Said.WHO), self.picker))
        self.setFocusProxy(self.picker)
        self.picker.edited.connect(self._choose)

    @override
    def come_in(self, what: str) -> None:
        row = self.context.kit().row(what) if what else None
        if row is not None:
            self.picker.set_value(row)
            self._choose(row)

    @override
    def leave(self) -> None:
        # Nobody who comes past later is to see whose record was looked at, and each look is put on record.
        self.picker.set_value(None)
        self._drop()

    @Slot(object)
    def _choose(self, picked: Picked) -> None:
        self._drop()
        if isinstance(picked, PersonRow):
            self.context.records.ask(self, partial(_read, PersonId(picked.id)), self._show, self.refuse)

    def _show(self, view: ReferenceView) -> None:
        self._drop()
        self.shown = ReferenceCard(self.theme, view)
        self.shown.case_asked.connect(self.case_asked)
        self.body.add(self.shown)

    def _drop(self) -> None:
        self.refuse(Refused(""))
        if self.shown is not None:
            drop(self.shown)
            self.shown = None


class ReferenceCard(QWidget):
    """What may be included, and the rules that left anything out."""

    case_asked = Signal(str)
    """A record is to be opened: its case."""

    def __init__(self, theme: ThemeSource, view: ReferenceView) -> None:
        super().__init__()
        included = Card(theme, say(Said.INCLUDED))
        if not view.included:
            included.add(PlainLabel(theme, say(Said.NOTHING, name=view.person.name), "body", wrap=True))
        for each in view.included:
            included.add(*self._facts(theme, each))
        left_out = Card(theme, say(Said.LEFT_OUT))
        rules = [say(Said.RULE, says=rule.says, source=rule.source) for rule in view.left_out] or [say(Said.NO_RULE)]
        left_out.add(*(PlainLabel(theme, words, "body", wrap=True) for words in rules))
        shipped = shipped_rules()
        foot = [say(Said.EDITION, edition=shipped.edition), shipped.agreed_terms]
        self.setLayout(
            Column(theme, included, left_out, *(PlainLabel(theme, words, _QUIET, wrap=True) for words in foot), gap=3)
        )

    def _facts(self, theme: ThemeSource, each: Included) -> list[QWidget]:
        told = (
            (Said.HAPPENED, date_words(each.happened) if each.happened else ""),
            (Said.DECIDED, each.outcome),
            (Said.FOUND, each.finding),
            (Said.REASON, each.reason),
        )
        lines = [PlainLabel(theme, f"{say(label)}: {value}", "body", wrap=True) for label, value in told if value]
        link = LinkButton(theme, say(Said.OPEN, reference=each.reference), "small")
        link.clicked.connect(partial(self.case_asked.emit, each.case_id))
        return [*lines, link]


def _read(person: PersonId, session: Session) -> ReferenceView:
    return read_reference(session, person)
