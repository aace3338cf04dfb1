# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One form being filled in, from its first question to the moment it is sent (ux.md S2, S3, S6).

It holds what was typed. Nothing of it is kept anywhere else, save as a draft in the vault of somebody signed in; when
the form has been sent or left, what was typed is cleared and the desk is thrown away.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from desktop.clocks import time_words
from desktop.declarations.following import following
from desktop.drafts import Draft
from desktop.faults import KnownError, explain_fault, is_disk_full
from desktop.filing import AnswersError, Filed
from desktop.forms import Detour, Finding, Severity
from desktop.forms.filling import Filling
from desktop.forms.flow import CHECK, Flow, begin, change, go_back, go_on, progress
from desktop.telling import readers_words
from ui.clauses.door import ClauseDoor, read_in
from ui.forms.file_reading import read_file
from ui.forms.form_page import FormPage
from ui.forms.kit import kit_for
from ui.shell.tasks import Tasks
from ui.staff.asides import Beside, beside_check, beside_page, what_stays_visible
from ui.staff.changes import about_readers
from ui.staff.check_page import CheckPage
from ui.staff.draft_keeper import DraftKeeper
from ui.staff.emergency_page import EmergencyPage
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.leaving import ClearingQuestion
from ui.staff.no_room import no_room
from ui.staff.readers import explained, readers_shown
from ui.staff.sending import RouteChanged, Sending
from ui.staff.steps import Steps
from ui.staff.who_panel import WhoPanel
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.keys import add_keys
from ui.widgets.text_flow import TextStyle
from ui.widgets.who_can_open import Readers


class FormDesk(StaffFrame):
    """Fills in one form from a place in it. `draft` is the name of the draft that `filling` was read from, if any."""

    left = Signal()
    """Left without sending; everything typed is gone."""
    sent = Signal(object, object)
    """It was sent, and what was typed is cleared: the `Filed`, and what it leads on to, a `Following` or None."""
    turned_away = Signal()
    """It is about a child: everything typed is gone, and the way to child protection is to be shown."""
    switch_asked = Signal(str)
    """Another form is wanted instead: its id."""
    sign_in_asked = Signal()
    """A walk-up wants to sign in and finish later."""
    put_away = Signal()
    """The draft is in the vault, to be finished later."""
    bug = Signal(object)
    """A fault of ours: the exception. What was typed is still here."""

    def __init__(
        self, theme: ThemeSource, tasks: Tasks, here: Here, filling: Filling, at: str = "", draft: str = ""
    ) -> None:
        super().__init__(theme, here.school.name)
        self.filling = filling
        self._no_room = partial(no_room, theme, tasks)
        self._here = here
        self._flow = Flow(at=at) if at else begin(filling.spec)
        self._passed: set[Finding] = set()
        self._is_put_away = False
        self._status = say(Staff.DRAFT_SOON if filling.signed_in else Staff.NOT_SAVED)
        self._route = here.route(filling)
        self._words = here.words(filling, self._route)
        reads = partial(read_file, tasks)
        self._clauses = ClauseDoor(theme, self.pane, read_in(tasks, here.candour.machine, self.bug.emit))
        kit = kit_for(theme, here.school, here.today, author=here.me, read_file=reads)
        self._steps = Steps(replace(kit, show_clauses=self._clauses.open), filling)
        self._who = WhoPanel(self)
        self._sending = Sending(tasks, self)
        self._keeper = DraftKeeper(tasks, here.session, self)
        self._keeper.take_up(draft)
        self._leaving = ClearingQuestion(theme, self)
        self._turning = ClearingQuestion(theme, self)
        self.column.add(self._steps)
        self._connect()
        self._connect_steps()
        self._show(self._flow)

    def _connect(self) -> None:
        for bar in (self.top_bar, self.progress):
            bar.back_asked.connect(self.go_back)
        self.buttons.primary.clicked.connect(self.go_on)
        self.buttons.second.clicked.connect(self.finish_later)
        self.buttons.way_out.clicked.connect(self.leave)
        self.narrowed.connect(self._show_around)
        add_keys(self, {"Alt+Left": self.go_back, "Ctrl+S": self.save_draft})
        self._leaving.agreed.connect(self.clear)
        self._turning.agreed.connect(self._turn_away)

    def _connect_steps(self) -> None:
        self._steps.answered.connect(self._on_answered)
        self._steps.submitted.connect(self.go_on)
        self._steps.person_chosen.connect(self.buttons.primary.setFocus)
        self._steps.detour_asked.connect(self._on_detour)
        self._steps.switch_asked.connect(self.switch_asked)
        self._steps.change_asked.connect(self._on_change)
        self._steps.bug.connect(self.bug)
        self._sending.sent.connect(self._on_sent)
        self._sending.route_changed.connect(self._on_route_changed)
        self._sending.answers_refused.connect(self._on_answers_refused)
        self._sending.failed.connect(self._on_failed)
        self._sending.bug.connect(self._on_bug)
        self._keeper.due.connect(self.save_draft)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.failed.connect(self._on_not_saved)

    # Going on and back

    @Slot()
    def go_on(self) -> None:
        """Continue: check the answers of this page and go to the next one, or send."""
        if self._sending.is_busy:
            return
        if self._flow.at == CHECK:
            self._send()
        elif self._is_page_clean():
            spec, typed = self.filling.spec, self.filling.typed
            self._show(go_on(spec, self._flow, typed, signed_in=self.filling.signed_in))

    def _is_page_clean(self) -> bool:
        """Check this page. A warning is shown once and may then be passed over."""
        page = self._steps.current
        if not isinstance(page, FormPage):
            return True
        found = self.filling.check(self._here.context).on(self._flow.at)
        is_clean = all(finding in self._passed for finding in found)
        self._passed.update(finding for finding in found if finding.severity is Severity.WARNING)
        page.show_findings(found)
        return is_clean

    @Slot()
    def go_back(self) -> None:
        """Back: to the question before; from the first one, out of the form."""
        if self._sending.is_busy:
            return
        spec, typed = self.filling.spec, self.filling.typed
        before = go_back(spec, self._flow, typed, signed_in=self.filling.signed_in)
        if before is None:
            self.leave()
        else:
            self._show(before)

    @Slot(str)
    def _on_change(self, row: str) -> None:
        page_id, name = row.split(" ")
        self._show(change(page_id))
        if isinstance(self._steps.current, FormPage):
            self._steps.current.go_to(name)

    def _show(self, flow: Flow) -> None:
        """Show a place of the form, and say that it is there."""
        self._flow = flow
        self._clauses.close()
        step = self._steps.show_step(flow.at, self._here, self._words)
        step.title.show_style(TextStyle("screenTitle" if self.measures.is_low else "pageTitle"))
        self._show_around()
        announce(self, f"{step.title.words}. {self._progress_words()}")
        self.focus_first()

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the first field, where it can be seen without scrolling.

        Where what has to be read first leaves no room for it, the keyboard is on the page itself: a page begins with
        its heading.
        """
        self.settle()
        self.pane.verticalScrollBar().setValue(0)
        step = self._steps.current
        first = step.first_target if isinstance(step, FormPage) else None
        if first is not None and self.shows(first):
            self.begin_at(first)
        elif isinstance(step, EmergencyPage):
            step.focus_first()
        elif isinstance(step, CheckPage):
            self.begin_at(self.buttons.primary)
        elif step is not None:
            self.begin_at(step)

    # Around the page

    @Slot()
    def _show_around(self) -> None:
        reached = progress(self.filling.spec, self._flow, self.filling.typed, signed_in=self.filling.signed_in)
        self.progress.show_progress(self._progress_words(), reached.number, reached.total)
        self.top_bar.show_back(is_possible=True)
        self._show_status()
        self._show_buttons()
        spec, at = self.filling.spec, self._flow.at
        beside = self._beside_check() if at == CHECK else beside_page(self.theme, spec.page(at), self._words)
        self._who.show_beside(beside, *self._readers())

    def _beside_check(self) -> Beside:
        unnamed = [what_stays_visible(self.theme)] if self._here.is_unnamed(self.filling) else []
        return beside_check(self.theme, self.filling.spec, (*unnamed, *about_readers(self.theme, self._here)))

    def _readers(self) -> tuple[Readers, tuple[str, ...]]:
        return readers_shown(self._here, self._route, self.filling), explained(self._route, self._here.called)

    def _progress_words(self, *, short: bool = False) -> str:
        spec = self.filling.spec
        if self._flow.at == CHECK:
            return say(Staff.CHECK_SHORT) if short else say(Staff.CHECK_AND_SEND, form=spec.title)
        reached = progress(spec, self._flow, self.filling.typed, signed_in=self.filling.signed_in)
        numbers = {"number": str(reached.number), "total": str(reached.total)}
        return say(Staff.QUESTION_SHORT, **numbers) if short else say(Staff.QUESTION_OF, form=spec.title, **numbers)

    def _show_status(self) -> None:
        self.top_bar.show_status(self._status, self._progress_words(short=True))

    def _show_buttons(self) -> None:
        step = self._steps.current
        later = say(Staff.SAVE_LATER if self.filling.signed_in else Staff.SIGN_IN_LATER)
        leave = say(Staff.LEAVE)
        if isinstance(step, CheckPage):
            self.buttons.show_buttons(self.filling.spec.button, later, leave, icon=Icon.LOCK)
        elif isinstance(step, EmergencyPage) and not step.is_answered:
            self.buttons.show_buttons("", later, leave)
        else:
            self.buttons.show_buttons(say(Staff.CONTINUE), later, leave)

    @Slot(str)
    def _on_answered(self, _name: str) -> None:
        """An answer has changed: who reads it may be others now, and questions may need other words."""
        self._passed.clear()
        self._show_buttons()
        if isinstance(self._steps.current, EmergencyPage):
            self.settle()
            self.pane.ensureWidgetVisible(self._steps.current.asked)
        self._keeper.note_change()
        self._reread()

    def _reread(self) -> None:
        route = self._here.route(self.filling)
        words = self._here.words(self.filling, route)
        if words != self._words:
            self._words = words
            self._steps.refill(self._here, words)
        if route != self._route:
            self._route = route
            self._who.show_readers(*self._readers())

    # Drafts

    def draft(self) -> Draft:
        """What was typed, and where."""
        return Draft(form=self.filling.spec.form_id, at=self._flow.at, typed=dict(self.filling.typed))

    @Slot()
    def save_draft(self) -> None:
        """Save the draft now, if somebody is signed in and anything was typed."""
        if self.filling.has_words:
            self._keeper.save(self.draft())

    @Slot()
    def finish_later(self) -> None:
        """Put the form away: into the vault, or for a walk-up after they have signed in."""
        if self._sending.is_busy:
            return
        if not self.filling.signed_in:
            self.sign_in_asked.emit()
        elif self.filling.has_words:
            self._is_put_away = True
            self.save_draft()
        else:
            self.put_away.emit()

    @Slot()
    def _on_saved(self) -> None:
        self._status = say(Staff.SAVED_AT, time=time_words(self._here.candour.machine.now()))
        self._show_status()
        if self._is_put_away:
            self.put_away.emit()

    @Slot(object)
    def _on_not_saved(self, error: Exception) -> None:
        self._is_put_away = False
        self._status = say(Staff.DRAFT_NOT_SAVED)
        self._show_status()
        if not isinstance(error, KnownError):
            self.bug.emit(error)

    # Leaving

    @Slot()
    def leave(self) -> None:
        """Leave without sending; asks first when anything was typed."""
        if self._sending.is_busy:
            return
        if not self.filling.has_words:
            self.clear()
            return
        clears = Staff.LEAVE_CLEARS_DRAFT if self.filling.signed_in else Staff.LEAVE_CLEARS
        self._leaving.ask(Staff.LEAVE_ASKED, clears, Staff.CLEAR_AND_LEAVE)

    @Slot()
    def clear(self) -> None:
        """Let everything go that was typed, the draft as well, and leave."""
        self.forget()
        self.left.emit()

    @Slot(object)
    def _on_detour(self, detour: Detour) -> None:
        if detour.form:
            self.switch_asked.emit(detour.form)
        elif self.filling.has_words:
            self._turning.ask(Staff.CHILD_ASKED, Staff.CHILD_CLEARS, Staff.CLEAR_AND_SHOW)
        else:
            self._turn_away()

    @Slot()
    def _turn_away(self) -> None:
        self.forget()
        self.turned_away.emit()

    def forget(self) -> None:
        """Let everything go that was typed, the draft as well."""
        self._keeper.discard()
        self.filling.clear()

    # Sending

    def _send(self) -> None:
        report = self.filling.check(self._here.context)
        if report.errors:
            self._show_errors(report.errors)
            return
        self.buttons.primary.set_busy(say(Staff.LOCKING))
        self._sending.send(self._here, self.filling, self._route)

    def _show_errors(self, errors: tuple[Finding, ...]) -> None:
        """Go to the first page that holds one."""
        page = errors[0].page or self.filling.spec.pages[0].page_id
        self._show(change(page))
        if isinstance(self._steps.current, FormPage):
            self._steps.current.show_findings([error for error in errors if error.page in (page, "")])

    @Slot(object)
    def _on_sent(self, filed: Filed) -> None:
        leads_to = following(filed.form, self.filling.kept, filed.reference)
        self.forget()
        self.sent.emit(filed, leads_to)

    @Slot(object)
    def _on_route_changed(self, changed: RouteChanged) -> None:
        self.buttons.primary.set_ready()
        self._here = changed.here
        self._reread()
        names = readers_words(self._here.openers(self._route), self._here.called)["readers"]
        self._say_on_check(Tone.WARN, say(Staff.ROUTE_NOW, names=names), say(Staff.ROUTE_CHANGED))

    @Slot(object)
    def _on_answers_refused(self, refused: AnswersError) -> None:
        self.buttons.primary.set_ready()
        self._show_errors(refused.findings)

    @Slot(object)
    def _on_failed(self, error: KnownError) -> None:
        self.buttons.primary.set_ready()
        if is_disk_full(error):
            self._show_no_room()
        else:
            fault = explain_fault(error)
            self._say_on_check(Tone.DANGER, f"{fault.record} {fault.do}", fault.happened)

    def _show_no_room(self) -> None:
        box = self._no_room(self._here, self.filling, self._route)
        box.again_asked.connect(self.go_on)
        box.bug.connect(self.bug)
        if isinstance(self._steps.current, CheckPage):
            self._steps.current.show_above(box)

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        self.buttons.primary.set_ready()
        self.bug.emit(error)

    def _say_on_check(self, tone: Tone, text: str, lead: str) -> None:
        if isinstance(self._steps.current, CheckPage):
            self._steps.current.show_message(tone, text, lead)
            self.pane.verticalScrollBar().setValue(0)
