# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Figures as a spreadsheet (ux.md R9): the inspection pack, a register, or what is open."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from desktop.chronology.page import a_year_before
from desktop.exports.order import Format, Order
from desktop.registers.declared import Register
from desktop.registers.reading import registers_for
from desktop.registers.telling import words as register_words
from desktop.registers.views import Wanted
from desktop.session import Session
from ui.policies.chasing_words import Chasing
from ui.policies.chasing_words import say as say_chasing
from ui.reports.order_form import Gather, OrderForm
from ui.reports.report_page import ReportPage
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import Refused, Saved
from ui.training.words import Said as Training
from ui.training.words import say as say_training
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.radio_list import RadioList

if TYPE_CHECKING:
    from desktop.exports.saving import Leaving

_ACTIONS, _INSPECTION = "actions", "inspection"
_READINGS, _TRAINING = "readings", "training"


class FiguresPage(ReportPage):
    """The page. Which registers there are to choose from is read when it is gone to."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Said.FIGURES), say(Said.FIGURES_INTRO))
        self.order: FiguresOrder | None = None

    @override
    def come_in(self, what: str) -> None:
        if self.order is None:
            self.context.records.ask(self, registers_for, self._show, self.refuse)

    def _show(self, registers: tuple[Register, ...]) -> None:
        if self.order is not None:
            return
        self.order = FiguresOrder(self.context, registers)
        self.order.refused.connect(self.refuse)
        self.order.saved.connect(self._tell_saved)
        self.order.printed.connect(self.recorded)
        self.body.add(self.order)
        self.setFocusProxy(self.order.what)
        self.order.what.setFocus()

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self.refuse(Refused(""))
        self.saved.emit(saved)


class FiguresOrder(OrderForm):
    """What is wanted, and what every export asks."""

    def __init__(self, context: DeskContext, registers: tuple[Register, ...]) -> None:
        super().__init__(context, Format.XLSX)
        titles = register_words("titles")
        choices = [Choice(_INSPECTION, say(Said.INSPECTION))]
        choices += [Choice(each.value, titles[each.value]) for each in registers]
        choices += [Choice(_READINGS, say_chasing(Chasing.CARD)), Choice(_TRAINING, say_training(Training.TITLE))]
        self.what = RadioList(context.theme, [*choices, Choice(_ACTIONS, say(Said.OPEN_ITEMS))])
        self.what.set_value(_INSPECTION)
        self.above.add(Field(context.theme, say(Said.WHAT), self.what), self.form)

    @override
    def name_of(self, order: Order) -> str:
        return f"{self.what.value()}-{self.context.kit().today().isoformat()}{order.ending(tables=len(Format))}"

    @override
    def leaving(self, order: Order) -> Gather:
        return partial(_leaving, str(self.what.value()), order)


def _leaving(what: str, order: Order, session: Session) -> "Leaving":
    from desktop.exports.inspecting import leaving_inspection
    from desktop.exports.lists import leaving_actions, leaving_register
    from desktop.exports.staff_lists import leaving_readings, leaving_training

    today = session.machine.today()
    if what == _INSPECTION:
        return leaving_inspection(session, order, (a_year_before(today), today))
    apart = {_ACTIONS: leaving_actions, _READINGS: leaving_readings, _TRAINING: leaving_training}
    if what in apart:
        return apart[what](session, order)
    return leaving_register(session, order, Wanted(register=Register(what)))
