# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An audit in plain sentences, and as a table to save: who, what, when, which record, and no content (ux.md R13)."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from desktop.auditing.deeds import AuditLine, Deed, audit_words
from desktop.auditing.noting import watchers
from desktop.auditing.trawling import Trawl
from desktop.cases.moments import long_day_words
from desktop.clocks import london_day, time_words
from desktop.new_file import new_file
from desktop.people import PersonId, School
from desktop.phrases import reference
from desktop.registers.csv_text import csv_text
from desktop.registers.line import REGISTER_EXPORT
from desktop.session import Session
from storage.compose import Content

_RULE = "audit"


class SavedAudit(msgspec.Struct, frozen=True, kw_only=True):
    """A saved table: where it is, how many lines it has and its fingerprint."""

    path: Path
    lines: int
    sha256: str


def sentence(line: AuditLine, school: School) -> str:
    """Say one line: "Priya Nair opened 7KQ4-M2XR"."""
    words = audit_words()
    one, many = words.records
    parts = {
        "who": who_words(line.who, school),
        "record": reference(line.case_id) if line.case_id else words.words["a_register"],
        "people": ", ".join(who_words(each, school) for each in line.people),
        "count": one if line.count == 1 else many.format(count=f"{line.count:,}"),
    }
    return words.deeds[line.deed].says.format(**parts)


def trawl_words(trawl: Trawl, school: School) -> str:
    """Say that somebody opened records about many people, looked at many pages or searched often."""
    day = long_day_words(london_day(trawl.since), london_day(trawl.since))
    parts = {"who": who_words(trawl.who, school), "count": str(trawl.count), "day": day}
    return audit_words().trawl.counts[trawl.deed].says.format(**parts, time=time_words(trawl.since))


def who_words(person: PersonId | None, school: School) -> str:
    """Somebody by name."""
    listed = school.people.get(person) if person else None
    return listed.name if listed else audit_words().words["somebody"]


def deed_word(deed: Deed) -> str:
    """What the filter calls a deed."""
    return audit_words().deeds[deed].word


def save_audit(session: Session, lines: Iterable[AuditLine], path: Path) -> SavedAudit:
    """Save lines as CSV and put on record that it was done. No cell is taken for a formula, none holds any content.

    Raises KnownError(FILE_THERE_ALREADY, FILE_UNWRITABLE, DISK_*, VAULT_*).
    """
    machine, words = session.machine, audit_words()
    head = [words.words[name] for name in ("when", "who", "what", "record", "sentence")]
    rows = [_cells(line, machine.school) for line in lines]
    content = csv_text(head, rows).encode()
    digest = hashlib.sha256(content).hexdigest()
    said = Content(
        kind=REGISTER_EXPORT,
        data={"form": REGISTER_EXPORT, "answers": {"register": _RULE, "published": False, "sha256": digest}},
        rule=_RULE,
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
    )
    target = path / f"audit-{machine.today().isoformat()}.csv" if path.is_dir() else path
    with new_file(target, content):
        session.write(said, watchers(session))
    return SavedAudit(path=target, lines=len(rows), sha256=digest)


def _cells(line: AuditLine, school: School) -> tuple[str, ...]:
    record = reference(line.case_id) if line.case_id else ""
    when = line.at.isoformat(timespec="seconds")
    return (when, who_words(line.who, school), deed_word(line.deed), record, sentence(line, school))
