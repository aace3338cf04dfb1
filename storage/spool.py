# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The spool: envelopes that this machine has sealed and keeps offering until somebody has received them.

It holds sealed bytes only, and for each as many names of possible receipts as an envelope can have readers, real ones
and made-up ones shuffled: any of them in the exchange means that a reader has it. Nothing that is written here tells
who sent what, to whom, or at what time of day; the file system still knows when each file was made.

A walk-up's files stand here before their entry, and name it: without it they are what a killed writer left behind.
"""

import contextlib
import secrets
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import msgspec

from storage.body import Day
from storage.compose import SealedFile
from storage.constants import CHECKED_DAYS, NAME_LENGTH, ORPHAN_SECONDS, SLOTS, SPOOL_KEPT_DAYS, SPOOL_LOOKS
from storage.errors import Fault, KnownError
from storage.exchange import CARRIER_FAULTS, Area, Exchange, envelope_name, file_name
from storage.files import clear_temporaries, disk_faults, make_private_folder, write_whole

_SEALED = (".cenv", ".cblob")


@dataclass(frozen=True, slots=True)
class Offered:
    """What one round over the spool did: files delivered now, those that could not be, and those let go as received."""

    delivered: tuple[str, ...]
    waiting: tuple[str, ...]
    received: tuple[str, ...]


NOTHING_OFFERED = Offered((), (), ())


class _Sidecar(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside an envelope: possible receipts, the day it was kept, the day a receipt was first seen.

    `looks` counts the days since then on which it was offered, of which `looked` is the last. A file has more: the
    envelope without which it is nothing, and the day on which it was last put into the exchange.
    """

    v: int
    tokens: tuple[str, ...]
    day: str
    received: Day | None = None
    part_of: str | None = None
    offered: Day | None = None
    looks: int = 0
    looked: Day | None = None


class Spool:
    """A folder of sealed envelopes with their sidecars."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first envelope comes."""
        self._folder = folder

    def keep(
        self,
        envelope: bytes,
        tokens: Sequence[str],
        day: date,
        *,
        is_in_vault: bool = False,
        is_file: bool = False,
        part_of: str | None = None,
    ) -> str:
        """Keep an envelope durably: when this returns its name, it survives a power cut. Raises KnownError(DISK_*).

        `tokens` are the receipts to look for; strangers' names are mixed in. `day` is all that is kept of the time.
        What is in a vault's outbox is durable there and comes back from it: here it need not reach the disk at once.
        `is_file` says that it is a sealed file, and `part_of` of which envelope, where no vault knows it.
        """
        make_private_folder(self._folder)
        name = file_name(envelope) if is_file else envelope_name(envelope)
        watched = [*tokens, *(secrets.token_hex(NAME_LENGTH // 2) for _ in range(SLOTS[-1] - len(tokens)))]
        secrets.SystemRandom().shuffle(watched)
        try:
            # The sidecar first: an envelope without one would be offered for ever.
            sidecar = _Sidecar(v=1, tokens=tuple(watched), day=day.isoformat(), part_of=part_of)
            self._save(name, sidecar, flush=not is_in_vault)
            write_whole(self._folder / name, envelope, flush=not is_in_vault)
        except KnownError:
            # Told not to be saved, it must not be sent after all: its name may be there, only not for certain.
            with contextlib.suppress(KnownError):
                self.let_go(name)
            raise
        return name

    def keep_all(
        self, envelope: bytes, tokens: Sequence[str], files: Iterable[SealedFile], day: date, *, is_in_vault: bool
    ) -> tuple[str, ...]:
        """Keep an envelope and before it its files, which are asked for one after another: all of them, or none.

        Returns their names in this order. Raises as `keep`.
        """
        names: list[str] = []
        part_of = None if is_in_vault else envelope_name(envelope)
        try:
            for file in files:
                watched = list(file.tokens.values())
                names.append(
                    self.keep(file.sealed, watched, day, is_in_vault=is_in_vault, is_file=True, part_of=part_of)
                )
            return (*names, self.keep(envelope, tokens, day, is_in_vault=is_in_vault))
        except KnownError:
            for name in names:
                with contextlib.suppress(KnownError):
                    self.let_go(name)
            raise

    def deliver(self, names: Sequence[str], exchange: Exchange) -> bool:
        """Try once to put these into the exchange. Returns whether all are there; a carrier's fault means later."""
        try:
            there = [self._put(name, exchange) for name in names]
        except KnownError as error:
            if error.code not in CARRIER_FAULTS:
                raise
            return False
        return all(there)

    def names(self) -> list[str]:
        """The envelopes and files kept here, in no order that means anything. Raises KnownError(DISK_ERROR)."""
        with disk_faults():
            found = self._folder.iterdir() if self._folder.is_dir() else ()
            return sorted(path.name for path in found if path.suffix in _SEALED)

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
        kept = self._kept()
        waiting = list(kept)
        try:
            tokens = {listed.name for listed in exchange.names(Area.RECEIPTS)}
            there = {listed.name: listed.size for listed in exchange.names(Area.ENVELOPES)}
            for name in tuple(waiting):
                sidecar = kept[name] = self._note_look(name, kept[name], tokens, today)
                if _is_done(sidecar, today) and not any(each.part_of == name for each in kept.values()):
                    self.let_go(name)
                    del kept[name]
                    received.append(name)
                elif not self._rests(name, sidecar, there.get(name), today):
                    # Also where one of that name is listed: it may be damaged, and the same bytes again cost nothing.
                    if not self._put(name, exchange):
                        continue
                    self._note_offer(name, sidecar, today)
                    delivered.extend({name} - there.keys())
                waiting.remove(name)
        except KnownError as error:
            if error.code not in CARRIER_FAULTS:
                raise
        return Offered(tuple(delivered), tuple(waiting), tuple(received))

    def _kept(self) -> dict[str, _Sidecar]:
        """What is to be offered, in the order of offering: plain envelopes, then files, and last what has files."""
        kept = {name: self._load(name) for name in self.names()}
        whole = {sidecar.part_of for sidecar in kept.values()}
        for name in [name for name, sidecar in kept.items() if sidecar.part_of and sidecar.part_of not in kept]:
            self._clear(name)
            del kept[name]
        return {name: kept[name] for name in sorted(kept, key=lambda name: (name in whole, _is_file(name), name))}

    def _clear(self, name: str) -> None:
        """Remove a file whose envelope is not here, unless its writer may still be at it."""
        with contextlib.suppress(KnownError), disk_faults():
            if (self._folder / name).stat().st_mtime < time.time() - ORPHAN_SECONDS:
                self.let_go(name)

    def _put(self, name: str, exchange: Exchange) -> bool:
        """Put one into the exchange. Returns False where this disk has lost it, or where there is no room for a file.

        What somebody wrote must not wait for room for what they added to it.
        """
        sealed = self._read(name)
        if sealed is None:
            return False
        try:
            exchange.put(Area.ENVELOPES, name, sealed)
        except KnownError as error:
            if not (_is_file(name) and error.code is Fault.EXCHANGE_FULL):
                raise
            return False
        return True

    def _rests(self, name: str, sidecar: _Sidecar, size_there: int | None, today: date) -> bool:
        """Say whether it lies there as far as its length tells, and need not be compared whole today.

        An envelope rests when somebody has had it for a week; a file, being large, when it was compared today.
        """
        if _is_file(name):
            rests = sidecar.offered == today.isoformat()
        else:
            received = sidecar.received
            rests = received is not None and date.fromisoformat(received) + timedelta(days=CHECKED_DAYS) <= today
        with disk_faults():
            return rests and size_there == (self._folder / name).stat().st_size

    def _note_offer(self, name: str, sidecar: _Sidecar, today: date) -> None:
        if _is_file(name):
            with contextlib.suppress(KnownError):
                self._save(name, msgspec.structs.replace(sidecar, offered=today.isoformat()), flush=False)

    def _note_look(self, name: str, sidecar: _Sidecar, tokens: set[str], today: date) -> _Sidecar:
        """Note that a receipt was seen, and from then on the days of looking, as many as are asked for."""
        day = today.isoformat()
        if sidecar.received is None:
            if tokens.isdisjoint(sidecar.tokens):
                return sidecar
            noted = msgspec.structs.replace(sidecar, received=day, looked=day)
        elif sidecar.looked == day or sidecar.looks >= SPOOL_LOOKS:
            return sidecar
        else:
            noted = msgspec.structs.replace(sidecar, looks=sidecar.looks + 1, looked=day)
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
            sealed = (self._folder / name).read_bytes()
        except OSError:
            return None
        named = file_name if _is_file(name) else envelope_name
        return sealed if named(sealed) == name else None

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


def _is_file(name: str) -> bool:
    return name.endswith(_SEALED[1])


def _is_done(sidecar: _Sidecar, today: date) -> bool:
    """One reader has had it for a month; every other reader's machine has had as long to fetch it.

    Days on which it was really offered count too: a month that our own clock jumps over is none.
    """
    received = sidecar.received
    is_old = received is not None and date.fromisoformat(received) + timedelta(days=SPOOL_KEPT_DAYS) <= today
    return is_old and sidecar.looks >= SPOOL_LOOKS
