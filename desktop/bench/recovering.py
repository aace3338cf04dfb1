# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Unlocking, backing up and restoring the vault that took everything in, beside what the libraries alone would take."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pyrage

from desktop.backup import back_up, restore
from desktop.bench.ground import Ground, now
from desktop.bench.measuring import Measured, middle
from desktop.services import open_candour
from storage.kit import CHECKED_GROUPS, use_kit
from storage.recovery_code import RecoveryCode, new_recovery_code
from storage.slots import load_slots, unwrap

READER = 1
_TIMES = 3


def bench_recovering(ground: Ground, entries: int) -> Iterator[Measured]:
    """Measure all three."""
    code = new_recovery_code()
    yield _unlock(ground, entries)
    backup, made = _back_up(ground, entries, code)
    yield backup
    yield _restore(ground, entries, code, made)


def _unlock(ground: Ground, entries: int) -> Measured:
    """From the passphrase to a session; raw is the derivation of the key alone, which is meant to take long."""
    slots = load_slots(ground.candour.machine.home.vault(ground.people[READER]))
    ours = _seconds(lambda: ground.sign_in(READER).close())
    raw = _seconds(lambda: unwrap(slots, ground.passphrase.encode()))
    return Measured(f"unlock, {entries} entries", ours, raw, "ms", 1.5, "raw: deriving the key alone")


def _back_up(ground: Ground, entries: int, code: RecoveryCode) -> tuple[Measured, Path]:
    folder = ground.home.with_name("backups")
    folder.mkdir()
    with closing(ground.sign_in(READER)) as session:
        typed = [code.groups[number - 1] for number in CHECKED_GROUPS]
        use_kit(session.vault, ground.passphrase.encode(), code, typed, date(2026, 1, 1))
        database, copies = session.vault.database, iter(range(_TIMES))

        def raw() -> None:
            copy = folder / f"raw-{next(copies)}"
            database.execute("VACUUM INTO ?", (str(copy),))
            copy.write_bytes(pyrage.encrypt(copy.read_bytes(), [code.identity.to_public()]))

        measured = Measured(
            f"back up, {entries} entries",
            _seconds(lambda: back_up(session, folder)),
            _seconds(raw),
            "ms",
            4,
            "ours checks the copy, and reads the backup back",
        )
    return measured, max(folder.glob("*.cbak"))


def _restore(ground: Ground, entries: int, code: RecoveryCode, backup: Path) -> Measured:
    typed, homes = " ".join(code.groups), iter(range(_TIMES))

    def ours() -> None:
        home = ground.home.with_name(f"restored-{next(homes)}")
        restore(open_candour(home), backup, typed, exchange=home / "nowhere")

    def raw() -> None:
        backup.with_name("raw").write_bytes(pyrage.decrypt(backup.read_bytes(), [code.identity]))

    note = "ours compares every page and entry, and opens a session"
    return Measured(f"restore, {entries} entries", _seconds(ours), _seconds(raw), "ms", 20, note)


def _seconds(work: Callable[[], object]) -> float:
    """The median of a few runs, in milliseconds."""
    taken = []
    for _ in range(_TIMES):
        began = now()
        work()
        taken.append(now() - began)
    return middle(taken)
