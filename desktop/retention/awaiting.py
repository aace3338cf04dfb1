# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A proposal to destroy a record that waits for its second person: which one, and who can be that person. Pure.

As far as the case itself says it: offices, ties and days are looked at when somebody signs (desktop.retention.acting).
"""

from typing import NamedTuple

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.readership import SHARED, CaseReader
from desktop.people import SENIOR, PersonId
from desktop.retention.disposal import read_proposed, signers_of
from desktop.retention.holds import holds_of
from desktop.retention.kinds import GOES_ALONG, KEEPING

_SENIOR = frozenset(role.value for role in SENIOR)


class Awaiting(NamedTuple):
    """A proposal, and the readers who can sign it: those in the highest offices first, alone if one has to be."""

    proposal: CaseEntry
    people: tuple[PersonId, ...]


def awaiting(case: Case) -> Awaiting | None:
    """The newest proposal of a case, while nobody else has signed it, nothing keeps the record, and nothing is new."""
    read = [(entry, said) for entry in case.counted if (said := read_proposed(entry))]
    if case.report is None or not read or holds_of(case.counted):
        return None
    proposal, said = read[-1]
    is_signed = any(entry.author != proposal.author for entry in signers_of(case, proposal.eid))
    is_new = any(each.eid not in said.entries and each.kind not in GOES_ALONG | KEEPING for each in case.entries)
    if is_signed or is_new:
        return None
    return Awaiting(proposal, _people(case, proposal))


def _people(case: Case, proposal: CaseEntry) -> tuple[PersonId, ...]:
    by_office = [reader for reader in case.readers if reader.role != SHARED]
    others = [reader for reader in by_office if reader.person_id != proposal.author]
    is_by_senior = any(reader.person_id == proposal.author and _is_senior(reader) for reader in by_office)
    senior = [reader.person_id for reader in others if _is_senior(reader)]
    more = [reader.person_id for reader in others if is_by_senior and not _is_senior(reader)]
    return (*senior, *more)


def _is_senior(reader: CaseReader) -> bool:
    return reader.role in _SENIOR
