# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index of one computer: made in the worker when somebody first searches, and again when there is something new.

Import this module where it is used: the index needs numpy, for which the first page must not wait.
"""

from dataclasses import dataclass
from datetime import date

from desktop.contacting import readable_school
from desktop.helping.entries import every_entry
from desktop.helping.index import Index
from desktop.policies.library import library
from desktop.questions.library import published
from desktop.services import Candour
from storage.errors import KnownError


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """An index, and the directory and day that it was made of. `is_whole`: every text that they name is in it."""

    index: Index
    made_of: tuple[str, date]
    is_whole: bool


def read_index(candour: Candour, before: KeptIndex | None = None) -> KeptIndex:
    """Make the index, or return the one before where nothing is new. Slow: seconds for a hundred long policies."""
    machine, school = candour.machine, readable_school(candour)
    made_of = (school.version_hash if school is not None else "", machine.today())
    if before is not None and before.is_whole and before.made_of == made_of:
        return before
    try:
        kept = library(school, machine.documents) if school is not None else ()
        asked = published(school, machine.documents) if school is not None else ()
    except KnownError:
        # What the disk cannot read must not keep anybody from the rest.
        return KeptIndex(Index(every_entry(school, (), (), machine.today())), made_of, is_whole=False)
    is_whole = all(each.version for each in kept) and all(each.text for each in asked)
    return KeptIndex(Index(every_entry(school, kept, asked, machine.today())), made_of, is_whole)
