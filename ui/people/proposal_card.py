# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a description may mean, one at a time: link them, or not the same (ux.md R4). Nothing is linked unasked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.chronology.linking import Proposal, ReadSoFar
from desktop.clocks import date_words, london_day
from desktop.forms import FormSpec
from ui.people.words import Said, say, say_count
from ui.review.records import Refused
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle


class ProposalCard(QWidget):
    """The card, with the first proposal that there is; hidden while there is none.

    `spec` is the form of the act by which somebody is linked: its words ask how that is known.
    """

    link_asked = Signal(object, str)
    """A Proposal is to be linked, and how that is known."""
    deny_asked = Signal(object)
    """A Proposal is wrong."""
    case_asked = Signal(str)
    """The record is wanted."""

    def __init__(self, theme: ThemeSource, spec: FormSpec) -> None:
        super().__init__()
        self._proposal: Proposal | None = None
        reason = spec.field("reason")
        self._missing = reason.errors.get("required", "")
        self._lead = PlainLabel(theme, "", TextStyle("body", weight=600), wrap=True)
        self._so_far = Banner(theme, Tone.WARN, "")
        self._more = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self._open = LinkButton(theme, "", "small")
        self.reason = LineInput(theme, compact=True, role="body", width=Width.FIELD)
        self._reason = Field(theme, reason.label, self.reason)
        self._refusal = Banner(theme, Tone.WARN, "")
        self.link = Button(theme, say(Said.LINK), ButtonKind.PRIMARY, ButtonSize.SMALL, icon=Icon.LINK)
        self.deny = Button(theme, say(Said.NOT_SAME), size=ButtonSize.SMALL)
        self._cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET, ButtonSize.SMALL)
        buttons = QWidget()
        buttons.setLayout(Flow(theme, [self.link, self.deny, self._cancel, self._open], gap=3))
        card = Card(theme, "", self._lead, self._so_far, self._reason, self._refusal, buttons, self._more, gap=2)
        self.setLayout(Column(theme, card))
        self.show_proposals(())
        self._connect()

    def _connect(self) -> None:
        self.link.clicked.connect(self._link)
        self.deny.clicked.connect(self._deny)
        self._cancel.clicked.connect(self._begin)
        self._open.clicked.connect(self._open_case)
        self.reason.returnPressed.connect(self._link)

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show the first of these; what is half-written about it stays."""
        first = proposals[0] if proposals else None
        self.setVisible(first is not None)
        more = len(proposals) - 1
        self._more.setVisible(more > 0)
        self._more.show_words(say_count(Said.MORE_PROPOSALS_ONE, Said.MORE_PROPOSALS, more) if more > 0 else "")
        if first is None or first == self._proposal:
            self._proposal = first
            return
        self._proposal = first
        self._lead.show_words(say(Said.MAY_BE, words=first.words, name=first.person.name))
        self._open.show_text(say(Said.SEE_RECORD, reference=first.reference))
        self.reason.set_value("")
        self._begin()

    def refuse(self, refused: Refused) -> None:
        """Say why it was not recorded."""
        self.link.set_ready()
        self._refusal.show_message(Tone.WARN, refused.sentence or " ".join(each.message for each in refused.findings))
        self._refusal.show()

    @Slot()
    def _begin(self) -> None:
        """Ask for nothing yet."""
        self.link.set_ready()
        for part in (self._reason, self._so_far, self._refusal, self._cancel):
            part.hide()
        self._reason.show_error("")
        self.deny.show()

    @Slot()
    def _link(self) -> None:
        proposal = self._proposal
        if proposal is None or self.link.is_busy:
            return
        if self._reason.isHidden():
            self._ask(proposal)
        elif not self.reason.text().strip():
            self._reason.show_error(self._missing)
        else:
            self._reason.show_error("")
            self.link.set_busy(say(Said.SAVING))
            self.link_asked.emit(proposal, self.reason.text().strip())

    def _ask(self, proposal: Proposal) -> None:
        """Ask how it is known, and say what linking cannot take back."""
        if proposal.so_far is not None:
            self._so_far.show_message(Tone.WARN, so_far_words(proposal.person.name, proposal.so_far))
            self._so_far.show()
        self._reason.show()
        self._cancel.show()
        self.deny.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _deny(self) -> None:
        if self._proposal is not None:
            self.deny_asked.emit(self._proposal)

    @Slot()
    def _open_case(self) -> None:
        if self._proposal is not None:
            self.case_asked.emit(self._proposal.case_id)


def so_far_words(name: str, so_far: ReadSoFar) -> str:
    """What somebody who is named has been able to read until now, and that nothing takes it back."""
    entries = say_count(Said.ENTRY, Said.ENTRIES, so_far.entries)
    if so_far.opened_at is None:
        return say(Said.HAS_NOT_OPENED, name=name, entries=entries)
    return say(Said.HAS_READ, name=name, entries=entries, day=date_words(london_day(so_far.opened_at)))
