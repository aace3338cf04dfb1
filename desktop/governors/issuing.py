# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Making a report to governors, and issuing it: an entry that keeps what it printed and for whom, and then the file.

The entry comes before the file appears. It goes to those who look after the records, the chair's supplement only to
those who oversee the head: what it printed binds every report after it (desktop/disclosure).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from desktop.cases.counted import counting
from desktop.cases.entry import read_entry
from desktop.cases.inbox import SHELVES
from desktop.cases.rows import GOVERNORS_REPORT, CaseRow, from_bytes
from desktop.clocks import london_day
from desktop.disclosure.figures import Issued
from desktop.exports.choices import Recipient
from desktop.exports.order import Order
from desktop.faults import DeskFault
from desktop.forms import fill
from desktop.governors.checking import Named, known_to, names_in
from desktop.governors.numbers import Confirmed, Typed, confirmed_in, numbers_in
from desktop.governors.periods import Period, check_period
from desktop.governors.report import Asked, Earlier, Ground, Reckoned, reckon
from desktop.governors.told import OVERSEEING, Side, told_of
from desktop.governors.words import drafted_summary, words
from desktop.new_file import new_file
from desktop.people import PersonId, Role
from desktop.policies.chasing import read_chased
from desktop.policies.register import Reading
from desktop.registers.declared import Register
from desktop.registers.reading import read_register
from desktop.session import Session
from storage.blobs import enclose
from storage.entries import StoredEntry
from storage.errors import KnownError
from storage.strictjson import shaped

_RULE = "governors_report"
_MEDIA = "application/pdf"
_NAME_LETTERS = 40
_MOST_CONFIRMED = 1_000


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the entry of an issued report says (docs/format.md, 'Reports to governors')."""

    form: Annotated[str, msgspec.Meta(pattern="^governors_report$")] = _RULE
    side: Side
    period: Period
    recipient: Annotated[str, msgspec.Meta(max_length=400)]
    pages: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    issued: Issued
    worth: bool = False
    reviewed: bool = False
    confirmed: Annotated[tuple[Confirmed, ...], msgspec.Meta(max_length=_MOST_CONFIRMED)] = ()


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A report that was issued: when (aware UTC), by whom (None: an unknown key), what it says of itself, and its file.

    `blob` names the file in the vault; "" where it has not come.
    """

    at: datetime
    by: PersonId | None
    manifest: Manifest
    eid: str
    blob: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report that could be issued as it stands: its figures, what in it names somebody, the PDF and its pages.

    `numbers` are those that its maker typed and has not looked at, `confirmed` those that they have.
    """

    ground: Ground
    reckoned: Reckoned
    named: tuple[Named, ...]
    numbers: tuple[Typed, ...]
    confirmed: tuple[Confirmed, ...]
    content: bytes = field(repr=False)
    pages: int


@dataclass(frozen=True, slots=True)
class SavedReport:
    """Where a report was saved, how many pages it has, its fingerprint, and the entry that says that it was issued."""

    path: Path
    pages: int
    sha256: str
    entry: str


def side_of(session: Session) -> Side:
    """Whose report somebody makes. Raises KnownError(REPORT_NOT_YOURS) for anybody but the head and the chair."""
    machine = session.machine
    school, today = machine.school, machine.today()
    mine = school.roles_of(session.me, today)
    covered = {role for each in school.absences if each.cover == session.me for role in _away(session, each.person_id)}
    if Role.HEAD in mine | covered:
        return Side.REPORT
    if {*OVERSEEING} & mine:
        return Side.SUPPLEMENT
    raise KnownError(DeskFault.REPORT_NOT_YOURS)


def read_ground(session: Session) -> Ground:
    """Read what reports of whoever is signed in are made from. Raises KnownError(REPORT_NOT_YOURS)."""
    side = side_of(session)
    rows = tuple(_rows(session))
    declared = [row for each in (Register.GIFTS, Register.TIES) for row in read_register(session, each)]
    if side is Side.SUPPLEMENT:
        rows = tuple(row for row in rows if not head_reads(session, row))
    return Ground(
        side=side,
        school=session.machine.school,
        rows=rows,
        declared=tuple(declared) if side is Side.REPORT else (),
        at=session.machine.now(),
        have_read=_have_read(session) if side is Side.REPORT else (),
        earlier=tuple(
            Earlier(period=each.manifest.period, issued=each.manifest.issued, worth=each.manifest.worth)
            for each in issued_reports(session)
            if each.manifest.side is side
        ),
    )


def prepare(ground: Ground, asked: Asked) -> Prepared:
    """Make a report without issuing it. Raises KnownError(PERIOD_NOT_OVER, PERIOD_TOO_SHORT, YEARLY_ONLY)."""
    from desktop.documents.governors_report import governors_report

    check_period(asked.period, ground.today, ground.staff)
    reckoned = reckon(ground, asked)
    printed = governors_report(reckoned, ground.school, ground.at)
    named = names_in(asked, known_to(ground), ground.school)
    draft = drafted_summary(reckoned)
    numbers, confirmed = numbers_in(asked, draft), confirmed_in(asked, draft)[:_MOST_CONFIRMED]
    return Prepared(ground, reckoned, named, numbers, confirmed, printed.content, printed.pages)


def issue(session: Session, prepared: Prepared, path: Path) -> SavedReport:
    """Put on record that this report is issued, then save it, under this name or under its own in this folder.

    Raises KnownError(REPORT_NAMES_SOMEBODY, REPORT_HAS_NUMBERS) while it does; KnownError(REPORT_OUT_OF_DATE) where the
    records would make another one by now; KnownError(FILE_THERE_ALREADY, FILE_UNWRITABLE, NO_READER_KEYS, DISK_*,
    VAULT_*).
    """
    manifest = _checked(session, prepared)
    name = default_name(prepared)
    target = path / name if path.is_dir() else path
    with new_file(target, prepared.content):
        entry = _leave(session, manifest, prepared.content, name)
    return SavedReport(target, prepared.pages, manifest.sha256, entry.entry.eid)


def issue_on_paper(session: Session, prepared: Prepared) -> str:
    """Put on record that this report is issued, to be printed. Returns the entry. Raises as `issue`, but for files."""
    manifest = _checked(session, prepared)
    return _leave(session, manifest, prepared.content, default_name(prepared)).entry.eid


def _checked(session: Session, prepared: Prepared) -> Manifest:
    """What the entry of a report says that may be issued as it stands."""
    if prepared.named:
        raise KnownError(DeskFault.REPORT_NAMES_SOMEBODY)
    if prepared.numbers:
        raise KnownError(DeskFault.REPORT_HAS_NUMBERS)
    reckoned, asked = prepared.reckoned, prepared.reckoned.asked
    if reckon(read_ground(session), asked).issued != reckoned.issued:
        raise KnownError(DeskFault.REPORT_OUT_OF_DATE)
    return Manifest(
        side=reckoned.side,
        period=asked.period,
        recipient=asked.recipient or words().cover["board"],
        pages=prepared.pages,
        sha256=hashlib.sha256(prepared.content).hexdigest(),
        issued=reckoned.issued,
        worth=reckoned.worth is not None,
        reviewed=asked.reviewed,
        confirmed=prepared.confirmed,
    )


def reprint(session: Session, report: IssuedReport) -> bytes:
    """Put on record, with those who keep it, that an issued report is printed again. Returns its file.

    Raises KnownError(ATTACHMENT_ARRIVING, DISK_*, VAULT_*).
    """
    from desktop.exports.recording import record_apart

    content = report_content(session, report)
    manifest = report.manifest
    order = Order(kind=Recipient.OTHER, recipient=manifest.recipient, purpose=words().document["reprint"]).on_paper
    facts = {"sha256": manifest.sha256, "pages": str(manifest.pages), "files": "1", "formats": "PDF"}
    told = _told(session, manifest.side)
    record_apart(session, order, _RULE, told, {**facts, "protection": order.protection.value})
    return content


def default_name(prepared: Prepared) -> str:
    """The name of the file: the school's, and the day."""
    kind = "file" if prepared.reckoned.side is Side.REPORT else "supplement_file"
    letters = "".join(each for each in prepared.ground.school.name.split(" ")[0] if each.isalnum())[:_NAME_LETTERS]
    return fill(words().document[kind], {"school": letters or "school", "day": prepared.reckoned.on.isoformat()})


def issued_reports(session: Session) -> tuple[IssuedReport, ...]:
    """The reports that this reader knows to be issued, the latest first. What is out of form or bounds is none."""
    found = [report for stored in session.entries.of_kind(GOVERNORS_REPORT) for report in _read(session, stored)]
    return tuple(sorted(found, key=lambda report: (report.at, report.eid), reverse=True))


def report_content(session: Session, report: IssuedReport) -> bytes:
    """The file of an issued report. Raises KnownError(ATTACHMENT_ARRIVING, VAULT_DAMAGED)."""
    content = session.blobs.read(report.blob) if report.blob else None
    if content is None:
        raise KnownError(DeskFault.ATTACHMENT_ARRIVING)
    return content


def _read(session: Session, stored: StoredEntry) -> Iterator[IssuedReport]:
    """Only who had an office that makes reports can have issued one: anybody can sign what claims to be."""
    entry = read_entry(stored, session.machine.person_of)
    manifest = shaped(entry.data, Manifest)
    school = session.machine.school_at(entry.directory) or session.machine.school
    if manifest is not None and entry.author is not None and school.has_office(entry.author):
        blob = entry.files[0].blob if entry.files else ""
        yield IssuedReport(entry.believed_at, entry.author, manifest, entry.eid, blob)


def _leave(session: Session, manifest: Manifest, content: bytes, name: str) -> StoredEntry:
    said = session.machine.content(GOVERNORS_REPORT, msgspec.to_builtins(manifest), _RULE)
    return session.write(replace(said, files=(enclose(content, name, _MEDIA),)), _told(session, manifest.side))


def _told(session: Session, side: Side) -> tuple[PersonId, ...]:
    machine = session.machine
    return machine.with_keys(told_of(side, machine.school, machine.today()), beside=session.me)


def _rows(session: Session) -> Iterator[CaseRow]:
    for row in map(from_bytes, session.views.rows_of_tags([f"form {form}" for form in counting().concerns])):
        if row.shelf in SHELVES:
            yield row


def _have_read(session: Session) -> tuple[bool, ...]:
    """Of everybody whom this person sees and who is asked to read something: whether they have confirmed all of it."""
    read: dict[PersonId, bool] = {}
    for each in read_chased(session):
        if each.line.confirm_by is not None:
            for row in each.rows:
                read[row.person_id] = read.get(row.person_id, True) and row.reading is Reading.CONFIRMED
    return tuple(read.values())


def head_reads(session: Session, row: CaseRow) -> bool:
    """Say whether a head reads a case, too; then it is in the head's own report."""
    heads = session.machine.school.holders(Role.HEAD, london_day(session.machine.now()))
    case = session.case(row.case_id)
    return any(case.reads(head) for head in heads)


def _away(session: Session, person: PersonId) -> frozenset[Role]:
    school, today = session.machine.school, session.machine.today()
    return school.roles_of(person, today) if school.absence(person, today) else frozenset()
