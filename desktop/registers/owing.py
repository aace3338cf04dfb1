# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which register lines a vault still has to send. A debt that the entries show, as handing on is one. Pure.

Whoever declared something owes its line, and whoever decided it the line of the decision, to everybody who sees no more
of it by the rules of today. So a line that was never sent goes out at the next look, also to who comes into an office.
"""

from collections.abc import Iterator

import msgspec

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.handing import KidsOf, Own
from desktop.people import PersonId
from desktop.registers.line import Line, line_of, read_line
from desktop.routing import Part, Route

OWES_LINE = "owes line"
"""The tag of a case in which this vault owes somebody a line."""

PARTS = (Part.LINE, Part.YES_NO, Part.TECHNICAL)


class OwedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line, and those who have not been sent it."""

    line: Line
    to: tuple[PersonId, ...]


def lines_owed(case: Case, own: Own, chosen: Route, kids_of: KidsOf) -> tuple[OwedLine, ...]:
    """The lines of one case that this vault owes. `chosen` is who reads the declaration by the rules of today."""
    told = [each for each in (case.report, case.decision) if each is not None and own.has_written(each)]
    return tuple(owed for entry in told for part in PARTS for owed in _owed(case, own, chosen, kids_of, entry, part))


def _owed(case: Case, own: Own, chosen: Route, kids_of: KidsOf, told: CaseEntry, part: Part) -> Iterator[OwedLine]:
    report = case.report
    if report is None:
        return
    line = line_of(chosen.kind, part, report, None if told is report else told)
    people = [reader.person_id for reader in chosen.readers if reader.part is part]
    sent = {kid for entry in case.lines if entry.author == own.me and _is_of(entry, told) for kid in entry.to}
    lacking = tuple(each for each in people if kids_of(each) and kids_of(each).isdisjoint(sent))
    if line is not None and lacking:
        yield OwedLine(line=line, to=lacking)


def _is_of(entry: CaseEntry, told: CaseEntry) -> bool:
    line = read_line(entry)
    return line is not None and line.of == told.eid
