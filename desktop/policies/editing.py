# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Putting the clauses of a version right, one step at a time: each makes new clauses of the old ones. Pure.

A clause that is changed, moved to another number or parted stays the one it was (`Draft.clause_id`); what is parted off
or added is a new one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from desktop.policies.draft import Draft
from desktop.policies.files.blocks import tidy
from desktop.policies.numbers import places
from desktop.policies.preparing import Mark, Prepared


def join(prepared: Prepared, at: int) -> Prepared:
    """The clause at a place, which is not the first, becomes paragraphs of the one before it, heading and all."""
    before, this = prepared.clauses[at - 1 : at + 1]
    line = " ".join(part for part in (this.number, this.heading) if part)
    more = (*before.paragraphs, *((line,) if line else ()), *this.paragraphs)
    return remove(_with(prepared, at - 1, msgspec.structs.replace(before, paragraphs=more)), at)


def part(prepared: Prepared, at: int, paragraph: int) -> Prepared:
    """A new clause, bound and marked alike, begins at a paragraph; it has no number and heading yet."""
    this = prepared.clauses[at]
    first = msgspec.structs.replace(this, paragraphs=this.paragraphs[:paragraph])
    second = Draft("", "", this.paragraphs[paragraph:], this.appendix, this.page)
    return _put_in(_with(prepared, at, first), at + 1, second, prepared.marks[at])


def rename(prepared: Prepared, at: int, number: str, heading: str) -> Prepared:
    """The clause at a place gets this number and heading."""
    named = msgspec.structs.replace(prepared.clauses[at], number=number.strip(), heading=heading.strip())
    return _with(prepared, at, named)


def reword(prepared: Prepared, at: int, text: str) -> Prepared:
    """The clause at a place gets this text."""
    return _with(prepared, at, msgspec.structs.replace(prepared.clauses[at], paragraphs=paragraphs_of(text)))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """What was typed, a paragraph on each line."""
    return tuple(filter(None, map(tidy, text.splitlines())))


def mark(prepared: Prepared, at: int, said: Mark) -> Prepared:
    """The clause at a place binds these, and is in the short version or not."""
    return msgspec.structs.replace(prepared, marks=(*prepared.marks[:at], said, *prepared.marks[at + 1 :]))


def add_after(prepared: Prepared, at: int) -> Prepared:
    """An empty clause, bound and marked alike, stands after the one at a place, with the number that may come next."""
    this, following = prepared.clauses[at], prepared.clauses[at + 1 : at + 2]
    new = Draft(_next_number(this, following), "", (), this.appendix)
    return _put_in(prepared, at + 1, new, prepared.marks[at])


def remove(prepared: Prepared, at: int) -> Prepared:
    """The clause at a place is taken out."""
    clauses, marks = prepared.clauses, prepared.marks
    return msgspec.structs.replace(
        prepared, clauses=(*clauses[:at], *clauses[at + 1 :]), marks=(*marks[:at], *marks[at + 1 :])
    )


def number_anew(prepared: Prepared) -> Prepared:
    """Every numbered clause is counted on from the one before it, as deep as it was; each appendix counts by itself."""
    return msgspec.structs.replace(prepared, clauses=tuple(_counted(prepared.clauses)))


def keep_front(prepared: Prepared) -> Prepared:
    """What stands before the first clause becomes a clause."""
    heading, *paragraphs = prepared.front
    kept = _put_in(prepared, 0, Draft("", heading, tuple(paragraphs)), Mark())
    return msgspec.structs.replace(kept, front=())


def _with(prepared: Prepared, at: int, clause: Draft) -> Prepared:
    clauses = prepared.clauses
    return msgspec.structs.replace(prepared, clauses=(*clauses[:at], clause, *clauses[at + 1 :]))


def _put_in(prepared: Prepared, at: int, clause: Draft, said: Mark) -> Prepared:
    clauses, marks = prepared.clauses, prepared.marks
    return msgspec.structs.replace(
        prepared, clauses=(*clauses[:at], clause, *clauses[at:]), marks=(*marks[:at], said, *marks[at:])
    )


def _next_number(this: Draft, following: Sequence[Draft]) -> str:
    """The number after this one; that of its first part, where it has parts, because it comes to stand before them."""
    if not this.number:
        return ""
    above = places(this.number)
    below = [each for each in following if each.number and places(each.number)[:-1] == above]
    return below[0].number if below else ".".join(map(str, (*above[:-1], above[-1] + 1)))


def _counted(clauses: Sequence[Draft]) -> Iterator[Draft]:
    counts: dict[str, list[int]] = defaultdict(list)
    for clause in clauses:
        if not clause.number:
            yield clause
            continue
        count, depth = counts[clause.appendix], len(places(clause.number))
        del count[depth:]
        count.extend([1] * (depth - 1 - len(count)))
        count.extend([0] * (depth - len(count)))
        count[-1] += 1
        yield msgspec.structs.replace(clause, number=".".join(map(str, count)))
