# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The chronology of somebody with much on record, and the list of people, beside the raw calls of the same."""

from collections.abc import Callable, Iterator

from desktop.bench.ground import Ground, now
from desktop.bench.ingest import author_key, fill
from desktop.bench.measuring import Measured, middle
from desktop.chronology.listing import read_people
from desktop.chronology.page import read_page
from desktop.session import Session
from storage.constants import ENTRY_SIGNATURE
from storage.keys import check_signature

_HEAD, _TEACHER = 0, 3
_TIMES = 5


def bench_chronology(ground: Ground, entries: int) -> Iterator[Measured]:
    """Read the page of a person with so many entries, today and looked back at, and the list of people."""
    fill(ground, entries)
    head = ground.sign_in(_HEAD)
    try:
        head.sync()
        person, today = ground.people[_TEACHER], head.machine.today()
        raw = _timed(lambda: _raw(head))
        name = f"a chronology of {len(read_page(head, person).items)} entries"
        yield Measured(name, _timed(lambda: read_page(head, person)), raw, "ms", 10)
        back = _timed(lambda: read_page(head, person, today))
        tags = _timed(lambda: head.vault.database.rows("SELECT tag, case_id FROM view_tags"))
        yield Measured("the list of people", _timed(lambda: read_people(head)), tags, "ms", 10, f"back: {back:.0f} ms")
    finally:
        head.close()


def _raw(session: Session) -> None:
    """Read every entry and check its signature."""
    for body, signature in session.vault.database.rows("SELECT body, signature FROM entries"):
        if isinstance(body, bytes) and isinstance(signature, bytes):
            check_signature(ENTRY_SIGNATURE, author_key(body), body, signature)


def _timed(does: Callable[[], object]) -> float:
    """How long it takes, in milliseconds: the middle of several times."""
    seconds = []
    for _ in range(_TIMES):
        began = now()
        does()
        seconds.append(now() - began)
    return middle(seconds)
