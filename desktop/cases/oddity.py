# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is odd about an entry beside the school's own directory and rules (security.md 3.3).

The sender’s computer chooses to whom it seals. So whoever receives a report works the route out again from the answers
and the directory that the report names, and is told when it was sealed to any other set of people.
"""

from enum import StrEnum

from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.cases.moments import told_day
from desktop.filing import readers_by_rule
from desktop.people import School
from storage.compose import Audience
from storage.directory import DirectoryState
from storage.errors import KnownError


class Oddity(StrEnum):
    """An oddity of an entry; it is kept and shown beside those that storage finds (storage.judge.Flag)."""

    OTHER_DIRECTORY = "other_directory"
    SENT_TO_OTHERS = "sent_to_others"


def oddities(entry: CaseEntry, then: DirectoryState, school: School, meaning: Meaning) -> frozenset[Oddity]:
    """Name what is odd about an entry. `then` is the directory after the statement that it names, read as `school`."""
    if not then.head.startswith(entry.directory_head):
        return frozenset({Oddity.OTHER_DIRECTORY})
    if entry.is_report and not _is_sent_as_ruled(entry, then, school, meaning):
        return frozenset({Oddity.SENT_TO_OTHERS})
    return frozenset()


def _is_sent_as_ruled(report: CaseEntry, then: DirectoryState, school: School, meaning: Meaning) -> bool:
    """Say whether a report went to exactly the vaults of those whom the rules name; its author's own apart."""
    spec = meaning.forms.get(report.form)
    if spec is None or report.data.get("form_version") != spec.version:
        return True  # made by another Candour, whose questions this one does not know
    day = told_day(report.at, day_only=report.is_day_only)
    try:
        readers = readers_by_rule(spec, report.values, report.sender, school, day)
    except KnownError:
        return False
    named = Audience(tuple(key for person in readers for key in then.active_keys(person)), then.slots).kids
    own = Audience(then.active_keys(report.author) if report.author else (), then.slots).kids
    return {*report.to} - {*own} == {*named} - {*own}
