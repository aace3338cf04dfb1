# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing in, with the stretching of the passphrase shown apart, and keeping a draft: each beside its raw calls."""

import secrets
from collections.abc import Callable, Iterator

from nacl.pwhash import argon2id

from desktop.bench.ground import Ground, answers, now
from desktop.bench.measuring import Measured, middle
from desktop.drafts import Draft, new_draft_name, save_draft
from desktop.opening import open_session
from storage.database import create_database, open_database
from storage.slots import FLOOR, KEY_BYTES, load_slots, unwrap
from storage.vault import DATABASE, Vault

_DRAFT = b"x" * 1000


def bench_unlock(ground: Ground, times: int) -> Iterator[Measured]:
    """Unlock the lead's vault so often: first its passphrase stretched, then everything after that."""
    candour, folder = ground.candour, ground.candour.machine.home.vault(ground.people[1])
    passphrase, salt = ground.passphrase.encode(), bytes(16)
    key = unwrap(load_slots(folder), passphrase)

    def stretched() -> None:
        argon2id.kdf(32, passphrase, salt, opslimit=FLOOR.passes, memlimit=FLOOR.memory)

    def opened() -> None:
        vault = Vault(folder, open_database(folder / DATABASE, key))
        open_session(candour.machine, vault, candour.meaning).close()

    def opened_raw() -> None:
        database = open_database(folder / DATABASE, key)
        database.value("SELECT count(*) FROM entries")
        database.close()

    ours, raw = _in_turns(lambda: unwrap(load_slots(folder), passphrase), stretched, times)
    yield Measured("unlock, stretching the passphrase", ours, raw, "ms", 1.1, "at the least cost that is allowed")
    ours, raw = _in_turns(opened, opened_raw, times)
    yield Measured("unlock, everything after that", ours, raw, "ms", 1.5)


def bench_draft(ground: Ground, times: int) -> Iterator[Measured]:
    """Keep a draft over the one before, so often."""
    session, name = ground.sign_in(1), new_draft_name()
    database = create_database(ground.home / "drafts.db", secrets.token_bytes(KEY_BYTES))
    database.execute("CREATE TABLE raw (name TEXT PRIMARY KEY, content BLOB) STRICT")
    draft = Draft(form="concern", at="what", typed=answers(ground.people[3]))
    try:
        ours, raw = _in_turns(
            lambda: save_draft(session, name, draft),
            lambda: database.execute("INSERT OR REPLACE INTO raw VALUES (?, ?)", (name, _DRAFT)),
            times,
        )
    finally:
        session.close()
        database.close()
    yield Measured("a draft kept, durable", ours, raw, "ms", 1.5)


def _in_turns(ours: Callable[[], object], raw: Callable[[], object], times: int) -> tuple[float, float]:
    """The medians of both, in milliseconds."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for seconds, does in zip(took, (ours, raw), strict=True):
            began = now()
            does()
            seconds.append(now() - began)
    return middle(took[0]), middle(took[1])
