# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Recording training, agreeing to what somebody recorded for themselves, and reading the register out of a vault."""

from collections.abc import Mapping

import msgspec

from desktop.cases.acting import form_data
from desktop.cases.rows import TRAINING, TRAINING_ANSWER
from desktop.faults import DeskFault
from desktop.forms import Answers
from desktop.people import PersonId
from desktop.policies.seeing import people_seen, readers_about
from desktop.session import Session
from desktop.training.kept import PLACES, read_told
from desktop.training.records import (
    Answer,
    Standing,
    TrainingRecord,
    keeps_training,
    may_answer,
    training_records,
)
from desktop.training.register import Rate, State, TrainingRow, asked_people, rates, training_rows
from storage.compose import Content
from storage.entries import StoredEntry
from storage.errors import KnownError

_RULE = "training"
_PRESSING = frozenset({State.OVERDUE, State.SOON, State.TO_DO})


class TrainingBook(msgspec.Struct, frozen=True, kw_only=True):
    """The register as one reader sees it: `elsewhere` counts those of whom they are sent nothing."""

    rows: tuple[TrainingRow, ...]
    rates: tuple[Rate, ...]
    elsewhere: int
    keeps: bool

    @property
    def needed(self) -> tuple[TrainingRow, ...]:
        """What somebody has to see to: of a course of which nobody has a record here, only its rate tells."""
        kept = {rate.course_id for rate in self.rates if rate.is_kept}
        return tuple(
            row
            for row in self.rows
            if row.claim or (row.state is State.MISSING and row.course_id in kept) or row.state in _PRESSING
        )


class OwnTraining(msgspec.Struct, frozen=True, kw_only=True):
    """What is on record of one person, the most pressing first, and what they recorded and nobody agreed to."""

    rows: tuple[TrainingRow, ...] = ()
    turned_down: tuple[TrainingRecord, ...] = ()

    @property
    def due(self) -> tuple[TrainingRow, ...]:
        """What is to be done again soon, or was to be."""
        return tuple(row for row in self.rows if row.record and row.state in {State.SOON, State.OVERDUE})


def record_training(session: Session, values: Mapping[str, object]) -> StoredEntry:
    """Put on record that somebody was trained; of oneself it waits to be agreed to.

    Raises AnswersError, KnownError(TRAINING_NOT_YOURS), and as `Session.write`.
    """
    content, readers = training_writing(session, values)
    return session.write(content, readers)


def check_training(session: Session, values: Mapping[str, object]) -> None:
    """See whether the form takes what a record would say. Raises AnswersError."""
    session.answers(TRAINING, values)


def training_writing(session: Session, values: Mapping[str, object]) -> tuple[Content, tuple[PersonId, ...]]:
    """What puts training on record, and who reads it. Raises AnswersError, KnownError(TRAINING_NOT_YOURS)."""
    machine = session.machine
    answers = session.answers(TRAINING, values)
    person = PersonId(str(answers.values["person"]))
    if person != session.me and not keeps_training(machine.school, session.me, machine.today()):
        raise KnownError(DeskFault.TRAINING_NOT_YOURS)
    return _writing(session, TRAINING, answers, person)


def answer_training(session: Session, eid: str, answer: Answer, reason: str = "") -> StoredEntry:
    """Say what becomes of a record, by its id or the beginning of that.

    Raises AnswersError, KnownError(NO_SUCH_TRAINING, TRAINING_NOT_YOURS), and as `Session.write`.
    """
    machine = session.machine
    found = [each for each in all_training(session) if eid and each.eid.startswith(eid)]
    if len(found) != 1:
        raise KnownError(DeskFault.NO_SUCH_TRAINING)
    if not may_answer(machine.school, session.me, found[0], answer, machine.today()):
        raise KnownError(DeskFault.TRAINING_NOT_YOURS)
    values = {"of": found[0].eid, "answer": answer.value, **({"reason": reason} if reason else {})}
    content, readers = _writing(session, TRAINING_ANSWER, session.answers(TRAINING_ANSWER, values), found[0].person)
    return session.write(content, readers)


def all_training(session: Session) -> tuple[TrainingRecord, ...]:
    """Every record that this vault holds, whatever became of it. Reads the vault."""
    machine = session.machine
    return training_records(read_told(session.views.parts(*PLACES)), machine.school_at)


def read_training(session: Session) -> TrainingBook:
    """The register of everybody of whom this reader is sent it. Slow: it reads the vault."""
    school, today = session.machine.school, session.machine.today()
    seen = people_seen(school, session.me, today)
    rows = training_rows(all_training(session), school, seen, today)
    return TrainingBook(
        rows=rows,
        rates=rates(rows),
        elsewhere=len(asked_people(school, today) - {person.person_id for person in seen}),
        keeps=keeps_training(school, session.me, today),
    )


def own_training(session: Session) -> OwnTraining:
    """What is on record of whoever is signed in. Reads the vault."""
    school, today = session.machine.school, session.machine.today()
    me = school.people.get(session.me)
    mine = [each for each in all_training(session) if each.person == session.me]
    rows = training_rows(mine, school, () if me is None else (me,), today)
    return OwnTraining(
        rows=tuple(row for row in rows if row.record or row.claim),
        turned_down=tuple(each for each in mine if each.standing is Standing.TURNED_DOWN),
    )


def _writing(session: Session, kind: str, answers: Answers, person: PersonId) -> tuple[Content, tuple[PersonId, ...]]:
    """It goes to those who read whose training it is, and to them."""
    machine = session.machine
    readers = (*readers_about(machine.school, person, machine.today()), person)
    return machine.content(kind, form_data(answers), _RULE), tuple(dict.fromkeys(readers))
