# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the button to durable: filing as somebody signed in, beside sign + seal + write + fsync + insert."""

import os
import secrets
from collections.abc import Iterator

import pyrage
from nacl.signing import SigningKey
from pyrage import x25519

from desktop.bench.ground import Ground, answers, now
from desktop.bench.measuring import Measured, middle
from storage.constants import BUCKETS, SLOTS
from storage.database import Database, create_database
from storage.slots import KEY_BYTES


def bench_filing(ground: Ground, times: int) -> Iterator[Measured]:
    """File so often, in turns with the raw calls."""
    session = ground.sign_in(1)
    raw = _Raw(ground)
    values = answers(ground.people[3])
    ours: list[float] = []
    others: list[float] = []
    try:
        for _ in range(times):
            began = now()
            filed = session.file("concern", values)
            ours.append(now() - began)
            began = now()
            raw.file(filed.watched.entry.body_bytes)
            others.append(now() - began)
    finally:
        session.close()
        raw.database.close()
    yield Measured("filing, button to durable and delivered", middle(ours), middle(others), "ms", 1.5)


class _Raw:
    """The least that a durable filing takes: one signature, one seal, one file, one row."""

    def __init__(self, ground: Ground) -> None:
        self._folder = ground.home / "raw"
        self._folder.mkdir()
        self.database: Database = create_database(self._folder / "raw.db", secrets.token_bytes(KEY_BYTES))
        self.database.execute("CREATE TABLE raw (eid TEXT PRIMARY KEY, body BLOB) STRICT")
        self._signing = SigningKey.generate()
        self._recipients = [x25519.Identity.generate().to_public() for _ in range(SLOTS[0])]

    def file(self, body: bytes) -> None:
        signature = self._signing.sign(body).signature
        sealed = pyrage.encrypt((body + signature).ljust(BUCKETS[0], b"\0"), self._recipients)
        name = secrets.token_hex(16)
        handle = os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.write(handle, sealed)
        os.fsync(handle)
        os.close(handle)
        with self.database.transaction():
            self.database.execute("INSERT INTO raw VALUES (?, ?)", (name, body))
