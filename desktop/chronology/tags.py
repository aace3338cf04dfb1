# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tags by which a vault finds who has anything on record, without opening a single case.

A tag says whom a case is about, on which day it happened and what it is: a list of everybody is one look at an index.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from desktop.cases.case import Case
from desktop.cases.moments import told_day
from desktop.chronology.kinds import Kind, kind_of, told_on
from desktop.importing.old_records import tag_of
from desktop.people import PersonId
from storage.views import Views

PERSON = "person "
"""How the tag of somebody listed begins."""

_KINDS = {kind.value: kind for kind in Kind}

UNLISTED = "unlisted"
"""The tag of a case that is about somebody who is not listed, or not yet found on the list."""


class OnRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is on record about somebody: how much, the newest day of it, and what each is that happened since a day."""

    total: int = 0
    newest: date | None = None
    recent: tuple[Kind, ...] = ()


def happened_on(case: Case) -> date | None:
    """The day on which what a case tells of happened, as far as its report says; else the day of the report."""
    report = case.report
    if report is None:
        return None
    recorded = told_day(report.at, day_only=report.is_day_only)
    told = told_on(report.form, report.values)
    return told if told is not None and told < recorded else recorded


def tags_of(case: Case) -> Iterator[str]:
    """The tags of a case."""
    day = happened_on(case)
    if case.report is None or day is None:
        return
    kind = kind_of(case.report.form)
    yield from (f"{PERSON}{person} {day.isoformat()} {kind.value}" for person in sorted(case.concerned()))
    if case.report.is_imported:
        yield tag_of(case.report.kind, case.report.values)
    if any(subject.person_id is None for subject in case.subjects):
        yield UNLISTED


def on_record(views: Views, person: PersonId, since: date) -> OnRecord:
    """Look up what a vault has on record about somebody, and of it what happened after a day."""
    beginning = f"{PERSON}{person} "
    total, last = views.tally(beginning)
    if not total:
        return OnRecord()
    recent = views.tags_from(f"{beginning}{since + timedelta(days=1)}", beginning)
    return OnRecord(
        total=total,
        newest=date.fromisoformat(last.split(" ")[2]),
        recent=tuple(_KINDS[tag.rpartition(" ")[2]] for tag in recent),
    )
