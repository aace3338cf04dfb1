# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The chronology of somebody with much on record, and everything derived made again, beside raw calls of the same."""

import time
from collections.abc import Callable, Iterator

from desktop.bench.ground import Ground
from desktop.bench.ingest import author_key, fill
from desktop.bench.measuring import Measured, middle
from desktop.chronology.page import read_page
from desktop.session import Session
from storage.constants import ENTRY_SIGNATURE
from storage.keys import check_signature

_HEAD, _TEACHER = 0, 3
_TIMES = 5


def bench_chronology(ground: Ground, entries: int) -> Iterator[Measured]:
    """Read the page of a person with so many records, look back at each, and make all derived rows again."""
    fill(ground, entries)
    head = ground.sign_in(_HEAD)
    try:
        head.sync()
        person, today = ground.people[_TEACHER], head.machine.today()
        count = len(read_page(head, person).items)
        kept = _timed(lambda: head.vault.database.rows("SELECT row, item FROM views JOIN ready USING (case_id)"))
        yield Measured(f"a chronology of {count} records", _timed(lambda: read_page(head, person)), kept, "ms", 10)
        back = _timed(lambda: [head.case_on(case_id, today) for case_id in head.about(person)])
        yield Measured("its cases as they stood on a day", back, _timed(lambda: _raw(head)), "ms", 10)
        yield _rebuilt(head)
    finally:
        head.close()


def _rebuilt(session: Session) -> Measured:
    """Everything derived made again from the entries, beside putting the same rows into empty tables."""
    ours = _timed(session.project_everything)
    made = [session.view(case) for case in session.entries.cases()]

    def raw() -> None:
        with session.vault.database.transaction():
            session.views.clear()
            session.views.put(made)

    note = f"{len(made)} cases; ours verifies every entry and works out every case"
    return Measured("all rows, tags and words made again", ours, _timed(raw), "ms", 10, note)


def _raw(session: Session) -> None:
    """Read every entry and check its signature."""
    for body, signature in session.vault.database.rows("SELECT body, signature FROM entries"):
        if isinstance(body, bytes) and isinstance(signature, bytes):
            check_signature(ENTRY_SIGNATURE, author_key(body), body, signature)


def _timed(does: Callable[[], object]) -> float:
    """How long it takes a processor, in milliseconds: the middle of several times."""
    seconds = []
    for _ in range(_TIMES):
        began = time.process_time()
        does()
        seconds.append(time.process_time() - began)
    return middle(seconds)
