# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One SQLCipher connection: opened in the only safe order, with the world's faults told apart from ours.

The order of pragmas is not a matter of taste: a missing key writes plain text without any error, and a journal mode set
before the key makes the file unreadable. TRUNCATE with EXTRA lost nothing at any power cut that was tried
(docs/reliability.md).
"""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from storage.constants import CACHE_KIB
from storage.errors import Fault, KnownError
from storage.files import OWNER_FILE, disk_faults

Value = str | bytes | int | float | None
PLAIN_HEADER = b"SQLite format 3"
PAGE_BYTES = 4096
_FAULTS = {
    dbapi2.SQLITE_BUSY: Fault.VAULT_IN_USE,
    dbapi2.SQLITE_LOCKED: Fault.VAULT_IN_USE,
    dbapi2.SQLITE_FULL: Fault.DISK_FULL,
    dbapi2.SQLITE_IOERR: Fault.DISK_ERROR,
    dbapi2.SQLITE_READONLY: Fault.DISK_ERROR,
    dbapi2.SQLITE_CANTOPEN: Fault.DISK_ERROR,
    dbapi2.SQLITE_CORRUPT: Fault.VAULT_DAMAGED,
    dbapi2.SQLITE_NOTADB: Fault.VAULT_DAMAGED,
}
_READ_ONLY_FAULTS = {
    **_FAULTS,
    dbapi2.SQLITE_READONLY: Fault.VAULT_READ_ONLY,
    # A statement that does not fit: the tables are those of another Candour.
    dbapi2.SQLITE_ERROR: Fault.VAULT_DAMAGED,
}
_AFTER_KEY = (
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA locking_mode = EXCLUSIVE",
    f"PRAGMA cache_size = -{CACHE_KIB}",
)


class Database:
    """A keyed connection. Used by the one thread that opened it; sqlcipher3 refuses any other."""

    def __init__(self, connection: dbapi2.Connection, *, is_read_only: bool = False) -> None:
        """Take a connection that `open_database` has keyed."""
        self._connection = connection
        self.is_read_only = is_read_only

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Run one statement. Returns the number of rows that it changed."""
        with _faults(self._told):
            return self._connection.execute(sql, parameters).rowcount

    def execute_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for many rows."""
        with _faults(self._told):
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """Read all rows of a query."""
        with _faults(self._told):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> tuple[Value, ...] | None:
        """Read the first row of a query, or None."""
        with _faults(self._told):
            return self._connection.execute(sql, parameters).fetchone()

    def value(self, sql: str, parameters: Sequence[Value] = ()) -> Value:
        """Read the first value of a query, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or none of it. Inside another transaction it is part of that one."""
        if self._connection.in_transaction:
            yield
            return
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextlib.contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what was done inside when it fails, and leave the transaction around it as it was."""
        self.execute("SAVEPOINT inner")
        try:
            yield
        except BaseException:
            # SQLite may have rolled back everything by itself; the first fault is the one to tell.
            with contextlib.suppress(KnownError):
                if self._connection.in_transaction:
                    self.execute("ROLLBACK TO inner")
                    self.execute("RELEASE inner")
            raise
        self.execute("RELEASE inner")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def _told(self) -> Mapping[int, Fault]:
        return _READ_ONLY_FAULTS if self.is_read_only else _FAULTS

    def _roll_back(self) -> None:
        # SQLite may have rolled back by itself after a full disk; the first fault is the one to tell.
        with contextlib.suppress(KnownError):
            if self._connection.in_transaction:
                self.execute("ROLLBACK")


def create_database(path: Path, key: bytes) -> Database:
    """Make an encrypted database that only its owner can read. Raises KnownError(DISK_*)."""
    with disk_faults():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_FILE))
    database = _connect(path, key)
    database.execute("CREATE TABLE probe (x INTEGER) STRICT")
    database.execute("DROP TABLE probe")
    with disk_faults(), path.open("rb") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            raise RuntimeError("the vault was written in plain text")
    return database


def open_database(path: Path, key: bytes) -> Database:
    """Open an encrypted database with its raw key and salt (48 bytes). Raises KnownError(VAULT_*, DISK_*)."""
    _require_a_page(path)
    return _connect(path, key)


def open_database_to_read(path: Path, key: bytes) -> Database:
    """The same, to be read only: the system gives the file for reading, and SQLite refuses whatever would write.

    Writing raises KnownError(VAULT_READ_ONLY); a query that the tables do not fit, VAULT_DAMAGED.
    """
    _require_a_page(path)
    with _faults(_READ_ONLY_FAULTS):
        connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=0.0, isolation_level=None, uri=True)
        try:
            _key(connection, key)
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return Database(connection, is_read_only=True)


def _require_a_page(path: Path) -> None:
    """A file of less than a page would pass for a new one, and be filled as such."""
    with disk_faults():
        is_whole = path.exists() and path.stat().st_size >= PAGE_BYTES
    if not is_whole:
        raise KnownError(Fault.VAULT_DAMAGED)


def _key(connection: dbapi2.Connection, key: bytes) -> None:
    """Hand over the key, and see that it opens the first page."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _connect(path: Path, key: bytes) -> Database:
    with _faults():
        connection = dbapi2.connect(str(path), timeout=0.0, isolation_level=None)
        try:
            _key(connection, key)
            for pragma in _AFTER_KEY:
                connection.execute(pragma)
            # Taken now and held until the file is closed: two that only read would keep each other from ever writing.
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
    return Database(connection)


@contextlib.contextmanager
def _faults(told: Mapping[int, Fault] = _FAULTS) -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        # Extended result codes carry the plain one in their low byte.
        fault = told.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if fault is None:
            raise
        raise KnownError(fault) from None
