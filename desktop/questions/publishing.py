# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Publishing a question for everybody at the school, and taking it back: a setting that two officers sign."""

from collections.abc import Sequence
from datetime import date

from desktop.changing.setting import change_settings
from desktop.directory import charter
from desktop.faults import DeskFault
from desktop.machine import Machine
from desktop.people import PersonId, School
from desktop.questions.checking import Asked, is_as_asked, names_for, names_in
from desktop.questions.library import published_in
from desktop.questions.text import Question, written
from storage.charter import SettingsData
from storage.errors import KnownError

QUESTIONS_MAX = 200
_SHORTEST = 8


def may_publish(school: School, person: PersonId, on: date) -> bool:
    """Say whether somebody signs for the school, and so may propose that a question is published."""
    return bool(school.roles_of(person, on) & set(charter().officers))


def publishing(machine: Machine, question: Question, asked: Asked | None = None) -> SettingsData:
    """Keep a question's text, and make the change by which it is published.

    Raises KnownError(QUESTION_NAMES_SOMEBODY, QUESTION_AS_ASKED, QUESTIONS_FULL, DISK_*).
    """
    school, today = machine.school, machine.today()
    if names_in(question.question, question.answer, question.clause, names_for(asked, school, today)):
        raise KnownError(DeskFault.QUESTION_NAMES_SOMEBODY)
    if is_as_asked(question, asked):
        raise KnownError(DeskFault.QUESTION_AS_ASKED)
    name = machine.documents.add(written(question))
    others = [each for each in published_in(school) if each != name]
    if len(others) >= QUESTIONS_MAX:
        raise KnownError(DeskFault.QUESTIONS_FULL, most=QUESTIONS_MAX)
    return _stated([*others, name])


def taking_back(school: School, typed: str) -> SettingsData:
    """The change by which a question is no longer published, by the beginning of its fingerprint.

    Raises KnownError(NO_SUCH_QUESTION).
    """
    names = published_in(school)
    found = [name for name in names if len(typed) >= _SHORTEST and name.startswith(typed.lower())]
    if len(found) != 1:
        raise KnownError(DeskFault.NO_SUCH_QUESTION)
    return _stated([name for name in names if name not in found])


def _stated(names: Sequence[str]) -> SettingsData:
    return change_settings({"questions": list(names)})
