# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Taking in what the exchange holds: look, open, verify, judge, and keep, a batch of files in one transaction each.

Whatever a file is, it changes nothing but its own row. What is for us is kept, with its oddities; what is not leaves a
receipt that proves nothing; what cannot be trusted is set aside, counted and shown, and the file left alone.
"""

import contextlib
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pyrage import x25519

from storage.blobs import Blobs, file_id, unpack_file
from storage.constants import CHECKED_DAYS, ENVELOPE_MAX, FILE_MAGIC, INGEST_BATCH, NAME_LENGTH, PENDING_SECONDS
from storage.destroying import Stubs
from storage.directory import DirectoryState
from storage.entries import Entries, StoredEntry
from storage.errors import Fault, KnownError
from storage.exchange import Area, Exchange, Listed
from storage.grants import GRANT, granted, handed_on
from storage.judge import Flag, judge
from storage.receipts import ENTRY_PART, FILE_PART, LENGTH, Token, file_secret, make_token, random_token
from storage.seal import open_envelope
from storage.vault import Vault
from storage.verify import Addressee, VerifiedEntry, verify


class Outcome(StrEnum):
    """What became of a file in the exchange."""

    KEPT = "kept"
    NOT_FOR_US = "not_for_us"
    COPY = "copy"
    SET_ASIDE = "set_aside"
    PENDING = "pending"


class Reason(StrEnum):
    """Why a file was set aside."""

    TOO_LARGE = "too_large"
    NOT_AN_ENVELOPE = "not_an_envelope"
    ALTERED = "altered"
    MALFORMED = "malformed"
    TOO_NEW = "too_new"
    BAD_SIGNATURE = "bad_signature"
    OTHER_SCHOOL = "other_school"
    NOT_ADDRESSED_TO_US = "not_addressed_to_us"
    UNEXPECTED = "unexpected"


_REASONS = {
    Fault.SEAL_REFUSED: Reason.NOT_AN_ENVELOPE,
    Fault.ENTRY_MALFORMED: Reason.MALFORMED,
    Fault.ENTRY_TOO_NEW: Reason.TOO_NEW,
    Fault.SIGNATURE_REFUSED: Reason.BAD_SIGNATURE,
    Fault.SCHOOL_REFUSED: Reason.OTHER_SCHOOL,
    Fault.READER_REFUSED: Reason.NOT_ADDRESSED_TO_US,
}


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found: kept are an entry, or the frame of an entry's file; what is set aside has a reason."""

    outcome: Outcome
    entry: VerifiedEntry | None = None
    file: bytes | None = None
    reason: Reason | None = None


Seen = tuple[Listed, bytes | None, Examined]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one round took in: new entries by name, those of them with flags, and the other outcomes counted."""

    new: tuple[str, ...] = ()
    flagged: tuple[str, ...] = ()
    not_for_us: int = 0
    set_aside: int = 0
    pending: int = 0


class StoppedError(Exception):
    """Whoever waits wants no more of this round. What was taken in stays; the rest comes with the next one."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round goes by: the directory as it stands, the time (aware UTC), and what to tell desktop.

    `leaves_receipts` is so for vaults of readers, and of people who have several; `project` is handed, inside the
    batch's transaction, the case of each new entry, which is not taken in unless that succeeds; `progress` is handed
    the number of files done and of all, and may raise StoppedError to end the round between two batches.
    """

    directory: DirectoryState
    now: datetime
    leaves_receipts: bool
    project: Callable[[str], None]
    progress: Callable[[int, int], None]


@dataclass(slots=True)
class _Tally:
    """What a round has taken in so far."""

    new: list[str]
    flagged: list[str]
    outcomes: Counter[Outcome]

    def add(self, stored: StoredEntry) -> None:
        """Count a new entry."""
        self.new.append(stored.entry.eid)
        if stored.flags:
            self.flagged.append(stored.entry.eid)

    def result(self) -> Ingested:
        """Sum up."""
        counts = (self.outcomes[each] for each in (Outcome.NOT_FOR_US, Outcome.SET_ASIDE, Outcome.PENDING))
        return Ingested(tuple(self.new), tuple(self.flagged), *counts)


def examine(
    listed: Listed, data: bytes | None, me: Addressee, keys: Sequence[x25519.Identity], now: datetime
) -> Examined:
    """Say what a file is. Pure; never raises on anything that a file can contain.

    A file whose content is not what its name says has been altered or is still arriving: within a quarter of an hour of
    its last change it is left for the next round. So is one that could not be read.
    """
    if data is None:
        too_large = Examined(Outcome.SET_ASIDE, reason=Reason.TOO_LARGE)
        return too_large if listed.size > ENVELOPE_MAX else Examined(Outcome.PENDING)
    whole = hashlib.sha256(data).hexdigest().startswith(listed.name[:NAME_LENGTH])
    if not whole and abs(now.timestamp() - listed.modified / 1e9) < PENDING_SECONDS:
        # Before it is opened: how long a token takes must not tell whether we could open what somebody renamed.
        return Examined(Outcome.PENDING)
    try:
        frame = open_envelope(data, keys)
        if frame is not None:
            return _opened(frame, me)
        return Examined(Outcome.NOT_FOR_US) if whole else Examined(Outcome.SET_ASIDE, reason=Reason.ALTERED)
    except KnownError as error:
        return Examined(Outcome.SET_ASIDE, reason=_REASONS.get(Fault(error.code), Reason.UNEXPECTED))
    except Exception:  # noqa: BLE001 - one of the three boundaries: no file may stop the others from being taken in
        return Examined(Outcome.SET_ASIDE, reason=Reason.UNEXPECTED)


def _opened(frame: bytes, me: Addressee) -> Examined:
    """Say what was sealed to us: an entry, or an entry's file. Raises KnownError when it is neither."""
    if not frame.startswith(FILE_MAGIC):
        return Examined(Outcome.KEPT, entry=verify(frame, me))
    unpack_file(frame)
    return Examined(Outcome.KEPT, file=frame)


def ingest(vault: Vault, entries: Entries, exchange: Exchange, me: Addressee, by: Round) -> Ingested:
    """Take in everything new. What was taken in before a failure is whole; the rest comes with the next round.

    Raises KnownError(EXCHANGE_*) when the carrier fails, and KnownError(DISK_*, VAULT_*) when the vault does.
    """
    listing = exchange.names(Area.ENVELOPES)
    fresh = _unseen(vault, listing)
    keys = (vault.keys.identity,)
    tally = _Tally([], [], Counter())
    with contextlib.suppress(StoppedError):
        by.progress(0, len(fresh))
        for batch in _batches(fresh):
            read = [(listed, _read(exchange, listed)) for listed in batch]
            examined = [(listed, data, examine(listed, data, me, keys, by.now)) for listed, data in read]
            with vault.database.transaction():
                for seen in examined:
                    _keep(vault, entries, seen, by, tally)
            by.progress(tally.outcomes.total(), len(fresh))
    if by.leaves_receipts:
        leave_tokens(vault, exchange, {listed.label for listed in listing}, by.now)
    return tally.result()


def leave_tokens(vault: Vault, exchange: Exchange, there: set[str], now: datetime) -> None:
    """Leave every token that should be in the exchange and is not whole, for the envelopes that are still there.

    For a week each is compared byte by byte (a token is not flushed, so a power cut may leave one of zeros), later by
    its length.
    """
    left = {listed.name: listed.size for listed in exchange.names(Area.RECEIPTS)}
    since = (now - timedelta(days=CHECKED_DAYS)).isoformat()
    rows = vault.database.rows("SELECT name, token, seen_at >= ? FROM arrivals JOIN tokens USING (digest)", (since,))
    mine = {(str(token), bool(is_new)) for name, token, is_new in rows if str(name) in there}
    # In the order of the tokens' own names: the order of writing must not follow the envelopes'.
    for token in sorted({token for token, is_new in mine if is_new or left.get(token) != LENGTH}):
        content = vault.database.value("SELECT content FROM tokens WHERE token = ?", (token,))
        if isinstance(content, bytes):
            exchange.put(Area.RECEIPTS, token, content)


def set_aside(vault: Vault) -> list[tuple[str, Reason, datetime]]:
    """List the files that could not be trusted: name, reason, and when they were seen (aware UTC)."""
    sql = "SELECT name, reason, seen_at FROM arrivals WHERE outcome = ? ORDER BY seen_at, name"
    rows = vault.database.rows(sql, (Outcome.SET_ASIDE.value,))
    return [(str(name), Reason(str(reason)), datetime.fromisoformat(str(at))) for name, reason, at in rows]


def look_again(vault: Vault) -> None:
    """Have the next round examine again what this Candour may understand and an older one did not."""
    sql = "UPDATE arrivals SET modified = -1 WHERE reason IN (?, ?)"
    vault.database.execute(sql, (Reason.TOO_NEW.value, Reason.UNEXPECTED.value))


def _unseen(vault: Vault, listing: Sequence[Listed]) -> list[Listed]:
    rows = vault.database.rows("SELECT name, size, modified FROM arrivals")
    seen = {(str(name), size, modified) for name, size, modified in rows}
    return [listed for listed in listing if (listed.label, listed.size, listed.modified) not in seen]


def _read(exchange: Exchange, listed: Listed) -> bytes | None:
    """Read a file. What is too large by its listing is not begun."""
    return exchange.read(Area.ENVELOPES, listed.name, ENVELOPE_MAX) if listed.size <= ENVELOPE_MAX else None


def _batches(fresh: Sequence[Listed]) -> Iterator[list[Listed]]:
    """Entries first, and no more in memory at once than the largest file takes."""
    batch: list[Listed] = []
    room = ENVELOPE_MAX
    for listed in sorted(fresh, key=lambda one: one.size):
        room -= listed.size
        if batch and (len(batch) == INGEST_BATCH or room < 0):
            yield batch
            batch, room = [], ENVELOPE_MAX - listed.size
        batch.append(listed)
    if batch:
        yield batch


def _keep(vault: Vault, entries: Entries, seen: Seen, by: Round, tally: _Tally) -> None:
    """Keep one file's entry and remember the file."""
    listed, data, found = seen
    try:
        stored = _taken_in(vault, entries, found.entry, by) if found.entry else None
        if found.file is not None:
            Blobs(vault.database).add(found.file)
    except KnownError:
        raise
    except Exception:  # noqa: BLE001 - the same boundary: an entry that breaks its case is left out of it, and said
        found, stored = Examined(Outcome.SET_ASIDE, reason=Reason.UNEXPECTED), None
    tally.outcomes[found.outcome] += 1
    if stored is not None:
        tally.add(stored)
    if found.outcome is not Outcome.PENDING:
        _note_arrival(vault, listed, data, found, by)


def _taken_in(vault: Vault, entries: Entries, entry: VerifiedEntry, by: Round) -> StoredEntry | None:
    with vault.database.savepoint():
        stored = _store(vault, entries, entry, by)
        if stored is not None:
            by.project(entry.case)
    return stored


def _store(vault: Vault, entries: Entries, entry: VerifiedEntry, by: Round) -> StoredEntry | None:
    flags = {flag.value for flag in judge(entry, by.directory, by.now, entries.neighbours(entry))}
    if entry.body.kind == GRANT:
        destroyed_by = Stubs(vault.database).by(handed_on(entry.body.data) or "")
        if destroyed_by is not None:
            # It carries the words of what was destroyed here: a stub keeps its place in its author's chain.
            Stubs(vault.database).keep(StoredEntry(entry, by.now, frozenset()), destroyed_by)
            return None
        if not _store_granted(entries, entry, by):
            flags.add(Flag.BROKEN_GRANT.value)
    stored = StoredEntry(entry, by.now, frozenset(flags))
    return stored if entries.add(stored) else None


def _store_granted(entries: Entries, grant: VerifiedEntry, by: Round) -> bool:
    """Keep what a grant hands on. Returns whether it was in order."""
    try:
        entry = granted(grant)
    except KnownError:
        return False
    # Its chain is another audience's, of which we hold only what was handed on: no gap can be told from it.
    flags = judge(entry, by.directory, by.now, ()) - {Flag.CLOCK_OLD}
    entries.add(StoredEntry(entry, by.now, frozenset(flag.value for flag in flags), grant.eid))
    return True


def _note_arrival(vault: Vault, listed: Listed, data: bytes | None, found: Examined, by: Round) -> None:
    """Remember a file, and the one token that its content gets. What could not be read counts by its name."""
    digest = hashlib.sha256(listed.label.encode() if data is None else data).hexdigest()
    sql = "SELECT 1 FROM arrivals WHERE digest = ? AND name <> ? AND outcome <> ?"
    is_copy = vault.database.row(sql, (digest, listed.label, Outcome.COPY.value)) is not None
    row = (
        listed.label,
        digest,
        listed.size,
        listed.modified,
        (Outcome.COPY if is_copy else found.outcome).value,
        found.reason.value if found.reason else "",
        by.now.isoformat(),
    )
    vault.database.execute("INSERT OR REPLACE INTO arrivals VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    if by.leaves_receipts:
        _note_token(vault, digest, _receipt(vault, found, by))


def _note_token(vault: Vault, digest: str, receipt: Token | None) -> None:
    """Settle the token for a content, once. A receipt still takes the place of one that proves nothing."""
    if receipt is not None:
        vault.database.execute("DELETE FROM tokens WHERE digest = ?", (digest,))
    token = receipt or random_token()
    vault.database.execute("INSERT OR IGNORE INTO tokens VALUES (?, ?, ?)", (digest, token.name, token.content))


def _receipt(vault: Vault, found: Examined, by: Round) -> Token | None:
    """Sign for an entry that names us, or a file, unless we have: sealed anew it is another, which proves nothing more.

    A file is signed for whether its entry is here or not (storage.receipts, `file_secret`).
    """
    minute = by.now.strftime("%Y-%m-%dT%H:%M")
    if found.file is not None:
        secret, part = file_secret(file_id(found.file)), FILE_PART
    elif found.entry is not None and vault.kid in found.entry.body.to:
        secret, part = found.entry.body.ack, ENTRY_PART
    else:
        return None
    made = make_token(secret, vault.kid, vault.keys.signing, minute, part)
    held = vault.database.row("SELECT 1 FROM tokens WHERE token = ?", (made.name,)) is not None
    return None if held else made
