# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody notes at their desk, and the tags by which the days of their daily checks are found. Pure."""

from collections.abc import Iterator
from enum import StrEnum

from desktop.cases.case import Case
from desktop.cases.rows import DESK
from desktop.clocks import london_day
from desktop.people import PersonId

CHECKED = "checked "
"""How the tag of a day on which the owner of the vault made the daily check begins."""


class DeskNote(StrEnum):
    """What was done."""

    CHECKED = "daily_check"
    PRINTED_LIST = "printed_list"
    PRINTED_DIGEST = "printed_digest"


def note_tags(case: Case, me: PersonId) -> Iterator[str]:
    """The tags of a case's notes that this person left themselves."""
    for entry in case.entries:
        if entry.kind == DESK and entry.author == me and entry.form == DeskNote.CHECKED:
            yield f"{CHECKED}{london_day(entry.at)}"
