# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which member of staff a written name means: one of them, several (to be asked, never guessed), or nobody listed.

A name is weighed, not looked up: folded last name with one slip allowed, first name or initial or short form, title,
job, department, site, days in post. What is weighed and how much stands in resources/patterns/names.toml.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from desktop.importing.names import loose_key
from desktop.patterns.register import StaffMember
from desktop.patterns.written import (
    Likeness,
    Written,
    first_names_alike,
    is_slip,
    naming,
    taken_apart,
    titles_alike,
)

_KEPT = 65_536
"""Texts and look-ups that are remembered: more than a trust writes in a year."""


class Match(Struct, frozen=True):
    """Who is meant. Neither a person nor candidates: nobody who is listed."""

    person: str = ""
    """A staff_id; empty: nobody, or undecided."""
    candidates: tuple[str, ...] = ()
    """If undecided, the staff_ids that come into question, likeliest first."""


class _Listed(Struct, frozen=True):
    """One line of the staff list, folded."""

    member: StaffMember
    title: str
    firsts: tuple[str, ...]
    role: str
    department: str
    places: frozenset[str]


class Names:
    """The staff list, made ready to be asked. Several lines with one `staff_id` are one person.

    `aliases` gives further full names of a person ("Anne Smith" before she married) by staff_id.
    """

    def __init__(self, staff: Iterable[StaffMember], aliases: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._by_last: dict[str, list[tuple[_Listed, float]]] = {}
        self._by_slip: dict[str, set[str]] = {}
        self._by_first: dict[str, list[_Listed]] = {}
        self._ids: set[str] = set()
        for member in staff:
            self._ids.add(member.staff_id)
            self._list(member, member.first_name, member.last_name)
            for alias in (aliases or {}).get(member.staff_id, ()):
                first, _, last = alias.strip().rpartition(" ")
                self._list(member, first, last)
        self._readings = lru_cache(_KEPT)(self._read)
        self._matches = lru_cache(_KEPT)(self._match)

    def of(self, text: str, *, role: str = "", department: str = "", site: str = "", on: date | None = None) -> Match:
        """Say who is meant by a name as somebody typed it, with what else they gave; empty text was not given.

        `on` is the day of which they wrote: somebody who had left by then is less likely meant. The id of a line of the
        staff list means that line.
        """
        if text in self._ids:
            return Match(text)
        return self._matches(text, role, department, site, on)

    def _list(self, member: StaffMember, first: str, last: str) -> None:
        weights = naming().weights
        listed = _Listed(
            member,
            loose_key(member.title),
            tuple(loose_key(first).split()),
            loose_key(member.role),
            loose_key(member.department),
            frozenset(filter(None, map(loose_key, (member.site, member.school, *member.other_sites)))),
        )
        parts = loose_key(last).split()
        names = {part: weights.last_half for part in parts if len(part) > 2} | {"".join(parts): weights.last_exact}
        for name, weight in names.items():
            self._by_last.setdefault(name, []).append((listed, weight))
            for shorter in _with_a_letter_less(name):
                self._by_slip.setdefault(shorter, set()).add(name)
        for word in listed.firsts:
            self._by_first.setdefault(word, []).append(listed)

    def _match(self, text: str, role: str, department: str, site: str, on: date | None) -> Match:
        given = (loose_key(role), loose_key(department), loose_key(site))
        best: dict[str, float] = {}
        for listed, score in self._readings(text):
            staff_id = listed.member.staff_id
            best[staff_id] = max(best.get(staff_id, -99.0), score + _around(listed, given, on))
        return _decided(best)

    def _read(self, text: str) -> tuple[tuple[_Listed, float], ...]:
        """Everybody whom the name alone could mean, with what it says for them."""
        written = taken_apart(text)
        found: dict[int, tuple[_Listed, float]] = {}
        for listed, score in self._readings_of(written):
            if score > 0 and score > found.get(id(listed), (listed, 0.0))[1]:
                found[id(listed)] = (listed, score)
        return tuple((listed, score + titles_alike(written.title, listed.title)) for listed, score in found.values())

    def _readings_of(self, written: Written) -> Iterator[tuple[_Listed, float]]:
        weights, words = naming().weights, written.words
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                given, penalty = _given_words(written, start, end)
                for listed, last in self._with_last(words[start:end]):
                    yield listed, last + penalty + _first(given, listed)
        if len(words) == 1:
            for listed in self._by_first.get(words[0], ()):
                yield listed, weights.first_exact

    def _with_last(self, words: tuple[str, ...]) -> Iterator[tuple[_Listed, float]]:
        name, weights = "".join(words), naming().weights
        yield from self._by_last.get(name, ())
        if min(map(len, words)) == 1:  # "B Patel" is no slip of "Patel"
            return
        near = {known for shorter in _with_a_letter_less(name) for known in self._by_slip.get(shorter, ())}
        for known in near:
            if is_slip(name, known):
                for listed, weight in self._by_last[known]:
                    yield listed, weight - weights.last_exact + weights.last_slip


def _with_a_letter_less(name: str) -> frozenset[str]:
    """The name and all that remain when one letter is left out: two names a slip apart share one of them."""
    return frozenset((name, *(name[:i] + name[i + 1 :] for i in range(len(name)))))


def _given_words(written: Written, start: int, end: int) -> tuple[tuple[str, ...], float]:
    """The words that would be first names if the last name stood there, and what speaks against that reading."""
    words, weights = written.words, naming().weights
    before, after = words[:start], words[end:]
    if written.before_comma == end and start == 0:
        return after, 0.0
    if before:
        return before, weights.word_left_over * len(after)
    return after, weights.order_swapped if after else 0.0


def _first(given: tuple[str, ...], listed: _Listed) -> float:
    weights = naming().weights
    worth = {
        Likeness.OTHER: weights.first_other,
        Likeness.NOT_GIVEN: 0.0,
        Likeness.INITIAL: weights.first_initial,
        Likeness.SLIP: weights.first_slip,
        Likeness.SHORT: weights.first_short,
        Likeness.EXACT: weights.first_exact,
    }
    alike = max(
        (first_names_alike(word, known) for word in given for known in listed.firsts), default=Likeness.NOT_GIVEN
    )
    return worth[alike]


def _around(listed: _Listed, given: tuple[str, str, str], on: date | None) -> float:
    role, department, site = given
    weights = naming().weights
    score = _in_post(listed.member, on)
    if role and listed.role:
        score += _role(role, listed.role)
    if department and listed.department:
        score += weights.department_same if department == listed.department else weights.department_other
    if site and listed.places:
        score += weights.site_same if site in listed.places else weights.site_other
    return score


def _role(role: str, known: str) -> float:
    weights = naming().weights
    if role == known:
        return weights.role_same
    return weights.role_other if set(role.split()).isdisjoint(known.split()) else weights.role_alike


def _in_post(member: StaffMember, on: date | None) -> float:
    if on is None:
        return 0.0
    weights = naming().weights
    early = (member.started - on).days if member.started else 0
    late = (on - member.left).days if member.left else 0
    away = max(early, late)
    if away <= 0:
        return weights.in_post
    return weights.left_lately if away <= naming().days.around_post else weights.not_in_post


def _decided(best: Mapping[str, float]) -> Match:
    weights = naming().weights
    ranked = sorted(((-score, staff_id) for staff_id, score in best.items() if score >= weights.enough))
    if not ranked:
        return Match()
    top = ranked[0][0]
    near = tuple(staff_id for score, staff_id in ranked if score - top < weights.margin)
    return Match(near[0]) if len(near) == 1 else Match(candidates=near)
