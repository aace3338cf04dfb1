# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an import of old logs would do, row by row, before anything is saved.

A row becomes a record of its own, read by whoever would read such a record if it were made today. It is left out where
it is about whoever imports it, where they may not read it, and where its person is not certain. What is here already
stays as it is: the same row again adds nothing, and one that says something else now is said to.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from desktop.filing import readers_of, route_of
from desktop.forms import FormSpec
from desktop.importing.log_columns import LogKind
from desktop.importing.log_rows import Cells
from desktop.importing.logs import LogReport, LogRow, read_log
from desktop.importing.meant import Meanings, names_of
from desktop.importing.old_records import (
    ENTRY_KINDS,
    RECORDED,
    OldRecord,
    Source,
    answers_of,
    digest,
    name_cell,
    read_answers,
)
from desktop.importing.refusals import Reason, Refusal
from desktop.people import PersonId, School
from desktop.routing import Route

Known = Mapping[tuple[LogKind, str], tuple[str, str]]
"""What is here already: for each file and reference, the digest of what it said, and its case."""


class Fate(StrEnum):
    """What becomes of one row. `UNCLEAR` waits for somebody to say who is meant."""

    NEW = "new"
    HERE = "here"
    UNCLEAR = "unclear"
    REFUSED = "refused"


class LogFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its name without a folder, the SHA-256 of what is in it, and its rows."""

    name: str
    sha256: str
    report: LogReport


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said by hand: whom names mean, and whether names that can only mean one person are taken to."""

    people: Mapping[str, PersonId] = {}
    takes_likely: bool = False

    def settled(self, people: Mapping[str, PersonId], *, takes_likely: bool) -> "Choices":
        """These, and what is said now."""
        return Choices(people={**self.people, **people}, takes_likely=takes_likely or self.takes_likely)


class PlannedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row and its fate. A new one has whom it is about, its answers and its route; one left out has reasons.

    `written` is the name in the row, `perhaps` whom it may mean, `case_id` the record that is here already.
    """

    file: str
    kind: LogKind
    number: int
    fate: Fate
    reference: str = ""
    written: str = ""
    person: PersonId | None = None
    perhaps: tuple[PersonId, ...] = ()
    case_id: str = ""
    refusals: tuple[Refusal, ...] = ()
    old: OldRecord | None = None
    answers: Mapping[str, object] = {}
    route: Route | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The fate of every row of some files, in their order; and the names of those that are staff lists."""

    files: tuple[LogFile, ...]
    rows: tuple[PlannedRow, ...]
    staff_lists: tuple[str, ...] = ()

    def with_fate(self, fate: Fate) -> tuple[PlannedRow, ...]:
        """The rows with one fate."""
        return tuple(row for row in self.rows if row.fate is fate)

    @property
    def unclear(self) -> Mapping[str, tuple[PersonId, ...]]:
        """The names that may mean somebody listed and are not certain, as written, with whom each may mean."""
        return {row.written: row.perhaps for row in self.with_fate(Fate.UNCLEAR) if row.perhaps}

    @property
    def new(self) -> tuple[PlannedRow, ...]:
        """The rows that become records, in the order in which they were recorded."""
        return tuple(sorted(self.with_fate(Fate.NEW), key=lambda row: (row.answers["on"], row.reference)))


class Importer(msgspec.Struct, frozen=True, kw_only=True):
    """Who imports, into which school, on which day, with which forms; and what is here already."""

    me: PersonId
    school: School
    today: date
    forms: Mapping[str, FormSpec]
    known: Known


def read_log_file(
    name: str, data: bytes, kind: LogKind | None = None, by_hand: Mapping[str, str] | None = None
) -> LogFile:
    """Read one file. Raises KnownError with an `ImportFault`."""
    return LogFile(name=name, sha256=hashlib.sha256(data).hexdigest(), report=read_log(data, kind, by_hand))


def plan_import(files: Sequence[LogFile], importer: Importer, choices: Choices) -> Plan:
    """Work out the fate of every row. The staff list becomes no record and has no rows here."""
    logs = tuple(file for file in files if file.report.kind in ENTRY_KINDS)
    planner = _Planner(importer, choices)
    rows = [planner.row(file, row) for file in logs for row in file.report.rows]
    lists = tuple(file.name for file in files if file.report.kind is LogKind.STAFF)
    return Plan(files=logs, rows=tuple(rows), staff_lists=lists)


class _Planner:
    """Works out the rows, asking the rules once for each person and kind of record."""

    def __init__(self, by: Importer, choices: Choices) -> None:
        self._by = by
        self._meanings = Meanings(by.school.people, choices.people, takes_likely=choices.takes_likely)
        self._routes: dict[tuple[object, ...], Route] = {}
        self._seen: dict[tuple[LogKind, str], str] = {}

    def row(self, file: LogFile, row: LogRow) -> PlannedRow:
        """Say what becomes of a row."""
        kind, cells = file.report.kind, row.cells
        plain = PlannedRow(
            file=file.name,
            kind=kind,
            number=row.number,
            fate=Fate.REFUSED,
            reference=cells.get("reference", ""),
            written=cells.get(name_cell(kind, cells), ""),
            refusals=row.refusals,
        )
        return plain if row.refusals else self._known(plain, cells) or self._about_somebody(plain, cells, file)

    def _known(self, plain: PlannedRow, cells: Cells) -> PlannedRow | None:
        """What is here of it already, from an earlier import or an earlier file of this one."""
        name, said = (plain.kind, plain.reference), digest(cells)
        before, case_id = self._by.known.get(name, (self._seen.get(name, ""), ""))
        self._seen.setdefault(name, said)
        if before == said:
            return msgspec.structs.replace(plain, fate=Fate.HERE, case_id=case_id)
        if before:
            why = (Refusal(reason=Reason.CHANGED_SINCE),)
            return msgspec.structs.replace(plain, case_id=case_id, refusals=why)
        return None

    def _about_somebody(self, plain: PlannedRow, cells: Cells, file: LogFile) -> PlannedRow:
        """Find whom it is about; nothing is sealed before that is certain."""
        source = Source(file=file.name, sha256=file.sha256, row=plain.number)
        old = read_answers(ENTRY_KINDS[plain.kind], {**cells, "row": str(plain.number)})
        column = name_cell(plain.kind, cells)
        if old is None or not plain.written:
            return _refused(plain, Reason.NOBODY_NAMED, column=column)
        if old.recorded.date() > self._by.today:
            return _refused(plain, Reason.IN_THE_FUTURE, column=RECORDED[plain.kind])
        meant = self._meanings.of(plain.kind, cells, old.recorded.date())
        if meant.person is None:
            perhaps = names_of(self._by.school.people, meant.perhaps)
            reason = Reason.UNCLEAR_PERSON if perhaps else Reason.UNKNOWN_PERSON
            unclear = _refused(plain, reason, column=column, words=perhaps or plain.written)
            return msgspec.structs.replace(unclear, fate=Fate.UNCLEAR, perhaps=meant.perhaps)
        answers = answers_of(plain.kind, cells, meant.person, source)
        return self._routed(msgspec.structs.replace(plain, person=meant.person, answers=answers, old=old))

    def _routed(self, row: PlannedRow) -> PlannedRow:
        """Find who may read it by the rules, and whether whoever imports it is one of them."""
        if row.person == self._by.me:
            return _refused(row, Reason.OWN_RECORD)
        chosen = self._route(row)
        readers = readers_of(chosen)
        if chosen.outside or not readers:
            return _refused(row, Reason.NO_READER_HERE)
        if self._by.me not in readers:
            return _refused(row, Reason.NOT_YOUR_RECORD, words=names_of(self._by.school.people, readers))
        return msgspec.structs.replace(row, fate=Fate.NEW, route=chosen)

    def _route(self, row: PlannedRow) -> Route:
        asked = (row.kind, row.person, row.answers.get("party_type"), row.answers.get("party"))
        if asked not in self._routes:
            spec = self._by.forms[ENTRY_KINDS[row.kind]]
            self._routes[asked] = route_of(spec, row.answers, None, self._by.school, self._by.today)
        return self._routes[asked]


def _refused(row: PlannedRow, reason: Reason, column: str = "", words: str = "") -> PlannedRow:
    why = Refusal(reason=reason, column=column, words=words)
    return msgspec.structs.replace(row, fate=Fate.REFUSED, refusals=(why,))
