# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the chair and the vice-chair see first (ux.md R14): what was sent to them, what waits, the reports issued."""

from collections.abc import Iterator
from datetime import date

import msgspec

from desktop.board.board import read_board
from desktop.cases.rows import CaseRow, Shelf
from desktop.changing.proposals import read_proposals
from desktop.clocks import london_day
from desktop.governors.issuing import IssuedReport, head_reads, issued_reports
from desktop.governors.periods import next_term
from desktop.overseeing.visits import note_visit
from desktop.people import Contact, PersonId, Role, School
from desktop.session import Session

_OVERSEE = frozenset({Role.CHAIR, Role.VICE_CHAIR})
_AT_WORK = frozenset({Role.HEAD, Role.DSL, Role.DEPUTY_DSL})
_NEAR = (Role.CLERK, Role.BUSINESS_MANAGER)
"""Who can be rung about a sign-in that does not work, and learns nothing by it."""
_STILL_OPEN = (Shelf.NEEDS_YOU, Shelf.IN_PROGRESS)
_OPEN, _CLOSED, _REPORTS = 12, 6, 3
"""How many open records of a shelf, how many closed ones and how many reports are shown at most."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A record before them. `others` read it, too, `is_ours`: no head does; `is_new`: it came since the last visit."""

    row: CaseRow
    others: tuple[str, ...]
    is_ours: bool
    is_new: bool

    @property
    def waits(self) -> bool:
        """Say whether something in it is for them to do."""
        return self.row.shelf is Shelf.NEEDS_YOU


class Landing(msgspec.Struct, frozen=True, kw_only=True):
    """The page as values.

    `before` is the day of the last visit (None: this is the first), `check_on` that on which the next term begins.
    `more` records are open beyond those in `sent`; `to_sign` changes wait for their signature, `due` things are theirs
    to do by today; `ring` helps with signing in.
    """

    today: date
    before: date | None
    sent: tuple[Sent, ...]
    more: int
    reports: tuple[IssuedReport, ...]
    to_sign: int
    due: int
    check_on: date
    ring: Contact | None


def lands_here(school: School, person: PersonId, today: date) -> bool:
    """Say whether this page is somebody's first: they oversee the head, and do not work on records every day."""
    roles = school.roles_of(person, today)
    return bool(roles & _OVERSEE) and not roles & _AT_WORK


def read_landing(session: Session) -> Landing:
    """Read what is on the page, and note the visit. Raises KnownError(DISK_*, VAULT_*)."""
    machine = session.machine
    today, before = machine.today(), note_visit(session)
    return Landing(
        today=today,
        before=before,
        sent=tuple(_sent(session, before)),
        more=sum(max(0, len(session.shelf(shelf)) - _OPEN) for shelf in _STILL_OPEN),
        reports=issued_reports(session)[:_REPORTS],
        to_sign=sum(each.waits_for(session.me) for each in read_proposals(session)),
        due=len(read_board(session).due_of(session.me)),
        check_on=next_term(today, machine.school.settings),
        ring=whom_to_ring(machine.school, today),
    )


def whom_to_ring(school: School, today: date) -> Contact | None:
    """Whom to ring when something is wrong with signing in: near the office and no reader, else the authority."""
    for person in map(school.people.__getitem__, school.holding(_NEAR, today)):
        if person.phone:
            return Contact(purpose=person.job, name=person.name, phone=person.phone)
    return next((each for each in school.settings.contacts if each.phone), None)


def _sent(session: Session, before: date | None) -> Iterator[Sent]:
    """What waits, what is open, and what came since and has closed (at a first visit: what has closed)."""
    for shelf in _STILL_OPEN:
        yield from (_told(session, session.row(case_id), before) for case_id in session.shelf(shelf)[:_OPEN])
    for case_id in session.shelf(Shelf.CLOSED)[:_CLOSED]:
        row = session.row(case_id)
        if before is None or _came_since(row, before):
            yield _told(session, row, before)


def _told(session: Session, row: CaseRow, before: date | None) -> Sent:
    people = session.machine.school.people
    readers = (each.person_id for each in session.case(row.case_id).readers)
    return Sent(
        row=row,
        others=tuple(people[each].name for each in readers if each != session.me and each in people),
        is_ours=not head_reads(session, row),
        is_new=_came_since(row, before),
    )


def _came_since(row: CaseRow, before: date | None) -> bool:
    return before is not None and london_day(row.received_at) > before
