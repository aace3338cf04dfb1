# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening a backup with its recovery code, proving that it is whole, and making a vault of it on some machine.

Nothing that a backup says is believed before it has been compared: age's seal, then the pack's form, the slots, every
page of the database, and the number and names of its entries. A vault appears under its own name whole or not at all.
"""

import contextlib
import re
import secrets
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pyrage

from storage import strictjson
from storage.backup import MANIFEST, SLOTS, SUFFIX, Manifest, contents_of, is_sound, made_at
from storage.constants import BACKUP_PARTS_MAX, HEADER_MAX, KIB, MIB, SLOTS_FILE_MAX, STATEMENT_MAX
from storage.database import Database, open_database
from storage.directory_store import DirectoryStore
from storage.errors import Fault, KnownError
from storage.files import disk_faults, make_private_folder, sync_folder, write_whole
from storage.home import Home
from storage.recovery_code import RecoveryCode
from storage.seal import check_header
from storage.slots import load_slots, unwrap_with_code
from storage.vault import DATABASE, Vault, migrate, migrations

RESTORED = "restored"
"""The fact that a vault was restored and has not yet been compared with what went on elsewhere."""
_OPENING = ".restore-"
_STATEMENT = re.compile(r"directory/\d{6}-[0-9a-f]{12}\.cdir")
_FIXED = {MANIFEST: 4 * KIB, SLOTS: SLOTS_FILE_MAX, DATABASE: 1 << 40}


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup that was opened and found whole, in a private folder, with the key of its database."""

    source: Path
    folder: Path
    manifest: Manifest
    key: bytes = field(repr=False)


@contextlib.contextmanager
def opened_backup(source: Path, code: RecoveryCode, home: Home) -> Iterator[OpenedBackup]:
    """Open a backup, or the newest in a folder that this code opens and that is whole, inside a machine's home.

    It is gone again afterwards. Raises KnownError(NO_BACKUP) when the folder holds none for this code, and for a file
    KnownError(BACKUP_REFUSED); KnownError(DISK_*).
    """
    for leftover in home.root.glob(f"{_OPENING}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    for path in _newest_first(source):
        folder = home.root / f"{_OPENING}{secrets.token_hex(8)}"
        try:
            try:
                opened = _opened(path, code, folder)
            except KnownError as error:
                if error.code is not Fault.BACKUP_REFUSED or path == source:
                    raise
                continue
            yield opened
            return
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    raise KnownError(Fault.NO_BACKUP)


def install(opened: OpenedBackup, home: Home, exchange: str) -> Path:
    """Make a vault of an opened backup, and pin a machine without a school to its own. Returns the vault's folder.

    `exchange` is where the school's is from here. It begins new chains, so that nothing it writes can be taken for what
    was written elsewhere since. Raises KnownError(SCHOOL_REFUSED) on a machine of another school, and
    KnownError(VAULT_EXISTS, VAULT_TOO_NEW, VAULT_PLACE_REFUSED, DISK_*).
    """
    place, target = opened.manifest.place, home.vault(opened.manifest.person)
    home.check_place_for_vaults()
    if home.has_school() and home.place().school != place.school:
        raise KnownError(Fault.SCHOOL_REFUSED)
    if target.exists():
        raise KnownError(Fault.VAULT_EXISTS)
    _begin_anew(opened)
    if not home.has_school():
        _bring_directory(opened.folder / "directory", home)
        home.settle(msgspec.structs.replace(place, exchange=exchange))
    make_private_folder(home.vaults)
    with disk_faults():
        shutil.rmtree(opened.folder / "directory")
        (opened.folder / MANIFEST).unlink()
        opened.folder.rename(target)
        sync_folder(home.vaults)
    return target


def open_installed(folder: Path, key: bytes) -> Vault:
    """Open a vault that was just installed, by its key."""
    return Vault(folder, open_database(folder / DATABASE, key))


def _newest_first(source: Path) -> list[Path]:
    with disk_faults():
        if not source.is_dir():
            return [source]
        found = [path for path in source.glob(f"*{SUFFIX}") if made_at(path.name)]
    return sorted(found, key=lambda path: (path.name.partition("-")[2], path.name), reverse=True)


def _opened(source: Path, code: RecoveryCode, folder: Path) -> OpenedBackup:
    make_private_folder(folder)
    pack = folder / "pack"
    _unseal(source, code, pack)
    try:
        _unpack(pack, folder)
        manifest = _read_manifest((folder / MANIFEST).read_bytes())
    except (tarfile.TarError, FileNotFoundError, EOFError, ValueError):
        raise KnownError(Fault.BACKUP_REFUSED) from None
    with disk_faults():
        pack.unlink()
    return OpenedBackup(source, folder, manifest, _checked_key(folder, manifest, code))


def _read_manifest(data: bytes) -> Manifest:
    try:
        return msgspec.convert(strictjson.decode(data, at_most=_FIXED[MANIFEST]), Manifest)
    except (KnownError, msgspec.ValidationError):
        raise KnownError(Fault.BACKUP_REFUSED) from None


def _unseal(source: Path, code: RecoveryCode, pack: Path) -> None:
    """Open age's seal. What it hands out before it has seen the end is used only when there was no fault."""
    with disk_faults():
        sealed = source.open("rb")
    with sealed, disk_faults(), pack.open("xb") as target:
        pack.chmod(0o600)
        try:
            check_header(sealed.read(HEADER_MAX))
            sealed.seek(0)
            pyrage.decrypt_io(sealed, target, [code.identity])
        except (pyrage.DecryptError, KnownError):
            raise KnownError(Fault.BACKUP_REFUSED) from None
        except OSError as error:
            # age's own faults have no number; the disk's have.
            if error.errno is None:
                raise KnownError(Fault.BACKUP_REFUSED) from None
            raise


def _unpack(pack: Path, folder: Path) -> None:
    """Take the pack apart: the known names, plain files of bounded size, each once."""
    make_private_folder(folder / "directory")
    seen: set[str] = set()
    with tarfile.open(pack, mode="r:") as tar:
        for member in tar:
            limit = _FIXED.get(member.name) or (STATEMENT_MAX * 2 if _STATEMENT.fullmatch(member.name) else 0)
            is_odd = not member.isreg() or member.size > limit or member.name in seen
            part = None if is_odd or len(seen) >= BACKUP_PARTS_MAX else tar.extractfile(member)
            if part is None:
                raise KnownError(Fault.BACKUP_REFUSED)
            seen.add(member.name)
            with disk_faults(), (folder / member.name).open("xb") as target:
                (folder / member.name).chmod(0o600)
                shutil.copyfileobj(part, target, MIB)


def _checked_key(folder: Path, manifest: Manifest, code: RecoveryCode) -> bytes:
    """Open the slots and the database, compare them with the manifest, and return the database's key."""
    try:
        slots = load_slots(folder)
        key = unwrap_with_code(slots, code)
        database = open_database(folder / DATABASE, key)
        with contextlib.closing(database):
            DirectoryStore(folder / "directory").load(manifest.place.school, (manifest.place.n, manifest.place.head))
            is_whole = slots.vault == manifest.vault and _is_as_said(database, manifest)
    except KnownError as error:
        if error.code in {Fault.DISK_FULL, Fault.DISK_ERROR, Fault.VAULT_TOO_NEW}:
            raise
        raise KnownError(Fault.BACKUP_REFUSED) from None
    if not is_whole:
        raise KnownError(Fault.BACKUP_REFUSED)
    return key


def _is_as_said(database: Database, manifest: Manifest) -> bool:
    facts = set(database.rows("SELECT name, value FROM meta WHERE name IN ('person', 'vault', 'school')"))
    said = {"person": manifest.person, "vault": manifest.vault, "school": manifest.place.school}
    is_theirs = facts == {(name, value.encode()) for name, value in said.items()}
    return is_theirs and is_sound(database) and contents_of(database) == (manifest.entries, manifest.digest)


def _begin_anew(opened: OpenedBackup) -> None:
    database = open_database(opened.folder / DATABASE, opened.key)
    with contextlib.closing(database):
        migrate(database, opened.folder, migrations())
        database.execute("DELETE FROM own_chains")
        database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (RESTORED, opened.manifest.made_at.encode()))


def _bring_directory(source: Path, home: Home) -> None:
    make_private_folder(home.root)
    make_private_folder(home.directory)
    for path in sorted(source.iterdir()):
        with disk_faults():
            data = path.read_bytes()
        write_whole(home.directory / path.name, data)
