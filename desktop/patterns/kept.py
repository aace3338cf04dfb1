# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a look for patterns found, kept in the vault until anything that it was made from is otherwise.

It is kept under a fingerprint of all of that: the records as the vault counts them, the day, the school, the numbers
and cuts, what was answered, and which Candour looked. So it is never out of date, and can be made again at any time.
"""

import hashlib
from collections.abc import Callable, Sequence

import msgspec

from desktop.cases.rows import ROWS_VERSION
from desktop.patterns.answering import PatternAnswer
from desktop.patterns.cuts import Cuts
from desktop.patterns.engine import ENGINE, Seen
from desktop.session import Session
from desktop.version import VERSION
from storage.errors import KnownError

LOOK = "pattern look"
"""Under what it is kept. What is destroyed takes it along (desktop.retention.carrying)."""


class _Kept(msgspec.Struct, frozen=True):
    of: str
    seen: Seen


def seen_again(session: Session, cuts: Cuts, answers: Sequence[PatternAnswer], anew: Callable[[], Seen]) -> Seen:
    """What a look finds now: as it was kept, or else worked out by `anew`, and kept."""
    fingerprint = _fingerprint(session, cuts, answers)
    kept = _read(session)
    if kept is not None and kept.of == fingerprint:
        return kept.seen
    seen = anew()
    if not session.is_read_only:
        session.vault.set_meta(LOOK, msgspec.json.encode(_Kept(fingerprint, seen)))
    return seen


def differs(session: Session, cuts: Cuts, answers: Sequence[PatternAnswer], anew: Callable[[], Seen]) -> bool:
    """Say whether what is kept is taken for what a look finds now, and is not."""
    kept = _read(session)
    return kept is not None and kept.of == _fingerprint(session, cuts, answers) and kept.seen != anew()


def _fingerprint(session: Session, cuts: Cuts, answers: Sequence[PatternAnswer]) -> str:
    state, today = session.machine.state, session.machine.today()
    made_by = [ENGINE, VERSION, ROWS_VERSION, state.head, today.isoformat(), cuts, sorted(answers, key=_order)]
    digest = hashlib.sha256(msgspec.json.encode(made_by, order="sorted"))
    for counted in session.views.counted():
        digest.update(hashlib.sha256(counted).digest())
    return digest.hexdigest()


def _order(answer: PatternAnswer) -> bytes:
    return msgspec.json.encode(answer, order="sorted")


def _read(session: Session) -> _Kept | None:
    try:
        return msgspec.json.decode(session.vault.meta(LOOK), type=_Kept)
    except (KnownError, msgspec.DecodeError):
        return None
