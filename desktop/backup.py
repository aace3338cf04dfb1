# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Backups of somebody's records, and coming back from one with nothing but the printed sheet (security.md 3.12).

A backup is made without the code and opened with nothing else. It goes to the shared folder, where it is tidied, or to
a folder of one's own choosing.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desktop.opening import open_session
from desktop.people import PersonId
from desktop.services import Candour
from desktop.session import Session
from desktop.synced import Synced
from storage.backup import deliver, sealed_backup, tidy
from storage.constants import BACKUP_HOURS
from storage.errors import Fault, KnownError
from storage.exchange import BACKUPS, CARRIER_FAULTS, exchange_faults
from storage.files import disk_faults
from storage.home import Home
from storage.kit import kit_of
from storage.recovery_code import read_recovery_code
from storage.restoring import OpenedBackup, install, open_installed, opened_backup

_LAST = "backup"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made: the file, how long it is (bytes), how many entries it holds, how many older ones went."""

    file: Path
    size: int
    entries: int
    tidied: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that was opened and is whole: the file, whose it is, when it was made, and how many entries it holds."""

    file: Path
    person: PersonId
    made_at: datetime
    entries: int


@dataclass(frozen=True, slots=True)
class Restored:
    """Records that were restored, and what the first look at the exchange brought."""

    backup: Checked
    synced: Synced


def back_up(session: Session, to: Path | None = None) -> BackedUp:
    """Make a backup of whoever is signed in: into the shared folder, or into the folder `to`, which has to be there.

    Raises KnownError(NO_RECOVERY_KIT, BACKUP_UNREADABLE, VAULT_DAMAGED, EXCHANGE_*, DISK_*).
    """
    vault, machine, now = session.vault, session.machine, session.machine.now()
    folder = to or _shared(session)
    with sealed_backup(vault, machine.home, now) as sealed:
        deliver(sealed.path, folder, disk_faults if to else exchange_faults)
        made = BackedUp(folder / sealed.path.name, sealed.size, sealed.manifest.entries, 0)
    vault.set_meta(_LAST, now.isoformat().encode())
    return BackedUp(made.file, made.size, made.entries, tidy(folder, vault.vault_id, now))


def back_up_if_due(session: Session) -> BackedUp | None:
    """Make a backup when the last is more than a day old. None when it is not, without a kit, or with the folder away.

    Raises KnownError(BACKUP_UNREADABLE, VAULT_DAMAGED, DISK_*).
    """
    last = last_backup(session)
    now = session.machine.now()
    # A last one in the future was made under a wrong clock, and must not keep the next away until then.
    is_fresh = last is not None and abs(now - last) < timedelta(hours=BACKUP_HOURS)
    if is_fresh or kit_of(session.vault) is None:
        return None
    try:
        return back_up(session)
    except KnownError as error:
        if error.code not in CARRIER_FAULTS:
            raise
        return None


def last_backup(session: Session) -> datetime | None:
    """The moment of the last backup (aware UTC), wherever it went."""
    found = session.vault.database.value("SELECT value FROM meta WHERE name = ?", (_LAST,))
    return datetime.fromisoformat(found.decode()) if isinstance(found, bytes) else None


def backups_folder(home: Home) -> Path:
    """The folder of backups in the exchange; it may not be there yet, or not be reached."""
    return Path(home.place().exchange) / BACKUPS


def check_backup(candour: Candour, source: Path, typed_code: str) -> Checked:
    """Open a backup, or the newest in a folder that opens, compare all of it with what it says, and let it go again.

    Raises KnownError(RECOVERY_CODE_LENGTH, RECOVERY_GROUP_WRONG, NO_BACKUP, BACKUP_REFUSED, DISK_*).
    """
    with opened_backup(source, read_recovery_code(typed_code), candour.machine.home) as opened:
        return _checked(opened)


def restore(
    candour: Candour, source: Path, typed_code: str, *, exchange: Path | None = None, instead: bool = False
) -> Restored:
    """Make somebody's records of a backup on this machine, and look at the exchange for what came since.

    Their passphrase is the one that they had when it was made. `exchange` is where the shared folder is from here, if
    not where it was. With `instead`, records of theirs that are here are put beside, never deleted; else they are
    KnownError(VAULT_EXISTS). Raises as `check_backup`, and KnownError(SCHOOL_REFUSED, VAULT_IN_USE, VAULT_TOO_NEW,
    VAULT_PLACE_REFUSED).
    """
    machine = candour.machine
    with opened_backup(source, read_recovery_code(typed_code), machine.home) as opened:
        checked, key = _checked(opened), opened.key
        folder = machine.home.vault(checked.person)
        with _put_beside(folder, key, machine.now()) if instead else contextlib.nullcontext():
            install(opened, machine.home, str(exchange or opened.manifest.place.exchange))
    session = open_session(machine, open_installed(folder, key), candour.meaning)
    with contextlib.closing(session):
        return Restored(checked, session.sync())


@contextlib.contextmanager
def _put_beside(folder: Path, key: bytes, now: datetime) -> Iterator[None]:
    """Give a vault's folder another name while a new one takes its place, and its own name back if none does."""
    if not folder.exists():
        yield
        return
    try:
        open_installed(folder, key).close()
    except KnownError as error:
        if error.code is Fault.VAULT_IN_USE:
            raise
    beside = folder.with_name(f"{folder.name}.until-{now:%Y%m%dT%H%M%SZ}")
    with disk_faults():
        folder.rename(beside)
    try:
        yield
    except BaseException:
        if not folder.exists():
            beside.rename(folder)
        raise


def _shared(session: Session) -> Path:
    """The folder of backups in the exchange, made where the exchange is there. Raises KnownError(EXCHANGE_*)."""
    folder = backups_folder(session.machine.home)
    if not folder.parent.is_dir():
        raise KnownError(Fault.EXCHANGE_UNREACHABLE)
    with exchange_faults():
        folder.mkdir(exist_ok=True)
    return folder


def _checked(opened: OpenedBackup) -> Checked:
    manifest = opened.manifest
    moment = datetime.fromisoformat(manifest.made_at.replace("Z", "+00:00"))
    return Checked(opened.source, PersonId(manifest.person), moment, manifest.entries)
