# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a register keeps of a case for one reader: a declaration, a line of one, or a record of an old log. Pure."""

from desktop.cases.case import Case
from desktop.people import PersonId
from desktop.registers.declared import Declared, of_line, of_report
from desktop.registers.from_logs import of_old_record


def declared_of(case: Case, me: PersonId) -> Declared | None:
    """What a register keeps of it; None for what belongs into none, or is not theirs to read."""
    report = case.report
    if report is None:
        return of_line(case.line) if case.line is not None else None
    if not case.reads(me):
        return None
    if report.is_imported:
        return of_old_record(report.form, report.old) if report.old is not None else None
    return of_report(case, report)
