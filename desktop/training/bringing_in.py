# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bringing training in from a table: what would become of each row before anything is saved, then its records (F34).

What is on record already stays as it is, also what was taken out as wrong: the same row again adds nothing. A course
that a school's list does not have is recorded under its own name, unless somebody says which one it is; what the table
calls it stands in the record then.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from desktop.faults import DeskFault
from desktop.filing import AnswersError
from desktop.importing.dates import british_date
from desktop.importing.meant import Meanings, names_of
from desktop.importing.planning import Choices, Fate
from desktop.importing.refusals import Reason, Refusal
from desktop.importing.staff_columns import plain
from desktop.people import PersonId, School
from desktop.session import Session
from desktop.training.acting import all_training, check_training, training_writing
from desktop.training.courses import OTHER, Offered, offered_courses
from desktop.training.from_file import FileRow, TrainingFile, training_words
from desktop.training.records import TrainingRecord, keeps_training
from desktop.training.telling import table_words
from storage.errors import KnownError

BATCH = 100
"""Rows that are kept in one transaction."""

_Known = tuple[str, str, str, str]
"""Who, which course and what it is called, on which day."""


class TrainingChoices(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said by hand: whom names mean, and which course of the school's list a written one is."""

    names: Choices = Choices()
    courses: Mapping[str, str] = {}


class PlannedTraining(msgspec.Struct, frozen=True, kw_only=True):
    """One row and its fate. A new one has what is recorded; one left out has reasons.

    `written` is the name in the row, `perhaps` whom it may mean.
    """

    number: int
    fate: Fate
    written: str = ""
    person: PersonId | None = None
    perhaps: tuple[PersonId, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    values: Mapping[str, object] = {}

    @property
    def own_name(self) -> str:
        """The course's, where the list has none of that name."""
        return str(self.values.get("title", ""))


class TrainingPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The fate of every row of a file, in its order."""

    file: TrainingFile
    rows: tuple[PlannedTraining, ...]

    @property
    def new(self) -> tuple[PlannedTraining, ...]:
        """The rows that become records."""
        return tuple(row for row in self.rows if row.fate is Fate.NEW)

    @property
    def unclear(self) -> Mapping[str, tuple[PersonId, ...]]:
        """The names that may mean somebody listed and are not certain, as written, with whom each may mean."""
        return {row.written: row.perhaps for row in self.rows if row.perhaps}

    @property
    def own_names(self) -> Mapping[str, int]:
        """The courses that are recorded under their own names, each with how many of the new rows have it."""
        return Counter(row.own_name for row in self.new if row.own_name)


def plan_training(session: Session, file: TrainingFile, choices: TrainingChoices) -> TrainingPlan:
    """Work out what bringing it in would do. Reads the vault. Raises KnownError(TRAINING_NOT_YOURS)."""
    machine = session.machine
    if not keeps_training(machine.school, session.me, machine.today()):
        raise KnownError(DeskFault.TRAINING_NOT_YOURS)
    planner = _Planner(machine.school, machine.today(), file, choices, all_training(session))
    return TrainingPlan(file=file, rows=tuple(_possible(session, planner.row(row)) for row in file.rows))


def bring_in_training(session: Session, rows: Sequence[PlannedTraining], start: int) -> int:
    """Record one batch of new rows, from this one on. Returns how many are done then. Raises as `record_training`."""
    batch = rows[start : start + BATCH]
    session.write_together([training_writing(session, row.values) for row in batch])
    return start + len(batch)


def _possible(session: Session, row: PlannedTraining) -> PlannedTraining:
    """The row, left out where the form would refuse what it says."""
    if row.fate is not Fate.NEW:
        return row
    try:
        check_training(session, row.values)
    except AnswersError as error:
        return _left_out(row, Reason.NOT_RECORDABLE, words="; ".join(each.message for each in error.findings))
    return row


class _Planner:
    """Works out the rows one by one; it remembers what earlier ones said."""

    def __init__(
        self,
        school: School,
        today: date,
        file: TrainingFile,
        choices: TrainingChoices,
        records: Sequence[TrainingRecord],
    ) -> None:
        self._people = school.people
        self._today = today
        self._heading = file.heading
        self._meanings = Meanings(school.people, choices.names.people, takes_likely=choices.names.takes_likely)
        self._by_hand = {plain(written): course for written, course in choices.courses.items()}
        self._courses = offered_courses(school.settings.vocabularies)
        self._here: set[_Known] = {_known(msgspec.to_builtins(record.said)) for record in records}
        self._shown: dict[tuple[str, str], list[str]] = {}
        for record in records:
            self._shown.setdefault((record.said.person, record.said.on), []).append(record.said.evidence)

    def row(self, row: FileRow) -> PlannedTraining:
        """Say what becomes of a row."""
        cells = row.cells
        plain_row = PlannedTraining(
            number=row.number, fate=Fate.REFUSED, written=cells.get("person", ""), refusals=row.refusals
        )
        if row.refusals:
            return plain_row
        missing = next((each for each in training_words().columns.required if each not in cells), "")
        if missing:
            return self._refused(plain_row, Reason.MISSING_CELL, missing)
        on = british_date(cells["on"])
        if on is None or on > self._today:
            return self._refused(plain_row, Reason.UNREADABLE_DATE if on is None else Reason.NOT_YET, "on")
        refresh = training_words().refresh_of(cells.get("refresh", ""))
        if refresh is None:
            known = ", ".join(words[0] for words in training_words().refresh.values())
            return self._refused(plain_row, Reason.UNKNOWN_WORD, "refresh", known)
        further = {name: cells[name] for name in ("provider", "level", "evidence") if name in cells}
        values = {"on": on.isoformat(), "refresh": refresh.value, **further, **self._course(cells)}
        return self._of_somebody(plain_row, values, on)

    def _of_somebody(self, row: PlannedTraining, values: Mapping[str, object], on: date) -> PlannedTraining:
        meant = self._meanings.of_name(row.written, on=on)
        if meant.person is None:
            perhaps = names_of(self._people, meant.perhaps)
            reason = Reason.UNCLEAR_PERSON if perhaps else Reason.UNKNOWN_PERSON
            unclear = self._refused(row, reason, "person", perhaps or row.written)
            return msgspec.structs.replace(unclear, fate=Fate.UNCLEAR, perhaps=meant.perhaps)
        whole = {"person": meant.person, **values}
        is_here = _known(whole) in self._here or self._was_meant(whole)
        self._here.add(_known(whole))
        return msgspec.structs.replace(row, fate=Fate.HERE if is_here else Fate.NEW, person=meant.person, values=whole)

    def _was_meant(self, said: Mapping[str, object]) -> bool:
        """Whether an earlier import took this name for a course of the list; its record says what the table said."""
        shown = self._shown.get((str(said["person"]), str(said["on"])), ())
        return "title" in said and any(table_words(str(said["title"])) in each for each in shown)

    def _course(self, cells: Mapping[str, str]) -> Mapping[str, object]:
        written = cells["course"]
        if by_hand := self._by_hand.get(plain(written)):
            shown = (cells.get("evidence", ""), table_words(written))
            return {"course": by_hand, "evidence": "; ".join(filter(None, shown))}
        found = self._listed(written) or training_words().course(written)
        if found not in self._courses or not self._courses[found].is_offered:
            found = OTHER
        return {"course": found, **({"title": cells.get("title", written)} if found == OTHER else {})}

    def _listed(self, written: str) -> str:
        """The course of the school's list that is written so."""

        def is_so(course_id: str, offered: Offered) -> bool:
            return plain(written) in {plain(course_id), plain(offered.title)}

        return next((each for each, offered in self._courses.items() if is_so(each, offered)), "")

    def _refused(self, row: PlannedTraining, reason: Reason, column: str, words: str = "") -> PlannedTraining:
        return _left_out(row, reason, self._heading.title(column) or column, words)


def _left_out(row: PlannedTraining, reason: Reason, column: str = "", words: str = "") -> PlannedTraining:
    why = Refusal(reason=reason, column=column, words=words)
    return msgspec.structs.replace(row, fate=Fate.REFUSED, refusals=(why,))


def _known(said: Mapping[str, object]) -> _Known:
    return str(said["person"]), str(said["course"]), plain(str(said.get("title", ""))), str(said["on"])
