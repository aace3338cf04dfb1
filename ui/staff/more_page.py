# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying more about something that was sent: one text, who can open it, and the button that locks and sends it.

Signed in, it is kept as a draft in the vault as it is typed, and is there again when the page is; with a return phrase
it is on the screen only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from desktop.cases.reporter import CORRECTION, TAKING_BACK
from desktop.drafts import Draft, read_draft
from desktop.faults import KnownError, explain_fault
from desktop.filing import AnswersError
from desktop.people import PersonId
from desktop.telling import in_a_row, sentence_case
from ui.shell.tasks import Tasks
from ui.staff.asides import Beside
from ui.staff.draft_keeper import DraftKeeper
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.leaving import ClearingQuestion
from ui.staff.return_words import Return
from ui.staff.who_panel import WhoPanel
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.text_area import TextArea
from ui.widgets.who_can_open import Reader, Readers

_TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What is to be said: which kind of act, in which case, and who can open it. `send` sends it, in the worker."""

    kind: str
    case_id: str
    readers: Sequence[PersonId]
    send: Callable[[Mapping[str, object]], object]

    @property
    def draft(self) -> str:
        """The name of the draft of it."""
        return f"more/{self.case_id}/{self.kind}"


class MorePage(StaffFrame):
    """Asks for the words."""

    sent = Signal(object)
    """They are locked and durable: what `More.send` returned."""
    left = Signal()
    """Back, or away without sending."""
    bug = Signal(object)
    """A fault of ours: the exception. What was typed is still here."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, here: Here, more: More) -> None:
        super().__init__(theme, here.school.name)
        self._tasks = tasks
        self._here = here
        self._more = more
        self._spec = here.candour.form(more.kind)
        asked = self._spec.field(_TEXT)
        self._text = TextArea(theme)
        self._field = Field(theme, asked.label, self._text, hint=asked.hint)
        self._fault = Banner(theme, Tone.DANGER, "")
        self._fault.hide()
        self._keeper = DraftKeeper(tasks, here.session, self)
        self._keeper.take_up(more.draft)
        self._who = WhoPanel(self)
        self._leaving = ClearingQuestion(theme, self)
        self._build()
        self._connect()
        self._show_readers()
        if here.session is not None:
            tasks.run(self, partial(here.session.drafts.load, more.draft), self._on_draft, self._on_error)

    def _build(self) -> None:
        title = PlainLabel(self.theme, self._spec.pages[0].title, "pageTitle", wrap=True)
        note = PlainLabel(self.theme, self._note(), "bodyStaff", wrap=True)
        if not note.words:
            note.hide()
        self.column.add(title, self._fault, note, self._field)
        self.progress.show_back()
        self.top_bar.show_back(is_possible=True)
        self.top_bar.show_status(say(Staff.DRAFT_SOON if self._here.session else Staff.NOT_SAVED))
        self.buttons.show_buttons(self._spec.button, "", say(Staff.LEAVE), icon=Icon.LOCK)
        self.setAccessibleName(title.words)

    def _connect(self) -> None:
        for bar in (self.top_bar, self.progress):
            bar.back_asked.connect(self.leave)
        self.narrowed.connect(self._show_readers)
        self.buttons.primary.clicked.connect(self._send)
        self.buttons.way_out.clicked.connect(self.leave)
        self._text.submitted.connect(self._send)
        self._text.edited.connect(self._keeper.note_change)
        self._keeper.due.connect(self.save_draft)
        self._keeper.failed.connect(self._on_error)
        self._leaving.agreed.connect(self._clear)

    @property
    def has_words(self) -> bool:
        """Whether anything was typed."""
        return bool(self._text.value().strip())

    @override
    def focus_first(self) -> None:
        self.begin_at(self._field)

    @Slot()
    def save_draft(self) -> None:
        """Save what was typed now, if somebody is signed in."""
        if self.has_words:
            self._keeper.save(Draft(form=self._more.kind, at=self._more.case_id, typed=self._values()))

    def forget(self) -> None:
        """Let what was typed go from the screen; a draft stays in the vault."""
        self._text.set_value("")

    @Slot()
    def leave(self) -> None:
        """Back; asks first where the words would be lost. Signed in, they stay as a draft."""
        if self.buttons.primary.is_busy:
            return
        if self._here.session is not None:
            self.save_draft()
            self.left.emit()
        elif self.has_words:
            self._leaving.ask(Staff.LEAVE_ASKED, Staff.LEAVE_CLEARS, Staff.CLEAR_AND_LEAVE)
        else:
            self.left.emit()

    @Slot()
    def _clear(self) -> None:
        self.forget()
        self.left.emit()

    @Slot()
    def _show_readers(self) -> None:
        called, is_named = self._here.called.people, self._here.school.settings.readers_named
        people = [called[each] for each in self._more.readers if each in called]
        readers = tuple(Reader(sentence_case(each.name), each.job if is_named else "") for each in people)
        why = say(Return.WHY_THEY)
        self._who.show_beside(Beside(), Readers(readers=readers, note=why), (why,))

    def _note(self) -> str:
        if self._more.kind == CORRECTION:
            return say(Return.BOTH_SHOWN)
        if self._more.kind == TAKING_BACK:
            people = self._here.called.people
            names = [people[each].first_name for each in self._more.readers if each in people]
            return say(Return.TAKING_BACK_NOTE, names=in_a_row(names, say(Staff.AND)))
        return ""

    def _values(self) -> dict[str, object]:
        return {_TEXT: self._text.value()}

    @Slot()
    def _send(self) -> None:
        if self.buttons.primary.is_busy:
            return
        self._field.show_error("")
        self._fault.hide()
        self.buttons.primary.set_busy(say(Staff.LOCKING))
        self._tasks.run(self, partial(self._more.send, self._values()), self._on_sent, self._on_not_sent)

    def _on_sent(self, result: object) -> None:
        self._keeper.discard()
        self.forget()
        self.sent.emit(result)

    def _on_not_sent(self, error: Exception) -> None:
        self.buttons.primary.set_ready()
        match error:
            case AnswersError():
                self._field.show_error(error.findings[0].message)
                self._text.setFocus()
            case KnownError():
                words = explain_fault(error)
                self._fault.show_message(Tone.DANGER, f"{words.record} {words.do}", lead=words.happened)
                self._fault.show()
            case _:
                self.bug.emit(error)

    def _on_draft(self, content: bytes | None) -> None:
        if content and not self.has_words:
            typed = read_draft(content).typed.get(_TEXT)
            self._text.set_value(typed if isinstance(typed, str) else "")

    def _on_error(self, error: Exception) -> None:
        self.top_bar.show_status(say(Staff.DRAFT_NOT_SAVED))
        if not isinstance(error, KnownError):
            self.bug.emit(error)
