# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sealing an export to one member: who can be chosen, and what it is sealed with.

Whoever reads a case decides to whom a copy of it goes, but never to somebody whom it is or may be about, whom the
directory keeps away from them, or who stood aside (requirements.md section 10, rules 1, 3 and 8).
"""

from collections.abc import Iterable
from datetime import date

from desktop.cases.case import Case
from desktop.cases.conflicts import is_kept_away, may_be_about
from desktop.exports.order import Order
from desktop.faults import DeskFault
from desktop.people import PersonId, School
from desktop.session import Session
from storage.errors import KnownError
from storage.parcel import Sender


def sender_of(
    session: Session, order: Order, case_ids: Iterable[str], *, about: PersonId | None = None
) -> Sender | None:
    """What seals an export with anything of these cases in it; None where it is not sealed to a member.

    Raises KnownError(PARCEL_NOT_FOR_THEM, NO_READER_KEYS).
    """
    person = order.sealed_to
    if person is None:
        return None
    machine = session.machine
    cases = map(session.case, dict.fromkeys(case_ids))
    if person == about or any(_is_barred(case, person, machine.school, machine.today()) for case in cases):
        raise KnownError(DeskFault.PARCEL_NOT_FOR_THEM)
    audience = machine.audience((person,))
    return Sender(
        school=machine.state.school,
        signing=session.vault.keys.signing,
        keys=audience.keys,
        slots=audience.slots,
        at=machine.now(),
    )


def _is_barred(case: Case, person: PersonId, school: School, today: date) -> bool:
    declared = case.line is not None and case.line.who == person
    about = case.concerned() | may_be_about(case.subjects, school, today)
    return declared or person in about | set(case.aside) or is_kept_away(case.subjects, person, school, today)
