# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One reader's inbox as values: which cases stand on a shelf and under which heading, and which ones a search finds.

However long a shelf is, only its names are read, and none of the other shelves'; a heading's place is found by looking
at a few rows, since a shelf is in order of its headings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from desktop.cases.rows import CaseRow, Group, Shelf
from desktop.clocks import Countdown, countdown
from desktop.searching.categories import CATEGORY, tag_of
from desktop.searching.finding import search
from desktop.searching.guessing import Guess
from desktop.searching.words import sought
from desktop.session import Session
from desktop.synced import Synced

SHELVES = (Shelf.NEEDS_YOU, Shelf.IN_PROGRESS, Shelf.CLOSED)
"""A reviewer's shelves, in order. What somebody sent themselves stands on their own home page."""


Borne = Mapping[str, Sequence[str]]
"""The cases that bear a category, by shelf."""


class Span(msgspec.Struct, frozen=True):
    """A heading and how many cases stand under it."""

    group: Group
    count: int


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A shelf: the cases on it in order, and its headings from top to bottom."""

    shelf: Shelf
    ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Inbox(msgspec.Struct, frozen=True, kw_only=True):
    """One shelf, or what a search found on all of them, with how many cases stand on each shelf.

    With a `category` only what bears it is listed, and `bearing` says how many do on each shelf. `guesses` are the
    words of the search in whose place others were sought; `drafts` names the cases with something half-written.
    """

    listings: tuple[Listing, ...]
    counts: Mapping[Shelf, int]
    category: str = ""
    bearing: Mapping[Shelf, int] = {}
    searched: str = ""
    guesses: tuple[Guess, ...] = ()
    drafts: frozenset[str] = frozenset()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every case that is listed, in order."""
        return tuple(case_id for listing in self.listings for case_id in listing.ids)


def read_inbox(session: Session, shelf: Shelf, typed: str = "", category: str = "") -> Inbox:
    """Read a shelf, or, when something is typed, what that finds on all shelves in all that this reader may see.

    With a category, only what bears it: on the shelf, or of what was found.
    """
    row = _RowReader(session)
    guesses: tuple[Guess, ...] = ()
    borne = session.views.tagged_on_shelves(tag_of(category)) if category else None
    if sought(typed):
        hits = search(session, typed)
        guesses, placed = hits.guesses, session.views.on_shelves(hits.ids)
        found = ((each, _among(placed.get(each.value, ()), each, borne)) for each in SHELVES)
        listings = tuple(Listing(shelf=each, ids=ids) for each, ids in found if ids)
    else:
        ids = tuple(session.shelf(shelf) if borne is None else borne.get(shelf.value, ()))
        listings = (Listing(shelf=shelf, ids=ids, spans=spans(ids, lambda case: row(case).group)),)
    counts = session.views.counts()
    return Inbox(
        listings=listings,
        counts={each: counts.get(each.value, 0) for each in SHELVES},
        category=category,
        bearing={} if borne is None else {each: len(borne.get(each.value, ())) for each in SHELVES},
        searched=" ".join(typed.split()),
        guesses=guesses,
        drafts=frozenset(filter(None, (case_of_draft(name) for name, _ in session.drafts.names()))),
    )


def read_categories(session: Session) -> tuple[str, ...]:
    """Every category that any case bears which this reader may see, in the order of the alphabet."""
    borne = (tag.removeprefix(CATEGORY) for tag in session.views.distinct_tags(CATEGORY))
    return tuple(sorted(borne, key=str.casefold))


def read_rows(session: Session, ids: Iterable[str]) -> tuple[CaseRow, ...]:
    """Read the rows of some cases; one that has gone since is left out."""
    rows = (session.views.get(case_id) and session.row(case_id) for case_id in ids)
    return tuple(row for row in rows if isinstance(row, CaseRow))


def read_arrived(session: Session, synced: Synced) -> tuple[CaseRow, ...]:
    """Read the rows of the cases that one look at the shared folder brought and that this reader has not opened."""
    rows = read_rows(session, synced.ingested.new)  # a case bears the name of its report
    return tuple(row for row in rows if row.is_unread)


def spans(ids: Sequence[str], group_of: Callable[[str], Group]) -> tuple[Span, ...]:
    """Find where each heading ends, by halves: the cases of one heading stand together."""
    found: list[Span] = []
    start = 0
    while start < len(ids):
        group = group_of(ids[start])
        inside, outside = start, len(ids)
        while outside - inside > 1:
            middle = (inside + outside) // 2
            inside, outside = (middle, outside) if group_of(ids[middle]) is group else (inside, middle)
        found.append(Span(group, outside - start))
        start = outside
    return tuple(found)


def _among(ids: Sequence[str], shelf: Shelf, borne: Borne | None) -> tuple[str, ...]:
    """Those of some cases of a shelf that bear the category; all of them without one."""
    if borne is None:
        return tuple(ids)
    bearing = {*borne.get(shelf.value, ())}
    return tuple(case_id for case_id in ids if case_id in bearing)


def decision_countdown(row: CaseRow, now: datetime) -> Countdown | None:
    """Say how long is left for the decision on a case; None when there is one already."""
    return countdown(row.decide_by, now) if row.decide_by else None


def draft_name(case_id: str, kind: str) -> str:
    """Name what is half-written in a case: one draft for each kind of act. What prepares a decision becomes it."""
    return f"case {case_id} {'decision' if kind == 'triage' else kind}"


def case_of_draft(name: str) -> str:
    """The case that a draft belongs to; empty for a draft of something else."""
    words = name.split(" ")
    return words[1] if len(words) == 3 and words[0] == "case" else ""


class _RowReader:
    """Reads each row once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[str, CaseRow] = {}

    def __call__(self, case_id: str) -> CaseRow:
        if case_id not in self._rows:
            self._rows[case_id] = self._session.row(case_id)
        return self._rows[case_id]
