# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The entries of a vault: kept as signed bytes, read back only through verification, chained by audience.

Flags and the time of receipt are facts of this vault; every other column is derived from the bytes.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from storage.body import chain_key
from storage.constants import GAP_GRACE_SECONDS, GAP_NAMED_MAX
from storage.database import Database, Value
from storage.errors import Fault, KnownError
from storage.frame import pack
from storage.verify import Addressee, VerifiedEntry, verify, verify_granted


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """A verified entry with when this vault first held it (aware UTC) and what was odd about it then.

    `granted_by` names the grant by which a reader handed it on, where it was not sealed to us itself.
    """

    entry: VerifiedEntry
    received_at: datetime
    flags: frozenset[str]
    granted_by: str | None = None


@dataclass(frozen=True, slots=True)
class ChainPosition:
    """Where our next entry for one audience stands: its chain, number and predecessor."""

    chain: str
    seq: int
    prev: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a chain's rules need to know of an entry beside the one that is judged. `at` is its claimed time."""

    seq: int
    eid: str
    prev: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries of one author's chain that were sent to us and have not come: the lowest numbers, a hundred at most."""

    chain: str
    author: str
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EntryMark:
    """What the derived columns say of an entry: its name, kind, case, author's key id and claimed time."""

    eid: str
    kind: str
    case: str
    author: str
    at: str


class Entries:
    """The entries table of one vault, as the reader who holds it."""

    def __init__(self, database: Database, me: Addressee) -> None:
        """Take the vault's database and who reads it."""
        self._database = database
        self._me = me

    def add(self, stored: StoredEntry) -> bool:
        """Keep an entry. Returns whether it was new; the same again changes nothing, nor does one destroyed here."""
        entry = stored.entry
        if self._database.row("SELECT 1 FROM stubs WHERE eid = ?", (entry.eid,)) is not None:
            return False
        facts = (stored.received_at.isoformat(), " ".join(sorted(stored.flags)), stored.granted_by)
        values: tuple[Value, ...] = (*_derived(entry), *facts, entry.body_bytes, entry.signature)
        sql = "INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        return self._database.execute(sql, values) == 1

    def get(self, eid: str) -> StoredEntry | None:
        """Read one entry by its name."""
        found = self._select("eid = ?", (eid,))
        return found[0] if found else None

    def held(self, eid: str) -> StoredEntry:
        """Read one entry that must be here. Raises KnownError(VAULT_DAMAGED)."""
        found = self.get(eid)
        if found is None:
            raise KnownError(Fault.VAULT_DAMAGED)
        return found

    def of_case(self, case: str) -> list[StoredEntry]:
        """Read a case's entries, in no order that means anything."""
        return self._select("case_id = ?", (case,))

    def has_case(self, case: str) -> bool:
        """Say whether there is any entry of a case."""
        return self._database.row("SELECT 1 FROM entries WHERE case_id = ? LIMIT 1", (case,)) is not None

    def of_case_and_kind(self, case: str, kind: str) -> list[str]:
        """Name a case's entries of one kind, without reading them."""
        rows = self._database.rows("SELECT eid FROM entries WHERE case_id = ? AND kind = ? ORDER BY eid", (case, kind))
        return [str(eid) for (eid,) in rows]

    def kind_and_case(self, eid: str) -> tuple[str, str] | None:
        """Say of which kind an entry is and to which case it belongs, without reading it; None where it is not here."""
        row = self._database.row("SELECT kind, case_id FROM entries WHERE eid = ?", (eid,))
        return None if row is None else (str(row[0]), str(row[1]))

    def of_kind(self, kind: str, since: str = "") -> list[StoredEntry]:
        """Read all entries of a kind, or those that claim to be of a day (as text, "2026-03-12") or later.

        In the order of the time that they claim, then of their authors' chains: every vault tells the same.
        """
        return self._select("kind = ? AND at >= ? ORDER BY at, seq, eid", (kind, since))

    def marks(self, kinds: Sequence[str], since: str = "") -> list[EntryMark]:
        """Say what the derived columns hold of such entries of these kinds, without reading or verifying any."""
        sql = "SELECT eid, kind, case_id, author, at FROM entries WHERE kind = ? AND at >= ?"
        return [EntryMark(*map(str, row)) for kind in kinds for row in self._database.rows(sql, (kind, since))]

    def everything(self) -> list[StoredEntry]:
        """Read and verify all entries."""
        return self._select("1", ())

    def cases(self) -> list[str]:
        """Name every case that this vault holds an entry of."""
        return [str(row[0]) for row in self._database.rows("SELECT DISTINCT case_id FROM entries ORDER BY case_id")]

    def neighbours(self, entry: VerifiedEntry) -> list[Neighbour]:
        """Read what is here of an entry's chain at its own number, the one before and the one after.

        A chain is its author's: other readers know its id and must not be able to disturb it.
        """
        if entry.body.seq is None:
            return []
        sql = "SELECT seq, eid, prev, at FROM chained WHERE chain = ? AND author = ? AND seq BETWEEN ? AND ?"
        around = (entry.body.seq - 1, entry.body.seq + 1)
        rows = self._database.rows(sql, (entry.body.chain, entry.author_kid, *around))
        return [
            Neighbour(int(str(seq)), str(eid), None if prev is None else str(prev), str(at))
            for seq, eid, prev, at in rows
        ]

    def gaps(self, now: datetime) -> list[Gap]:
        """Name what is missing from the chains here, once a successor has been here for longer than the grace."""
        latest = (now - timedelta(seconds=GAP_GRACE_SECONDS)).isoformat()
        sql = """SELECT chain, author, max(seq) FROM chained
                 WHERE chain IS NOT NULL AND granted_by IS NULL AND received_at <= ? GROUP BY chain, author
                 HAVING max(seq) > count(DISTINCT seq) ORDER BY chain, author"""
        gaps = []
        for chain, author, last in self._database.rows(sql, (latest,)):
            numbers = self._database.rows("SELECT seq FROM chained WHERE chain = ? AND author = ?", (chain, author))
            held = {int(str(seq)) for (seq,) in numbers}
            # Counted out one by one: a hostile number may be any, and all below it would fill the memory.
            missing = tuple(islice((seq for seq in range(1, int(str(last))) if seq not in held), GAP_NAMED_MAX))
            if missing:
                gaps.append(Gap(str(chain), str(author), missing))
        return gaps

    def position(self, to: tuple[str, ...], to_reply: str | None) -> ChainPosition:
        """Find where our next entry for exactly these readers stands; a new set of readers begins a new chain."""
        sql = "SELECT chain, seq, prev FROM own_chains WHERE audience = ?"
        row = self._database.row(sql, (chain_key(to, to_reply),))
        if row is None:
            return ChainPosition(secrets.token_hex(16), 1, None)
        return ChainPosition(str(row[0]), int(str(row[1])) + 1, str(row[2]))

    def advance(self, entry: VerifiedEntry) -> None:
        """Remember our own entry as the last one for its audience."""
        body = entry.body
        audience = chain_key(body.to, body.to_reply)
        values = (audience, body.chain, body.seq, entry.eid)
        self._database.execute("INSERT OR REPLACE INTO own_chains VALUES (?, ?, ?, ?)", values)

    def _select(self, where: str, values: Sequence[Value]) -> list[StoredEntry]:
        sql = f"SELECT eid, received_at, flags, granted_by, body, signature FROM entries WHERE {where}"  # noqa: S608 - literals above
        return [self._stored(row) for row in self._database.rows(sql, values)]

    def _stored(self, row: Iterable[Value]) -> StoredEntry:
        """Verify again on every reading: SQLCipher cannot see an old page put back."""
        eid, received_at, flags, granted_by, body, signature = row
        if not (isinstance(body, bytes) and isinstance(signature, bytes)):
            raise KnownError(Fault.VAULT_DAMAGED)
        try:
            frame = pack(body, signature)
            entry = verify_granted(frame, self._me.school) if granted_by else verify(frame, self._me)
        except KnownError:
            raise KnownError(Fault.VAULT_DAMAGED) from None
        if entry.eid != eid:
            raise KnownError(Fault.VAULT_DAMAGED)
        first_held, odd = datetime.fromisoformat(str(received_at)), frozenset(str(flags).split())
        return StoredEntry(entry, first_held, odd, None if granted_by is None else str(granted_by))


def _derived(entry: VerifiedEntry) -> tuple[Value, ...]:
    body = entry.body
    return (entry.eid, entry.case, body.kind, entry.author_kid, body.at, body.chain, body.seq, body.prev)
