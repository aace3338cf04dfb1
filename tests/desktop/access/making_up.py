# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records of nobody: values to print and to cover, with no vault and no key."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from desktop.access.gathered import Gathered, Passage, Piece, Record, Why
from desktop.access.weighing import Weighed
from desktop.documents.access_copy import CopySource
from tests.desktop.cases.building import SCHOOL, TEACHER

AT = datetime(2026, 3, 12, 15, 12, tzinfo=UTC)
DAY = date(2026, 3, 12)


def record(*texts: str, number: int = 1, **changed: Any) -> Record:
    """A record of one entry, whose heading is the first text and whose answers are the others."""
    key = f"record-{number}"
    heading, *pieces = (Piece(key=f"{key}/e/{at}", label="What happened", text=text) for at, text in enumerate(texts))
    plain = Record(
        key=key,
        reference="7KQ4-M2XR",
        title="A concern",
        day=DAY,
        why=Why.ABOUT,
        passages=(Passage(key=f"{key}/e", heading=heading, recorded=DAY, pieces=tuple(pieces)),),
    )
    return msgspec.structs.replace(plain, **changed)


def gathered(*records: Record) -> Gathered:
    """What was gathered about the teacher of the other tests."""
    return Gathered(person=SCHOOL.people[TEACHER], records=records)


def copy_source(weighed: Weighed) -> CopySource:
    """What the copy is printed from."""
    return CopySource(
        school=SCHOOL.name, person="Tom Ashby", asked_on=DAY, made_at=AT, records=weighed.copy(), files={}
    )
