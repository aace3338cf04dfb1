# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tags by which it is found which records are due and when, which are kept, and which are being destroyed.

They hold days, never how long is left: rows are made again only when the directory moves on.
"""

from collections.abc import Iterator

from desktop.cases.case import Case
from desktop.cases.meaning import Meaning
from desktop.people import PersonId, School
from desktop.retention.disposal import carried_out_by, due_in, is_over, nameable, stands_alone
from desktop.retention.holds import holds_of
from desktop.retention.kinds import DISPOSAL, DONE
from desktop.retention.lines import has_lines_only

DUE = "due "
"""Begins the tag of a case in which nothing is open, with the day on which its time is over."""

HELD = "held"
"""The tag of a case that somebody keeps."""

DISPOSING = "disposing"
"""The tag of a case that somebody proposed to destroy, until nothing is left to do about it in this vault."""


def keeping_tags(case: Case, me: PersonId, school: School, meaning: Meaning) -> Iterator[str]:
    """The tags of a case in one person's vault."""
    if _is_disposing(case, me):
        yield DISPOSING
    if not case.reads(me):
        return
    if holds_of(case.counted):
        yield HELD
    due = due_in(case, school, meaning) if is_over(case) else None
    if due is not None and due.day is not None:
        yield f"{DUE}{due.day.isoformat()}"


def _is_disposing(case: Case, me: PersonId) -> bool:
    proposals = [entry.eid for entry in case.entries if entry.kind == DISPOSAL]
    if not proposals:
        return has_lines_only(case) and any(entry.kind == DONE for entry in case.entries)
    is_told = any(me in carried_out_by(case.entries, eid) for eid in proposals)
    return not is_told or (bool(nameable(case)) and not stands_alone(case))
