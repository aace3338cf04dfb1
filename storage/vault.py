# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A vault: one person's encrypted database on one machine, their keys in it, and its slots beside it.

It is made in a folder of another name and renamed, so that a half-made vault is never there. A database of a newer
version is refused; an older one is copied aside before its migrations run, all in one transaction.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from storage.constants import PASSPHRASE_LENGTH_MIN
from storage.database import Database, create_database, open_database, open_database_to_read
from storage.errors import Fault, KnownError
from storage.files import disk_faults, make_private_folder, sync_folder
from storage.keys import SigningSecret, VaultKeys, new_vault_keys
from storage.recovery_code import RecoveryCode
from storage.slots import (
    KEY_BYTES,
    Cost,
    SlotFile,
    load_slots,
    mend_copies,
    new_recovery_slot,
    new_slot,
    refuse_slowly,
    replace_slot,
    save_slots,
    unwrap,
    unwrap_with_code,
)

DATABASE = "vault.db"
SCHEMA = Path(__file__).resolve().parent / "schema"


class Vault:
    """An open vault. Close it when done; it belongs to the thread that opened it."""

    def __init__(self, folder: Path, database: Database) -> None:
        """Take an open database; use `create_vault` or `open_vault`."""
        self.folder = folder
        self.database = database
        self.person = self.meta("person").decode()
        self.vault_id = self.meta("vault").decode()
        self.keys = VaultKeys(SigningSecret(self.meta("signing")), self.meta("sealing").decode())
        self.kid = self.keys.public.kid

    def meta(self, name: str) -> bytes:
        """Read one of the vault's own facts. An unknown one is a bug."""
        found = self.database.value("SELECT value FROM meta WHERE name = ?", (name,))
        if not isinstance(found, bytes):
            raise KnownError(Fault.VAULT_DAMAGED)
        return found

    def set_meta(self, name: str, value: bytes) -> None:
        """Write one of the vault's own facts."""
        self.database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    @property
    def school(self) -> str | None:
        """The school whose entries this vault holds, once it belongs to one."""
        found = self.database.value("SELECT value FROM meta WHERE name = 'school'")
        return found.decode() if isinstance(found, bytes) else None

    def belong_to(self, school: str) -> None:
        """Bind the vault to its school, for good. Raises KnownError(SCHOOL_REFUSED) when it is bound to another."""
        if self.school not in {None, school}:
            raise KnownError(Fault.SCHOOL_REFUSED)
        if not self.database.is_read_only:
            self.set_meta("school", school.encode())

    def close(self) -> None:
        """Close the database. What was in memory stays there until the process ends: locking ends the process."""
        self.database.close()


def create_vault(folder: Path, *, person: str, passphrase: bytes, cost: Cost) -> Vault:
    """Make a vault with fresh keys for a person, which belongs to no school yet. The folder must not be there.

    Raises KnownError(VAULT_EXISTS) and KnownError(DISK_*). Length is checked by `check_passphrase`.
    """
    if folder.exists():
        raise KnownError(Fault.VAULT_EXISTS)
    make_private_folder(folder.parent)
    making = folder.parent / f".{secrets.token_hex(8)}.new"
    try:
        key = _make(making, person=person, passphrase=passphrase, cost=cost)
        with disk_faults():
            making.rename(folder)
            sync_folder(folder.parent)
    except BaseException:
        # It does not ignore what closing a folder raises; the first fault is the one to tell.
        with contextlib.suppress(OSError):
            shutil.rmtree(making, ignore_errors=True)
        raise
    return Vault(folder, open_database(folder / DATABASE, key))


def open_vault(folder: Path, passphrase: bytes) -> Vault:
    """Open a person's vault.

    Raises KnownError(WRONG_PASSPHRASE), also where there is no vault and after the same work, so that nobody learns who
    has signed in on this computer; and KnownError(SLOT_DAMAGED, VAULT_*, DISK_*).
    """
    try:
        slots = load_slots(folder)
    except KnownError as error:
        if error.code is Fault.NO_VAULT:
            refuse_slowly(passphrase)
        raise
    return _open(folder, slots, unwrap(slots, passphrase))


def open_vault_to_read(folder: Path, passphrase: bytes) -> Vault:
    """Open a vault to be read only, as its file is: nothing is mended, brought up to date or written (ux.md Y5).

    For one that `open_vault` refuses as damaged or too new. Raises KnownError(WRONG_PASSPHRASE, SLOT_DAMAGED,
    NO_VAULT, VAULT_DAMAGED, DISK_*).
    """
    database = open_database_to_read(folder / DATABASE, unwrap(load_slots(folder), passphrase))
    with _closed_on_fault(database):
        return Vault(folder, database)


def open_vault_with_code(folder: Path, code: RecoveryCode, passphrase: bytes, cost: Cost) -> Vault:
    """Open a person's vault with its recovery code, and with this passphrase from then on. The old one opens no more.

    Raises KnownError(WRONG_RECOVERY_CODE), also where there is no vault, so that nobody learns who has signed in here;
    and KnownError(SLOT_DAMAGED, VAULT_*, DISK_*). Nothing is changed then.
    """
    try:
        slots = load_slots(folder)
    except KnownError as error:
        raise KnownError(Fault.WRONG_RECOVERY_CODE) if error.code is Fault.NO_VAULT else error from None
    key = unwrap_with_code(slots, code)
    vault = _open(folder, slots, key)
    with _closed_on_fault(vault.database):
        replace_slot(folder, new_slot(slots.vault, key, passphrase, cost))
    return vault


def change_passphrase(vault: Vault, old: bytes, new: bytes, cost: Cost) -> None:
    """Wrap an open vault's key under a new passphrase instead of the old one; the key itself stays.

    Raises KnownError(WRONG_PASSPHRASE, SLOT_DAMAGED, DISK_*). Length is checked by `check_passphrase`.
    """
    slots = load_slots(vault.folder)
    replace_slot(vault.folder, new_slot(slots.vault, unwrap(slots, old), new, cost))


def set_recovery_code(vault: Vault, passphrase: bytes, code: RecoveryCode) -> str:
    """Have an open vault open with this recovery code from now on, and with no earlier one. Returns the slot's nonce.

    Raises KnownError(WRONG_PASSPHRASE, SLOT_DAMAGED, DISK_*).
    """
    slots = load_slots(vault.folder)
    slot = new_recovery_slot(slots.vault, unwrap(slots, passphrase), code)
    replace_slot(vault.folder, slot)
    return slot.nonce


def wipe_vault(folder: Path) -> None:
    """Destroy a closed vault: first what opens it, written over and removed for good, then the database.

    A kill at any point after the first step leaves what nobody can open. Overwriting does not reach every copy that a
    disk keeps of its blocks, nor any backup. Raises KnownError(DISK_*).
    """
    with disk_faults():
        for path in sorted(folder.glob("vault.keys*")):
            with path.open("r+b") as file:
                file.write(secrets.token_bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        sync_folder(folder)
        shutil.rmtree(folder)
        sync_folder(folder.parent)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short. Raises KnownError(PASSPHRASE_SHORT)."""
    if len(passphrase) < PASSPHRASE_LENGTH_MIN:
        raise KnownError(Fault.PASSPHRASE_SHORT, limit=PASSPHRASE_LENGTH_MIN)


def migrations() -> tuple[str, ...]:
    """The schema as SQL, one text a version, oldest first."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(SCHEMA.glob("*.sql")))


def migrate(database: Database, folder: Path, scripts: Sequence[str]) -> None:
    """Bring a database to the newest version. Raises KnownError(VAULT_TOO_NEW) on one from a newer Candour.

    An older database that holds anything is copied aside first, under the same key (vault-before-N.db).
    """
    version = database.value("PRAGMA user_version")
    if not isinstance(version, int) or version > len(scripts):
        raise KnownError(Fault.VAULT_TOO_NEW)
    if version == len(scripts):
        return
    if version:
        aside = folder / f"vault-before-{len(scripts)}.db"
        aside.unlink(missing_ok=True)
        database.execute("VACUUM INTO ?", (str(aside),))
        aside.chmod(0o600)
    with database.transaction():
        for script in scripts[version:]:
            for statement in _statements(script):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {len(scripts)}")


def _open(folder: Path, slots: SlotFile, key: bytes) -> Vault:
    database = open_database(folder / DATABASE, key)
    with _closed_on_fault(database):
        mend_copies(folder, slots)
        migrate(database, folder, migrations())
        return Vault(folder, database)


def _make(folder: Path, *, person: str, passphrase: bytes, cost: Cost) -> bytes:
    make_private_folder(folder)
    key, vault_id = secrets.token_bytes(KEY_BYTES), secrets.token_hex(16)
    save_slots(folder, vault_id, (new_slot(vault_id, key, passphrase, cost),))
    database = create_database(folder / DATABASE, key)
    try:
        migrate(database, folder, migrations())
        keys = new_vault_keys(secrets.token_bytes(32))
        facts = {
            "person": person.encode(),
            "vault": vault_id.encode(),
            "signing": keys.signing.seed,
            "sealing": keys.sealing.encode(),
        }
        with database.transaction():
            database.execute_many("INSERT INTO meta VALUES (?, ?)", facts.items())
    finally:
        database.close()
    return key


def _statements(script: str) -> list[str]:
    """Take a schema file apart; none of ours has a semicolon inside a statement (a test holds it)."""
    lines = (line for line in script.splitlines() if not line.lstrip().startswith("--"))
    return [statement for statement in "\n".join(lines).split(";") if statement.strip()]


@contextlib.contextmanager
def _closed_on_fault(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.close()
        raise
