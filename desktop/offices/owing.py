# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a vault still has to hand on of what stands in no case: a debt that the entries show, as in cases. Pure.

Of every such entry its row bears a tag with what no day changes: for whom it is, and which vaults are known to have it.
Entries with one tag are owed alike, so that a few hundred tags tell what many thousand entries come to. Who is
a reader is asked at each look, by the directory and the day as they are then.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.handing import KidsOf, Own
from desktop.cases.rows import TRAINING_ANSWER
from desktop.offices.audience import Held, audience_of
from desktop.people import PersonId, School
from storage.grants import GRANT, handed_on

OFFICE = "office "
"""How the tag of what stands in no case begins."""

ANSWERS = "answers"
"""The tag of an answer, with the record that it answers: when that comes, the answer's row is made again."""

_EID = re.compile("[0-9a-f]{64}")
PersonOf = Callable[[str], PersonId | None]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What one tag says: for whom, by which key, which vaults it was sent to, and which ones we handed it to."""

    audience: str
    author: str
    to: frozenset[str]
    given: frozenset[str]

    @property
    def tag(self) -> str:
        """The tag."""
        return f"{OFFICE}{self.audience} {self.author} {_joined(self.to)} {_joined(self.given)}"


class Debt(msgspec.Struct, frozen=True, kw_only=True):
    """Who lacks the entries of a tag that we hand on; with `unless` only those for which none of these has signed."""

    to: tuple[PersonId, ...]
    unless: frozenset[str] = frozenset()


class Present(NamedTuple):
    """By which directory, on which day, whose vaults are whose, and who leaves receipts: readers, by and large."""

    school: School
    today: date
    kids_of: KidsOf
    person_of: PersonOf
    signs: Callable[[PersonId], bool]


def office_tags(case: Case, me: PersonId, held: Held) -> Iterable[str]:
    """The tags of a row by which handing on finds it."""
    entry = case.entry(case.case_id)
    if entry is None:
        return
    if audience := audience_of(entry, held):
        yield Kept(audience=audience, author=entry.kid, to=frozenset(entry.to), given=_given(case, me, entry)).tag
    if entry.kind == TRAINING_ANSWER and _EID.fullmatch(entry.text("of")):
        yield f"{ANSWERS} {entry.text('of')}"


def kept_of(tag: str) -> Kept:
    """Read a tag of ours."""
    audience, author, to, given = tag.removeprefix(OFFICE).split(" ")
    return Kept(audience=audience, author=author, to=_parted(to), given=_parted(given))


def debt_of(kept: Kept, readers: Sequence[PersonId], own: Own, by: Present) -> Debt | None:
    """What this vault owes today's readers of the entries with a tag; None for nothing.

    The first of today's readers to whom it was sent hands it on. Its author does where that one has not signed for it,
    or there is none; and whoever holds it where its author cannot.
    """
    lacking = tuple(each for each in readers if by.kids_of(each).isdisjoint({kept.author, *kept.to, *kept.given}))
    if not lacking:
        return None
    author = by.person_of(kept.author)
    first = next((each for each in readers if not by.kids_of(each).isdisjoint({kept.author, *kept.to})), None)
    if first is not None and first == own.me:
        return Debt(to=lacking) if own.kid == _giving(kept, own) else None
    if author == own.me and (own.kid == kept.author or kept.author not in own.kids):
        return Debt(to=lacking, unless=frozenset() if first is None else by.kids_of(first))
    is_gone = author is None or by.school.has_left(author, by.today)
    can_author = author is not None and not is_gone and kept.author in by.kids_of(author)
    return Debt(to=lacking) if first is None and not can_author else None


def _giving(kept: Kept, own: Own) -> str:
    """Of our several vaults the one that hands on: the one that wrote it, or else the first to which it was sent."""
    return kept.author if kept.author in own.kids else min(own.kids & kept.to)


def _given(case: Case, me: PersonId, entry: CaseEntry) -> frozenset[str]:
    grants = (each for each in case.entries if each.kind == GRANT and each.author == me)
    return frozenset(kid for each in grants if handed_on(each.data) == entry.eid for kid in each.to)


def _joined(kids: Iterable[str]) -> str:
    return ",".join(sorted(kids)) or "-"


def _parted(written: str) -> frozenset[str]:
    return frozenset() if written == "-" else frozenset(written.split(","))
