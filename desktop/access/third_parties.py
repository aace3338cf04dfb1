# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds everybody else in what was gathered about somebody: each is to be weighed before a copy can be made. Pure.

It errs towards finding. It cannot know who is told by a story alone (practice.md R53; requirements.md F55).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from desktop.access.covering import Span, merged, places_of
from desktop.access.gathered import Gathered, Piece, Record
from desktop.access.names import known_alone
from desktop.clocks.words import MONTHS, WEEKDAYS
from desktop.naming.finding import Found, find
from desktop.naming.known import SLIP_LETTERS, What, folded, known_in, ordinary
from desktop.naming.shapes import CONTACT, NAME, Shape, by_shape, called_later, is_everyday
from desktop.patterns.written import naming, titles
from desktop.people import Person, PersonId, School


class Part(StrEnum):
    """What somebody is in the records: who reported, a child, who wrote or decided something, or anybody else."""

    REPORTER = "reporter"
    CHILD = "child"
    COLLEAGUE = "colleague"
    HANDLER = "handler"
    OTHER = "other"
    CONTACT = "contact"
    BY_HAND = "by_hand"
    FILE = "file"


class Place(msgspec.Struct, frozen=True):
    """Where somebody stands: the key of the piece, and the place in its text."""

    key: str
    span: Span


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something to be weighed. `words` are all the texts by which they are named, `places` where."""

    item_id: str
    part: Part
    name: str
    words: tuple[str, ...]
    places: tuple[Place, ...]


_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_OWNED = re.compile("['’]s$")


def find_others(gathered: Gathered, school: School, on: date) -> tuple[Item, ...]:
    """Find everybody else in all of these records, those who reported first."""
    return _Finder(gathered, school, on).items()


def places_in(pieces: Iterable[Piece], words: Iterable[str], exact: Iterable[str] = ()) -> tuple[Place, ...]:
    """Every place in these texts at which one of these words stands; those of `exact` in these letters alone."""
    told = {each: _is_ordinary(each) for each in words} | dict.fromkeys(exact, True)
    return tuple(
        Place(piece.key, span)
        for piece in pieces
        for span in merged(
            span for each, is_exact in told.items() for span in places_of(each, piece.text, is_exact=is_exact)
        )
    )


def _is_ordinary(words: str) -> bool:
    return set(folded(words)) <= ordinary().words


_OF_REPORTER = "reporter:"
"""How the name of an item begins that is what a walk-up said of themselves in one record."""


class _Finder:
    """One look through everything that was gathered."""

    def __init__(self, gathered: Gathered, school: School, on: date) -> None:
        self._gathered = gathered
        self._school = school
        self._on = on
        self._me = gathered.person
        self._pieces = [piece for record in gathered.records for piece in record.pieces()]
        self._alone = known_alone(self._me, school, on)
        self._own = {piece.key: self._own_places(piece) for piece in self._pieces}
        self._words: dict[str, dict[str, None]] = defaultdict(dict)
        self._whose: dict[str, PersonId | None] = {}
        self._whats: dict[str, What | None] = {}

    def items(self) -> tuple[Item, ...]:
        """Everybody else, with every place."""
        self._look()
        made = (self._item(item_id, tuple(words)) for item_id, words in self._words.items())
        found = [item for item in made if item.places]
        return tuple(sorted(found, key=lambda item: (list(Part).index(item.part), item.name.casefold(), item.item_id)))

    def _look(self) -> None:
        records = self._gathered.records
        children = [child for record in records for child in record.children]
        typed = [name for record in records for name in record.names if name.casefold() not in self._own_words()]
        known = known_in(
            self._school, self._on, children=children, without=[self._me.person_id], further=dict.fromkeys(typed)
        )
        for piece in self._pieces:
            shapes = list(by_shape(piece.text))
            contacts = [each for each in shapes if each.kind == CONTACT]
            for place in find(piece.text, known):
                if not any(span.start <= place.start < span.end for span in contacts):
                    self._note_found(piece, place)
            for each in shapes:
                self._note_shape(piece, each)
        for record in records:
            self._add(f"{_OF_REPORTER}{record.key}", record.reporter_words)
        for person_id in [each for each in self._whose.values() if each]:
            self._add(_listed_id(person_id), _forms(self._school.people[person_id]))

    def _note_found(self, piece: Piece, place: Found) -> None:
        if self._is_own(piece, Span(place.start, place.end)) or _is_by_chance(place.words, place.what):
            return
        if place.who is not None:
            item_id = _listed_id(place.who)
        elif place.what is What.CHILD:
            item_id = f"child:{_letters(place.words)}"
        else:
            item_id = f"name:{' '.join(folded(place.words))}"
        self._whose[item_id], self._whats[item_id] = place.who, place.what
        self._add(item_id, [place.words])

    def _note_shape(self, piece: Piece, found: Shape) -> None:
        """What is written like a name, initials or a way to reach somebody, and means nobody whom the lists have."""
        kind, span = found.kind, Span(found.start, found.end)
        words = piece.text[span.start : span.end]
        if self._is_own(piece, span) or (kind == NAME and (self._is_listed(words) or _names_nobody(words))):
            return
        item_id = f"{kind}:{_letters(words) if kind == 'child' else ' '.join(folded(words))}"
        self._whose.setdefault(item_id, None)
        self._add(item_id, [words])

    def _add(self, item_id: str, words: Iterable[str]) -> None:
        self._words[item_id].update(dict.fromkeys(words))

    def _is_listed(self, words: str) -> bool:
        """Say whether somebody whom the lists have bears all these names, but for titles and initials."""
        names = {word for word in folded(words) if word not in titles() and len(word) > 1}
        found = ({word for each in self._words[item_id] for word in folded(each)} for item_id in self._whats)
        return bool(names) and any(names <= told for told in found)

    def _item(self, item_id: str, words: tuple[str, ...]) -> Item:
        within = f"{item_id.removeprefix(_OF_REPORTER)}/" if item_id.startswith(_OF_REPORTER) else ""
        pieces = [piece for piece in self._pieces if piece.key.startswith(within)]
        parts = self._parts(words) if item_id.startswith(f"{NAME}:") else ()
        places = [place for place in places_in(pieces, words, parts) if not self._is_at_own(place)]
        who = self._whose.get(item_id)
        person = self._school.people.get(who) if who else None
        name = person.name if person else max(words, key=len, default="")
        return Item(item_id=item_id, part=self._part(item_id, who, words), name=name, words=words, places=tuple(places))

    def _parts(self, words: tuple[str, ...]) -> Iterator[str]:
        """By which words somebody who is not listed may be called later on, unless the person themselves is."""
        own = {word for name in self._own_words() for word in folded(name)}
        yield from (part for name in words for part in called_later(name) if not own & {*folded(part)})

    def _part(self, item_id: str, who: PersonId | None, words: tuple[str, ...]) -> Part:
        records = self._gathered.records
        if item_id.startswith(_OF_REPORTER) or any(_reported(record, who, words) for record in records):
            return Part.REPORTER
        if item_id.startswith("child:"):
            return Part.CHILD
        if item_id.startswith("contact:"):
            return Part.CONTACT
        if who is None:
            return Part.OTHER
        return Part.HANDLER if any(who in record.authors for record in records) else Part.COLLEAGUE

    def _own_words(self) -> frozenset[str]:
        return frozenset(name.casefold() for name in (self._me.name, self._me.known_as, *self._me.aliases) if name)

    def _own_places(self, piece: Piece) -> tuple[Span, ...]:
        """Where the person themselves stands by their whole name, job or phone: nobody else is meant there."""
        found = find(piece.text, self._alone)
        whole = [Span(place.start, place.end) for place in found if place.what is not What.PART]
        own = (self._me.phone, self._me.job)
        return merged([*whole, *(span for each in own for span in places_of(each, piece.text))])

    def _is_own(self, piece: Piece, span: Span) -> bool:
        return any(own.start <= span.start and span.end <= own.end for own in self._own[piece.key])

    def _is_at_own(self, place: Place) -> bool:
        return any(own.start <= place.span.start and place.span.end <= own.end for own in self._own[place.key])


def _is_by_chance(words: str, what: What) -> bool:
    """Say whether what reads like a part of a name is an ordinary word: "this" for Thị, "March" for Marsh."""
    if what is not What.PART:
        return False
    has_bare_s = words.endswith("s") and not _OWNED.search(words) and len(words) <= SLIP_LETTERS
    is_no_name = set(folded(words)) <= naming().not_names
    return is_everyday(words) or has_bare_s or is_no_name or words in _CALENDAR


def _names_nobody(words: str) -> bool:
    return not naming().not_names.isdisjoint(folded(words))


def _reported(record: Record, who: PersonId | None, words: tuple[str, ...]) -> bool:
    claimed = record.reporter_claims.partition(",")[0].strip().casefold()
    return (who is not None and record.reporter == who) or claimed in {each.casefold() for each in words}


def _forms(person: Person) -> Iterator[str]:
    """How somebody listed is written by Candour itself: their names, and with their job behind it."""
    for name in (person.name, *person.aliases):
        yield name
        if person.job:
            yield f"{name}, {person.job}"


def _letters(words: str) -> str:
    return "".join(letter for letter in words if letter.isalpha()).upper()


def _listed_id(person: PersonId) -> str:
    return f"person:{person}"
