# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding people by a few letters of their name, the name they go by, their job or their class (ux.md 7).

Accents, capitals and punctuation do not matter. Who has records, or has signed in, plays no part.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.importing.names import loose_key
from desktop.people import Person

_NO_MATCH = 4


@dataclass(frozen=True, slots=True)
class _Entry:
    person: Person
    names: tuple[str, ...]
    about: tuple[str, ...]


class PeopleIndex:
    """Some people, made ready to be found. With `by_name` jobs and classes do not count."""

    def __init__(self, people: Iterable[Person], *, by_name: bool = False) -> None:
        self._entries = [_entry(person, by_name=by_name) for person in sorted(people, key=lambda each: each.name)]

    def find(self, typed: str) -> list[Person]:
        """Everyone who matches: first whose name begins so, then any word of it, then any part of what is known."""
        wanted = loose_key(typed)
        if not wanted:
            return []
        ranked = [(_rank(entry, wanted), entry.person) for entry in self._entries]
        return [person for rank, person in sorted(ranked, key=lambda found: found[0]) if rank < _NO_MATCH]


def _rank(entry: _Entry, wanted: str) -> int:
    if any(name.startswith(wanted) for name in entry.names):
        return 0
    if any(f" {wanted}" in name for name in entry.names):
        return 1
    if any(wanted in name for name in entry.names):
        return 2
    return 3 if any(wanted in words for words in entry.about) else _NO_MATCH


def _entry(person: Person, *, by_name: bool) -> _Entry:
    names = (person.name, person.known_as, *person.aliases)
    about = () if by_name else (person.job, person.group)
    return _Entry(person, tuple(loose_key(name) for name in names if name), tuple(loose_key(words) for words in about))
