# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Heartbeats: at most once a day each reader's vault says that it lives, and which directory it knows. Nothing else.

Anything more (what a vault holds or has written) would change when a report about somebody powerful arrives. They show
that the list of readers is fresh, and tell a vault that an older copy of itself has been put back.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import msgspec

from storage import strictjson
from storage.body import Day, Hex16, Hex32
from storage.constants import HEARTBEAT_HOURS, HEARTBEAT_SIGNATURE, KIB
from storage.directory import DirectoryState
from storage.errors import KnownError
from storage.exchange import Area, Exchange
from storage.keys import check_signature
from storage.vault import Vault

_MAX = KIB
_COUNTER = "heartbeat"
_NANOSECONDS = 1e9


class Heartbeat(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One heartbeat: whose vault, its how-manieth, the directory as known there, and the day (UTC)."""

    v: int
    school: Hex32
    kid: Hex16
    counter: Annotated[int, msgspec.Meta(ge=1)]
    n: int
    head: Hex32
    day: Day


def beat(vault: Vault, directory: DirectoryState, exchange: Exchange, now: datetime) -> None:
    """Leave a heartbeat if a day has passed since the last. Raises KnownError(EXCHANGE_*, DISK_*)."""
    counter, last = _own_counter(vault)
    # A last one in the future was left under a wrong clock, and must not silence us until then.
    if last is not None and abs(now - last) < timedelta(hours=HEARTBEAT_HOURS):
        return
    heartbeat = Heartbeat(
        v=1,
        school=directory.school,
        kid=vault.kid,
        counter=counter + 1,
        n=directory.n,
        head=directory.head,
        day=now.date().isoformat(),
    )
    body = strictjson.encode(heartbeat)
    signature = vault.keys.signing.sign(HEARTBEAT_SIGNATURE, body)
    # The vault counts first: a heartbeat that was left but not counted would look like an older copy put back.
    vault.set_meta(_COUNTER, f"{counter + 1} {now.isoformat()}".encode())
    exchange.put(Area.HEARTBEATS, _file_name(vault.kid, counter + 1), len(body).to_bytes(4, "big") + body + signature)


def last_confirmed(directory: DirectoryState, exchange: Exchange, without: frozenset[str] = frozenset()) -> date | None:
    """The last day on which a reader's vault said that it knows our directory or a newer one.

    `without` names the vaults of whoever asks, which would only confirm each other. Raises KnownError(EXCHANGE_*).
    """
    heard = (each for kid, each in _heard(directory, exchange).items() if kid not in without)
    days = [heartbeat.day for heartbeat in heard if _confirms(heartbeat, directory)]
    return date.fromisoformat(max(days)) if days else None


def last_known(directory: DirectoryState, exchange: Exchange, kids: Collection[str]) -> int:
    """The number of the last directory statement that one of these vaults said it knows; 0 where none has said any.

    Raises KnownError(EXCHANGE_*).
    """
    return max((each.n for kid, each in _heard(directory, exchange).items() if kid in kids), default=0)


def is_older_copy(vault: Vault, directory: DirectoryState, exchange: Exchange) -> bool:
    """Say whether an older copy of this vault was put back: its own heartbeats are ahead of it.

    Raises KnownError(EXCHANGE_*).
    """
    own = _heard(directory, exchange).get(vault.kid)
    return own is not None and own.counter > _own_counter(vault)[0]


def catch_up(vault: Vault, directory: DirectoryState, exchange: Exchange) -> bool:
    """Bring a vault that was restored from a backup up to its own heartbeats, once. Says whether they were ahead of it.

    Until then it is an older copy of itself, and says so. Raises KnownError(EXCHANGE_*, DISK_*).
    """
    own = _heard(directory, exchange).get(vault.kid)
    counter, last = _own_counter(vault)
    if own is None or own.counter <= counter:
        return False
    when = last or datetime.combine(date.fromisoformat(own.day), datetime.min.time(), UTC)
    vault.set_meta(_COUNTER, f"{own.counter} {when.isoformat()}".encode())
    return True


def is_clock_ahead(vault: Vault, exchange: Exchange) -> bool:
    """Say whether the last heartbeat bears, where it lies, a time more than a day before the one at which it was left.

    A file server stamps what is written by its own clock. A folder on this computer has this computer's, and says
    nothing. Raises KnownError(EXCHANGE_*).
    """
    counter, left = _own_counter(vault)
    name = _file_name(vault.kid, counter)
    stamped = next((each.modified for each in exchange.names(Area.HEARTBEATS) if each.name == name), None)
    if left is None or stamped is None:
        return False
    return left.timestamp() - stamped / _NANOSECONDS > timedelta(days=1).total_seconds()


def _file_name(kid: str, counter: int) -> str:
    return f"{kid}-{counter:08d}.chb"


def _heard(directory: DirectoryState, exchange: Exchange) -> dict[str, Heartbeat]:
    """The newest heartbeat of every vault; what does not verify is passed over."""
    heard: dict[str, Heartbeat] = {}
    for name in sorted((listed.name for listed in exchange.names(Area.HEARTBEATS)), reverse=True):
        if name[:32] not in heard and (heartbeat := _read(exchange, directory, name)) is not None:
            heard[name[:32]] = heartbeat
    return heard


def _confirms(heartbeat: Heartbeat, directory: DirectoryState) -> bool:
    """Say whether a vault that is still trusted knows our directory, or a newer one."""
    same_or_newer = heartbeat.n > directory.n or (heartbeat.n, heartbeat.head) == (directory.n, directory.head)
    return same_or_newer and directory.keys[heartbeat.kid].revoked is None


def _own_counter(vault: Vault) -> tuple[int, datetime | None]:
    found = vault.database.value("SELECT value FROM meta WHERE name = ?", (_COUNTER,))
    if not isinstance(found, bytes):
        return 0, None
    counter, at = found.decode().split(" ")
    return int(counter), datetime.fromisoformat(at)


def _read(exchange: Exchange, directory: DirectoryState, name: str) -> Heartbeat | None:
    data = exchange.read(Area.HEARTBEATS, name, _MAX) or b""
    end = 4 + int.from_bytes(data[:4], "big")
    body, signature = data[4:end], data[end:]
    try:
        heartbeat = msgspec.convert(strictjson.decode(body, at_most=_MAX), Heartbeat)
        record = directory.keys.get(heartbeat.kid)
        if record is None or heartbeat.school != directory.school:
            return None
        public = bytes.fromhex(record.fact.sign)
        check_signature(HEARTBEAT_SIGNATURE, public, body, signature)
    except (KnownError, msgspec.ValidationError):
        return None
    return heartbeat if name.startswith(heartbeat.kid) else None
