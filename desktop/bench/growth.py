# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader waits for in registers of growing size: at most 100 ms of a processor is the aim, whatever the size."""

import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial

from desktop.auditing.deeds import Asked
from desktop.auditing.reading import read_audit
from desktop.bench.ground import Ground
from desktop.bench.growing import HEAD, Growing
from desktop.bench.measuring import Measured, middle
from desktop.board.desk import read_desk
from desktop.cases.inbox import read_categories, read_inbox, read_rows
from desktop.cases.rows import Shelf
from desktop.chronology.listing import read_people
from desktop.declarations.gifts import year_of
from desktop.registers.book import read_book
from desktop.session import Session

SIZES = (1_000, 10_000, 100_000)
STAFF = 200
_TIMES = 5
_PAGE = 50
_LIMIT = 100
_SOME_WORD, _RARER_WORD = 50, 300
"""The places of two words in the order of how often they are written."""

Words = Sequence[str]


def bench_growth(ground: Ground, part: int) -> Iterator[Measured]:
    """Fill a reader's vault up to each size, and look at everything that lists records."""
    session = ground.sign_in(HEAD)
    growing = Growing(session, ground)
    for size in (each // part for each in SIZES):
        growing.grow_to(session, size)
        session.close()
        session = ground.sign_in(HEAD)
        for name, look in LOOKS.items():
            yield _waited(f"{name}, {size:,} cases", partial(look, session, growing.words))
    session.close()


def _inbox(shelf: Shelf) -> Callable[[Session, Words], object]:
    """A shelf with the rows of its first page."""
    return lambda session, _words: read_rows(session, read_inbox(session, shelf).ids[:_PAGE])


def _search(session: Session, words: Words) -> object:
    """Records in which two words begin so."""
    typed = f"{words[_SOME_WORD][:4]} {words[_RARER_WORD][:4]}"
    return read_rows(session, read_inbox(session, Shelf.NEEDS_YOU, typed).ids[:_PAGE])


def _category(session: Session, _words: Words) -> object:
    """One of sixteen categories, among what has closed, with the names of all."""
    read_categories(session)
    return read_rows(session, read_inbox(session, Shelf.CLOSED, category="0").ids[:_PAGE])


def _slip(session: Session, words: Words) -> object:
    """A word in which two letters are changed about."""
    word = next(each for each in words[_RARER_WORD:] if len(each) > 6)
    return read_rows(session, read_inbox(session, Shelf.CLOSED, f"{word[:4]}{word[5]}{word[4]}{word[6:]}").ids[:_PAGE])


def _audit(session: Session, _words: Words) -> object:
    """The period with which the page begins."""
    return read_audit(session, Asked(since=session.machine.today() - timedelta(days=31)))


LOOKS: Mapping[str, Callable[[Session, Words], object]] = {
    "inbox": _inbox(Shelf.NEEDS_YOU),
    "inbox, all that has closed": _inbox(Shelf.CLOSED),
    "inbox, one category": _category,
    "search": _search,
    "search for a word with a slip": _slip,
    "everything open": lambda session, _words: read_desk(session),
    "list of people": lambda session, _words: read_people(session),
    "registers of a school year": lambda session, _words: read_book(session, year_of(session.machine.today())),
    "audit of a month": _audit,
}
"""Each thing that is looked at, as its page reads it."""


def _waited(name: str, look: Callable[[], object]) -> Measured:
    """The processor's time, since others may be at work on the computer; the first look reads from the disk."""
    seconds = []
    for _ in range(_TIMES + 1):
        began = time.process_time()
        look()
        seconds.append(time.process_time() - began)
    first = seconds.pop(0) * 1000
    tracemalloc.start()
    look()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    note = f"the first time {first:.0f} ms; {peak / 1024**2:.1f} MiB of Python at most"
    return Measured(name, middle(seconds), _LIMIT, "ms", 1, note)
