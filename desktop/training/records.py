# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was recorded of training, and whether it holds: who recorded it, and what somebody answered (F34). Pure.

Somebody in an office that keeps training records it for others, and that holds; what somebody records of themselves
holds once such a person has agreed. Whoever recorded something, or keeps training, can take out what is wrong.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, TypeVar

import msgspec

from desktop.cases.entry import CaseEntry
from desktop.cases.rows import TRAINING, TRAINING_ANSWER
from desktop.people import PersonId, School
from desktop.training.courses import course_rules
from storage.body import Day, Hex32, Word
from storage.strictjson import shaped

_Said = TypeVar("_Said")
_Text = Annotated[str, msgspec.Meta(max_length=400)]
_Person = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]


class Refresh(StrEnum):
    """When it is to be done again, as a record says."""

    USUAL = "usual"
    NEVER = "never"
    M6 = "m6"
    M12 = "m12"
    M24 = "m24"
    M36 = "m36"
    M60 = "m60"

    def months(self, usual: int) -> int:
        """After how many months; 0 for never. `usual` is what holds for the course."""
        if self is Refresh.USUAL:
            return usual
        return 0 if self is Refresh.NEVER else int(self.removeprefix("m"))


class Trained(msgspec.Struct, frozen=True, kw_only=True):
    """What the entry says. `title` is what another course than those of the list is called."""

    person: _Person
    course: Word
    on: Day
    refresh: Refresh
    title: _Text = ""
    provider: _Text = ""
    level: _Text = ""
    evidence: _Text = ""


class Answer(StrEnum):
    """What somebody says of a record."""

    AGREED = "agreed"
    TURNED_DOWN = "turned_down"
    WITHDRAWN = "withdrawn"


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What the answer's entry says."""

    of: Hex32
    answer: Answer
    reason: _Text = ""


class Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entry, read: a record with its day, or the answer to one. `at` is when it is believed to be written."""

    eid: str
    author: PersonId
    at: datetime
    directory: int
    on: date | None = None
    trained: Trained | None = None
    answered: Answered | None = None


class Standing(StrEnum):
    """Whether a record holds."""

    AGREED = "agreed"
    TO_AGREE = "to_agree"
    TURNED_DOWN = "turned_down"
    WITHDRAWN = "withdrawn"


class TrainingRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One record with its standing; `by` and `reason` are those of the answer, where there is one."""

    eid: str
    said: Trained
    on: date
    author: PersonId
    at: datetime
    standing: Standing
    by: PersonId | None = None
    reason: str = ""

    @property
    def person(self) -> PersonId:
        """Who was trained."""
        return PersonId(self.said.person)


SchoolAt = Callable[[int], School | None]


def keeps_training(school: School, person: PersonId, on: date) -> bool:
    """Say whether somebody holds an office that records training for others."""
    return bool(course_rules().recorders & school.roles_of(person, on))


def may_answer(school: School, who: PersonId, record: TrainingRecord, answer: Answer, on: date) -> bool:
    """Say whether somebody may answer a record so."""
    keeps = keeps_training(school, who, on) and who != record.person
    return keeps or (answer is Answer.WITHDRAWN and who == record.author)


def told_of(entry: CaseEntry) -> Told | None:
    """Read an entry; None for one of another kind, and for what is out of form or nobody's."""
    trained, answered, on = _read(entry, TRAINING, Trained), _read(entry, TRAINING_ANSWER, Answered), entry.day("on")
    if entry.author is None or not (answered or (trained and on)):
        return None
    return Told(
        eid=entry.eid,
        author=entry.author,
        at=entry.believed_at,
        directory=entry.directory,
        on=on,
        trained=trained,
        answered=answered,
    )


def training_records(told: Iterable[Told], school_at: SchoolAt) -> tuple[TrainingRecord, ...]:
    """Every record that its author may make, the oldest first; what is not theirs to say is left out.

    Of two answers at the same moment the later one of those given counts.
    """
    every = sorted(told, key=lambda each: each.at)
    keeps = _keepers(school_at)
    found = {record.eid: record for each in every if (record := _record(each, keeps)) is not None}
    for each in every:
        _put_answer(each, found, school_at)
    return tuple(found.values())


def _keepers(school_at: SchoolAt) -> Callable[[int, PersonId, date], bool | None]:
    """Who kept training on a day by a directory, each asked once; None where that directory is not here."""

    @cache
    def keeps(directory: int, who: PersonId, on: date) -> bool | None:
        school = school_at(directory)
        return None if school is None else keeps_training(school, who, on)

    return keeps


def _record(told: Told, keeps: Callable[[int, PersonId, date], bool | None]) -> TrainingRecord | None:
    if told.trained is None or told.on is None:
        return None
    own, is_keeper = told.author == told.trained.person, keeps(told.directory, told.author, told.at.date())
    if is_keeper is None or not (own or is_keeper):
        return None
    return TrainingRecord(
        eid=told.eid,
        said=told.trained,
        on=told.on,
        author=told.author,
        at=told.at,
        standing=Standing.TO_AGREE if own else Standing.AGREED,
    )


def _put_answer(told: Told, found: dict[str, TrainingRecord], school_at: SchoolAt) -> None:
    said = told.answered
    record = found.get(said.of) if said else None
    school = school_at(told.directory) if record else None
    if said is None or record is None or school is None:
        return
    if may_answer(school, told.author, record, said.answer, told.at.date()):
        found[record.eid] = msgspec.structs.replace(
            record, standing=Standing(said.answer), by=told.author, reason=said.reason
        )


def _read(entry: CaseEntry, kind: str, shape: type[_Said]) -> _Said | None:
    if entry.kind != kind or entry.case != entry.eid:
        return None
    return shaped(entry.values, shape)
