# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where somebody may want to go who types into the search: pages by their names, and people (ux.md 6, Ctrl K).

A person is offered only where something is on record about them that this reader may see: that they are offered tells
nobody of anything else. Pure, but for reading the list of people.
"""

from collections.abc import Iterable

import msgspec

from desktop.chronology.listing import read_people
from desktop.importing.names import loose_key
from desktop.searching.words import sought
from desktop.session import Session

MOST = 4
"""So many people, and so many pages, are offered at once."""


class Destination(msgspec.Struct, frozen=True, kw_only=True):
    """A page, and what on it ("" for all of it), under the name that is looked for."""

    place: str
    name: str
    what: str = ""


def pages_like(pages: Iterable[Destination], typed: str) -> tuple[Destination, ...]:
    """The pages in whose names each of the typed words begins one, in their order."""
    beginnings = sought(typed)
    found = [page for page in pages if _has(page.name, beginnings)]
    return tuple(found[:MOST]) if beginnings else ()


def people_like(session: Session, place: str, typed: str) -> tuple[Destination, ...]:
    """The people whom typed letters find, about whom this reader may see anything. `place` shows one of them."""
    if not sought(typed):
        return ()
    found = read_people(session).shown(typed)[:MOST]
    return tuple(Destination(place=place, name=each.person.name, what=each.person.person_id) for each in found)


def _has(name: str, beginnings: Iterable[str]) -> bool:
    words = loose_key(name).split()
    return all(any(word.startswith(beginning) for word in words) for beginning in beginnings)
