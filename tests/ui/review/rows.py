# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows as values, for what needs no vault."""

from datetime import UTC, datetime

import msgspec

from desktop.cases.case import Missing, Phase
from desktop.cases.rows import CaseRow, Group, Shelf

AT = datetime(2026, 3, 12, 15, 12, tzinfo=UTC)
_ROW = CaseRow(
    case_id="",
    reference="7KQ4-M2XR",
    form="concern",
    about=("Tom Ashby",),
    summary="I was locking the side gate after chess club.",
    reporter="Beth Carver",
    standing="member",
    filed_at=AT,
    filed_day_only=False,
    received_at=AT,
    decide_by=AT.replace(day=13),
    phase=Phase.TO_DECIDE,
    shelf=Shelf.NEEDS_YOU,
    group=Group.TO_DECIDE,
    outcome="",
    verdict=None,
    is_late=False,
    missing=(Missing.DECISION,),
    is_unread=True,
    is_flagged=False,
)


def row(case_id: str = "ab", about: str = "Tom Ashby", **changed: object) -> CaseRow:
    """A case's row: an unread concern, to be decided by tomorrow, unless said otherwise."""
    return msgspec.structs.replace(_ROW, case_id=case_id, about=(about,) if about else (), **changed)
