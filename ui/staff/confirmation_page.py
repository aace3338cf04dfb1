# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""It has been sent: reference, return phrase, and what happens next (ux.md S7, picture 04).

"Received by" appears only when a reader's signed receipt has been verified. The page clears itself when nobody has
touched anything for three minutes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.clocks import london_day, time_words, weekday_words
from desktop.declarations.following import Following
from desktop.faults import KnownError
from desktop.filing import Delivery, Filed, received_by
from desktop.machine import Machine
from desktop.people import PersonId
from desktop.receipt import receipt
from desktop.telling import day_words, decide_by, in_a_row, sentence_case
from desktop.waiting import still_waits
from ui.shell.tasks import Tasks
from ui.staff.asides import words_card
from ui.staff.clipboard import ShortClipboard
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.receipt import ReceiptPrinting
from ui.staff.return_words import Return
from ui.staff.thanks import NextStep, NextSteps, ThanksPanel
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card, Line
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

POLL_MS = 4_000
_USUAL_CLOCK = "decision"
CLEAR_AFTER_MS = 3 * 60_000
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})
_SMALL = TextStyle("small", "text.secondary")


class ConfirmationPage(StaffFrame):
    """Tells the reporter what they may know. Throw it away when it is finished."""

    # Qt still calls the filter while Python takes a dropped window apart, when this is all that is left.
    _is_whole = False

    finished = Signal()
    """The screen is to be cleared."""
    something_else = Signal()
    """The screen is to be cleared, and something else sent."""
    going_on = Signal(object)
    """What was sent leads on to something: the `Following`."""
    other_ways_asked = Signal()
    """The link about not being taken seriously was followed."""
    copied = Signal()
    """Reference and phrase are on the clipboard, for a minute."""
    bug = Signal(object)
    """A fault of ours: the exception."""

    def __init__(
        self,
        theme: ThemeSource,
        tasks: Tasks,
        here: Here,
        filed: Filed,
        clipboard: ShortClipboard,
        leads_to: Following | None = None,
    ) -> None:
        super().__init__(theme, here.school.name)
        self._tasks = tasks
        self._here = here
        self._filed = filed
        self._clipboard = clipboard
        self._leads_to = leads_to
        self._received: Mapping[PersonId, datetime] = {}
        self._is_waiting = filed.delivery is Delivery.WAITING
        self._is_asking = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(CLEAR_AFTER_MS)
        self._copy = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.SMALL, icon=Icon.COPY)
        self._print = Button(theme, say(Return.PRINT), ButtonKind.SECONDARY, ButtonSize.SMALL, icon=Icon.PRINTER)
        self._serious = LinkButton(theme, say(Staff.NOT_SERIOUS), "small")
        self._thanks = Column(theme)
        self._steps = Column(theme)
        self._build()
        self._connect()
        self._is_whole = True

    def _build(self) -> None:
        heading = PlainLabel(self.theme, say(Staff.NEXT), "section", wrap=True)
        self.column.addLayout(self._thanks)
        if self._leads_to is not None:
            more = say(Staff.SECOND_PART_MORE)
            self.column.add(Banner(self.theme, Tone.INFO, more, lead=say(Staff.SECOND_PART)))
        self.column.add(self._reference_card(), heading)
        self.column.addLayout(self._steps)
        self._show_thanks()
        self._show_steps()
        self.keep_beside(self._cards())
        if self._leads_to is None:
            self.buttons.show_buttons(say(Staff.FINISH), say(Staff.SOMETHING_ELSE))
        else:
            self.buttons.show_buttons(say(Staff.GO_ON_TELLING), say(Staff.FINISH))

    def _show_thanks(self) -> None:
        tone, icon = (Tone.WARN, Icon.LOCK) if self._is_waiting else (Tone.OK, Icon.CHECK)
        title = say(Staff.THANKS_WAITING if self._is_waiting else Staff.THANKS_SENT)
        for old in self.findChildren(ThanksPanel):
            drop(old)
        self._thanks.add(ThanksPanel(self.theme, tone, icon, title, self._when()))
        self.setAccessibleName(title)

    def _connect(self) -> None:
        self.buttons.primary.clicked.connect(self._on_primary)
        self.buttons.second.clicked.connect(self.something_else if self._leads_to is None else self.finished)
        self._copy.clicked.connect(self._on_copy)
        self._print.clicked.connect(self._on_print)
        self._serious.clicked.connect(self.other_ways_asked)
        self._poll.timeout.connect(self._ask)
        self._idle.timeout.connect(self.finished)

    # What is said

    def _when(self) -> str:
        """When it was locked; what had to wait is not told to the minute when it went."""
        filed = self._filed
        is_waiting = filed.delivery is Delivery.WAITING
        day = weekday_words(london_day(filed.at))
        if filed.is_day_only:
            return say(Staff.LOCKED_ON if is_waiting else Staff.SENT_ON, day=day)
        return say(Staff.LOCKED_AT if is_waiting else Staff.SENT_AT, day=day, time=time_words(filed.at))

    def _reference_card(self) -> Card:
        filed, theme = self._filed, self.theme
        card = Card(theme, gap=0, margins=(0, 0, 0, 0))
        pair = Row(theme, _labelled(theme, say(Staff.YOUR_REFERENCE), filed.reference, "reference"))
        if filed.phrase is not None:
            phrase = _labelled(theme, say(Staff.YOUR_PHRASE), filed.phrase, "phrase")
            pair.add(Line(theme, upright=True), Growing(phrase))
        self._copy.show_text(say(Staff.COPY_BOTH if filed.phrase else Staff.COPY))
        note = PlainLabel(theme, self._note(), _SMALL, wrap=True)
        foot = Row(theme, Growing(note), self._copy, self._print, gap=3, margins=(5, 2, 4, 2))
        foot.setAlignment(note, Qt.AlignmentFlag.AlignVCenter)
        card.add(pair, Line(theme), foot)
        return card

    def _note(self) -> str:
        """What the phrase is for, or where a member finds what they sent."""
        if self._filed.phrase is None:
            return say(Staff.LISTED_FOR_YOU)
        not_listed = [say(Staff.NOT_LISTED)] if self._here.me is not None else []
        return " ".join([say(Staff.PHRASE_LETS), *not_listed])

    def _first_names(self) -> list[str]:
        people = self._here.called.people
        return [people[reader].first_name for reader in self._here.openers(self._filed.route) if reader in people]

    def _show_steps(self) -> None:
        for old in self.findChildren(NextSteps):
            drop(old)
        self._steps.add(NextSteps(self.theme, (self._step_sent(), self._step_read(), self._step_told())))

    def _step_sent(self) -> NextStep:
        done = tuple(self._received_line(person, at) for person, at in self._received.items())
        if self._is_waiting and not done:
            return NextStep(icon=Icon.LOCK, title=say(Staff.WAITING), text=say(Staff.WAITING_MORE))
        whose = in_a_row([say(Staff.WHOSE, name=name) for name in self._first_names()], say(Staff.AND))
        words = Staff.DELIVERED_TO_ONE if len(self._first_names()) == 1 else Staff.DELIVERED_TO
        if self._filed.phrase is None:
            words = Staff.DELIVERED_MEMBER
        return NextStep(
            icon=Icon.LOCK, title=say(Staff.DELIVERED), text=say(words, whose=whose), is_done=True, done=done
        )

    def _received_line(self, person: PersonId, at: datetime) -> str:
        name = self._here.called.people[person].name
        day = london_day(at)
        if day == self._here.today():
            return say(Staff.RECEIVED_BY, name=name, time=time_words(at))
        return say(Staff.RECEIVED_ON, name=name, day=day_words(day), time=time_words(at))

    def _step_read(self) -> NextStep:
        filed = self._filed
        readers, alone = in_a_row(self._first_names(), say(Staff.OR)), say(Staff.DECIDES_ALONE)
        if self._is_declaration:
            title = sentence_case(say(Staff.READS_IT, readers=self._decider() or readers))
            return NextStep(icon=Icon.MAIL_OPEN, title=title, text=alone)
        if filed.route.decision_maker is None:
            return NextStep(icon=Icon.MAIL_OPEN, title=sentence_case(say(Staff.READS_ONLY, readers=readers)), text="")
        if self._here.candour.meaning.track(filed.form).clock != _USUAL_CLOCK:
            return NextStep(icon=Icon.MAIL_OPEN, title=sentence_case(say(Staff.READS_IT, readers=readers)), text=alone)
        due = decide_by(filed.at, self._here.school.settings, is_day_only=filed.is_day_only)
        by = Staff.DECIDES_BY if due.time else Staff.DECIDES_BY_END
        text = say(by, time=due.time, day=day_words(due.day))
        return NextStep(icon=Icon.MAIL_OPEN, title=sentence_case(say(Staff.READS_IT, readers=readers)), text=text)

    def _step_told(self) -> NextStep:
        filed = self._filed
        if self._is_declaration:
            title = sentence_case(say(Staff.TELLS_DECISION, name=self._decider() or self._lead()))
            told = say(Staff.DECISION_TOLD if filed.phrase else Staff.DECISION_LISTED)
            return NextStep(icon=Icon.MESSAGE_CIRCLE, title=title, text=told)
        text = say(Staff.MAY_NOT_TELL)
        if filed.is_day_only:
            due = decide_by(filed.at, self._here.school.settings, is_day_only=True)
            text = say(Staff.LOOK_FROM, day=day_words(due.day))
        return NextStep(
            icon=Icon.MESSAGE_CIRCLE, title=sentence_case(say(Staff.LETS_YOU_KNOW, lead=self._lead())), text=text
        )

    def _lead(self) -> str:
        """Whom the reporter may turn to: the first of the readers, never the person concerned."""
        return next(iter(self._first_names()), "")

    @property
    def _is_declaration(self) -> bool:
        """Whether somebody asked for a decision, and is told it."""
        return self._here.candour.meaning.track(self._filed.form).tells_the_sender

    def _decider(self) -> str:
        decider = self._here.called.people.get(self._filed.route.decision_maker or PersonId(""))
        return decider.first_name if decider else ""

    def _cards(self) -> QWidget:
        lines = (Staff.KEEP_BETWEEN, Staff.DONT_ASK, Staff.IF_AGAIN)
        said = (Staff.IF_CHANGED, Staff.ASK_ABOUT) if self._is_declaration else lines
        words = [say(line, lead=self._lead()) for line in said]
        until = words_card(self.theme, Icon.HAND, say(Staff.UNTIL_THEN), *words)
        if self._is_declaration:
            return until
        support = words_card(self.theme, Icon.LIFE_BUOY, say(Staff.SUPPORT), say(Staff.SUPPORT_WHY))
        line = self._here.school.settings.support_line
        if line:
            support.add(PlainLabel(self.theme, line, TextStyle("small", weight=600), wrap=True))
        support.add(self._serious)
        holder = QWidget()
        holder.setLayout(Column(self.theme, until, support, gap=3))
        return holder

    # What happens meanwhile

    @Slot()
    def _on_primary(self) -> None:
        if self._leads_to is None:
            self.finished.emit()
        else:
            self.going_on.emit(self._leads_to)

    @Slot()
    def _on_copy(self) -> None:
        self._clipboard.copy("\n".join(part for part in (self._filed.reference, self._filed.phrase) if part))
        self.copied.emit()

    @Slot()
    def _on_print(self) -> None:
        filed = self._filed
        at = london_day(filed.at) if filed.is_day_only else filed.at
        made = receipt(self._here.school.name, filed.reference, at, filed.phrase)
        ReceiptPrinting(self.theme, self, made, has_phrase=filed.phrase is not None).ask()

    @Slot()
    def _ask(self) -> None:
        """Look whether it has gone, and for receipts; one look at a time."""
        if not self._is_asking:
            self._is_asking = True
            look = partial(_look, self._here.candour.machine, self._filed, was_waiting=self._is_waiting)
            self._tasks.run(self, look, self._on_seen, self._on_error)

    def _on_seen(self, seen: "_Seen") -> None:
        self._is_asking = False
        if self._is_waiting and not seen.is_waiting:
            self._is_waiting = False
            self._show_thanks()
            self._show_steps()
            announce(self, say(Staff.THANKS_SENT))
        self._show_received(seen.received)

    def _show_received(self, received: Mapping[PersonId, datetime]) -> None:
        new = [person for person in received if person not in self._received]
        if not new:
            return
        self._received = {**self._received, **{person: received[person] for person in new}}
        self._show_steps()
        announce(self, " ".join(self._received_line(person, received[person]) for person in new))
        if set(self._here.openers(self._filed.route)) <= set(self._received):
            self._poll.stop()

    def _on_error(self, error: Exception) -> None:
        self._is_asking = False
        if not isinstance(error, KnownError):
            self._poll.stop()
            self.bug.emit(error)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._poll.start()
        self._idle.start()
        self.theme.application.installEventFilter(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._poll.stop()
        self._idle.stop()
        self.theme.application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_whole and event.type() in _TOUCHES:
            self._idle.start()
        return super().eventFilter(watched, event)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look at the exchange found."""

    is_waiting: bool
    received: Mapping[PersonId, datetime]


def _look(machine: Machine, filed: Filed, *, was_waiting: bool) -> _Seen:
    is_waiting = was_waiting and still_waits(machine, filed.watched)
    return _Seen(is_waiting, {} if is_waiting else received_by(machine, filed.watched))


def _labelled(theme: ThemeSource, label: str, words: str, role: str) -> QWidget:
    holder = QWidget()
    holder.setLayout(
        Column(
            theme,
            PlainLabel(theme, label, _SMALL),
            PlainLabel(theme, words, role, wrap=True),
            margins=(5, 4, 5, 3),
        )
    )
    return holder
