# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one way from these pages to somebody's records: asked for here, done in the worker, handed back as values.

A page never touches the session. What the world does wrong comes back as a sentence, with what was typed untouched;
anything else is a bug and goes to whoever watches for those.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.attaching.copying import copy_file
from desktop.attaching.held import read_file
from desktop.attaching.kinds import kind_of
from desktop.auditing.noting import note_search
from desktop.auditing.reading import lately, recent_trawls
from desktop.auditing.saying import trawl_words
from desktop.cases.acting import ActRefusedError, act
from desktop.cases.aside import Aside, check_again, read_aside, save_list
from desktop.cases.entry import CaseEntry
from desktop.cases.inbox import draft_name, read_arrived, read_rows
from desktop.cases.page import CasePage, open_page, read_page
from desktop.cases.rows import CaseRow
from desktop.changing.making import settle
from desktop.clocks import Clock
from desktop.exports.order import Order
from desktop.faults import KnownError, explain_fault
from desktop.filing import AnswersError
from desktop.forms import Finding
from desktop.forms.filling import Filling
from desktop.half_written import keep, kept
from desktop.people import PersonId, School
from desktop.policies.citing import Citation
from desktop.policies.wording import Wording, wording
from desktop.recovery import kit_state
from desktop.reminding import KitReminder, contacts_to_check, kit_reminder
from desktop.role_changes import RoleChange, recent_changes
from desktop.session import Progress, Session
from desktop.synced import Synced
from ui.forms.file_reading import read_file as read_chosen
from ui.forms.kit import ReadFile
from ui.review.picture import read_picture
from ui.shell.tasks import Tasks

Result = TypeVar("Result")
Values = Mapping[str, object]
Then = Callable[[Result], None]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done, in a sentence; `findings` say which answers to look at again."""

    sentence: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What one look at the shared folder brought. `arrived` are the cases that are new, `school` as it is now.

    `forced` are the changes made with the paper key, shown for ever; `to_sign`, how many changes wait for this person;
    `kit`, what there is to do about their recovery kit; `to_check`, how many contacts nobody has checked for a year;
    `noticed`, who opened records about many people.
    """

    synced: Synced
    school: School
    aside: Aside
    arrived: tuple[CaseRow, ...] = ()
    forced: tuple[RoleChange, ...] = ()
    to_sign: int = 0
    kit: KitReminder | None = None
    noticed: tuple[str, ...] = ()
    to_check: int = 0


@dataclass(frozen=True, slots=True)
class Saved:
    """A file was written: where, with how many pages."""

    path: Path
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Export:
    """Which case to save, where, and how."""

    case_id: str
    path: Path
    order: Order


@dataclass(frozen=True, slots=True)
class FileCopy:
    """Which file of a case to save, and where."""

    case_id: str
    number: int
    path: Path


class Records(QObject):
    """Somebody's records, as their pages ask for them. Every answer comes later, to the page that asked."""

    bug = Signal(object)
    """Something broke that the world is not to blame for: the exception."""
    clauses_asked = Signal(object, object, object)
    """Clauses are to be read beside the page: for what asked, what cites them, and the entry whose day counts."""

    def __init__(self, tasks: Tasks, session: Session, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._session = session
        self._clock = clock
        self.me: PersonId = session.me

    def now(self) -> datetime:
        """The moment (aware UTC)."""
        return self._clock.now()

    def ask(
        self, owner: QObject, operation: Callable[[Session], Result], then: Then[Result], refused: Then[Refused]
    ) -> None:
        """Do something in the worker, then go on with what it returned, or with why it was refused."""

        def failed(error: Exception) -> None:
            answer = _explained(error)
            if answer is None:
                self.bug.emit(error)
            else:
                refused(answer)

        self._tasks.run(owner, lambda: operation(self._session), then, failed)

    # Reading

    def note_search(self, owner: QObject) -> None:
        """Put on record that something was sought: once, however much is typed before the search is left."""
        self.ask(owner, note_search, _unheard, _unheard)

    def rows(self, owner: QObject, ids: Sequence[str], then: Then[tuple[CaseRow, ...]]) -> None:
        """Read some rows."""
        self.ask(owner, lambda session: read_rows(session, ids), then, _unheard)

    def open(self, owner: QObject, case_id: str, then: Then[CasePage], refused: Then[Refused]) -> None:
        """Open a case, and leave the entry that says so."""
        self.ask(owner, lambda session: open_page(session, case_id), then, refused)

    def read(self, owner: QObject, case_id: str, then: Then[CasePage], refused: Then[Refused]) -> None:
        """Read a case that stands open already, again."""
        self.ask(owner, lambda session: read_page(session, case_id), then, refused)

    def show_clauses(self, asker: QWidget, cited: Sequence[Citation], entry: CaseEntry | None = None) -> None:
        """Open the clauses that something rests on beside the page: as they read on an entry's day, or today."""
        self.clauses_asked.emit(asker, tuple(cited), entry)

    def wording(
        self,
        owner: QObject,
        cited: Sequence[Citation],
        entry: CaseEntry | None,
        then: Then[Wording],
        failed: Callable[[str], None],
    ) -> None:
        """Read how these clauses read on an entry's day, or today; or why that could not be read, in a sentence."""
        self.ask(
            owner,
            lambda session: wording(session.machine, cited, entry),
            then,
            lambda refused: failed(refused.sentence),
        )

    # Writing

    def act(
        self,
        owner: QObject,
        case_id: str,
        kind: str,
        values: Values,
        answer: tuple[Then[CasePage], Then[Refused]],
        filling: Filling | None = None,
    ) -> None:
        """Record an act and read the case again. `answer`: what to do when it is done, and when it is not.

        The files of `filling`, if any, go with it.
        """
        # What was typed belongs to the window's thread: the worker gets its own.
        going = replace(filling, files=list(filling.files)) if filling else None

        def recorded(session: Session) -> CasePage:
            act(session, case_id, kind, values, going.outgoing if going else ())
            return read_page(session, case_id)

        self.ask(owner, recorded, *answer)

    def save_draft(self, case_id: str, kind: str, values: Values) -> None:
        """Keep what is half-written in a case; nothing at all lets the draft go."""

        def saved(session: Session) -> None:
            keep(session, draft_name(case_id, kind), values)

        self.ask(self, saved, _unheard, _unheard)

    def load_draft(self, owner: QObject, case_id: str, kind: str, then: Then[dict[str, object]]) -> None:
        """Read what was half-written; nothing, when there is no draft."""

        def loaded(session: Session) -> dict[str, object]:
            return kept(session, draft_name(case_id, kind), dict[str, object]) or {}

        self.ask(owner, loaded, then, _unheard)

    def role_changes(self, owner: QObject, then: Then[tuple[RoleChange, ...]]) -> None:
        """Read who has lately come into a role whose holders can read reports, or left it."""

        def read(session: Session) -> tuple[RoleChange, ...]:
            machine = session.machine
            return recent_changes(machine.state, machine.school, machine.today())

        self.ask(owner, read, then, _unheard)

    # Files

    def picture(self, owner: QObject, case_id: str, number: int, then: Then[QImage], refused: Then[Refused]) -> None:
        """Read a file of a case as a picture; a null image where it is none that may be shown."""

        def read(session: Session) -> QImage:
            data = read_file(session, case_id, number)
            return read_picture(data, kind_of(data).media)

        self.ask(owner, read, then, refused)

    def save_file(self, owner: QObject, what: FileCopy, then: Then[Saved], refused: Then[Refused]) -> None:
        """Save a copy of a file of a case, which records it."""

        def saved(session: Session) -> Saved:
            return Saved(copy_file(session, what.case_id, what.number, what.path))

        self.ask(owner, saved, then, refused)

    @property
    def read_file(self) -> ReadFile:
        """Reads files that somebody adds to an entry."""
        return partial(read_chosen, self._tasks)

    # The shared folder

    def check(self, owner: QObject, progress: Progress, then: Then[News], refused: Then[Refused]) -> None:
        """Send what waits and take in what is new. `progress` is called in the worker."""
        self.ask(owner, lambda session: _news(session, session.sync(progress)), then, refused)

    def check_again(self, owner: QObject, then: Then[News], refused: Then[Refused]) -> None:
        """The same, and look again at what an older Candour set aside."""
        self.ask(owner, lambda session: _news(session, check_again(session)), then, refused)

    def save_list(self, owner: QObject, path: Path, then: Then[Saved], refused: Then[Refused]) -> None:
        """Write the list of what was set aside, which holds no content, for whoever looks after the folder."""

        def saved(session: Session) -> Saved:
            save_list(read_aside(session), path)
            return Saved(path)

        self.ask(owner, saved, then, refused)

    def export(self, owner: QObject, what: Export, then: Then[Saved], refused: Then[Refused]) -> None:
        """Save a case file as PDF. That it was made becomes an entry of the case."""

        def exported(session: Session) -> Saved:
            from desktop.exports.cases import export_cases

            made = export_cases(session, [what.case_id], what.path, what.order)
            return Saved(made.path, made.pages)

        self.ask(owner, exported, then, refused)


def _news(session: Session, synced: Synced) -> News:
    to_sign = sum(each.waits_for(session.me) for each in settle(session))
    machine = session.machine
    changes = recent_changes(machine.state, machine.school, machine.today())
    forced = tuple(change for change in changes if change.is_forced)
    arrived = read_arrived(session, synced)
    kit = None if session.is_read_only else kit_reminder(kit_state(session), machine.today())
    noticed = tuple(trawl_words(each, machine.school) for each in lately(recent_trawls(session), machine.now()))
    to_check = 0 if session.is_read_only else contacts_to_check(session)
    return News(synced, machine.school, read_aside(session), arrived, forced, to_sign, kit, noticed, to_check)


def _explained(error: Exception) -> Refused | None:
    match error:
        case ActRefusedError():
            return Refused(error.sentence)
        case AnswersError():
            return Refused("", error.findings)
        case KnownError():
            return Refused(explain_fault(error).sentence)
        case _:
            return None


def _unheard(_answer: object) -> None:
    """What nobody waits for."""
