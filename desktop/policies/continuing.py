# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which clause of the version before each clause of a new one continues, so that it keeps its id (EXP-047). Pure."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from desktop.policies.draft import Draft
from desktop.policies.numbers import places
from desktop.policies.version import Clause

_SAME_PLACE = 55
_ELSEWHERE = 75
_COMPARED = 4_000
"""Characters: the beginning of a long clause says which one it is."""
_PAIRS = 2_500
"""So many pairs are all compared; of more, only those that have words in a row in common."""
_IN_A_ROW = 4
_NEAREST = 5

_Pairs = dict[int, int]


def continued(drafts: Sequence[Draft], before: Sequence[Clause]) -> Mapping[int, Clause]:
    """By its own id, the same words, then number, heading, and last by likeness; each clause is continued once."""
    new = [_text((draft.heading, *draft.paragraphs)) for draft in drafts]
    old = [clause.text for clause in before]
    pairs: _Pairs = {}
    _pair(pairs, [draft.clause_id or None for draft in drafts], [clause.clause_id for clause in before])
    same = [(draft.label, text) for draft, text in zip(drafts, new, strict=True)]
    _pair(pairs, same, [(clause.label, text) for clause, text in zip(before, old, strict=True)])

    def is_same_place(at: int, was: int) -> bool:
        same_heading = drafts[at].heading == before[was].heading != ""
        return same_heading or _likeness(new[at], old[was], _SAME_PLACE) > 0

    _pair(pairs, [_place(draft) for draft in drafts], [_place(clause) for clause in before], is_same_place)
    _pair(pairs, [_heading(draft) for draft in drafts], [_heading(clause) for clause in before])
    _pair_alike(pairs, new, old)
    return {at: before[was] for at, was in pairs.items()}


def with_ids(policy_id: str, drafts: Sequence[Draft], before: Sequence[Clause] = ()) -> tuple[Clause, ...]:
    """The clauses of a new version: each that continues one of the version before keeps its id and whom it binds.

    One that brings an id of its own has it, the first with it where there are several.
    """
    same = continued(drafts, before)
    taken = {clause.clause_id for clause in before}
    clauses = []
    for at, draft in enumerate(drafts):
        old = same.get(at)
        own = draft.clause_id if draft.clause_id not in taken else ""
        clause_id = old.clause_id if old else own or _new_id(policy_id, draft, taken)
        taken.add(clause_id)
        clauses.append(
            Clause(
                clause_id=clause_id,
                number=draft.number,
                appendix=draft.appendix,
                heading=draft.heading,
                paragraphs=draft.paragraphs,
                binds=old.binds if old else (),
                short=old.short if old else False,
            )
        )
    return tuple(clauses)


def _new_id(policy_id: str, draft: Draft, taken: set[str]) -> str:
    """An id from the clause as it first stood; a further one of the same number and heading counts on."""
    for count in range(len(taken) + 1):
        seed = "\0".join((policy_id, draft.label, draft.heading, str(count)))
        clause_id = hashlib.sha256(seed.encode()).hexdigest()[:12]
        if clause_id not in taken:
            return clause_id
    raise AssertionError("more ids are taken than there are")  # pragma: no cover


def _place(clause: Draft | Clause) -> Hashable:
    return (clause.appendix, places(clause.number)) if clause.number else None


def _heading(clause: Draft | Clause) -> Hashable:
    return (clause.heading.casefold(), clause.appendix) if clause.heading else None


def _text(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


def _likeness(one: str, other: str, least: int) -> float:
    return fuzz.ratio(one[:_COMPARED], other[:_COMPARED], score_cutoff=least)


def _always(_at: int, _was: int) -> bool:
    return True


def _pair(
    pairs: _Pairs,
    new: Sequence[Hashable],
    old: Sequence[Hashable],
    likes: Callable[[int, int], bool] = _always,
) -> None:
    """Pair those with the same key that are not paired yet and like each other, in their order; None is no key."""
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for was, key in enumerate(old):
        if was not in taken and key is not None:
            by_key[key].append(was)
    for at, key in enumerate(new):
        if at in pairs or key is None:
            continue
        found = next((was for was in by_key.get(key, ()) if likes(at, was)), None)
        if found is not None:
            pairs[at] = found
            by_key[key].remove(found)


def _pair_alike(pairs: _Pairs, new: Sequence[str], old: Sequence[str]) -> None:
    taken = set(pairs.values())
    left = [was for was, text in enumerate(old) if was not in taken and text]
    open_new = [at for at in range(len(new)) if at not in pairs]
    near = _near(open_new, new, left, old) if len(left) * len(open_new) > _PAIRS else None
    for at in open_new:
        offered = left if near is None else [was for was in near[at] if was in left]
        found = next((was for was in offered if _likeness(new[at], old[was], _ELSEWHERE) > 0), None)
        if found is not None:
            pairs[at] = found
            left.remove(found)


def _near(
    open_new: Sequence[int], new: Sequence[str], left: Sequence[int], old: Sequence[str]
) -> Mapping[int, Sequence[int]]:
    """Those old clauses that have the most words in a row in common with each new one."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for was in left:
        for run in _runs(old[was]):
            holders[run].append(was)
    found = {}
    for at in open_new:
        shared = Counter(was for run in _runs(new[at]) for was in holders.get(run, ()))
        found[at] = [was for was, _ in shared.most_common(_NEAREST)]
    return found


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text[:_COMPARED].casefold().split()
    return set(zip(*(words[start:] for start in range(_IN_A_ROW)), strict=False))
