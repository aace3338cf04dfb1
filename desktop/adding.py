# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reporter says after they have sent their report: more, a correction, or that they no longer stand by it.

It goes to the people whom the reporter knows to read it: those whom the first report went to, and those whom the
answers to it went to. Nobody else becomes a reader by it, whatever the rules would say of a new report today.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.cases.acting import ActRefusedError, form_data
from desktop.cases.case import Case
from desktop.cases.conflicts import Subject, is_kept_away
from desktop.cases.entry import CaseEntry, heads
from desktop.cases.onward import ONWARD, left_out
from desktop.cases.refusals import Refusal
from desktop.cases.reporter import CORRECTION
from desktop.faults import DeskFault
from desktop.forms import Answers
from desktop.machine import Machine
from desktop.people import PersonId
from desktop.session import Session
from storage.compose import Content
from storage.entries import StoredEntry
from storage.errors import KnownError

ANSWERS = ("feedback", "question")
"""What a reader writes to whoever reported it."""

_RULE = "R39"


def last_known_readers(
    machine: Machine, first: Sequence[PersonId], answers: Sequence[CaseEntry], subjects: Sequence[Subject] = ()
) -> tuple[PersonId, ...]:
    """Say to whom a reporter's further words go. `first` read the report; `answers` came back, the oldest first.

    `subjects`, where they are known here: whoever is kept away from them by now gets nothing new either.

    Whoever is left out by then gets nothing new (desktop.cases.onward).
    Whoever has left gets nothing new, nor who read it by an office that they no longer hold, unless the newest answer
    that somebody vouches for still went to them. A reader who answers to themselves alone takes nobody else away.
    """
    school, today = machine.school, machine.today()
    vouched = vouched_for(machine, first, answers)
    told = [_people(machine, answer) for answer in vouched]
    without = left_out(vouched, lambda entry: _people(machine, entry), school, today)
    newest = told[-1] if told else ()
    everybody = dict.fromkeys((*first, *(person for people in told for person in people)))
    return tuple(
        person
        for person in everybody
        if person not in without
        and machine.state.active_keys(person)
        and not school.has_left(person, today)
        and (school.has_office(person) or person in newest)
        and not is_kept_away(subjects, person, school, today)
    )


def vouched_for(machine: Machine, first: Sequence[PersonId], answers: Sequence[CaseEntry]) -> tuple[CaseEntry, ...]:
    """Those answers that come from the report's first readers, or from people to whom one of those has answered, too.

    Whoever else answers has been shown the record by a reader, or has learnt of it otherwise: their reporter cannot
    tell, and what is added does not go to them by their own word.
    """
    known, vouched = {*first}, dict[str, CaseEntry]()
    while new := [entry for entry in answers if entry.author in known and entry.eid not in vouched]:
        vouched |= {entry.eid: entry for entry in new}
        known |= {person for entry in new for person in _people(machine, entry)}
    return tuple(entry for entry in answers if entry.eid in vouched)


def further_words(
    machine: Machine, kind: str, answers: Answers, case_id: str, follows: tuple[str, ...], corrects: str | None = None
) -> Content:
    """What is signed when a reporter says more about a case of theirs."""
    return replace(machine.content(kind, form_data(answers), _RULE, case_id), parents=follows, supersedes=corrects)


def add_to_sent(session: Session, case_id: str, kind: str, values: Mapping[str, object]) -> StoredEntry:
    """Say more about something that the person signed in has sent: one of FURTHER_WORDS. A correction is of the report.

    Raises AnswersError; ActRefusedError where they did not send it; KnownError(NO_SUCH_CASE, NOBODY_LEFT, DISK_*,
    VAULT_*).
    """
    case, machine = session.case(case_id), session.machine
    report = case.report
    if report is None or case.reporter != session.me:
        raise ActRefusedError(Refusal.NOT_YOUR_ENTRY)
    corrects = report.eid if kind == CORRECTION else None
    said = {**values, "corrects": corrects} if corrects else values
    answers = session.answers(kind, said)
    content = further_words(machine, kind, answers, case_id, heads(case.entries), corrects)
    readers = last_known_readers(machine, first_readers(case), told_in(case), case.subjects)
    refuse_nobody(readers)
    return session.write(content, readers)


def refuse_nobody(readers: Sequence[PersonId]) -> None:
    """Take nothing that nobody would get. Raises KnownError(NOBODY_LEFT)."""
    if not readers:
        raise KnownError(DeskFault.NOBODY_LEFT)


def first_readers(case: Case) -> tuple[PersonId, ...]:
    """The readers of a case as its sender sees it: those whom the report names."""
    return tuple(reader.person_id for reader in case.readers)


def answers_in(case: Case) -> tuple[CaseEntry, ...]:
    """What readers wrote to whoever reported it, and decided on what they declared, the oldest first."""
    kinds = {*ANSWERS, case.track.decision} if case.track.tells_the_sender else ANSWERS
    return tuple(entry for entry in case.entries if entry.kind in kinds)


def told_in(case: Case) -> tuple[CaseEntry, ...]:
    """Everything by which its sender knows who reads it: the answers, and whom what they add goes to no longer."""
    answers = answers_in(case)
    return tuple(entry for entry in case.entries if entry in answers or entry.kind == ONWARD)


def _people(machine: Machine, entry: CaseEntry) -> tuple[PersonId, ...]:
    """Who wrote an answer, and whose vaults it went to."""
    named = [machine.person_of(kid) for kid in entry.to]
    return tuple(person for person in (entry.author, *named) if person is not None)
