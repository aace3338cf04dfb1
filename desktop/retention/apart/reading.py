# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a vault holds of entries that stand in no record, and of the proposals to destroy some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.access.reading import FORM as REQUEST
from desktop.cases.case import Case, Phase
from desktop.cases.entry import read_entry
from desktop.cases.rows import TRAINING
from desktop.people import PersonId
from desktop.retention.apart.deciding import ApartGround, Held, apart_disposal, holds_apart
from desktop.retention.apart.entries import ApartEntry, read_apart
from desktop.retention.disposal import Disposal, Proposed, proposed_in
from desktop.retention.every_kind import every_kind
from desktop.retention.kinds import DISPOSAL, HOLD
from desktop.retention.tags import HELD
from storage.destroying import Stubs

if TYPE_CHECKING:
    from desktop.session import Session
    from storage.entries import StoredEntry


def everything_apart(session: Session) -> tuple[ApartEntry, ...]:
    """Every such entry. Slow: it reads the vault."""
    kinds = (kind for each in every_kind().apart for kind in each.kinds)
    stored = (one for kind in kinds for one in session.entries.of_kind(kind))
    return tuple(found for one in stored if (found := _read(session, one)) is not None)


def held_of(session: Session, said: Proposed) -> Held:
    """What is here of the entries that a proposal names."""
    stored = [one for eid in said.entries if (one := session.entries.get(eid)) is not None]
    read = [_read(session, one) for one in stored]
    return Held(entries=tuple(each for each in read if each), has_other=None in read)


def proposals_apart(session: Session) -> Iterator[str]:
    """The proposals to destroy what stands in no record: each opens a case of its own."""
    return (mark.eid for mark in session.entries.marks((DISPOSAL,)) if mark.eid == mark.case)


def read_disposal(session: Session, case: Case) -> tuple[Disposal | None, Held, ApartGround]:
    """The proposal that opens a case, what is here of what it names, and what a decision about it goes by."""
    said = proposed_in(case)
    held = held_of(session, said) if said else Held(entries=())
    ground = ground_apart(session, held.entries, case)
    return apart_disposal(case, held, ground), held, ground


def ground_apart(session: Session, entries: tuple[ApartEntry, ...], case: Case | None = None) -> ApartGround:
    """What a decision about these entries goes by in this vault, today. `case` is the proposal's, if there is one."""
    machine = session.machine
    people = {each.about for each in entries if each.about}
    of_holds, of_requests = {*session.views.tagged(HELD)}, {*session.of_form(REQUEST)}
    return ApartGround(
        school=machine.school,
        school_at=machine.school_at,
        today=machine.today(),
        held=frozenset(_held_entries(session)),
        kept=frozenset(person for person in people if not of_holds.isdisjoint(session.about(person))),
        asking=frozenset(person for person in people if _is_open(session, of_requests & {*session.about(person)})),
        told=told_of(session, case) if case else frozenset(),
        is_done=case is not None and Stubs(session.vault.database).has_by(case.case_id),
    )


def told_of(session: Session, case: Case) -> frozenset[PersonId]:
    """Those to whom a proposal went, and who made it."""
    opening = case.entry(case.case_id)
    if opening is None:
        return frozenset()
    return frozenset(filter(None, (opening.author, *map(session.machine.person_of, opening.to))))


def _held_entries(session: Session) -> Iterator[str]:
    """The entries that a hold on any proposal keeps."""
    with_holds = {mark.case for mark in session.entries.marks((HOLD,))}
    for case_id in filter(with_holds.__contains__, proposals_apart(session)):
        case = session.case(case_id)
        said = proposed_in(case)
        if said is not None and holds_apart(case, told_of(session, case)):
            yield from said.entries


def _read(session: Session, stored: StoredEntry) -> ApartEntry | None:
    def trained_by(eid: str) -> PersonId | None:
        one = session.entries.get(eid)
        record = read_entry(one, session.machine.person_of) if one else None
        return PersonId(record.text("person")) if record and record.kind == TRAINING else None

    return read_apart(read_entry(stored, session.machine.person_of), trained_by)


def _is_open(session: Session, cases: Iterable[str]) -> bool:
    return any(session.row(each).phase is not Phase.CLOSED for each in cases)
