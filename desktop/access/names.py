# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose name stands where in what was gathered: the person's own, and names that were typed into the answers. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.access.gathered import Piece
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.naming.finding import find
from desktop.naming.known import Known, What, known_in
from desktop.people import Person, School

_OWN = frozenset({What.NAME, What.PART})


class _Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fields: tuple[str, ...]
    reporter: tuple[str, ...]


def own_names(pieces: Iterable[Piece], who: Person, school: School, on: date) -> bool:
    """Say whether a person's name, or their last name, stands in one of these texts."""
    known = known_alone(who, school, on)
    last = who.name.rpartition(" ")[2].casefold()
    found = (place for piece in pieces for place in find(piece.text, known) if place.what in _OWN)
    return any(place.what is What.NAME or last in place.words.casefold() for place in found)


def known_alone(who: Person, school: School, on: date) -> Known:
    """What names this person and nobody else of the school."""
    return known_in(school, on, without=[each for each in school.people if each != who.person_id])


def typed_names(case: Case) -> tuple[str, ...]:
    """The names of people who are not listed, as they were typed into the answers of a case."""
    return tuple(dict.fromkeys(name for entry in case.entries for name in _typed(entry) if name))


def reporter_words(case: Case) -> tuple[str, ...]:
    """What a walk-up said of themselves in their report, beside a name."""
    said = (case.report.text(field) for field in _shipped().reporter) if case.report else ()
    return tuple(words for words in said if words)


def _typed(entry: CaseEntry) -> Iterator[str]:
    yield _name(entry.claims)
    yield from (_name(entry.text(field)) for field in _shipped().fields)


def _name(typed: str) -> str:
    """A name without what stands after its comma: a job, mostly."""
    return typed.partition(",")[0].strip()


@cache
def _shipped() -> _Names:
    return msgspec.toml.decode(resources.text("access/names.toml"), type=_Names)
