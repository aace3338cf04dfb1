# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""25 MB of files with one report: from the button to durable and delivered, beside a plain copy that is flushed."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from desktop.attaching.adding import read_attached
from desktop.bench.ground import Ground, answers, now
from desktop.bench.measuring import Measured, middle
from storage.constants import MIB

_SIZES = (20 * MIB, 5 * MIB)
"""The most that a form takes of one file, and a second one."""


def bench_attaching(ground: Ground, times: int) -> Iterator[Measured]:
    """File with these files so often, in turns with the copy."""
    session = ground.sign_in(1)
    files = [secrets.token_bytes(size) for size in _SIZES]
    ours: list[float] = []
    others: list[float] = []
    try:
        for number in range(times):
            began = now()
            session.file("concern", answers(ground.people[3]), [read_attached("film", each) for each in files])
            ours.append(now() - began)
            began = now()
            _copy(ground.home / f"copy-{number}", b"".join(files))
            others.append(now() - began)
    finally:
        session.close()
    name = f"filing with {sum(_SIZES) // MIB} MB in {len(_SIZES)} files"
    yield Measured(name, middle(ours), middle(others), "ms", 1.5)


def _copy(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
