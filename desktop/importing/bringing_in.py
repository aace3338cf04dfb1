# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Importing old logs into the vault of a reviewer: each row a signed record, sealed to whoever may read it.

What was imported stays when it is stopped half-way, and the same files again go on from there.
"""

from collections.abc import Callable, Sequence

from desktop.faults import DeskFault
from desktop.filing import readers_of, report_data
from desktop.importing.old_records import ENTRY_KINDS, TAGS_BEGIN, read_tags
from desktop.importing.planning import Choices, Importer, LogFile, Plan, PlannedRow, plan_import
from desktop.people import PersonId, School
from desktop.session import Session
from storage.compose import Content
from storage.errors import KnownError

BATCH = 100
"""Rows that are kept in one transaction."""

Progress = Callable[[int, int], None]
"""Handed how many rows are done, and of how many. It may raise to stop between two batches."""


def plan(session: Session, files: Sequence[LogFile], choices: Choices, school: School | None = None) -> Plan:
    """Work out what an import by this person would do. Raises KnownError(IMPORT_NOT_YOURS).

    `school` is for trying out: the school as it would be, with people who are not listed yet.
    """
    if not session.is_reviewer:
        raise KnownError(DeskFault.IMPORT_NOT_YOURS)
    importer = Importer(
        me=session.me,
        school=school or session.machine.school,
        today=session.machine.today(),
        forms=session.meaning.forms,
        known=read_tags(dict(session.views.tags(TAGS_BEGIN))),
    )
    return plan_import(files, importer, choices)


def bring_in(session: Session, planned: Plan, progress: Progress = lambda _done, _all: None) -> int:
    """Import the new rows of a plan, oldest first. Returns how many; they go to the other readers with the next look.

    Raises KnownError(NO_READER_KEYS, CONTENT_TOO_LARGE, DISK_*, VAULT_*): the batches before stay.
    """
    done, rows = 0, planned.new
    progress(0, len(rows))
    while done < len(rows):
        done = bring_in_some(session, rows, done)
        progress(done, len(rows))
    return done


def bring_in_some(session: Session, rows: Sequence[PlannedRow], start: int) -> int:
    """Import one batch of new rows, from this one on. Returns how many are done then. Raises as `bring_in`."""
    batch = rows[start : start + BATCH]
    session.write_together([_writing(session, row) for row in batch])
    return start + len(batch)


def _writing(session: Session, row: PlannedRow) -> tuple[Content, tuple[PersonId, ...]]:
    kind = ENTRY_KINDS[row.kind]
    answers = session.answers(kind, row.answers)
    if row.route is None:
        raise ValueError(row.fate)
    content = session.machine.content(kind, report_data(answers, row.route), row.route.cited)
    return content, readers_of(row.route)
