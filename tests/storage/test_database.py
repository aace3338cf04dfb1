# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import contextlib
import os
import sqlite3  # noqa: TID251 - to see that it can read nothing
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from storage.database import PLAIN_HEADER, Database, create_database, open_database
from storage.errors import Fault, KnownError
from tests.storage.school import refusing, seed

KEY = seed("key") + seed("salt")[:16]
CANARY = "a sentence that stands nowhere else"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    made = create_database(path, KEY)
    made.execute("CREATE TABLE notes (n INTEGER PRIMARY KEY, said TEXT NOT NULL) STRICT")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("foreign_keys", 1),
        ("locking_mode", "exclusive"),
        ("cipher_page_size", "4096"),
        ("cache_size", -65536),
    ],
)
def test_it_is_opened_as_the_format_says(database: Database, pragma: str, value: object) -> None:
    assert database.value(f"PRAGMA {pragma}") == value


def test_it_is_sqlcipher(database: Database) -> None:
    assert str(database.value("PRAGMA cipher_version")).startswith("4.")


def test_no_extension_can_be_loaded(database: Database) -> None:
    with pytest.raises(dbapi2.OperationalError, match="not authorized"):
        database.execute("SELECT load_extension('x')")


@pytest.mark.parametrize("umask", [0, 0o022])
def test_its_owner_alone_can_read_it_and_its_journal(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        made = create_database(tmp_path / "vault.db", KEY)
        made.execute("CREATE TABLE t (x) ")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        made.close()
    finally:
        os.umask(before)
    assert modes == {"vault.db": 0o600, "vault.db-journal": 0o600}


def test_nothing_in_the_file_can_be_read(database: Database, path: Path) -> None:
    with database.transaction():
        database.execute("INSERT INTO notes VALUES (1, ?)", (CANARY,))
        for file in path.parent.iterdir():
            assert CANARY.encode() not in file.read_bytes()
    data = path.read_bytes()
    assert not data.startswith(PLAIN_HEADER)
    assert CANARY.encode() not in data
    assert b"CREATE TABLE" not in data
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT * FROM sqlite_schema")


def test_a_plain_database_is_never_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the key everything would go on working, in plain text: the header is looked at."""
    real = dbapi2.connect

    class Unkeyed:
        def __init__(self, name: str) -> None:
            self._real = real(name, isolation_level=None)

        def execute(self, sql: str, parameters: tuple[()] = ()) -> object:
            return self._real.execute("SELECT 1" if sql.startswith("PRAGMA key") else sql, parameters)

        def close(self) -> None:
            self._real.close()

    monkeypatch.setattr(dbapi2, "connect", lambda name, **_: Unkeyed(name))
    with pytest.raises(RuntimeError, match="plain text"):
        create_database(path, KEY)


def test_a_plain_database_is_never_opened(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    with refusing(Fault.VAULT_DAMAGED):
        open_database(path, KEY)


def test_it_is_not_made_over_another(database: Database, path: Path) -> None:
    with refusing(Fault.DISK_ERROR):
        create_database(path, KEY)
    assert database.value("SELECT count(*) FROM notes") == 0


@pytest.mark.parametrize("key", [b"\0" * 48, KEY[:32] + b"\0" * 16], ids=["key", "salt"])
def test_another_key_opens_nothing(database: Database, path: Path, key: bytes) -> None:
    database.close()
    with refusing(Fault.VAULT_DAMAGED):
        open_database(path, key)


def test_one_that_is_not_there_is_not_made(path: Path) -> None:
    with refusing(Fault.VAULT_DAMAGED):
        open_database(path, KEY)
    assert not path.exists()


def test_what_is_open_cannot_be_opened_again_and_goes_on(database: Database, path: Path) -> None:
    with refusing(Fault.VAULT_IN_USE):
        open_database(path, KEY)
    database.execute("INSERT INTO notes VALUES (1, 'still ours')")
    assert database.value("SELECT count(*) FROM notes") == 1


def test_it_is_in_use_from_the_moment_it_is_opened(database: Database, path: Path) -> None:
    """Before anything is read or written: else two could open it and keep each other from ever writing."""
    database.close()
    first = open_database(path, KEY)
    with refusing(Fault.VAULT_IN_USE):
        open_database(path, KEY)
    first.close()
    open_database(path, KEY).close()


def test_a_transaction_is_kept_whole_or_not_at_all(database: Database) -> None:
    def half() -> None:
        with database.transaction():
            database.execute("INSERT INTO notes VALUES (1, 'one')")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert database.value("SELECT count(*) FROM notes") == 0
    with database.transaction():
        database.execute("INSERT INTO notes VALUES (1, 'one')")
    assert database.value("SELECT count(*) FROM notes") == 1


def test_a_transaction_inside_another_is_part_of_it(database: Database) -> None:
    def outer() -> None:
        with database.transaction():
            with database.transaction():
                database.execute("INSERT INTO notes VALUES (1, 'one')")
            raise KeyError

    with pytest.raises(KeyError):
        outer()
    assert database.value("SELECT count(*) FROM notes") == 0


def test_a_savepoint_is_undone_by_itself(database: Database) -> None:
    database.execute("CREATE TABLE kept (x INTEGER) STRICT")
    with database.transaction():
        database.execute("INSERT INTO kept VALUES (1)")
        with contextlib.suppress(dbapi2.OperationalError), database.savepoint():
            database.execute("INSERT INTO kept VALUES (2)")
            database.execute("INSERT INTO no_such_table VALUES (2)")
        with database.savepoint():
            database.execute("INSERT INTO kept VALUES (3)")
    assert database.rows("SELECT x FROM kept ORDER BY x") == [(1,), (3,)]


def test_a_killed_transaction_is_undone_at_the_next_opening(tmp_path: Path, database: Database, path: Path) -> None:
    database.execute("INSERT INTO notes VALUES (1, 'told that it was saved')")
    database.execute("PRAGMA cache_size = 1")
    database.execute("BEGIN IMMEDIATE")
    database.execute_many("INSERT INTO notes VALUES (?, ?)", [(n, "x" * 4000) for n in range(2, 60)])
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in tmp_path.glob("vault.db*"):
        (killed / file.name).write_bytes(file.read_bytes())
    assert (killed / "vault.db-journal").stat().st_size > 0
    database.execute("ROLLBACK")
    again = open_database(killed / "vault.db", KEY)
    assert again.rows("SELECT said FROM notes") == [("told that it was saved",)]
    again.close()


def _fill(database: Database, path: Path) -> bytes:
    with database.transaction():
        database.execute_many("INSERT INTO notes VALUES (?, ?)", [(n, f"{n} " + "x" * 900) for n in range(200)])
    database.close()
    return path.read_bytes()


def _reading(path: Path) -> list[object]:
    opened = open_database(path, KEY)
    try:
        return list(opened.rows("SELECT * FROM notes"))
    finally:
        opened.close()


def test_every_damaged_page_is_noticed_on_reading(database: Database, path: Path) -> None:
    whole = _fill(database, path)
    pages = len(whole) // 4096
    assert pages > 40
    for page in range(pages):
        at = page * 4096 + 16 + page * 37 % 4000
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        try:
            _reading(path)
        except KnownError as error:
            assert error.code is Fault.VAULT_DAMAGED  # noqa: PT017 - pages that are not read are checked below
        else:
            opened = open_database(path, KEY)
            assert opened.rows("PRAGMA cipher_integrity_check") != []
            opened.close()


@pytest.mark.parametrize("kept", [0, 1, 100, 4095, 4096, 8192, 4096 * 20])
def test_a_file_cut_short_is_noticed(database: Database, path: Path, kept: int) -> None:
    whole = _fill(database, path)
    path.write_bytes(whole[:kept])
    with refusing(Fault.VAULT_DAMAGED):
        _reading(path)


def test_pages_that_change_places_are_noticed(database: Database, path: Path) -> None:
    whole = _fill(database, path)
    pages = [whole[at : at + 4096] for at in range(0, len(whole), 4096)]
    pages[10], pages[20] = pages[20], pages[10]
    path.write_bytes(b"".join(pages))
    with refusing(Fault.VAULT_DAMAGED):
        _reading(path)


def test_a_full_disk_says_so_and_leaves_what_was_there(database: Database) -> None:
    database.execute("INSERT INTO notes VALUES (1, 'kept')")
    database.execute("PRAGMA max_page_count = 1")

    def too_much() -> None:
        with database.transaction():
            database.execute_many("INSERT INTO notes VALUES (?, ?)", [(n, "x" * 4000) for n in range(2, 50)])

    with refusing(Fault.DISK_FULL):
        too_much()
    assert database.rows("SELECT said FROM notes") == [("kept",)]


def test_our_own_mistakes_are_no_faults_of_the_world(database: Database) -> None:
    with pytest.raises(dbapi2.OperationalError):
        database.execute("SELECT nonsense FROM nowhere")
    with pytest.raises(dbapi2.IntegrityError):  # type: ignore[attr-defined]  # not in our stubs
        database.execute("INSERT INTO notes VALUES ('text', 'in a strict integer')")


def test_what_is_read_is_what_was_written(database: Database) -> None:
    assert database.execute("INSERT INTO notes VALUES (1, 'one'), (2, 'two')") == 2
    assert database.rows("SELECT * FROM notes ORDER BY n") == [(1, "one"), (2, "two")]
    assert database.row("SELECT said FROM notes WHERE n = 2") == ("two",)
    assert database.row("SELECT said FROM notes WHERE n = 3") is None
    assert database.value("SELECT said FROM notes WHERE n = 3") is None
