# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a vault keeps ready of a case beside its row: for the pages of those it is about, and for patterns.

So a person's page and a look for patterns open no case. Like a row it is made from the case alone, as the directory
stands, and can be made again. Pure.
"""

from collections.abc import Iterable

import msgspec

from desktop.cases.case import Case
from desktop.cases.meaning import Meaning
from desktop.cases.rows import NOT_READ, CaseRow
from desktop.chronology.items import ItemPart, part_of
from desktop.patterns.from_cases import Counted, counted_as, records_of
from desktop.people import PersonId, School


def item_bytes(case: Case, me: PersonId, school: School, meaning: Meaning) -> bytes:
    """What a case is on the pages of those it is about; nothing where it is about nobody listed."""
    parts = {person: part_of(case, person, me, school, meaning) for person in sorted(case.concerned())}
    known = {person: part for person, part in parts.items() if part is not None}
    return msgspec.json.encode(known) if known else b""


def item_in(data: bytes, person: PersonId) -> ItemPart | None:
    """Read what `item_bytes` wrote, as far as it is about one person."""
    return msgspec.json.decode(data, type=dict[PersonId, ItemPart]).get(person) if data else None


def counted_bytes(case: Case, row: CaseRow, me: PersonId, school: School) -> bytes:
    """What patterns count of a case for a reader; nothing for who does not read it, whatever else they hold of it."""
    if row.shelf in NOT_READ or not case.reads(me):
        return b""
    records = records_of(case, school)
    return msgspec.json.encode(counted_as(records)) if records else b""


def counted_in(data: Iterable[bytes]) -> Counted:
    """Read what `counted_bytes` wrote of several cases, put together in no order."""
    found = [_DECODER.decode(each) for each in data]
    return Counted(
        concerns=tuple(record for each in found for record in each.concerns),
        gifts=tuple(record for each in found for record in each.gifts),
        ties=tuple(record for each in found for record in each.ties),
    )


_DECODER = msgspec.json.Decoder(Counted)
