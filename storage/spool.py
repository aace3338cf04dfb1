# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The spool: envelopes that this machine has sealed and keeps offering until somebody has received them.

It holds sealed bytes only, and for each as many names of possible receipts as an envelope can have readers, real ones
and made-up ones shuffled: any of them in the exchange means that a reader has it. Nothing that is written here tells
who sent what, to whom, or at what time of day; the file system still knows when each file was made.
"""

import contextlib
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import msgspec

from storage.body import Day
from storage.constants import CHECKED_DAYS, NAME_LENGTH, ORPHAN_SECONDS, SLOTS, SPOOL_KEPT_DAYS
from storage.errors import KnownError
from storage.exchange import CARRIER_FAULTS, Area, Exchange, envelope_name
from storage.files import clear_temporaries, disk_faults, make_private_folder, write_whole


@dataclass(frozen=True, slots=True)
class Offered:
    """What one round over the spool did: files delivered now, those that could not be, and those let go as received."""

    delivered: tuple[str, ...]
    waiting: tuple[str, ...]
    received: tuple[str, ...]


class _Sidecar(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside an envelope: possible receipts, the day it was kept, the day a receipt was first seen."""

    v: int
    tokens: tuple[str, ...]
    day: str
    received: Day | None = None


class Spool:
    """A folder of sealed envelopes with their sidecars."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first envelope comes."""
        self._folder = folder

    def keep(self, envelope: bytes, tokens: Sequence[str], day: date, *, is_in_vault: bool = False) -> str:
        """Keep an envelope durably: when this returns its name, it survives a power cut. Raises KnownError(DISK_*).

        `tokens` are the receipts to look for; strangers' names are mixed in. `day` is all that is kept of the time.
        What is in a vault's outbox is durable there and comes back from it: here it need not reach the disk at once.
        """
        make_private_folder(self._folder)
        name = envelope_name(envelope)
        watched = [*tokens, *(secrets.token_hex(NAME_LENGTH // 2) for _ in range(SLOTS[-1] - len(tokens)))]
        secrets.SystemRandom().shuffle(watched)
        try:
            # The sidecar first: an envelope without one would be offered for ever.
            self._save(name, _Sidecar(v=1, tokens=tuple(watched), day=day.isoformat()), flush=not is_in_vault)
            write_whole(self._folder / name, envelope, flush=not is_in_vault)
        except KnownError:
            # Told not to be saved, it must not be sent after all: its name may be there, only not for certain.
            with contextlib.suppress(KnownError):
                self.let_go(name)
            raise
        return name

    def names(self) -> list[str]:
        """The envelopes kept here, in no order that means anything. Raises KnownError(DISK_ERROR)."""
        with disk_faults():
            return sorted(path.name for path in self._folder.glob("*.cenv")) if self._folder.is_dir() else []

    def holds(self, name: str) -> bool:
        """Say whether an envelope is here whole. A power cut may leave its name with nothing under it."""
        return self._read(name) is not None

    def offer(self, exchange: Exchange, today: date) -> Offered:
        """Put everything that is kept into the exchange again, and let go what was received a month ago.

        A carrier that fails leaves the rest waiting; that is no error. Nor is a file that this disk has lost: it stays
        waiting, and the others go. Raises KnownError(DISK_ERROR) when what was received cannot be let go.
        """
        delivered: list[str] = []
        received: list[str] = []
        clear_temporaries(self._folder, time.time() - ORPHAN_SECONDS)
        waiting = self.names()
        try:
            tokens = {listed.name for listed in exchange.names(Area.RECEIPTS)}
            there = {listed.name: listed.size for listed in exchange.names(Area.ENVELOPES)}
            for name in tuple(waiting):
                sidecar = self._note_receipt(name, tokens, today)
                if _is_done(sidecar, today):
                    self.let_go(name)
                    received.append(name)
                elif not self._rests(name, sidecar, there.get(name), today):
                    # Also where one of that name is listed: it may be damaged, and the same bytes again cost nothing.
                    if (envelope := self._read(name)) is None:
                        continue
                    exchange.put(Area.ENVELOPES, name, envelope)
                    delivered.extend({name} - there.keys())
                waiting.remove(name)
        except KnownError as error:
            if error.code not in CARRIER_FAULTS:
                raise
        return Offered(tuple(delivered), tuple(waiting), tuple(received))

    def _rests(self, name: str, sidecar: _Sidecar, size_there: int | None, today: date) -> bool:
        """Say whether somebody has had it for a week and it lies there for the others, as far as its length tells."""
        if sidecar.received is None or date.fromisoformat(sidecar.received) + timedelta(days=CHECKED_DAYS) > today:
            return False
        with disk_faults():
            return size_there == (self._folder / name).stat().st_size

    def _note_receipt(self, name: str, tokens: set[str], today: date) -> _Sidecar:
        sidecar = self._load(name)
        if sidecar.received is not None or tokens.isdisjoint(sidecar.tokens):
            return sidecar
        noted = msgspec.structs.replace(sidecar, received=today.isoformat())
        # A full disk here must not keep anything from going out; it is noted another day.
        with contextlib.suppress(KnownError):
            self._save(name, noted)
        return noted

    def let_go(self, name: str) -> None:
        """Keep an envelope no longer. Raises KnownError(DISK_ERROR)."""
        # The envelope first: a sidecar alone is litter, an envelope alone would be offered for ever.
        with disk_faults():
            (self._folder / name).unlink(missing_ok=True)
            self._sidecar(name).unlink(missing_ok=True)

    def _read(self, name: str) -> bytes | None:
        """Read an envelope, or nothing where this disk no longer has it as it was kept."""
        try:
            envelope = (self._folder / name).read_bytes()
        except OSError:
            return None
        return envelope if envelope_name(envelope) == name else None

    def _sidecar(self, name: str) -> Path:
        return self._folder / f"{name}.wait"

    def _load(self, name: str) -> _Sidecar:
        try:
            return msgspec.json.decode(self._sidecar(name).read_bytes(), type=_Sidecar)
        except (OSError, msgspec.DecodeError):
            # Lost or damaged: the envelope itself is whole, so it is offered until its author's vault hears of it.
            return _Sidecar(v=1, tokens=(), day="")

    def _save(self, name: str, sidecar: _Sidecar, *, flush: bool = True) -> None:
        write_whole(self._sidecar(name), msgspec.json.encode(sidecar), flush=flush)


def _is_done(sidecar: _Sidecar, today: date) -> bool:
    """One reader has had it for a month; every other reader's machine has had as long to fetch it."""
    received = sidecar.received
    return received is not None and date.fromisoformat(received) + timedelta(days=SPOOL_KEPT_DAYS) <= today
