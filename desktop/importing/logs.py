# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An old log: four files, read row by row into plain records, with the fate of each row. Nothing is saved, or guessed.

The columns are those of patterns.md section 8, in any order; any but the reference and the date of recording may be
missing or empty. Names stay as they were typed: finding out who is meant is for whoever asks (`desktop/patterns`).
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop.importing.faults import ImportFault
from desktop.importing.log_columns import LogHeading, LogKind, LogWords, log_words
from desktop.importing.log_rows import Cells, LogRecord, read_cells, read_record
from desktop.importing.log_tables import read_log_table
from desktop.importing.reading import read_list_file
from desktop.importing.refusals import Reason, Refusal
from desktop.importing.tables import OLD_LOG, TableRow
from desktop.patterns.register import ConcernRecord, GiftRecord, Register, StaffMember, TieRecord
from storage.errors import KnownError

_Record = TypeVar("_Record", ConcernRecord, GiftRecord, TieRecord, StaffMember)


class LogRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its number in the file, its cells and what they say, or the reasons for which it is left out."""

    number: int
    cells: Cells = {}
    record: LogRecord | None = None
    refusals: tuple[Refusal, ...] = ()


class LogReport(msgspec.Struct, frozen=True, kw_only=True):
    """Every row of one file that is not blank, in its order, and the headings of the columns that were not read."""

    kind: LogKind
    rows: tuple[LogRow, ...] = ()
    titles: tuple[str, ...] = ()
    unread_columns: tuple[str, ...] = ()

    @property
    def refused(self) -> tuple[LogRow, ...]:
        """The rows that are left out, each with its reasons."""
        return tuple(row for row in self.rows if row.refusals)

    def records(self, of: type[_Record]) -> tuple[_Record, ...]:
        """What the other rows say."""
        return tuple(row.record for row in self.rows if isinstance(row.record, of))


def read_log(data: bytes, kind: LogKind | None = None, by_hand: Mapping[str, str] | None = None) -> LogReport:
    """Read one file. Without a kind, its headings say which of the four it is.

    `by_hand` says under which heading of the file a column of ours stands, where the spelling does not. Raises
    KnownError with an `ImportFault` when the file is no such table.
    """
    words, said = log_words(), by_hand or {}
    kinds = (kind,) if kind else tuple(LogKind)

    def score(cells: Sequence[str]) -> int:
        return max(words.of(each).score(cells, said) for each in kinds)

    table = read_log_table(data, score)
    chosen = kind or _kind(words, table.heading, said)
    heading = words.of(chosen).heading(table.heading, said)
    rows = _without_copies(_read_row(row, heading, chosen, words) for row in table.rows)
    return LogReport(kind=chosen, rows=tuple(rows), titles=heading.titles, unread_columns=heading.unread)


def read_register(folder: Path) -> tuple[Register, dict[LogKind, LogReport]]:
    """Read those of the four files that a folder has, and say what became of each row.

    Records come in the order in which they were recorded. Raises KnownError(FILE_UNREADABLE) and those of `read_log`.
    """
    paths = {kind: folder / f"{kind}.csv" for kind in LogKind}
    fates = {
        kind: read_log(read_list_file(path, OLD_LOG), kind) if path.exists() else LogReport(kind=kind)
        for kind, path in paths.items()
    }
    concerns = fates[LogKind.CONCERNS].records(ConcernRecord)
    gifts = fates[LogKind.GIFTS].records(GiftRecord)
    ties = fates[LogKind.RELATIONSHIPS].records(TieRecord)
    register = Register(
        concerns=tuple(sorted(concerns, key=lambda each: each.reported_at)),
        gifts=tuple(sorted(gifts, key=lambda each: each.declared_at)),
        ties=tuple(sorted(ties, key=lambda each: each.declared_at)),
        staff=fates[LogKind.STAFF].records(StaffMember),
    )
    return register, fates


def _kind(words: LogWords, cells: Sequence[str], by_hand: Mapping[str, str]) -> LogKind:
    scores = {kind: words.of(kind).score(cells, by_hand) for kind in LogKind}
    best = [kind for kind, score in scores.items() if score == max(scores.values())]
    if len(best) > 1:
        raise KnownError(ImportFault.KIND_UNCLEAR)
    return best[0]


def _read_row(row: TableRow, heading: LogHeading, kind: LogKind, words: LogWords) -> LogRow:
    cells = read_cells(row, heading, words.of(kind))
    if isinstance(cells, tuple):
        return LogRow(number=row.number, refusals=cells)
    record = read_record(kind, cells, words)
    if isinstance(record, tuple):
        named = (msgspec.structs.replace(each, column=heading.title(each.column)) for each in record)
        return LogRow(number=row.number, refusals=tuple(named))
    return LogRow(number=row.number, cells=cells, record=record)


def _without_copies(rows: Iterable[LogRow]) -> Iterable[LogRow]:
    """Refuse each row whose reference an earlier row has: one that is refused itself has none."""
    first: dict[str, int] = {}
    for row in rows:
        name = (
            row.record.staff_id if isinstance(row.record, StaffMember) else row.record.reference if row.record else ""
        )
        other = first.setdefault(name, row.number) if name else row.number
        if other == row.number:
            yield row
        else:
            yield LogRow(number=row.number, refusals=(Refusal(reason=Reason.SAME_REFERENCE, other_row=other),))
