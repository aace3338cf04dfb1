# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A row of an old log as an entry keeps it: its cells as answers, whom it is about, and which row of which file it was.

The answers are cells again when they are read, so what a row says is worked out in one place (`log_rows`).
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache

import msgspec

from desktop.clocks.now import LONDON
from desktop.importing.log_columns import LogKind, LogWords, log_words
from desktop.importing.log_rows import Cells, read_record
from desktop.patterns.register import ConcernRecord, GiftRecord, Record, StaffMember, TieRecord
from desktop.people import PersonId

ENTRY_KINDS: Mapping[LogKind, str] = {
    LogKind.CONCERNS: "imported_concern",
    LogKind.GIFTS: "imported_gift",
    LogKind.RELATIONSHIPS: "imported_tie",
}
"""The kind of entry that a row of each file becomes, which is also its form; the staff list becomes none."""

IMPORTED = frozenset(ENTRY_KINDS.values())

RECORDED: Mapping[LogKind, str] = {
    LogKind.CONCERNS: "reported_at",
    LogKind.GIFTS: "declared_at",
    LogKind.RELATIONSHIPS: "declared_at",
}
"""The column that says when a row was recorded."""

_TAG = "imported"
_MOST_DIGITS = 7
GIVEN = "given by staff"
"""What the column "direction" says of what somebody of the school gave."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where a record comes from: the name of the file, its SHA-256 in hex, and the row as a spreadsheet counts it."""

    file: str
    sha256: str
    row: int


class OldRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An imported record, read: what it says, whom it is about, and where it comes from."""

    kind: LogKind
    record: Record
    about: PersonId
    source: Source

    @property
    def recorded(self) -> datetime:
        """When the old log says that it was recorded, in the school's local time and without a zone."""
        return self.record.recorded_at

    @property
    def recorded_at(self) -> datetime:
        """The same as an aware moment in UTC. A day alone is that day in UTC, as everywhere."""
        return self.recorded.replace(tzinfo=UTC if self.is_day_only else LONDON).astimezone(UTC)

    @property
    def happened(self) -> date | datetime | None:
        """When the thing itself happened, as far as the log says so."""
        if isinstance(self.record, ConcernRecord):
            return self.record.occurred_at
        return self.record.exchanged_on if isinstance(self.record, GiftRecord) else None

    def counted(self, reference: str, *, counts: bool) -> Record:
        """The record as patterns are looked for in it: under this reference, about whom it was found to be about."""
        record, counts = self.record, self.record.counts and counts
        if isinstance(record, ConcernRecord):
            return msgspec.structs.replace(record, reference=reference, subject=self.about, counts=counts)
        if isinstance(record, TieRecord):
            return msgspec.structs.replace(record, reference=reference, declarant=self.about, counts=counts)
        column = "giver" if record.direction == GIVEN else "recipient"
        return msgspec.structs.replace(record, reference=reference, counts=counts, **{column: self.about})

    @property
    def is_day_only(self) -> bool:
        """Say whether the old log names no time of day."""
        return self.recorded.time() == time.min


def name_cell(kind: LogKind, cells: Cells) -> str:
    """The column in which a row names the adult whom it is about."""
    if kind is LogKind.CONCERNS:
        return "subject"
    if kind is LogKind.RELATIONSHIPS:
        return "declarant"
    return "giver" if _words().word("direction", cells.get("direction", "")) == GIVEN else "recipient"


def answers_of(kind: LogKind, cells: Cells, about: PersonId, source: Source) -> dict[str, object]:
    """What an entry keeps of a row. Raises ValueError for cells that no row of such a file can have."""
    read = _read(kind, cells, about, source)
    if read is None:
        raise ValueError(kind)
    return {
        **cells,
        "about": about,
        "happened_on": read.record.happened_on.isoformat(),
        "on": read.recorded.date().isoformat(),
        "file": source.file,
        "row": str(source.row),
        "sha256": source.sha256,
    }


def read_answers(entry_kind: str, answers: Mapping[str, object]) -> OldRecord | None:
    """Read what an entry kept; None for another kind of entry, and for what no row can have said."""
    kind = next((log for log, name in ENTRY_KINDS.items() if name == entry_kind), None)
    if kind is None:
        return None
    said = {name: value for name, value in answers.items() if isinstance(value, str)}
    cells = {column: said[column] for column in _words().of(kind).columns if column in said}
    row = said.get("row", "")
    number = int(row) if row.isdecimal() and len(row) <= _MOST_DIGITS else 0
    source = Source(file=said.get("file", ""), sha256=said.get("sha256", ""), row=number)
    return _read(kind, cells, PersonId(said.get("about", "")), source)


def digest(cells: Cells) -> str:
    """The beginning of the SHA-256 of what a row says, whichever file it stands in: 16 hex digits."""
    return hashlib.sha256(msgspec.json.encode(sorted(cells.items()))).hexdigest()[:16]


def tag_of(entry_kind: str, answers: Mapping[str, object]) -> str:
    """The tag by which an imported record is found again; one that cannot be read has a tag that nothing finds."""
    old = read_answers(entry_kind, answers)
    if old is None:
        return _TAG
    cells = {column: str(answers[column]) for column in _words().of(old.kind).columns if column in answers}
    return f"{_TAG} {old.kind.value} {digest(cells)} {old.record.reference}"


def read_tags(tags: Mapping[str, str]) -> dict[tuple[LogKind, str], tuple[str, str]]:
    """What is here already: for each file and reference, the digest of what it said, and the case."""
    found = {}
    for tag, case_id in tags.items():
        _, kind, said, reference = tag.split(" ", 3)
        found[LogKind(kind), reference] = (said, case_id)
    return found


TAGS_BEGIN = f"{_TAG} "
"""How the tags of imported records begin."""


def _read(kind: LogKind, cells: Cells, about: PersonId, source: Source) -> OldRecord | None:
    record = read_record(kind, cells, _words())
    if isinstance(record, tuple | StaffMember):
        return None
    return OldRecord(kind=kind, record=record, about=about, source=source)


@cache
def _words() -> LogWords:
    return log_words()
