# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying that a duty was done, sealed to whoever is shown it, and reading the calendar out of a vault (F65)."""

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

from desktop.cases.acting import form_data
from desktop.cases.entry import CaseEntry, read_entry
from desktop.cases.rows import DUTY_DONE
from desktop.duties.calendar import Done, DoneBy, DutyLine, duty_lines
from desktop.duties.rules import duty_of, occurrences, sees, shown_to
from desktop.faults import DeskFault
from desktop.people import School
from desktop.session import Session
from desktop.training.records import SchoolAt
from storage.body import Word
from storage.entries import StoredEntry
from storage.errors import KnownError
from storage.strictjson import shaped

_RULE = "duty"
_Period = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-(?:autumn|spring|summer)\Z")]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What the entry says."""

    duty: Word
    period: _Period
    state: Literal["done", "not_done"]
    note: Annotated[str, msgspec.Meta(max_length=400)] = ""


def read_calendar(session: Session) -> tuple[DutyLine, ...]:
    """The calendar as whoever is signed in sees it, by day. Reads the vault."""
    machine = session.machine
    entries = (read_entry(each, machine.person_of) for each in session.entries.of_kind(DUTY_DONE))
    return duty_lines(machine.school, what_was_done(entries, machine.school_at), session.me, machine.today())


def what_was_done(entries: Iterable[CaseEntry], school_at: SchoolAt) -> Done:
    """What was done, said by somebody who saw the duty in the directory that they name; the last word counts. Pure.

    Two authors' chains have no order between them: of two words in the same second it is "not done", which has
    somebody look, in every vault.
    """
    read = ((entry, _read(entry, school_at)) for entry in entries)
    told = [(entry.believed_at, said.state == "not_done", entry, said) for entry, said in read if said is not None]
    found: dict[tuple[str, str], DoneBy] = {}
    for at, taken_back, entry, said in sorted(told, key=lambda each: each[:2]):
        found.pop((said.duty, said.period), None)
        if not taken_back and entry.author is not None:
            found[said.duty, said.period] = DoneBy(author=entry.author, at=at, note=said.note)
    return found


def say_done(session: Session, duty_id: str, period: str, note: str = "", *, is_done: bool = True) -> StoredEntry:
    """Put on record that a duty was done for a term, or was not after all.

    Raises AnswersError, KnownError(NO_SUCH_DUTY), and as `Session.write`.
    """
    machine = session.machine
    found = next((each for each in occurrences(machine.school.settings.terms) if each.key == (duty_id, period)), None)
    if found is None or not sees(found.duty, machine.school, session.me, machine.today()):
        raise KnownError(DeskFault.NO_SUCH_DUTY)
    values = {"duty": duty_id, "period": period, "state": "done" if is_done else "not_done"}
    answers = session.answers(DUTY_DONE, {**values, **({"note": note} if note else {})})
    told = machine.with_keys(shown_to(found.duty, machine.school, machine.today()), beside=session.me)
    return session.write(machine.content(DUTY_DONE, form_data(answers), _RULE), told)


def _read(entry: CaseEntry, school_at: SchoolAt) -> Said | None:
    school = school_at(entry.directory)
    if entry.case != entry.eid or entry.author is None or school is None:
        return None
    said = shaped(entry.values, Said)
    return said if said is not None and _saw(said.duty, school, entry) else None


def _saw(duty_id: str, school: School, entry: CaseEntry) -> bool:
    duty, author = duty_of(duty_id), entry.author
    return duty is not None and author is not None and sees(duty, school, author, entry.believed_at.date())
