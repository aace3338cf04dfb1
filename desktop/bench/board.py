# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inbox and the board in registers of growing size: what a person waits for stays under 100 ms, whatever the size.

The rows are copies of a real one: most of a register has closed, and one in thirty still has something open.
"""

import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta

import msgspec

from desktop.bench.ground import Ground, answers, now
from desktop.bench.measuring import Measured, middle
from desktop.board.desk import read_desk
from desktop.cases.acting import act
from desktop.cases.case import Phase
from desktop.cases.inbox import read_inbox, read_rows
from desktop.cases.rows import CaseRow, Group, Shelf, as_bytes, board_tags
from desktop.session import Session
from storage.views import View

SIZES = (1_000, 10_000, 100_000)
_OPEN_IN = 30
_DAYS = 5 * 365  # over which the cases came
_TIMES = 5
_PAGE = 50
_AT_ONCE = 1_000
_HEAD, _LEAD, _TEACHER = 0, 1, 3


def bench_board(ground: Ground, part: int) -> Iterator[Measured]:
    """Fill a reader's inbox up to each size, then look at a page of it and at the board."""
    session = ground.sign_in(_LEAD)
    try:
        rows = _templates(session, ground)
        held = 0
        for size in (each // part for each in SIZES):
            _fill(session, rows, held, size)
            held = size
            yield _waited(f"inbox with {size:,} cases", session, _first_page)
            yield _waited(f"everything open, of {size:,} cases", session, read_desk)
    finally:
        session.close()


def _templates(session: Session, ground: Ground) -> tuple[CaseRow, CaseRow]:
    """An open case with an action, and one that has closed."""
    case_id = session.file("concern", answers(ground.people[_TEACHER])).case_id
    due = session.machine.today().isoformat()
    act(session, case_id, "action", {"what": "Talk to them", "owner": ground.people[_HEAD], "due": due})
    row = session.row(case_id)
    closed = {"shelf": Shelf.CLOSED, "group": Group.OTHER, "phase": Phase.CLOSED, "items": (), "decide_by": None}
    return row, msgspec.structs.replace(row, **closed)


def _fill(session: Session, rows: tuple[CaseRow, CaseRow], held: int, size: int) -> None:
    for start in range(held, size, _AT_ONCE):
        with session.vault.database.transaction():
            session.views.put(_view(rows, number) for number in range(start, min(start + _AT_ONCE, size)))


def _view(rows: tuple[CaseRow, CaseRow], number: int) -> View:
    row = rows[number % _OPEN_IN > 0]
    came = row.filed_at - timedelta(days=number % _DAYS)
    row = msgspec.structs.replace(row, case_id=f"{number:064x}", filed_at=came)
    return View(row.case_id, row.shelf.value, row.rank, as_bytes(row), tuple(board_tags(row)))


def _first_page(session: Session) -> object:
    return read_rows(session, read_inbox(session, Shelf.CLOSED).ids[:_PAGE])


def _waited(name: str, session: Session, look: Callable[[Session], object]) -> Measured:
    seconds = []
    for _ in range(_TIMES):
        began = now()
        look(session)
        seconds.append(now() - began)
    tracemalloc.start()
    look(session)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Measured(name, middle(seconds), 100, "ms", 1, f"{peak / 1024**2:.1f} MiB at most")
