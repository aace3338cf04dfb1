# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked of whoever makes a case file of one record, and the button that makes it (ux.md R11)."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.cases.meaning import shipped_meaning
from desktop.cases.rows import CaseRow
from desktop.exports.choices import Named, Recipient, left_out, usual
from desktop.exports.order import Format, Order
from desktop.exports.restriction import restriction
from desktop.session import Session
from ui.reports.order_form import ASKED, Gather, OrderForm
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.looks import is_anonymous, title_of
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

if TYPE_CHECKING:
    from desktop.exports.saving import Leaving

_LEFT_OUT, _LIFTED = ("leaves_out", "why_left_out"), "lifted"


class CaseFileOrder(OrderForm):
    """Which record, what is left out of it, whether the attached files go with it, and what every export asks."""

    another_asked = Signal()
    """Another record is wanted."""

    def __init__(self, context: DeskContext, row: CaseRow) -> None:
        lifted = (_LIFTED,) if row.form in restriction().forms else ()
        super().__init__(context, Format.PDF, (*ASKED, *_LEFT_OUT, *lifted))
        theme = context.theme
        self.row = row
        self.files_too = CheckBox(theme, say(Said.FILES_TOO))
        self.looked_at = CheckBox(theme, say(Said.LOOKED_AT), say(Said.LOOKED_AT_WHY))
        self.leave_name = LinkButton(theme, say(Said.LEAVE_NAME), "small")
        self._named = QWidget()
        self._story = PlainLabel(theme, say(Said.STORY), TextStyle("small", "text.secondary"), wrap=True)
        self._build()
        self.form.answered.connect(self._take)
        self.leave_name.clicked.connect(self._leave_name)
        self.files_too.toggled.connect(self._show_named)
        self._show_named()

    def _build(self) -> None:
        theme = self.context.theme
        another = LinkButton(theme, say(Said.ANOTHER), "small")
        another.clicked.connect(self.another_asked)
        reference = PlainLabel(theme, self.row.reference, TextStyle("small", "text.secondary"))
        record = Card(theme, title_of(self.row, ""), reference, another)
        warning = PlainLabel(theme, say(Said.NAMED), TextStyle("small", "status.warn.text", weight=600), wrap=True)
        self._named.setLayout(Row(theme, warning, self.leave_name, Stretch(), gap=2))
        self.above.add(record, self.form, self._named, self._story, self.files_too, self.looked_at)

    @Slot(str)
    def _take(self, name: str) -> None:
        """Whoever it is for decides what is left out, until somebody says otherwise."""
        if name == "recipient_kind":
            self._leave_out(usual(Recipient(str(self.filling.typed[name]))).values)
        self._show_named()

    @Slot()
    def _leave_name(self) -> None:
        self._leave_out((*self._left_out, Named.REPORTER.value))
        self._show_named()

    @property
    def _left_out(self) -> tuple[str, ...]:
        typed = self.filling.typed.get("leaves_out")
        return tuple(map(str, typed)) if isinstance(typed, list | tuple) else ()

    def _leave_out(self, values: tuple[str, ...]) -> None:
        self.filling.typed["leaves_out"] = list(values)
        self.form.views["leaves_out"].set_value(list(values))
        self.form.refresh()

    @Slot()
    def _show_named(self) -> None:
        """Warn while the copy would tell who reported it, where that is known and somebody else."""
        is_own = self.row.form in shipped_meaning().forms_about_the_sender
        is_known = not (is_anonymous(self.row) or is_own)
        is_left_out = Named.REPORTER.value in self._left_out
        self._named.setVisible(is_known and not is_left_out)
        self._story.setVisible(is_known and is_left_out)
        has_names_out = not {Named.REPORTER.value, Named.HANDLERS.value}.isdisjoint(self._left_out)
        self.looked_at.setVisible(has_names_out and self.files_too.value())

    @override
    def order(self) -> Order:
        """What was ordered. Raises KnownError(EXPORT_WITHOUT_REASON, EXPORT_EMPTY)."""
        order, answers = super().order(), self.filling.kept
        why, lifted = (str(answers.get(name) or "") for name in ("why_left_out", _LIFTED))
        return msgspec.structs.replace(
            order,
            leaves_out=left_out(order.kind, frozenset(self._left_out), why),
            is_bundle=self.files_too.value(),
            files_looked_at=self.looked_at.value(),
            lifted=lifted,
        )

    @override
    def name_of(self, order: Order) -> str:
        return say(Said.CASE_FILE_NAME, reference=self.row.reference, ending=order.ending(tables=len(Format)))

    @override
    def leaving(self, order: Order) -> Gather:
        return partial(_leaving, self.row.case_id, order)


def _leaving(case_id: str, order: Order, session: Session) -> "Leaving":
    from desktop.exports.cases import leaving_cases

    return leaving_cases(session, [case_id], order)
