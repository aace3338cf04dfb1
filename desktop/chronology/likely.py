# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom the words for somebody unlisted may mean, to be put to a reader: never linked by itself (ux.md R4). Pure.

A name among them is weighed by `desktop.patterns.names`, which knows slips, initials and short forms; a first name or a
job that only one person has counts too (resources/chronology/likeness.toml).
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.importing.names import loose_key
from desktop.patterns.from_cases import staff_member
from desktop.patterns.names import Names
from desktop.people import Person, PersonId

_NAME = re.compile(r"\b[A-ZÀ-ÖØ-ÞŁ][\w'’-]*\.?(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-ÖØ-ÞŁ][\w'’-]*\.?)*")
_LONG_ENOUGH = 3


class _Likeness(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    job_share: int
    stem: int
    most: int
    common: frozenset[str]


class Likely:
    """A staff list made ready to be asked."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)
        self._names = Names(map(staff_member, self._people), {each.person_id: each.aliases for each in self._people})

    def of(self, words: str, on: date | None = None) -> tuple[PersonId, ...]:
        """Name whom a description may mean, likeliest first. `on` is the day of which it was written."""
        found = (*self._by_name(words, on), *self._by_first_name(words), *self._by_job(words))
        return tuple(dict.fromkeys(found))[: _shipped().most]

    def _by_name(self, words: str, on: date | None) -> Iterator[PersonId]:
        for part in (words, *_NAME.findall(words)):
            match = self._names.of(part, on=on)
            yield from (PersonId(each) for each in (match.person, *match.candidates) if each)

    def _by_first_name(self, words: str) -> Iterator[PersonId]:
        """Somebody whose first name, or the name they go by, is there and belongs to nobody else."""
        said = {loose_key(part) for name in _NAME.findall(words) for part in name.split()}
        for each in said:
            named = [person for person in self._people if each in _firsts(person)]
            if len(each) >= _LONG_ENOUGH and len(named) == 1:
                yield named[0].person_id

    def _by_job(self, words: str) -> Iterator[PersonId]:
        said = _stems(words)
        fits = [person for person in self._people if _fits(_stems(f"{person.job} {person.group}"), said)]
        if len(fits) == 1:
            yield fits[0].person_id


def _fits(job: frozenset[str], said: frozenset[str]) -> bool:
    rare = job - _common()
    return bool(rare & said) and len(job & said) * 100 >= len(job) * _shipped().job_share


def _stems(words: str) -> frozenset[str]:
    stem = _shipped().stem
    return frozenset(each[:stem] for each in loose_key(words).split() if len(each) >= _LONG_ENOUGH or each.isdigit())


def _firsts(person: Person) -> set[str]:
    return {loose_key(name) for name in (person.name.split(" ", 1)[0], person.known_as) if name}


@cache
def _common() -> frozenset[str]:
    shipped = _shipped()
    return frozenset(word[: shipped.stem] for word in shipped.common)


@cache
def _shipped() -> _Likeness:
    return msgspec.convert(tomllib.loads(resources.text("chronology/likeness.toml")), _Likeness)
