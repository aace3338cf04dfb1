# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything about one person and one course, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import date_words, london_day
from desktop.people import PersonId, School
from desktop.training.courses import offered_courses
from desktop.training.records import Answer, TrainingRecord
from desktop.training.register import TrainingRow
from desktop.training.telling import held_words
from ui.theme.source import ThemeSource
from ui.training.rows import shown_name
from ui.training.words import Said, say
from ui.widgets.avatar import initials
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary")


class RowCard(Card):
    """The card below the table. `me` is who is signed in; `keeps`: they record and agree for others."""

    answered = Signal(str, object, str)
    """A record is answered: its id, the Answer, and the reason."""

    def __init__(
        self, theme: ThemeSource, row: TrainingRow, school: School, me: PersonId, *, keeps: bool, private: bool
    ) -> None:
        self.row = row
        self._school, self._private = school, private
        self._line = LineInput(theme, role="body", compact=True, width=Width.FULL)
        self.why = Field(theme, say(Said.WHY), self._line)
        self.agree = Button(theme, say(Said.AGREE), ButtonKind.PRIMARY, ButtonSize.SMALL)
        self.turn_down = Button(theme, say(Said.TURN_DOWN), size=ButtonSize.SMALL)
        self.withdraw = Button(theme, say(Said.WITHDRAW), size=ButtonSize.SMALL)
        can_answer = keeps and row.person_id != me
        self._buttons: Sequence[Button] = (
            *((self.agree, self.turn_down) if can_answer and row.claim else ()),
            *((self.withdraw,) if row.record and (can_answer or row.record.author == me) else ()),
        )
        name = shown_name(row, school, private=private)
        super().__init__(theme, f"{name} · {row.title}" if name else row.title, *self._told(theme))
        if self._buttons:
            buttons = QWidget()
            buttons.setLayout(Flow(theme, self._buttons, gap=3))
            self.add(self.why, buttons)
            self.setFocusProxy(self.why)
        self.agree.clicked.connect(self._agree)
        self.turn_down.clicked.connect(self._turn_down)
        self.withdraw.clicked.connect(self._withdraw)

    def set_ready(self) -> None:
        """Let it be tried again."""
        for button in self._buttons:
            button.set_ready()

    def _told(self, theme: ThemeSource) -> list[QWidget]:
        row = self.row
        lines = [held_words(row) or say(Said.NO_RECORD)]
        lines += [self._record(row.record)] if row.record else []
        lines += [self._record(row.claim)] if row.claim else []
        course = offered_courses(self._school.settings.vocabularies)[row.course_id].course
        source = [say(Said.CHECK if course.must_check else Said.SOURCE, source=course.source)] if row.is_asked else []
        return [
            *(PlainLabel(theme, line, wrap=True) for line in lines),
            *(PlainLabel(theme, line, _QUIET, wrap=True) for line in source),
        ]

    def _record(self, record: TrainingRecord) -> str:
        """Who recorded it, and what they said of it."""
        said = record.said
        told = [say(Said.BY, name=self._name(record.author), day=date_words(london_day(record.at)))]
        told += [say(Said.AGREED_BY, name=self._name(record.by))] if record.by else []
        further = ((Said.PROVIDER, said.provider), (Said.LEVEL, said.level), (Said.EVIDENCE, said.evidence))
        return " ".join((*told, *(say(word, words=words) for word, words in further if words)))

    def _name(self, person: PersonId | None) -> str:
        listed = self._school.people.get(person) if person else None
        name = listed.name if listed else ""
        return initials(name) if self._private else name

    @Slot()
    def _agree(self) -> None:
        if self.row.claim and not self.agree.is_busy:
            self.agree.set_busy(say(Said.SAVING))
            self.answered.emit(self.row.claim.eid, Answer.AGREED, "")

    @Slot()
    def _turn_down(self) -> None:
        self._answer(self.turn_down, self.row.claim, Answer.TURNED_DOWN)

    @Slot()
    def _withdraw(self) -> None:
        self._answer(self.withdraw, self.row.record, Answer.WITHDRAWN)

    def _answer(self, button: Button, record: TrainingRecord | None, answer: Answer) -> None:
        """Answer with a reason, or ask for it."""
        reason = self._line.value().strip()
        self.why.show_error("" if reason else say(Said.SAY_WHY))
        if not reason:
            self.why.setFocus()
        elif record is not None and not button.is_busy:
            button.set_busy(say(Said.SAVING))
            self.answered.emit(record.eid, answer, reason)
