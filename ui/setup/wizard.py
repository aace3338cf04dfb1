# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The wizard that sets a school up (ux.md A1, picture 10): six steps, back and forth, and one founding at the end.

What is typed lives in memory only. The last step founds the school in the worker; until then nothing is on the disk.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot

from desktop.faults import KnownError, explain_fault
from desktop.first_run import found_drafted
from desktop.founding import Founded
from desktop.services import Candour
from desktop.setting_up import Draft, Step, missing
from ui.setup.folder_step import FolderStep
from ui.setup.keys_step import KeysStep
from ui.setup.people_step import PeopleStep
from ui.setup.policies_step import PoliciesStep
from ui.setup.readers_step import ReadersStep
from ui.setup.school_step import SchoolStep
from ui.setup.step_page import StepPage
from ui.setup.wizard_frame import WizardFrame
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.shell.words import Shell
from ui.shell.words import say as say_shell
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import ButtonKind
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.toast import Toast

STEP_WORDS: Mapping[Step, Setup] = {
    Step.SCHOOL: Setup.SCHOOL,
    Step.PEOPLE: Setup.PEOPLE,
    Step.READERS: Setup.READERS,
    Step.POLICIES: Setup.POLICIES,
    Step.FOLDER: Setup.FOLDER,
    Step.KEYS: Setup.KEYS,
}


class Wizard(WizardFrame):
    """The steps, with the draft between them."""

    founded = Signal(object, object)
    """The school is there: the Founded, and the Draft it was founded from."""
    left = Signal()
    """Setting up was stopped, and what was typed is gone."""
    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour) -> None:
        super().__init__(theme, [say(words) for words in STEP_WORDS.values()])
        self._tasks = tasks
        self._candour = candour
        self._draft = Draft()
        self._step = Step.SCHOOL
        self._toast = Toast(theme, self)
        people, policies, folder = PeopleStep(theme, tasks), PoliciesStep(theme, tasks), FolderStep(theme, tasks)
        self._keys = KeysStep(theme)
        self._pages: Mapping[Step, StepPage] = {
            Step.SCHOOL: SchoolStep(theme),
            Step.PEOPLE: people,
            Step.READERS: ReadersStep(theme),
            Step.POLICIES: policies,
            Step.FOLDER: folder,
            Step.KEYS: self._keys,
        }
        for asking in (people, policies, folder):
            asking.bug.connect(self.bug)
        for page in self._pages.values():
            page.note_asked.connect(self._toast.show_note)
            page.hide()
            page.setParent(self)
        self.continued.connect(self._continue)
        self.went_back.connect(self._go_back)
        self.skipped.connect(self._go_on)
        self.stop_asked.connect(self._ask_to_stop)
        self.answer_asked.connect(self._page_now_point_at)
        self._show()

    @property
    def has_words(self) -> bool:
        """Whether something was typed that would be lost."""
        return self._now.take(self._draft) != Draft() or bool(self._keys.passphrases)

    @property
    def _now(self) -> StepPage:
        return self._pages[self._step]

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self._now.setFocus(Qt.FocusReason.OtherFocusReason)

    # From step to step

    @Slot()
    def _continue(self) -> None:
        if self.go_on.is_busy:
            return
        self._draft = self._now.take(self._draft)
        ready = tuple(self._keys.passphrases)
        lacking = missing(self._draft, self._step, self._candour.machine.today(), ready)
        errors = self._now.show_missing(lacking)
        self.show_errors(errors)
        if errors:
            return
        if self._step is Step.KEYS:
            self._found()
        else:
            self._go(Step(self._step.value + 1))

    @Slot()
    def _go_on(self) -> None:
        self._go(Step(self._step.value + 1))

    @Slot()
    def _go_back(self) -> None:
        if self._step is Step.SCHOOL:
            self._ask_to_stop()
        else:
            self._draft = self._now.take(self._draft)
            self._go(Step(self._step.value - 1))

    @Slot(str)
    def _page_now_point_at(self, missed: str) -> None:
        self._now.point_at(missed)

    def _go(self, step: Step) -> None:
        self._now.leave()
        self._step = step
        self._show()
        self.focus_first()
        announce(self, f"{say(Setup.STEP_OF, number=str(step.value))}: {self._now.accessibleName()}")

    def _show(self) -> None:
        self._now.show_draft(self._draft, self._candour.machine.today())
        self.show_page(self._now, self._step.value)
        self.show_school(self._draft.name)
        self.show_skip(can_skip=self._step is Step.POLICIES)

    # The end

    def _found(self) -> None:
        self.go_on.set_busy(say(Setup.FOUNDING))
        operation = partial(found_drafted, self._candour, self._draft, dict(self._keys.passphrases))
        self._tasks.run(self, operation, self._on_founded, self._on_fault)

    def _on_founded(self, founded: Founded) -> None:
        self._keys.forget()
        self.founded.emit(founded, self._draft)

    def _on_fault(self, error: Exception) -> None:
        self.go_on.set_ready()
        if isinstance(error, KnownError):
            words = explain_fault(error)
            self.show_fault(f"{words.record} {words.do}", words.happened)
        else:
            self.bug.emit(error)

    @Slot()
    def _ask_to_stop(self) -> None:
        if not self.has_words:
            self.left.emit()
            return
        answers = [
            Answer("stay", say(Setup.GO_ON)),
            Answer("stop", say(Setup.CLEAR), ButtonKind.DESTRUCTIVE_OUTLINE),
        ]
        question, more = say(Setup.STOP_QUESTION), say(Setup.STOP_MORE)
        dialog = Dialog(self.theme, self.window(), say_shell(Shell.TITLE), question, more, answers)
        dialog.answered.connect(self._on_answer)
        dialog.ask()

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        if answer == "stop":
            self._keys.forget()
            self.left.emit()
