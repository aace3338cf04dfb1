# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What changed between two versions, clause by clause and word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

import msgspec

from desktop.policies.version import Clause, Version

_PIECES = re.compile(r"\s+|[^\s]+")
_LONG = 12_000
"""Characters of both together."""


class Change(StrEnum):
    """What became of a clause. `RENUMBERED` has the same words under another number."""

    SAME = "same"
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    BINDS_OTHERS = "binds_others"
    ADDED = "added"
    REMOVED = "removed"


class Part(StrEnum):
    """Whether words stand in both versions, in the new one alone or in the old one alone."""

    KEPT = "kept"
    PUT_IN = "put_in"
    TAKEN_OUT = "taken_out"


class Span(msgspec.Struct, frozen=True):
    """Some words, and in which of the versions they stand."""

    part: Part
    words: str


class Changed(msgspec.Struct, frozen=True):
    """A clause in both versions, or in one of them, and its words part by part."""

    change: Change
    old: Clause | None
    new: Clause | None
    spans: tuple[Span, ...] = ()


def compare(old: Version, new: Version) -> tuple[Changed, ...]:
    """Every clause of the new version in its order; those that were removed stand where they stood."""
    before = {clause.clause_id: clause for clause in old.clauses}
    now = {clause.clause_id for clause in new.clauses}
    gone_after = _gone_after(old.clauses, now)
    found = [_removed(clause) for clause in gone_after.get("", ())]
    for clause in new.clauses:
        found.append(_changed(before.get(clause.clause_id), clause))
        found.extend(_removed(gone) for gone in gone_after.get(clause.clause_id, ()))
    return tuple(found)


def concerns(changes: Sequence[Changed], version: Version, worker_type: str) -> tuple[Changed, ...]:
    """The changes that a sort of worker has to read again: those of clauses that bind them now."""
    bound = {clause.clause_id for clause in version.binding(worker_type)}
    return tuple(
        c for c in changes if c.change is not Change.SAME and c.new and c.new.clause_id in bound and _matters(c)
    )


def _matters(changed: Changed) -> bool:
    return changed.change is not Change.RENUMBERED


def _gone_after(clauses: Sequence[Clause], now: set[str]) -> dict[str, list[Clause]]:
    last, gone = "", dict[str, list[Clause]]()
    for clause in clauses:
        if clause.clause_id in now:
            last = clause.clause_id
        else:
            gone.setdefault(last, []).append(clause)
    return gone


def _removed(clause: Clause) -> Changed:
    return Changed(Change.REMOVED, clause, None, (Span(Part.TAKEN_OUT, clause.text),))


def _changed(old: Clause | None, new: Clause) -> Changed:
    if old is None:
        return Changed(Change.ADDED, None, new, (Span(Part.PUT_IN, new.text),))
    if old.text != new.text:
        return Changed(Change.REWORDED, old, new, tuple(_spans(old.text, new.text)))
    if old.binds != new.binds:
        return Changed(Change.BINDS_OTHERS, old, new, (Span(Part.KEPT, new.text),))
    return Changed(Change.SAME if old.label == new.label else Change.RENUMBERED, old, new, (Span(Part.KEPT, new.text),))


def _spans(old: str, new: str) -> Iterator[Span]:
    """Word by word; a long clause paragraph by paragraph first, because all its words at once would take minutes."""
    if len(old) + len(new) <= _LONG:
        yield from _by_pieces(_PIECES.findall(old), _PIECES.findall(new))
        return
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for how, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = before[i:j], after[k:m]
        if how == "replace" and j - i == m - k:
            for one, other in zip(gone, come, strict=True):
                yield from _by_words(one, other)
        else:
            yield from _by_words("".join(gone), "".join(come)) if how == "replace" else _by_pieces(gone, come)


def _by_words(old: str, new: str) -> Iterator[Span]:
    """Word by word where that is quick, and otherwise the one in place of the other."""
    if len(old) + len(new) <= _LONG:
        yield from _by_pieces(_PIECES.findall(old), _PIECES.findall(new))
    else:
        yield Span(Part.TAKEN_OUT, old)
        yield Span(Part.PUT_IN, new)


def _by_pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Span]:
    for how, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            yield Span(Part.KEPT, "".join(after[k:m]))
            continue
        if j > i:
            yield Span(Part.TAKEN_OUT, "".join(before[i:j]))
        if m > k:
            yield Span(Part.PUT_IN, "".join(after[k:m]))
