# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that a vault keeps of a case to find and show it by: its row, tags, words and what is kept ready. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop.advising.goes_with import goes_with_tags
from desktop.board.notes import note_tags
from desktop.board.rows import board_part
from desktop.cases.case import Case
from desktop.cases.clocks import Clocks
from desktop.cases.meaning import Meaning
from desktop.cases.rows import as_bytes, board_tags, row_of
from desktop.chronology.tags import tags_of
from desktop.people import PersonId, School
from desktop.ready import counted_bytes, item_bytes
from desktop.registers.tags import register_tags
from desktop.retention.tags import keeping_tags
from desktop.searching.categories import category_tags
from desktop.searching.words import words_of
from desktop.training.kept import training_part
from storage.views import View


class Reader(NamedTuple):
    """For whom it is made, and by which directory and rules."""

    me: PersonId
    school: School
    meaning: Meaning
    clocks: Clocks


def view_of(case: Case, by: Reader, more: Iterable[str]) -> View:
    """What one reader's vault keeps of a case. `more` are the tags that the case and its reader alone do not tell."""
    row = row_of(case, by.me, by.school, by.clocks)
    tags = [f"about {person}" for person in sorted(case.concerned())]
    tags += [f"form {row.form}", *tags_of(case), *board_tags(row), *register_tags(row), *note_tags(case, by.me)]
    tags += [*keeping_tags(case, by.me, by.school, by.meaning), *goes_with_tags(case), *more]
    tags += category_tags(case, by.me, by.meaning.forms)
    place, part = training_part(case) or board_part(row) or ("", b"")
    return View(
        case.case_id,
        row.shelf.value,
        row.rank,
        as_bytes(row),
        tuple(tags),
        words=words_of(case, row, by.me, by.school.people, by.meaning.forms),
        item=item_bytes(case, by.me, by.school, by.meaning),
        counted=counted_bytes(case, row, by.me, by.school),
        place=place,
        part=part,
    )
