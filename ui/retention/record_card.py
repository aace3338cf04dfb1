# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The chosen record: why it is due or stays, what two people may do about it, and what that reaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import date_words, london_day
from desktop.people import PersonId, School
from desktop.retention.holds import Hold
from desktop.retention.kinds import DISPOSAL, HOLD, PENSION_AGE
from desktop.retention.listing import KeptRecord, Standing
from desktop.retention.rules import Origin
from desktop.retention.telling import reach_words, reason_words, words
from ui.retention.rows import about_words, holding_words, kind_words
from ui.retention.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import initials
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary")
_STRONG = TextStyle("body", weight=600)


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looks, at which school, on which day, and which older copies of their records stand beside them."""

    me: PersonId
    school: School
    today: date
    beside: tuple[str, ...] = ()


class HoldView(QWidget):
    """One hold, and the field and button that end it."""

    ended = Signal(str, str)
    """It is to end: its id, and the reason."""

    def __init__(self, theme: ThemeSource, hold: Hold, name: str, *, private: bool) -> None:
        super().__init__()
        self._hold = hold
        basis = words()["basis"].get(hold.basis, "")
        reason = "" if private else hold.reason
        said = say(Said.HELD_BY, basis=basis, reason=reason, name=name, day=date_words(london_day(hold.at)))
        again = say(Said.LOOK_AGAIN, day=date_words(hold.until)) if hold.until else ""
        line = LineInput(theme, role="body", compact=True, width=Width.FULL)
        self.why = Field(theme, say(Said.END_WHY), line)
        self.end = Button(theme, say(Said.END), size=ButtonSize.SMALL)
        self._line = line
        told = PlainLabel(theme, " ".join(filter(None, (said, again))), wrap=True)
        buttons = QWidget()
        buttons.setLayout(Flow(theme, (self.end,), gap=3))
        self.setLayout(Column(theme, told, self.why, buttons, gap=2))
        self.end.clicked.connect(self.finish)

    @Slot()
    def finish(self) -> None:
        """End it, or ask why."""
        reason = self._line.value().strip()
        self.why.show_error("" if reason else say(Said.SAY_WHY))
        if not reason:
            self.why.setFocus()
        elif not self.end.is_busy:
            self.end.set_busy(say(Said.SAVING))
            self.ended.emit(self._hold.eid, reason)


class RecordCard(Card):
    """The card below the table. What was typed stays while the same record is chosen."""

    open_asked = Signal(str)
    """The record is to be opened: its case."""
    asked = Signal(str)
    """A form is wanted: the kind of entry that it makes."""
    proposed = Signal()
    """It is proposed that it is destroyed."""
    signed = Signal()
    """What somebody else proposed is signed."""
    ended = Signal(str, str)
    """A hold is to end: its id, and the reason."""

    def __init__(self, theme: ThemeSource, record: KeptRecord, seen: Seen, *, private: bool) -> None:
        self.record = record
        self._seen = seen
        self._private = private
        self.open = Button(theme, say(Said.OPEN), size=ButtonSize.SMALL)
        self.keep = Button(theme, say(Said.KEEP), size=ButtonSize.SMALL, icon=Icon.LOCK)
        self.pension = Button(theme, say(Said.PENSION), size=ButtonSize.SMALL)
        self.propose = Button(theme, say(Said.PROPOSE), size=ButtonSize.SMALL)
        self.early = Button(theme, say(Said.EARLY), size=ButtonSize.SMALL)
        self.sign = Button(theme, say(Said.SIGN), ButtonKind.PRIMARY, ButtonSize.SMALL)
        self.holds = [self._hold(theme, hold) for hold in record.holds]
        buttons = QWidget()
        buttons.setLayout(Flow(theme, self._buttons(), gap=3))
        reasons = [PlainLabel(theme, each, wrap=True) for each in reason_words(record)]
        source = say(Said.CHECK if record.rule.must_check else Said.WHY, source=record.rule.source)
        parts = [
            PlainLabel(theme, f"{kind_words(record)} · {record.reference}", _QUIET, wrap=True),
            *(PlainLabel(theme, f"• {each}", _QUIET, wrap=True) for each in holding_words(record)),
            *reasons,
            PlainLabel(theme, source, _QUIET, wrap=True),
            *self._told(theme),
            *self.holds,
            *self._reach(theme),
        ]
        super().__init__(theme, about_words(record, private=private), *parts, buttons)
        for view in self.holds:
            view.ended.connect(self.ended)
        self.open.clicked.connect(self._open)
        self.keep.clicked.connect(self._ask_to_keep)
        self.pension.clicked.connect(self._ask_pension)
        self.early.clicked.connect(self._ask_early)
        self.propose.clicked.connect(self._propose)
        self.sign.clicked.connect(self._sign)

    def set_ready(self) -> None:
        """Let it be tried again."""
        for button in (self.propose, self.sign, *(each.end for each in self.holds)):
            button.set_ready()

    def _buttons(self) -> Sequence[Button]:
        record, me = self.record, self._seen.me
        is_there = bool(record.form)
        offered = (
            (self.sign, record.can_sign(me)),
            (self.propose, record.can_propose()),
            (self.keep, record.can_hold()),
            (
                self.pension,
                record.is_mine and is_there and Origin.PENSION in (record.due.unknown if record.due else ()),
            ),
            (self.early, record.can_propose_early()),
            (self.open, is_there),
        )
        return [button for button, is_offered in offered if is_offered]

    def _hold(self, theme: ThemeSource, hold: Hold) -> HoldView:
        return HoldView(theme, hold, self._name(hold.author), private=self._private)

    def _told(self, theme: ThemeSource) -> list[QWidget]:
        """Who proposed and who signed."""
        disposal = self.record.disposal
        if disposal is None:
            return []
        said = [say(Said.PROPOSED_BY, name=self._name(disposal.proposer), day=date_words(disposal.proposed_on))]
        said += [say(Said.SIGNED_BY, name=self._name(disposal.signer))] if disposal.signer else []
        return [PlainLabel(theme, " ".join(said), wrap=True)]

    def _reach(self, theme: ThemeSource) -> list[QWidget]:
        record, seen = self.record, self._seen
        asked = record.can_propose() or record.can_sign(seen.me)
        if not asked and record.standing not in {Standing.TO_SIGN, Standing.SIGNED, Standing.DESTROYED}:
            return []
        said = reach_words(record, seen.school, seen.today, seen.beside)
        head = PlainLabel(theme, say(Said.REACH), _STRONG, wrap=True)
        return [head, *(PlainLabel(theme, f"• {each}", _QUIET, wrap=True) for each in said)]

    def _name(self, person: PersonId | None) -> str:
        listed = self._seen.school.people.get(person) if person else None
        name = listed.name if listed else ""
        return initials(name) if self._private else name

    @Slot()
    def _open(self) -> None:
        self.open_asked.emit(self.record.case_id)

    @Slot()
    def _ask_to_keep(self) -> None:
        self.asked.emit(HOLD)

    @Slot()
    def _ask_pension(self) -> None:
        self.asked.emit(PENSION_AGE)

    @Slot()
    def _ask_early(self) -> None:
        self.asked.emit(DISPOSAL)

    @Slot()
    def _propose(self) -> None:
        if not self.propose.is_busy:
            self.propose.set_busy(say(Said.SAVING))
            self.proposed.emit()

    @Slot()
    def _sign(self) -> None:
        if not self.sign.is_busy:
            self.sign.set_busy(say(Said.SAVING))
            self.signed.emit()
