# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saves a register as CSV, and puts on record that it was saved: by whom, which one, and the file's fingerprint.

The record says nothing of what stands in the register. It goes to the head and the chair, so that nobody's copy is
theirs alone to know of (requirements.md F17: an export is itself an entry).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.new_file import new_file
from desktop.people import PersonId, Role
from desktop.registers.csv_text import csv_text
from desktop.registers.declared import Register
from desktop.registers.line import REGISTER_EXPORT
from desktop.session import Session
from storage.compose import Content

_RULE = "export"
_TOLD = (Role.HEAD, Role.CHAIR)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be saved: of which register, whether as it would be published, headings and rows."""

    register: Register
    is_published: bool
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class SavedSheet:
    """A saved register: where it is, how many rows it has, its fingerprint, and the entry that says so."""

    path: Path
    rows: int
    sha256: str
    entry: str


def save_sheet(session: Session, sheet: Sheet, path: Path) -> SavedSheet:
    """Save a register under this name, or under its own in this folder, and record it.

    Raises KnownError(FILE_THERE_ALREADY, FILE_UNWRITABLE, DISK_*, VAULT_*).
    """
    machine, content = session.machine, csv_text(sheet.head, sheet.rows).encode()
    digest = hashlib.sha256(content).hexdigest()
    answers = {"register": sheet.register.value, "published": sheet.is_published, "sha256": digest}
    said = Content(
        kind=REGISTER_EXPORT,
        data={"form": REGISTER_EXPORT, "answers": answers},
        rule=_RULE,
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
    )
    target = path / default_name(session, sheet.register) if path.is_dir() else path
    with new_file(target, content):
        entry = session.write(said, _told(session)).entry.eid
    return SavedSheet(target, len(sheet.rows), digest, entry)


def default_name(session: Session, register: Register) -> str:
    """The name of the file: which register, and the day."""
    return f"register-{register.value}-{session.machine.today().isoformat()}.csv"


def _told(session: Session) -> tuple[PersonId, ...]:
    machine = session.machine
    people = dict.fromkeys(
        person for role in _TOLD for person in machine.school.holders(role, machine.today()) if person != session.me
    )
    return tuple(person for person in people if machine.state.active_keys(person))
