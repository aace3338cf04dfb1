# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a key has signed, to be looked through once it is no longer trusted (security.md 3.11, key compromise)."""

from datetime import date, datetime

import msgspec

from desktop.clocks import london_day
from desktop.people import PersonId
from desktop.phrases import reference
from desktop.session import Session
from storage.directory import DirectoryState
from storage.entries import StoredEntry
from storage.judge import claimed_at


class SignedByKey(msgspec.Struct, frozen=True, kw_only=True):
    """An entry by a key: which case, what kind, when it says that it was written and when this vault first held it.

    `is_late`: it came after the key was withdrawn, whatever it says of itself. Moments are aware UTC.
    """

    reference: str
    kind: str
    at: datetime
    received_at: datetime
    is_late: bool


def signed_by_key(session: Session, kid: str, since: date | None = None) -> tuple[SignedByKey, ...]:
    """Every entry by a key that this vault holds, from the day on which it came; the newest last.

    By when it came, and not by when it says that it was written: whoever took the key writes the date that they like.
    """
    held = (stored for stored in session.entries.everything() if stored.entry.author_kid == kid)
    found = (stored for stored in held if since is None or london_day(stored.received_at) >= since)
    return tuple(_read(stored) for stored in sorted(found, key=lambda each: (each.received_at, each.entry.eid)))


def keys_of(state: DirectoryState, person: PersonId) -> tuple[str, ...]:
    """Every key of a person, trusted or not."""
    return tuple(sorted(kid for kid, record in state.keys.items() if record.fact.person == person))


def signed_by_person(session: Session, person: PersonId, since: date | None = None) -> tuple[SignedByKey, ...]:
    """The same for all keys of a person together."""
    found = (each for kid in keys_of(session.machine.state, person) for each in signed_by_key(session, kid, since))
    return tuple(sorted(found, key=lambda each: each.received_at))


def _read(stored: StoredEntry) -> SignedByKey:
    return SignedByKey(
        reference=reference(stored.entry.case),
        kind=stored.entry.body.kind,
        at=claimed_at(stored.entry.body.at),
        received_at=stored.received_at,
        is_late="revoked_key" in stored.flags,
    )
