# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding, reading and confirming policies: what passes between their pages and the worker."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.filing import readers_of
from desktop.policies.confirming import Confirmed, Part, confirm_by_name, readers_of_confirmation
from desktop.policies.guidance import ToRead
from desktop.policies.reading_list import confirm_reading, read_list
from desktop.policies.shelf import OnShelf, confirm_kept, read_shelf
from desktop.questions.library import Published, published
from desktop.services import Candour
from desktop.training.register import TrainingRow
from ui.policies.guidance_page import GuidancePage
from ui.policies.list_page import PolicyListPage
from ui.policies.paper import PolicyPaper
from ui.policies.reading_page import ReadingPage
from ui.policies.words import Policy
from ui.questions.list_page import QuestionsPage
from ui.shell.tasks import Tasks
from ui.staff.here import Here
from ui.staff.over_page import RecordingPages
from ui.staff.words import say
from ui.theme.source import ThemeSource
from ui.training.own import OwnTrainingSide


class PolicyReading(RecordingPages):
    """Makes the pages, one over the other."""

    question_asked = Signal(object)
    """Somebody has a question instead of confirming: what is typed already in the form for it."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, parent: QObject) -> None:
        super().__init__(theme, tasks, parent)
        self._training = OwnTrainingSide(theme, tasks, self)
        self._training.hand_on(self)

    def show(self, here: Here, asked: OnShelf | ToRead | TrainingRow) -> None:
        """Show what somebody is asked to read, or their training."""
        match asked:
            case OnShelf():
                self.show_policy(here, asked)
            case ToRead():
                self._show_guidance(here, asked)
            case TrainingRow():
                self._training.show(here)

    def show_list(self, here: Here) -> None:
        """Show every policy; they are read first."""
        self._tasks.run(self, partial(_read, here), partial(self._on_read, here), self._fail)

    def _on_read(self, here: Here, found: tuple[tuple[OnShelf, ...], tuple[ToRead, ...]]) -> None:
        page = PolicyListPage(self._theme, here, *found)
        page.left.connect(self.left)
        page.guidance_asked.connect(partial(self._show_guidance, here))
        page.training_asked.connect(partial(self._training.show, here))
        page.policy_asked.connect(partial(self._show_asked, here))
        page.questions_asked.connect(partial(self._show_questions, here))
        self.page_made.emit(page)

    def _show_questions(self, here: Here) -> None:
        """Show what others have asked; it is read first."""
        machine = here.candour.machine
        read = partial(published, machine.school, machine.documents)
        self._tasks.run(self, read, partial(self._on_questions, here), self._fail)

    def _on_questions(self, here: Here, found: tuple[Published, ...]) -> None:
        page = QuestionsPage(self._theme, here, found)
        page.left.connect(self.left)
        page.question_asked.connect(partial(self.question_asked.emit, {}))
        self.page_made.emit(page)

    def _show_asked(self, here: Here, on_shelf: OnShelf, short: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.show_policy(here, on_shelf, short=short)

    def show_policy(self, here: Here, on_shelf: OnShelf, *, short: bool = False) -> None:
        """Show one policy."""
        version = on_shelf.kept.version
        if version is None:
            return
        page = ReadingPage(self._theme, here, on_shelf, version, _readers(here), short=short)
        page.left.connect(self.left)
        page.question_asked.connect(self._ask)
        page.confirmed.connect(partial(self._confirm, here, page))
        page.companion_asked.connect(partial(self._show_companion, here))
        paper = PolicyPaper(self._tasks, here.candour.machine, on_shelf.kept, page, short=short)
        paper.said.connect(self.said)
        paper.failed.connect(self._fail)
        self.page_made.emit(page)

    def _show_companion(self, here: Here, policy_id: str) -> None:
        """Read a companion over the policy that names it."""

        def show(shelf: tuple[OnShelf, ...]) -> None:
            for each in shelf:
                if each.kept.line.policy_id == policy_id:
                    self.show_policy(here, each)

        self._tasks.run(self, partial(read_shelf, here.candour.machine, here.session), show, self._fail)

    def _show_guidance(self, here: Here, to_read: ToRead) -> None:
        page = GuidancePage(self._theme, here, to_read, _readers(here))
        page.left.connect(self.left)
        page.confirmed.connect(partial(self._confirm_guidance, here, page))
        self.page_made.emit(page)

    def _confirm_guidance(self, here: Here, page: GuidancePage, to_read: ToRead, part: Part) -> None:
        if here.session is not None:
            do = partial(confirm_reading, here.session, to_read.line, part)
            self._tasks.run(page, do, partial(self._on_said, to_read.line.title), partial(self._not_confirmed, page))

    def _ask(self, on_shelf: OnShelf) -> None:
        self.question_asked.emit({"code_clause": on_shelf.kept.line.title})

    def _confirm(self, here: Here, page: ReadingPage, on_shelf: OnShelf, name: str) -> None:
        session = here.session
        if session is not None:
            do = partial(confirm_kept, session, on_shelf.kept)
        else:
            do = partial(_confirm_by_name, here.candour, on_shelf, name)
        self._tasks.run(page, do, partial(self._on_said, on_shelf.kept.line.title), partial(self._not_confirmed, page))

    def _on_said(self, title: str, _: None) -> None:
        self.left.emit()
        self.said.emit(say(Policy.CONFIRMED_TOAST, title=title))
        self.confirmed.emit()

    def _not_confirmed(self, page: ReadingPage | GuidancePage, error: Exception) -> None:
        page.rest()
        self._fail(error)


def _read(here: Here) -> tuple[tuple[OnShelf, ...], tuple[ToRead, ...]]:
    session = here.session
    return read_shelf(here.candour.machine, session), read_list(session) if session is not None else ()


def _readers(here: Here) -> list[str]:
    """The names of those who can see that somebody has read something."""
    people = here.called.people
    chosen = readers_of_confirmation(here.candour.machine, here.me)
    return [people[each].name for each in readers_of(chosen) if each in people]


def _confirm_by_name(candour: Candour, on_shelf: OnShelf, name: str) -> None:
    said = Confirmed(policy=on_shelf.kept.line.policy_id, version=on_shelf.kept.fingerprint, part=Part.SHORT)
    confirm_by_name(candour.machine, name, said)
