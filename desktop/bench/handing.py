# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Handing cases over to somebody new, and their first sync with all of them, beside the raw calls of that sync."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pyrage

from desktop.bench.ground import Ground, now
from desktop.bench.ingest import author_key, fill
from desktop.bench.measuring import Measured
from desktop.cases.handover import hand_over
from desktop.session import Session
from storage.constants import ENTRY_SIGNATURE, ENVELOPE_MAX
from storage.database import create_database
from storage.exchange import Area
from storage.frame import unpack
from storage.keys import check_signature
from storage.slots import KEY_BYTES

_HEAD, _CHAIR = 0, 2


def bench_handover(ground: Ground, cases: int) -> Iterator[Measured]:
    """Hand so many cases over from the head to the chair, then have the chair look for the first time."""
    fill(ground, cases)
    head = ground.sign_in(_HEAD)
    try:
        head.sync()
        picked = dict.fromkeys(head.entries.cases(), False)
        began = now()
        hand_over(head, ground.people[_CHAIR], picked, "They have taken on the office.", _unheard)
        handing = (now() - began) * 1000 / cases
    finally:
        head.close()
    chair = ground.sign_in(_CHAIR)
    try:
        raw = _raw(ground.home, chair) * 1000 / cases
        began = now()
        taken = chair.sync().ingested
        ours = (now() - began) * 1000 / cases
    finally:
        chair.close()
    note = f"{len(taken.new)} entries; handing over took {handing:.1f} ms each"
    yield Measured(f"first sync of who was handed {cases} cases, each", ours, raw, "ms", 1.5, note)


def _raw(home: Path, chair: Session) -> float:
    """Read every envelope, open what opens, check its signature, insert it. Returns the seconds."""
    exchange = chair.machine.exchange
    database = create_database(home / "raw-handover.db", secrets.token_bytes(KEY_BYTES))
    database.execute("CREATE TABLE raw (name TEXT PRIMARY KEY, body BLOB, signature BLOB) STRICT")
    began = now()
    with database.transaction():
        for listed in exchange.names(Area.ENVELOPES):
            data = exchange.read(Area.ENVELOPES, listed.label, ENVELOPE_MAX) or b""
            try:
                body, signature = unpack(pyrage.decrypt(data, [chair.vault.keys.identity]))
            except pyrage.DecryptError:
                continue
            check_signature(ENTRY_SIGNATURE, author_key(body), body, signature)
            database.execute("INSERT INTO raw VALUES (?, ?, ?)", (listed.name, body, signature))
    seconds = now() - began
    database.close()
    return seconds


def _unheard(_done: int, _all: int) -> None:
    """Nobody watches the progress of a measurement."""
