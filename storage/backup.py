# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A backup: a vault's whole copy, checked before it is sealed and after it is written (docs/format.md, 'Backups').

The copy is SQLite's own (never the live file's bytes), stays encrypted with the vault's key, is opened and compared,
packed with its slots and the school's directory, and sealed with age to the recovery kit: so making one needs no code,
and opening one nothing else. Each is a file that can be carried anywhere.
"""

import contextlib
import hashlib
import io
import os
import re
import secrets
import shutil
import tarfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pyrage
from pyrage import x25519

from storage import strictjson
from storage.body import Hex16, Hex32, Moment
from storage.constants import BACKUP_DAYS_MAX, BACKUPS_KEPT, MIB
from storage.database import Database
from storage.directory_store import SUFFIX as STATEMENT
from storage.errors import Fault, KnownError
from storage.files import OWNER_FILE, TEMPORARY, disk_faults, make_private_folder, sync_folder
from storage.home import Home, Place
from storage.kit import kit_of
from storage.slots import load_slots, save_slots
from storage.vault import DATABASE, Vault

MANIFEST, SLOTS = "manifest.json", "vault.keys"
SUFFIX = ".cbak"
_NAME = re.compile(r"(?P<vault>[0-9a-f]{32})-(?P<at>\d{8}T\d{6}Z)\.cbak")
_AT = "%Y%m%dT%H%M%SZ"
_MAKING = ".backup-"


Faults = Callable[[], AbstractContextManager[None]]


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a backup holds: whose vault as it was when, how many entries with which digest, and where its school was."""

    v: int
    person: Hex16
    vault: Hex16
    made_at: Moment
    entries: int
    digest: Hex32
    place: Place


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed backup in a private folder, still to be delivered."""

    path: Path
    manifest: Manifest

    @property
    def size(self) -> int:
        """How long it is, in bytes."""
        return self.path.stat().st_size


@contextlib.contextmanager
def sealed_backup(vault: Vault, home: Home, now: datetime) -> Iterator[Sealed]:
    """Make a backup of an open vault; it is gone again afterwards, so deliver it inside.

    Raises KnownError(NO_RECOVERY_KIT, VAULT_DAMAGED, DISK_*).
    """
    kit = kit_of(vault)
    if kit is None:
        raise KnownError(Fault.NO_RECOVERY_KIT)
    for leftover in vault.folder.glob(f"{_MAKING}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    making = vault.folder / f"{_MAKING}{secrets.token_hex(8)}"
    make_private_folder(making)
    try:
        manifest = _copied(vault, making / DATABASE, home.place(), now)
        sealed = making / backup_name(vault.vault_id, now)
        slots = load_slots(vault.folder)
        save_slots(making, slots.vault, slots.slots)
        with disk_faults():
            _pack(making / "pack", manifest, _parts(making, home))
            (making / DATABASE).unlink()
            with (making / "pack").open("rb") as plain, _create(sealed) as target:
                pyrage.encrypt_io(plain, target, [x25519.Recipient.from_str(kit.recipient)])
            (making / "pack").unlink()
        yield Sealed(sealed, manifest)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def deliver(sealed: Path, folder: Path, faults: Faults) -> None:
    """Put a sealed backup into a folder: under another name, flushed, read back and compared, and only then renamed.

    `faults` turns what that folder's disk refuses into a KnownError. Raises KnownError(BACKUP_UNREADABLE) when what was
    read back differs.
    """
    target, temporary = folder / sealed.name, folder / f".{secrets.token_hex(8)}{TEMPORARY}"
    with faults():
        try:
            _write_over(sealed, temporary)
            try:
                temporary.replace(target)
            except PermissionError:
                # A folder that lets us create files only: nobody can tidy it either, so a half is in nobody's place.
                _write_over(sealed, target)
            sync_folder(folder)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()


def tidy(folder: Path, vault_id: str, now: datetime) -> int:
    """Delete this vault's backups that newer ones have taken the place of. Returns how many.

    What the folder does not let us delete stays: it does no harm.
    """
    deleted = 0
    names = [path.name for path in folder.glob(f"{vault_id}-*{SUFFIX}")]
    for name in superseded(names, now):
        with contextlib.suppress(OSError):
            (folder / name).unlink()
            deleted += 1
    return deleted


def superseded(names: Iterable[str], now: datetime) -> list[str]:
    """Name the backups of one vault that need not be kept: not the last of a recent day, week or month that has one.

    BACKUPS_KEPT says how many of each. The newest always stays; what is older than BACKUP_DAYS_MAX never does, because
    it would keep what the school has had to destroy.
    """
    made = sorted(((at, name) for name in names if (at := made_at(name))), reverse=True)
    oldest = now - timedelta(days=BACKUP_DAYS_MAX)
    recent = [each for place, each in enumerate(made) if place == 0 or each[0] >= oldest]
    kept: set[str] = set()
    for period, count in zip(("%Y-%m-%d", "%G-%V", "%Y-%m"), BACKUPS_KEPT, strict=True):
        last: dict[str, str] = {}
        for at, name in recent:
            last.setdefault(at.strftime(period), name)
        kept.update(list(last.values())[:count])
    return [name for _, name in made if name not in kept]


def backup_name(vault_id: str, at: datetime) -> str:
    """Name a backup's file: whose vault it is of, and the moment (aware)."""
    return f"{vault_id}-{at.astimezone(UTC).strftime(_AT)}{SUFFIX}"


def made_at(name: str) -> datetime | None:
    """Say when a backup was made (aware UTC), by its name. None for another file."""
    match = _NAME.fullmatch(name)
    try:
        return datetime.strptime(match["at"], _AT).replace(tzinfo=UTC) if match else None
    except ValueError:
        return None


def contents_of(database: Database, schema: str = "main") -> tuple[int, str]:
    """Count the entries of a database, and give the hash of all their names in order: what a manifest says of it."""
    names = [str(row[0]) for row in database.rows(f"SELECT eid FROM {schema}.entries ORDER BY eid")]  # noqa: S608 - ours
    return len(names), hashlib.sha256("".join(names).encode()).hexdigest()


def is_sound(database: Database, schema: str = "main") -> bool:
    """Say whether every page of a database is as it was written, and they agree."""
    damaged = database.rows(f"PRAGMA {schema}.cipher_integrity_check")
    return not damaged and database.value(f"PRAGMA {schema}.integrity_check") == "ok"


def _write_over(sealed: Path, target: Path) -> None:
    """Write a copy that is not there yet, and read it back. Raises OSError and KnownError(BACKUP_UNREADABLE)."""
    with sealed.open("rb") as source, target.open("xb") as copy:
        shutil.copyfileobj(source, copy, MIB)
        copy.flush()
        os.fsync(copy.fileno())
    if _digest_of(target) != _digest_of(sealed):
        raise KnownError(Fault.BACKUP_UNREADABLE)


def _copied(vault: Vault, copy: Path, place: Place, now: datetime) -> Manifest:
    """Copy a vault's database, and compare the copy with it."""
    database = vault.database
    with disk_faults(), _create(copy):
        pass  # made by us, because SQLite would let others read it
    database.execute("VACUUM INTO ?", (str(copy),))
    database.execute("ATTACH DATABASE ? AS copy", (str(copy),))
    try:
        count, digest = contents_of(database, "copy")
        if not is_sound(database, "copy") or (count, digest) != contents_of(database):
            raise KnownError(Fault.VAULT_DAMAGED)
    finally:
        database.execute("DETACH DATABASE copy")
    return Manifest(
        v=1,
        person=vault.person,
        vault=vault.vault_id,
        made_at=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        entries=count,
        digest=digest,
        place=place,
    )


def _parts(making: Path, home: Home) -> list[tuple[str, Path]]:
    statements = sorted(home.directory.glob(f"*{STATEMENT}"))
    listed = ((f"directory/{path.name}", path) for path in statements)
    return [(SLOTS, making / SLOTS), *listed, (DATABASE, making / DATABASE)]


def _pack(pack: Path, manifest: Manifest, parts: Sequence[tuple[str, Path]]) -> None:
    """Put everything into one tar file, in the plainest form there is. Raises OSError."""
    with _create(pack) as file, tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        said = strictjson.encode(manifest)
        tar.addfile(_member(MANIFEST, len(said)), io.BytesIO(said))
        for name, path in parts:
            with path.open("rb") as part:
                tar.addfile(_member(name, path.stat().st_size), part)


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, OWNER_FILE
    return member


def _create(path: Path) -> io.BufferedWriter:
    """Create a file for its owner alone. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_FILE)
    return os.fdopen(handle, "wb")


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
