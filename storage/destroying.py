# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Destroying entries at the end of their time, so that what is left still verifies (docs/format.md, 'Disposal').

Of an entry a stub stays: what its chain needs, and the entry by which it was destroyed. Its id is the hash of what it
said, so the stub can still be compared with the entry after it, and is refused should it come again. Whether anything
may be destroyed is decided above storage.

Freed pages are overwritten as they are freed (`secure_delete`). The search index keeps the words of what was deleted
until its segments are merged, so they are merged here; copies of the database from before a migration go as well.
"""

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from storage.blobs import Blobs
from storage.database import Database
from storage.entries import StoredEntry
from storage.errors import Fault, KnownError
from storage.exchange import Area, Exchange
from storage.files import disk_faults, sync_folder
from storage.receipts import ENTRY_PART, FILE_PART, file_secret, token_name
from storage.spool import Spool
from storage.vault import Vault
from storage.verify import VerifiedEntry

SCRUB = "scrub"
"""The fact of a vault that something was destroyed in it, and `scrub` has still to be called."""

_EARLIER = "vault-before-*.db"


@dataclass(frozen=True, slots=True)
class Stub:
    """What is left of an entry: its name, case, kind, author's key id and claimed time, and by which entry it went."""

    eid: str
    case: str
    kind: str
    author: str
    at: str
    destroyed_by: str


class Stubs:
    """The stubs of one vault."""

    def __init__(self, database: Database) -> None:
        """Take the vault's database."""
        self._database = database

    def by(self, eid: str) -> str | None:
        """Name the entry by which this one was destroyed here, or None where it was not."""
        found = self._database.value("SELECT destroyed_by FROM stubs WHERE eid = ?", (eid,))
        return None if found is None else str(found)

    def has_by(self, eid: str) -> bool:
        """Say whether anything was destroyed here by an entry."""
        return self._database.row("SELECT 1 FROM stubs WHERE destroyed_by = ? LIMIT 1", (eid,)) is not None

    def of_case(self, case: str) -> list[Stub]:
        """What is left of a case's entries."""
        return self._select("case_id = ?", (case,))

    def everything(self) -> list[Stub]:
        """Every stub."""
        return self._select("1", ())

    def keep(self, stored: StoredEntry, by: str) -> None:
        """Keep a stub of an entry; a second one of the same changes nothing."""
        entry, body = stored.entry, stored.entry.body
        values = (
            *(entry.eid, entry.case, body.kind, entry.author_kid, body.at, body.chain, body.seq, body.prev),
            *(stored.received_at.isoformat(), stored.granted_by, by),
        )
        self._database.execute("INSERT OR IGNORE INTO stubs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _select(self, where: str, values: tuple[str, ...]) -> list[Stub]:
        sql = f"SELECT eid, case_id, kind, author, at, destroyed_by FROM stubs WHERE {where} ORDER BY eid"  # noqa: S608 - literals above
        return [Stub(*map(str, row)) for row in self._database.rows(sql, values)]


@dataclass(frozen=True, slots=True)
class Removal:
    """A file that is to leave the exchange, by which act, and whose vaults (key ids) have not signed for it yet."""

    name: str
    destroyed_by: str
    waits_for: frozenset[str]


def destroy(vault: Vault, stored: Sequence[StoredEntry], by: str) -> None:
    """Destroy these entries of a vault with their files, and remember what to remove elsewhere. `by` names the act.

    What is still on its way stays so: others must have it before it goes. Belongs in a transaction with making what is
    derived from them again. Call `scrub` after it.
    """
    database, stubs = vault.database, Stubs(vault.database)
    for one in stored:
        stubs.keep(one, by)
        rows = [(*row, one.entry.eid, by) for row in _left_in_exchange(vault, one.entry)]
        database.execute_many("INSERT OR IGNORE INTO removals VALUES (?, ?, ?, ?, ?)", rows)
        for said in one.entry.body.files:
            database.execute("INSERT OR IGNORE INTO destroyed_files VALUES (?)", (said.blob,))
            Blobs(database).drop(said.blob)
        database.execute("DELETE FROM entries WHERE eid = ?", (one.entry.eid,))


def scrub(vault: Vault) -> None:
    """Have nothing of what was deleted stay in the vault's file, nor in older copies of it beside it.

    Done twice is fine. Raises KnownError(DISK_*, VAULT_*).
    """
    vault.database.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
    for earlier in vault.folder.glob(_EARLIER):
        _overwrite(earlier)


def removals(vault: Vault, exchange: Exchange, trusted: Set[str]) -> list[Removal]:
    """What is still to be removed from the exchange. Only the vaults with these key ids are waited for.

    Raises KnownError(EXCHANGE_*).
    """
    rows = vault.database.rows("SELECT name, destroyed_by, kid, token FROM removals ORDER BY name, kid")
    if not rows:
        return []
    there = {listed.name for listed in exchange.names(Area.RECEIPTS)}
    late: dict[tuple[str, str], set[str]] = {}
    for name, act, kid, token in (tuple(map(str, row)) for row in rows):
        waits = late.setdefault((name, act), set())
        if kid in trusted and kid != vault.kid and token not in there:
            waits.add(kid)
    return [Removal(name, act, frozenset(kids)) for (name, act), kids in late.items()]


def remove(vault: Vault, exchange: Exchange, spool: Spool, names: Iterable[str]) -> int:
    """Remove sealed files from the outbox, the spool and the exchange. Returns how many the exchange does not let go.

    Raises KnownError(EXCHANGE_UNREACHABLE), and KnownError(DISK_*) where the spool does not let one go.
    """
    refused = 0
    for name in names:
        try:
            exchange.remove(Area.ENVELOPES, name)
        except KnownError as error:
            if error.code is not Fault.EXCHANGE_READ_ONLY:
                raise
            refused += 1
        else:
            _forget(vault.database, spool, name)
    return refused


def _forget(database: Database, spool: Spool, name: str) -> None:
    spool.let_go(name)
    with database.transaction():
        database.execute("DELETE FROM outbox WHERE name = ?", (name,))
        database.execute("DELETE FROM expected WHERE eid IN (SELECT eid FROM removals WHERE name = ?)", (name,))
        database.execute("DELETE FROM removals WHERE name = ?", (name,))


def _left_in_exchange(vault: Vault, entry: VerifiedEntry) -> Iterator[tuple[str, str, str]]:
    """The files of the exchange that hold an entry or one of its files, each with a reader and the receipt of theirs.

    They are what we sent, and what we left receipts for. What was sealed to us a second time has a receipt that says
    nothing, and is not found.
    """
    database, body = vault.database, entry.body
    for name, part in database.rows("SELECT name, part FROM outbox WHERE eid = ?", (entry.eid,)):
        sql = "SELECT kid, token FROM expected WHERE eid = ? AND part = ?"
        yield from ((str(name), str(kid), str(token)) for kid, token in database.rows(sql, (entry.eid, part)))
    secrets_of = [(body.ack, ENTRY_PART), *((file_secret(said.blob), FILE_PART) for said in body.files)]
    sql = "SELECT name FROM tokens JOIN arrivals USING (digest) WHERE token = ?"
    for secret, part in secrets_of:
        for (name,) in database.rows(sql, (token_name(secret, vault.kid, part),)):
            yield from ((str(name), kid, token_name(secret, kid, part)) for kid in body.to)


def _overwrite(path: Path) -> None:
    """Write over a file and remove it. What a disk keeps of its blocks elsewhere is out of reach."""
    with disk_faults(), contextlib.suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync_folder(path.parent)
