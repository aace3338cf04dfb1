# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words for somebody unlisted that may mean a listed person: put to whoever may say so, and linked by nobody else (R4).

Linking and denying are entries of the case (desktop/cases/identities.py). What somebody has read of it until then is
said beside, because nothing can take it back.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from desktop.cases.acting import act, desk
from desktop.cases.case import Case
from desktop.cases.identities import IDENTIFICATION, NOT_THEM
from desktop.cases.rules import refusal
from desktop.chronology.likely import Likely
from desktop.chronology.tags import UNLISTED, happened_on
from desktop.people import Person, PersonId
from desktop.phrases import reference
from desktop.session import Session
from storage.entries import StoredEntry
from storage.grants import GRANT, handed_on


class ReadSoFar(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody could read of a case until now: how many entries, and when they first opened it, if they did."""

    entries: int
    opened_at: datetime | None


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one report, and a listed person whom they may mean. `so_far` is there for somebody who reads it."""

    case_id: str
    words: str
    person: Person
    so_far: ReadSoFar | None

    @property
    def reference(self) -> str:
        """The case, as people say it."""
        return reference(self.case_id)


def read_proposals(session: Session) -> tuple[Proposal, ...]:
    """Find every description that may mean somebody, and that the person signed in may link. Reads the vault."""
    ids = session.views.tagged(UNLISTED)
    likely = Likely(session.machine.school.people.values()) if ids else Likely(())
    return tuple(found for case_id in ids for found in _proposals(session, session.case(case_id), likely))


def link(session: Session, case_id: str, words: str, person: PersonId, reason: str) -> StoredEntry:
    """Record that words mean a listed person. Raises what `act` raises."""
    return act(session, case_id, IDENTIFICATION, {**_said(words, person), "reason": reason})


def deny(session: Session, case_id: str, words: str, person: PersonId, reason: str = "") -> StoredEntry:
    """Record that they do not, or take back that they do. Raises what `act` raises."""
    return act(session, case_id, NOT_THEM, _said(words, person) | ({"reason": reason} if reason else {}))


def read_so_far(session: Session, case: Case, person: PersonId) -> ReadSoFar | None:
    """Say what a reader of a case has been able to read of it; None for somebody who does not read it."""
    reader = next((each for each in case.readers if each.person_id == person), None)
    if reader is None:
        return None
    kids = {kid for entry in case.entries for kid in entry.to if session.machine.person_of(kid) == person}
    given = {handed_on(entry.data) for entry in case.entries if entry.kind == GRANT and kids.intersection(entry.to)}
    shown = [entry for entry in case.entries if entry.kind != GRANT]
    count = sum(entry.author == person or bool(kids & {*entry.to}) or entry.eid in given for entry in shown)
    return ReadSoFar(entries=count, opened_at=reader.opened_at)


def _proposals(session: Session, case: Case, likely: Likely) -> Iterator[Proposal]:
    people, who = session.machine.school.people, desk(session, case)
    for words in _open_words(case):
        for person in likely.of(words, happened_on(case)):
            if (words, person) in case.identities.denied or refusal(case, IDENTIFICATION, _said(words, person), who):
                continue
            so_far = read_so_far(session, case, person)
            yield Proposal(case_id=case.case_id, words=words, person=people[person], so_far=so_far)
            break


def _open_words(case: Case) -> Iterable[str]:
    """The descriptions of a case of whom nobody has said yet who it is."""
    return dict.fromkeys(each.description for each in case.subjects if each.person_id is None and each.description)


def _said(words: str, person: PersonId) -> dict[str, object]:
    return {"person": person} | ({"described": words} if words else {})
