# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saving a case file, and saying in the case that it was made, for whom and why (security.md 3.15).

The entry comes before the file appears under its name: a copy may be on record and not be there, never the other way
round. The file is its owner's alone to read; whoever hands it on decides that.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.cases.acting import EXPORT, ActRefusedError, form_data, leave
from desktop.cases.case import Case
from desktop.cases.refusals import Refusal
from desktop.documents.case_file import case_file
from desktop.documents.case_telling import CaseFileInput
from desktop.filing import clean_answers
from desktop.forms import Answers, Context
from desktop.new_file import new_file
from desktop.phrases import reference
from desktop.session import Session
from desktop.soundness import check


@dataclass(frozen=True, slots=True)
class Exported:
    """A saved copy: where it is, its length and fingerprint, which copy of the case it is, and the entry that says so.

    `marks` counts the characters of people's words that could be printed as marks only.
    """

    path: Path
    pages: int
    sha256: str
    copy: int
    marks: int
    entry: str


def default_name(case_id: str) -> str:
    """The name of the file: a code that tells nobody anything."""
    return f"CF-{reference(case_id)}.pdf"


def export_case(session: Session, case_id: str, path: Path, purpose: str, recipient: str) -> Exported:
    """Save a case as a PDF file, under this name or under a code in this folder, and record it in the case.

    Raises AnswersError when it is not said for whom or why, ActRefusedError for somebody who does not read the case;
    KnownError(NO_SUCH_CASE, FILE_UNWRITABLE, FILE_THERE_ALREADY, DISK_*, VAULT_*).
    """
    case = session.case(case_id)
    asked = {"recipient": recipient, "purpose": purpose}
    answers = export_answers(session, asked)
    if not case.reads(session.me):
        raise ActRefusedError(Refusal.NOT_A_READER)
    source = case_file_input(session, case, str(answers.values["purpose"]), str(answers.values["recipient"]))
    printed = case_file(source)
    digest = hashlib.sha256(printed.content).hexdigest()
    facts = {
        "document": "case_file",
        "copy": str(source.copy),
        "entries": str(len(case.entries)),
        "pages": str(printed.pages),
        "sha256": digest,
    }
    target = path / default_name(case_id) if path.is_dir() else path
    with new_file(target, printed.content):
        entry = leave(session, case, EXPORT, form_data(export_answers(session, asked | facts))).entry.eid
    return Exported(target, printed.pages, digest, source.copy, printed.marks, entry)


def case_file_input(session: Session, case: Case, purpose: str, recipient: str) -> CaseFileInput:
    """Gather what a case file of this case is made from. Slow: it checks the whole vault."""
    machine = session.machine
    stated = {entry.directory for entry in case.entries}
    schools = {number: school for number in stated if (school := machine.school_at(number))}
    return CaseFileInput(
        case=case,
        school=machine.school,
        schools=schools,
        meaning=session.meaning,
        clocks=session.clocks,
        made_by=session.me,
        made_at=machine.now(),
        recipient=recipient,
        purpose=purpose,
        copy=len(case.of_kind(EXPORT)) + 1,
        troubles=check(session).troubles,
    )


def export_answers(session: Session, values: Mapping[str, object]) -> Answers:
    """Check what an export says of itself. Raises AnswersError when it is not said for whom or why."""
    machine = session.machine
    context = Context(today=machine.today(), school=machine.school, author=session.me)
    return clean_answers(session.meaning.forms[EXPORT], values, context)
