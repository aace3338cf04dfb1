# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What names anybody in a school, made ready to be looked for. Pure.

A job, a room or a phone names somebody where one person alone has it; a class or team always says too much
(practice.md section 4; requirements.md F16, F46: names, aliases and single-holder job titles).
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.importing.names import loose_key
from desktop.patterns.written import naming, titles
from desktop.people import Person, PersonId, Role, School

_LEAST_LETTERS = 3
SLIP_LETTERS = 5
"""Letters that a last name needs for one slip of the pen to be read as that name."""
_LONGEST_BEGINNING = 5
_PHONE_DIGITS = 5
"""An extension of three digits is any number."""
_PARTS_OF_A_JOB = re.compile(r"\s+and\s+|\s*[,/&]\s*")


class What(StrEnum):
    """What of somebody was found: the whole name, a part of it, initials, what only they have, an employer, a child."""

    NAME = "name"
    PART = "part"
    INITIALS = "initials"
    JOB = "job"
    PLACE = "place"
    EMPLOYER = "employer"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that name somebody; `who` is nobody listed for a child or an employer.

    `is_free` for the words of somebody who may be named: no shorter words are looked for inside them. `needs_capital`
    for the beginning of a first name, which may be that of another word.
    """

    words: tuple[str, ...]
    what: What
    who: PersonId | None = None
    is_free: bool = False
    needs_capital: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that names somebody: phrases by their first word, initials, and names for slips of the pen."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    initials: Mapping[str, Phrase]
    for_slips: Mapping[str, Phrase]


class Ordinary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names that are ordinary words as well, words that are no name, and capital letters that are none."""

    words: frozenset[str]
    openers: frozenset[str]
    no_short_forms: frozenset[str]
    abbreviations: frozenset[str]
    capitals: frozenset[str]


@cache
def ordinary() -> Ordinary:
    """Read the lists that we ship."""
    return msgspec.toml.decode(resources.text("naming/ordinary.toml"), type=Ordinary)


def known_in(
    school: School,
    on: date,
    *,
    children: Iterable[str] = (),
    without: Iterable[PersonId] = (),
    further: Iterable[str] = (),
    only: Collection[PersonId] | None = None,
) -> Known:
    """What names anybody of this school on a day, and these children (initials or names, as typed).

    `without` leaves somebody out who may be named, `only` looks for nobody else of the school; `further` are names of
    people whom it does not list. Who has left is looked for as well; a job is theirs alone who has it now.
    """
    left_out = frozenset(without)
    sought = [person for person in school.people.values() if person.person_id not in left_out]
    people = [person for person in sought if only is None or person.person_id in only]
    listed = [phrase for person in school.people.values() for phrase in _of_person(person)]
    phrases = [replace(phrase, is_free=phrase.who in left_out) for phrase in (*listed, *_held_alone(school, on))]
    if only is not None:
        phrases = [phrase for phrase in phrases if phrase.is_free or phrase.who in only]
    phrases += [Phrase(words, What.PLACE) for group in {each.group for each in people} if (words := folded(group))]
    phrases += [Phrase(words, What.EMPLOYER) for person in people if (words := folded(person.employer))]
    phrases += [phrase for name in further for phrase in _of_name(name, None)]
    typed = tuple(children)
    phrases += [Phrase(each.words, What.CHILD) for name in typed for each in _of_name(name, None)]
    by_first: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        by_first[phrase.words[0]].append(phrase)
    return Known(
        phrases={word: tuple(sorted(each, key=_longest_first)) for word, each in by_first.items()},
        initials=dict(_initials(people, typed)),
        for_slips={
            phrase.words[0]: phrase
            for phrase in phrases
            if phrase.what is What.PART
            and not (phrase.is_free or phrase.needs_capital)
            and len(phrase.words[0]) >= SLIP_LETTERS
        },
    )


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without capitals, accents and punctuation."""
    return tuple(loose_key(text).split())


def _longest_first(phrase: Phrase) -> tuple[int, bool, int]:
    return -len(phrase.words), phrase.is_free, list(What).index(phrase.what)


def _of_person(person: Person) -> Iterator[Phrase]:
    last = person.name.rpartition(" ")[2]
    names = (person.name, *person.aliases, f"{person.known_as} {last}" if person.known_as else "")
    for name in names:
        yield from _of_name(name, person.person_id)


def _of_name(name: str, who: PersonId | None) -> Iterator[Phrase]:
    """The whole name and each part of it but a title before it; a first name also by its short forms.

    Its own beginning is one as well: “Meg” for Megan.
    """
    words = folded(name)
    if not any(len(word) >= _LEAST_LETTERS for word in words) or titles().issuperset(words):
        return
    yield Phrase(words, What.NAME, who)
    own = tuple(itertools.dropwhile(titles().__contains__, words))
    short = {other for line in naming().short_forms.lines if own[0] in line for other in line} if own[1:] else set()
    for word in {*own, *short}:
        if len(words) > 1 and len(word) >= _LEAST_LETTERS:
            yield Phrase((word,), What.PART, who)
    if len(own) > 1:
        yield from (Phrase((each,), What.PART, who, needs_capital=True) for each in _beginnings(own[0]) - short)


def _beginnings(first: str) -> frozenset[str]:
    longest = min(len(first) - 1, _LONGEST_BEGINNING)
    return frozenset(first[:length] for length in range(_LEAST_LETTERS, longest + 1)) - (
        ordinary().no_short_forms | ordinary().words
    )


def _held_alone(school: School, on: date) -> Iterator[Phrase]:
    """Jobs, classes, rooms and phones that one person alone has, and offices that one person alone holds."""
    here = [person for person in school.people.values() if not person.has_left(on)]
    holders: dict[tuple[tuple[str, ...], What], set[PersonId]] = defaultdict(set)
    for person in here:
        for text, what in _possessions(person):
            if words := folded(text):
                holders[words, what].add(person.person_id)
    for role, words in _role_words().items():
        for person_id in school.holders(role, on):
            holders[words, What.JOB].add(person_id)
    for (words, what), people in holders.items():
        if len(people) == 1:
            yield Phrase(words, what, next(iter(people)))


def _possessions(person: Person) -> Iterator[tuple[str, What]]:
    for job in {person.job, *_PARTS_OF_A_JOB.split(person.job)}:
        if len(job) >= _LEAST_LETTERS:
            yield job, What.JOB
    yield person.group, What.JOB
    yield person.room, What.PLACE
    if sum(letter.isdigit() for letter in person.phone) >= _PHONE_DIGITS:
        yield person.phone, What.PLACE


def _initials(people: Iterable[Person], children: Iterable[str]) -> Iterator[tuple[str, Phrase]]:
    for person in people:
        for name in (person.name, *person.aliases):
            letters = "".join(word[0] for word in folded(name)).upper()
            if len(letters) > 1:
                yield letters, Phrase((letters,), What.INITIALS, person.person_id)
    for typed in children:
        letters = "".join(letter for letter in typed if letter.isalpha())
        if 1 < len(letters) <= _LEAST_LETTERS + 1 and letters.isupper():
            yield letters, Phrase((letters,), What.CHILD)


@cache
def _role_words() -> Mapping[Role, tuple[str, ...]]:
    words = msgspec.toml.decode(resources.text("routing/words.toml"))["role"]
    return {role: folded(words[role.value]) for role in Role if role.value in words}
