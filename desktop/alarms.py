# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a look at the shared folder makes a reader be told at once: an older directory or vault, a wrong clock."""

from collections.abc import Sequence
from datetime import date

from desktop.freshness import days_unconfirmed, is_clock_behind
from desktop.machine import Machine
from desktop.synced import Alarm
from storage.database import Database
from storage.heartbeat import beat, catch_up, is_clock_ahead, is_older_copy
from storage.ingest import Reason, set_aside
from storage.restoring import RESTORED
from storage.vault import Vault

_SEEN = "directory"


def directory_alarms(vault: Vault, machine: Machine, forks: Sequence[int]) -> tuple[Alarm, ...]:
    """Remember the newest directory that this vault has seen; say whether this one is older, or forked."""
    newest = int(meta(vault.database, _SEEN) or b"0")
    vault.set_meta(_SEEN, str(max(newest, machine.state.n)).encode())
    holds = {Alarm.DIRECTORY_FORK: bool(forks), Alarm.DIRECTORY_ROLLED_BACK: machine.state.n < newest}
    return tuple(alarm for alarm, is_so in holds.items() if is_so)


def vault_alarms(vault: Vault, machine: Machine, *, beats: bool) -> tuple[Alarm, ...]:
    """Leave a heartbeat; say whether an older copy of this vault has been put back, by hand or from a backup.

    Raises KnownError(EXCHANGE_*, DISK_*, VAULT_*).
    """
    state, exchange = machine.state, machine.exchange
    is_behind = False
    if meta(vault.database, RESTORED):
        is_behind = catch_up(vault, state, exchange)
        vault.set_meta(RESTORED, b"")
    if is_older_copy(vault, state, exchange):
        return (Alarm.OLDER_VAULT,)
    if beats:
        beat(vault, state, exchange, machine.now())
    return (Alarm.RESTORED_BEHIND,) if is_behind else ()


def version_alarms(vault: Vault, *, is_behind: bool) -> tuple[Alarm, ...]:
    """Say whether the school uses a newer Candour: by its directory, or by what waits set aside for one (ux.md Y6)."""
    waits = any(reason is Reason.TOO_NEW for _, reason, _ in set_aside(vault))
    return (Alarm.NEWER_CANDOUR,) if is_behind or waits else ()


def clock_alarms(vault: Vault, machine: Machine, heard_on: date | None) -> tuple[Alarm, ...]:
    """Say whether this computer is behind the day on which another vault last said something, or ahead (ux.md Y7).

    Ahead only where two things say so: nobody else is as late, and the shared folder stamps an earlier day. A folder
    that was copied may bear other times. Raises KnownError(EXCHANGE_*).
    """
    today = machine.today()
    if is_clock_behind(today, heard_on):
        return (Alarm.CLOCK_BEHIND,)
    is_ahead = days_unconfirmed(heard_on, today) is not None and is_clock_ahead(vault, machine.exchange)
    return (Alarm.CLOCK_AHEAD,) if is_ahead else ()


def meta(database: Database, name: str) -> bytes:
    """Read one of a vault's own facts, empty where it was never written."""
    found = database.value("SELECT value FROM meta WHERE name = ?", (name,))
    return found if isinstance(found, bytes) else b""
