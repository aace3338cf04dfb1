# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“What may stand in a reference”: somebody is chosen, then what may be told and which rules left out the rest.

The head's own is refused to everybody but those who oversee the head (requirements.md F41; practice.md R29, R42).
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.clocks import date_words
from desktop.exports.order import Format, Order
from desktop.people import PersonId
from desktop.references.rules import shipped_rules
from desktop.references.view import Included, ReferenceView, read_reference
from desktop.session import Session
from ui.references.words import Said, say
from ui.reports.order_form import ListOrder
from ui.reports.report_page import ReportPage
from ui.review.desk_page import DeskContext
from ui.review.records import Refused, Saved
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.person_picker import PersonPicker, Picked
from ui.widgets.person_rows import PersonRow
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.exports.saving import Leaving

_QUIET = TextStyle("small", "text.secondary")


class ReferencePage(ReportPage):
    """The page."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Said.CARD), say(Said.INTRO))
        self.picker = PersonPicker(self.theme, lambda typed: context.kit().search(typed), pinned="")
        self.shown: ReferenceCard | None = None
        self.order: ReferenceOrder | None = None
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
        self.shown.save.clicked.connect(partial(self.begin_order, view.person.person_id))
        self.body.add(self.shown)

    def begin_order(self, person: PersonId) -> None:
        """Ask what a copy of what is shown is for."""
        if self.order is None and self.shown is not None:
            self.order = ReferenceOrder(self.context, person)
            self.order.form.refused.connect(self.refuse)
            self.order.form.saved.connect(self._tell_saved)
            self.order.form.printed.connect(self._tell_printed)
            self.order.closed.connect(self._end_order)
            self.body.add(self.order)
            self.shown.save.hide()
            self.order.form.focus_first()

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self._end_order()
        self.saved.emit(saved)

    @Slot(str)
    def _tell_printed(self, words: str) -> None:
        self._end_order()
        self.recorded.emit(words)

    @Slot()
    def _end_order(self) -> None:
        self.refuse(Refused(""))
        if self.order is not None and self.shown is not None:
            self.shown.save.show()
            self.shown.save.setFocus(Qt.FocusReason.OtherFocusReason)
            drop(self.order)
            self.order = None

    def _drop(self) -> None:
        self._end_order()
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
            included.add(self._facts(theme, each))
        left_out = Card(theme, say(Said.LEFT_OUT))
        rules = [say(Said.RULE, says=rule.says, source=rule.source) for rule in view.left_out] or [say(Said.NO_RULE)]
        left_out.add(*(PlainLabel(theme, words, "body", wrap=True) for words in rules))
        shipped = shipped_rules()
        self.save = Button(theme, say(Said.SAVE), icon=Icon.DOWNLOAD)
        foot = [say(Said.EDITION, edition=shipped.edition), shipped.agreed_terms]
        self.setLayout(
            Column(
                theme,
                included,
                left_out,
                *(PlainLabel(theme, words, _QUIET, wrap=True) for words in foot),
                Row(theme, self.save, Stretch()),
                gap=3,
            )
        )

    def _facts(self, theme: ThemeSource, each: Included) -> QWidget:
        told = (
            (Said.HAPPENED, date_words(each.happened) if each.happened else ""),
            (Said.DECIDED, each.outcome),
            (Said.FOUND, each.finding),
            (Said.REASON, each.reason),
        )
        lines = [PlainLabel(theme, f"{say(label)}: {value}", "body", wrap=True) for label, value in told if value]
        link = LinkButton(theme, say(Said.OPEN, reference=each.reference), "small")
        link.clicked.connect(partial(self.case_asked.emit, each.case_id))
        facts = QWidget()
        facts.setLayout(Column(theme, *lines, link, gap=1))
        return facts


class ReferenceOrder(QWidget):
    """What every export asks, of the view for a reference."""

    closed = Signal()
    """It is not wanted now."""

    def __init__(self, context: DeskContext, person: PersonId) -> None:
        super().__init__()
        theme = context.theme
        self.form = ListOrder(context, "reference", partial(_leaving, person), Format.PDF)
        self.close_it = Button(theme, say(Said.CLOSE), ButtonKind.QUIET)
        intro = PlainLabel(theme, say(Said.SAVE_INTRO), "body", wrap=True)
        self.setLayout(Column(theme, intro, self.form, Row(theme, self.close_it, Stretch()), gap=4))
        self.close_it.clicked.connect(self.closed)


def _leaving(person: PersonId, session: Session, order: Order) -> "Leaving":
    from desktop.exports.references import leaving_reference

    return leaving_reference(session, person, order)


def _read(person: PersonId, session: Session) -> ReferenceView:
    return read_reference(session, person)
