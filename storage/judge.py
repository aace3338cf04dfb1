# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is odd about an entry that is sound: kept and shown, with the oddity beside it, never silently dropped."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from storage.body import Standing
from storage.constants import CLOCK_SKEW_SECONDS, OLD_REPORT_DAYS
from storage.directory import DirectoryState
from storage.entries import Neighbour
from storage.verify import VerifiedEntry


class Flag(StrEnum):
    """An oddity of an entry as it arrived (docs/format.md, 'Ingest')."""

    UNKNOWN_AUTHOR = "unknown_author"
    REVOKED_KEY = "revoked_key"
    CLOCK_AHEAD = "clock_ahead"
    CLOCK_OLD = "clock_old"
    CLOCK_BEFORE_PREVIOUS = "clock_before_previous"
    FORKED_CHAIN = "forked_chain"
    BROKEN_CHAIN = "broken_chain"
    BROKEN_GRANT = "broken_grant"


def judge(
    entry: VerifiedEntry, directory: DirectoryState, received_at: datetime, chain: Sequence[Neighbour]
) -> frozenset[Flag]:
    """Name everything odd about an entry. `chain` is what is held around it of its author's chain; times are UTC."""
    return frozenset({*_author_flags(entry, directory), *_clock_flags(entry, received_at), *_chain_flags(entry, chain)})


def claimed_at(at: str) -> datetime:
    """Read a claimed time (aware UTC). An anonymous entry says the day only: this is its beginning."""
    return datetime.fromisoformat(at.replace("Z", "+00:00")).replace(tzinfo=UTC)


def _author_flags(entry: VerifiedEntry, directory: DirectoryState) -> set[Flag]:
    if entry.body.author.standing is not Standing.MEMBER:
        return set()
    record = directory.keys.get(entry.author_kid)
    if record is None:
        return {Flag.UNKNOWN_AUTHOR}
    return set() if record.revoked is None else {Flag.REVOKED_KEY}


def _clock_flags(entry: VerifiedEntry, received_at: datetime) -> set[Flag]:
    claimed = claimed_at(entry.body.at)
    if claimed > received_at + timedelta(seconds=CLOCK_SKEW_SECONDS):
        return {Flag.CLOCK_AHEAD}
    return {Flag.CLOCK_OLD} if claimed < received_at - timedelta(days=OLD_REPORT_DAYS) else set()


def _chain_flags(entry: VerifiedEntry, chain: Sequence[Neighbour]) -> set[Flag]:
    """Compare with the neighbours that are here; a missing one is a gap, which only time can tell (Entries.gaps)."""
    seq = entry.body.seq
    if seq is None:
        return set()
    before = [other for other in chain if other.seq == seq - 1]
    after = [other for other in chain if other.seq == seq + 1]
    forked = any(other.seq == seq and other.eid != entry.eid for other in chain)
    broken = any(entry.body.prev != other.eid for other in before) or any(entry.eid != other.prev for other in after)
    early = any(claimed_at(entry.body.at) < claimed_at(other.at) for other in before)
    found = {Flag.FORKED_CHAIN: forked, Flag.BROKEN_CHAIN: broken, Flag.CLOCK_BEFORE_PREVIOUS: early}
    return {flag for flag, holds in found.items() if holds}
