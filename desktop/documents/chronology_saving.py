# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saving a person's chronology, and saying in each record that is in it that a copy was made (security.md 3.15)."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.cases.acting import EXPORT, form_data, leave
from desktop.chronology.page import read_page
from desktop.documents.chronology import ChronologySource, chronology
from desktop.documents.exporting import export_answers
from desktop.new_file import new_file
from desktop.people import PersonId
from desktop.session import Session


@dataclass(frozen=True, slots=True)
class SavedChronology:
    """A saved copy: where it is, its length and fingerprint, and how many records are in it."""

    path: Path
    pages: int
    sha256: str
    records: int


def default_name(today: date) -> str:
    """The name of the file: it says of nobody that there is anything about them."""
    return f"chronology-{today.isoformat()}.pdf"


def export_chronology(
    session: Session, person: PersonId, path: Path, *, purpose: str, recipient: str, on: date | None = None
) -> SavedChronology:
    """Save somebody's chronology as it stands, or stood on a day, under this name or in this folder.

    Raises AnswersError when it is not said for whom or why; KnownError(FILE_UNWRITABLE, FILE_THERE_ALREADY, DISK_*,
    VAULT_*).
    """
    asked = {"recipient": recipient, "purpose": purpose}
    answers = export_answers(session, asked).values
    machine = session.machine
    page = read_page(session, person, on)
    source = ChronologySource(
        page=page,
        school=machine.school.name,
        maker=machine.school.people[session.me].name,
        made_at=machine.now(),
        recipient=str(answers["recipient"]),
        purpose=str(answers["purpose"]),
    )
    printed = chronology(source)
    digest = hashlib.sha256(printed.content).hexdigest()
    facts = {"document": "chronology", "pages": str(printed.pages), "sha256": digest}
    target = path / default_name(machine.today()) if path.is_dir() else path
    with new_file(target, printed.content):
        for item in (item for item in page.items if not item.is_only_sent):
            data = form_data(export_answers(session, asked | facts))
            leave(session, session.case(item.case_id), EXPORT, data)
    return SavedChronology(target, printed.pages, digest, len(page.items))
