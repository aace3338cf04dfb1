# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A report to governors of a trust: its figures chosen against two earlier ones, and its pages made."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from desktop.bench.ground import Ground
from desktop.bench.growing import HEAD
from desktop.bench.measuring import Measured, most_memory
from desktop.governors.issuing import prepare, read_ground
from desktop.governors.periods import Period
from desktop.governors.report import Asked, Earlier, reckon

_LIMIT = 10_000
_PERIOD = timedelta(days=364)
_APART = (timedelta(days=90), timedelta(days=30))


def bench_report(ground: Ground, size: int) -> Iterator[Measured]:
    """Make the report of a vault that holds so many cases: read, reckon, print."""
    session = ground.sign_in(HEAD)
    try:
        began = time.process_time()
        read = read_ground(session)
        seconds = time.process_time() - began
        yield Measured(f"report to governors, read of {size:,} cases", seconds * 1000, _LIMIT, "ms", 1)
        last = read.today
        for apart in _APART:
            period = Period(first=last - apart - _PERIOD, last=last - apart)
            reckoned = reckon(read, Asked(period=period))
            earlier = Earlier(period=period, issued=reckoned.issued, worth=reckoned.worth is not None)
            read = replace(read, earlier=(*read.earlier, earlier))
        began = time.process_time()
        made = prepare(read, Asked(period=Period(first=last - _PERIOD, last=last)))
        seconds = time.process_time() - began
        note = f"{made.pages} pages, {len(made.reckoned.lines)} figures{most_memory()}"
        yield Measured(f"report to governors of {size:,} cases, made", seconds * 1000, _LIMIT, "ms", 1, note)
    finally:
        session.close()
