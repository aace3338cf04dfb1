# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Broken builds of Candour: each forgets one thing that the tests of this folder must notice.

They are made by changing the loaded modules of a process that does one job and ends. The product has no such switch.
"""

import contextlib
import os
import socket
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from desktop import __main__ as program
from desktop import backup, services
from desktop.attaching.adding import Attached
from desktop.filing import Delivery, Filed, Sealed, send_with_slip
from desktop.machine import Machine
from desktop.session import Session
from storage import database, entries, files, slots, vault
from storage.database import Database
from storage.database import Value as Column
from storage.exchange import FolderExchange, envelope_name
from storage.home import Home
from storage.outbox import Outbox
from storage.restoring import OpenedBackup
from storage.slots import Cost
from storage.spool import Spool

change = pytest.MonkeyPatch().setattr
"""Never changed back: the process ends with its one job."""

Finish = Callable[[], None]


def break_build(name: str) -> Finish:
    """Break this process's Candour in one way. Returns what it still does after the deed; no name leaves it whole."""
    return (_BUILDS[name]() if name else None) or _nothing


def _nothing() -> None:
    pass


def _no_flush(*, of_folders: bool) -> None:
    flush = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) != of_folders:
            flush(handle)

    change(os, "fsync", fsync)


def _no_file_flush() -> None:
    _no_flush(of_folders=False)


def _no_folder_flush() -> None:
    _no_flush(of_folders=True)


def _pragmas(**changed: str) -> None:
    kept = [pragma for pragma in database._AFTER_KEY if pragma.split()[1] not in changed]
    change(database, "_AFTER_KEY", (*kept, *(f"PRAGMA {name} = {value}" for name, value in changed.items())))


def _synchronous_off() -> None:
    _pragmas(synchronous="OFF")


def _delete_full() -> None:
    """SQLite's own defaults."""
    _pragmas(journal_mode="DELETE", synchronous="FULL", locking_mode="NORMAL")


def _commits_late() -> None:
    """The vault is written when it is closed, whatever was told and signed for before."""
    execute, close = Database.execute, Database.close

    def late(base: Database, sql: str, parameters: Sequence[Column] = ()) -> int:
        return 0 if sql == "COMMIT" else execute(base, sql, parameters)

    def committed(base: Database) -> None:
        if base._connection.in_transaction:
            execute(base, "COMMIT")
        close(base)

    change(Database, "execute", late)
    change(Database, "close", committed)


def _sends_late() -> Finish:
    """A walk-up's report is told to be saved before it is."""
    late: list[tuple[Machine, Sealed]] = []

    def postponed(machine: Machine, sealed: Sealed) -> Delivery:
        late.append((machine, sealed))
        return Delivery.WAITING

    def finish() -> None:
        for each in late:
            send_with_slip(*each)

    change(services, "send_with_slip", postponed)
    return finish


def _files_twice() -> None:
    """Somebody tries again what had worked."""
    file = Session.file

    def twice(session: Session, form: str, values: dict[str, object], added: Sequence[Attached] = ()) -> Filed:
        file(session, form, dict(values), added)
        return file(session, form, values, added)

    change(Session, "file", twice)


def _makes_in_place() -> None:
    """A vault is there before it is whole."""
    make = vault._make

    def in_place(folder: Path, *, person: str, passphrase: bytes, cost: Cost) -> bytes:
        place = folder.with_name(person)
        key = make(place, person=person, passphrase=passphrase, cost=cost)
        place.rename(folder)
        return key

    change(vault, "_make", in_place)


def _rewraps_in_place() -> None:
    """Both copies of the slots are gone before the new ones are there."""
    save = slots.save_slots

    def in_place(folder: Path, vault_id: str, kept: tuple[slots.AnySlot, ...]) -> None:
        for name in ("vault.keys", "vault.keys.bak"):
            (folder / name).unlink()
        save(folder, vault_id, kept)

    change(slots, "save_slots", in_place)


def _destroys_in_pieces() -> None:
    """Commit each statement by itself."""
    change(Database, "transaction", lambda _database: contextlib.nullcontext())


def _delivers_in_place() -> None:
    """A backup has its own name before it is whole."""

    def in_place(sealed: Path, folder: Path, _faults: object) -> None:
        content = sealed.read_bytes()
        with (folder / sealed.name).open("wb", buffering=0) as file:
            file.write(content[: len(content) // 2])
            file.write(content[len(content) // 2 :])

    change(backup, "deliver", in_place)


def _restores_in_place() -> None:
    """A restored vault has its own name before it is whole."""

    def in_place(opened: OpenedBackup, home: Home, _exchange: str) -> Path:
        target = home.vault(opened.manifest.person)
        target.mkdir(parents=True)
        for path in (opened.folder / "vault.db", opened.folder / "vault.keys"):
            path.rename(target / path.name)
        (opened.folder / "directory").rename(home.directory)
        home.settle(opened.manifest.place)
        return target

    change(backup, "install", in_place)


def _writes_in_place() -> None:
    """An envelope appears under its own name before it is whole."""

    def put(_exchange: FolderExchange, target: Path, data: bytes, *, flush: bool) -> bool:
        with target.open("wb", buffering=0) as file:
            file.write(data[: len(data) // 2])
            file.write(data[len(data) // 2 :])
            if flush:
                os.fsync(file.fileno())
        return True

    change(FolderExchange, "_put_whole", put)


def _trusts_the_carrier() -> None:
    """What was handed to the exchange is not kept."""
    change(Spool, "keep", lambda _spool, envelope, *_, **__: envelope_name(envelope))
    change(Outbox, "add", lambda *_: None)


def _one_counter() -> None:
    """Entries are numbered for each author, whoever reads them."""
    change(entries, "chain_key", lambda _to, _to_reply: "one for all")


def _hopes_for_the_best() -> None:
    """What the disk refuses is passed over."""

    @contextlib.contextmanager
    def passed_over() -> Iterator[None]:
        with contextlib.suppress(OSError):
            yield

    change(files, "disk_faults", passed_over)


def _open_to_all() -> None:
    """Files are made with whatever the umask leaves."""
    make = os.open

    def generous(path: str | Path, flags: int, _mode: int = 0) -> int:
        return make(path, flags, 0o666)

    change(os, "open", generous)


def _writes_plainly() -> None:
    """The words are kept where they were typed, for the next crash."""
    file = Session.file

    def noted(session: Session, form: str, values: dict[str, object], added: Sequence[Attached] = ()) -> Filed:
        handle, _ = tempfile.mkstemp()
        os.write(handle, str(values).encode())
        return file(session, form, values, added)

    change(Session, "file", noted)


def _never_hardened() -> None:
    """The system may keep the memory of a crash."""
    change(program, "harden_process", lambda: None)


def _phones_home() -> None:
    with socket.socket() as line:
        line.connect_ex(("127.0.0.1", 9))


_BUILDS: Mapping[str, Callable[[], Finish | None]] = {
    "no_file_flush": _no_file_flush,
    "no_folder_flush": _no_folder_flush,
    "synchronous_off": _synchronous_off,
    "delete_full": _delete_full,
    "commits_late": _commits_late,
    "sends_late": _sends_late,
    "files_twice": _files_twice,
    "makes_in_place": _makes_in_place,
    "rewraps_in_place": _rewraps_in_place,
    "delivers_in_place": _delivers_in_place,
    "destroys_in_pieces": _destroys_in_pieces,
    "restores_in_place": _restores_in_place,
    "writes_in_place": _writes_in_place,
    "trusts_the_carrier": _trusts_the_carrier,
    "one_counter": _one_counter,
    "hopes_for_the_best": _hopes_for_the_best,
    "open_to_all": _open_to_all,
    "writes_plainly": _writes_plainly,
    "never_hardened": _never_hardened,
    "phones_home": _phones_home,
}
