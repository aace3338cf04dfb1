# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that is due, kept or destroyed, and what is done about it: records, and what stands in none.

A sheaf of entries that stand in no record is named before anybody proposed it ("training/…"), then by the proposal.
"""

from collections.abc import Mapping

from desktop.faults import DeskFault
from desktop.retention import acting
from desktop.retention.apart.acting import hold_apart, lift_apart, propose_apart, sign_apart
from desktop.retention.apart.listing import read_apart_kept, read_proposal
from desktop.retention.kinds import DISPOSAL
from desktop.retention.listing import KeptRecord, place_of, read_record, read_records, waiting_now
from desktop.session import Session
from storage.errors import KnownError

_SHEAF = "/"


def read_kept(session: Session) -> tuple[KeptRecord, ...]:
    """Everything of which something is to be done or to be known, in order of standing, then of days."""
    waiting = waiting_now(session)
    return tuple(sorted((*read_records(session, waiting), *read_apart_kept(session, waiting)), key=place_of))


def read_one(session: Session, kept_id: str) -> KeptRecord | None:
    """How one of them stands; None where it is only on its way. `kept_id` as `find_kept` gives it."""
    if _SHEAF in kept_id:
        return next((each for each in read_apart_kept(session, {}) if each.case_id == kept_id), None)
    if _is_apart(session, kept_id):
        return read_proposal(session, session.case(kept_id), {})
    return read_record(session, kept_id)


def find_kept(session: Session, typed: str) -> str:
    """The id of what is meant by a reference, or by the name of a sheaf. Raises KnownError(NO_SUCH_CASE)."""
    name = typed.strip().lower()
    if _SHEAF not in name:
        return session.find(typed)
    found = [each.case_id for each in read_apart_kept(session, {}) if each.case_id.startswith(name)]
    if len(found) != 1:
        raise KnownError(DeskFault.NO_SUCH_CASE)
    return found[0]


def propose(session: Session, kept_id: str, early: Mapping[str, object] | None = None) -> str:
    """Propose that it is destroyed. Returns its id from then on. Raises as `desktop.retention.acting.propose`."""
    if _SHEAF in kept_id:
        return propose_apart(session, kept_id)
    if _is_apart(session, kept_id):
        raise KnownError(DeskFault.RETENTION_NOTHING)
    acting.propose(session, kept_id, early)
    return kept_id


def sign(session: Session, kept_id: str) -> None:
    """Sign it as the second of two. Raises as `desktop.retention.acting.sign`."""
    (sign_apart if _is_apart(session, kept_id) else acting.sign)(session, kept_id)


def hold(session: Session, kept_id: str, values: Mapping[str, object]) -> None:
    """Have it kept. Raises as `desktop.retention.acting.hold`."""
    (hold_apart if _is_apart(session, kept_id) else acting.hold)(session, kept_id, values)


def lift(session: Session, kept_id: str, hold_id: str, reason: str) -> None:
    """End that. Raises as `desktop.retention.acting.lift`."""
    (lift_apart if _is_apart(session, kept_id) else acting.lift)(session, kept_id, hold_id, reason)


def _is_apart(session: Session, kept_id: str) -> bool:
    return session.entries.kind_and_case(kept_id) == (DISPOSAL, kept_id)
