# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The policies as one person meets them: which they are asked to read, and what changed since they last did."""

from datetime import date

import msgspec

from desktop.clocks import london_day
from desktop.machine import Machine
from desktop.people import PersonId, School
from desktop.policies.comparing import Changed, compare, concerns
from desktop.policies.confirming import Confirmation, Confirmed, Part, confirm, confirmations
from desktop.policies.library import Documents, Kept, is_review_overdue, library, text_of
from desktop.policies.reading_rules import holds_until
from desktop.policies.register import counted, must_read
from desktop.session import Session


class OnShelf(msgspec.Struct, frozen=True, kw_only=True):
    """A policy in front of somebody.

    `is_asked`: they have still to confirm it; `is_yearly`: again, because a year has passed. `read_on`: when they
    confirmed a version last. `changes`: what of it that binds them is otherwise since then. `is_overdue`: its own
    review is late.
    """

    kept: Kept
    is_asked: bool = False
    is_yearly: bool = False
    read_on: date | None = None
    changes: tuple[Changed, ...] = ()
    is_overdue: bool = False


def read_shelf(machine: Machine, session: Session | None) -> tuple[OnShelf, ...]:
    """The policies for whoever sits here; nobody is asked anything who is not signed in. Slow: it reads the vault."""
    said = confirmations(session) if session is not None else ()
    me = session.me if session is not None else None
    found = library(machine.school, machine.documents)
    return tuple(on_shelf(kept, me, said, machine.school, machine.documents, machine.today()) for kept in found)


def on_shelf(
    kept: Kept,
    me: PersonId | None,
    said: tuple[Confirmation, ...],
    school: School,
    documents: Documents,
    today: date,
) -> OnShelf:
    """One policy in front of one person."""
    overdue = is_review_overdue(kept.line, today)
    person = school.people.get(me) if me is not None else None
    if person is None or kept.version is None:
        return OnShelf(kept=kept, is_overdue=overdue)
    mine = counted(kept.line, person, said)
    last = mine[-1] if mine else None
    old = text_of(documents, last.said.version) if last else None
    versions = {kept.fingerprint: kept.version, **({last.said.version: old} if last and old else {})}
    worker = person.worker_type.value
    changes = concerns(compare(old, kept.version), kept.version, worker) if old is not None else ()
    asked = must_read(kept.line, versions, person, last.said.version if last else None)
    read_on = london_day(max(each.at for each in mine)) if mine else None
    yearly = not asked and read_on is not None and holds_until(read_on) <= today
    return OnShelf(
        kept=kept,
        is_asked=(asked or yearly) and kept.line.confirm_by is not None,
        is_yearly=yearly,
        read_on=read_on,
        changes=changes,
        is_overdue=overdue,
    )


def confirm_kept(session: Session, kept: Kept) -> None:
    """Put on record that whoever is signed in has read the version in force. Raises as `confirm`."""
    confirm(session, Confirmed(policy=kept.line.policy_id, version=kept.fingerprint, part=Part.WHOLE))
