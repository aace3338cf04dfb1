# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file as large as may be: from the button to durable and delivered, beside a plain copy that is flushed."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from desktop.attaching.adding import read_attached
from desktop.bench.ground import Ground, answers, now
from desktop.bench.measuring import Measured, middle
from storage.constants import MIB

_SIZE = 20 * MIB
"""The most that a form takes of one file."""


def bench_attaching(ground: Ground, times: int) -> Iterator[Measured]:
    """File with one such file so often, in turns with the copy."""
    session = ground.sign_in(1)
    data = secrets.token_bytes(_SIZE)
    ours: list[float] = []
    others: list[float] = []
    try:
        for number in range(times):
            began = now()
            session.file("concern", answers(ground.people[3]), [read_attached("film", data)])
            ours.append(now() - began)
            began = now()
            _copy(ground.home / f"copy-{number}", data)
            others.append(now() - began)
    finally:
        session.close()
    yield Measured(f"filing with a file of {_SIZE // MIB} MB", middle(ours), middle(others), "ms", 1.5)


def _copy(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
