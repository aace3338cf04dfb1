# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index of one computer: made in the worker when somebody first searches, and again when there is something new.

Import this module where it is used: the index needs numpy, for which the first page must not wait.
"""

from dataclasses import dataclass

from desktop.contacting import readable_school
from desktop.helping.entries import every_entry
from desktop.helping.index import Index
from desktop.people import School
from desktop.policies.library import Documents, Kept, library
from desktop.questions.library import Published, published
from desktop.services import Candour
from storage.errors import KnownError


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """An index, and what it was made of: a directory, a day, and the texts that had come by then."""

    index: Index
    made_of: tuple[object, ...]


def read_index(candour: Candour, before: KeptIndex | None = None) -> KeptIndex:
    """Make the index, or return the one before where nothing is new. Slow: seconds for a hundred long policies."""
    machine, school = candour.machine, readable_school(candour)
    kept, asked = _texts(school, machine.documents) if school is not None else ((), ())
    here = tuple(each.fingerprint for each in kept if each.version is not None)
    here += tuple(each.fingerprint for each in asked if each.text is not None)
    made_of = (school.version_hash if school is not None else "", machine.today(), here)
    if before is not None and before.made_of == made_of:
        return before
    return KeptIndex(Index(every_entry(school, kept, asked, machine.today())), made_of)


def _texts(school: School, documents: Documents) -> tuple[tuple[Kept, ...], tuple[Published, ...]]:
    """The policies and questions of a school; none where the disk cannot read them: the rest is still found."""
    try:
        return library(school, documents), published(school, documents)
    except KnownError:
        return (), ()
