# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Decides about one item, record or entry of what was gathered, and keeps it. What may not stand is refused at once."""

from desktop.access.exemptions import grounds
from desktop.access.third_parties import Part
from desktop.access.weighing import REPORTER_NEEDS_CONSENT, Weighed
from desktop.access.work import Decision, LeftOut, Verdict, Work
from desktop.faults import DeskFault
from storage.errors import KnownError


def decide(weighed: Weighed, item_id: str, decision: Decision | None) -> Work:
    """The work with a decision about an item, or with none.

    Raises KnownError(NO_SUCH_ITEM, REASON_NEEDED, REPORTER_NOT_ASKED).
    """
    item = next((each for each in weighed.items if each.item_id == item_id), None)
    if item is None:
        raise KnownError(DeskFault.NO_SUCH_ITEM)
    if item.part is Part.BY_HAND:
        return weighed.work.uncovering(item.name) if decision is None or decision.is_kept else weighed.work
    if decision is not None and decision.is_kept:
        if item.part in REPORTER_NEEDS_CONSENT and decision.verdict is not Verdict.AGREED:
            raise KnownError(DeskFault.REPORTER_NOT_ASKED)
        if not decision.why.strip():
            raise KnownError(DeskFault.REASON_NEEDED)
    return weighed.work.decided(item_id, decision)


def leave_out(weighed: Weighed, key: str, left_out: LeftOut | None) -> Work:
    """The work without a record or an entry, on a ground that there is and with a reason; or with it again.

    Raises KnownError(NO_SUCH_ITEM, NO_SUCH_GROUND, REASON_NEEDED).
    """
    records = weighed.gathered.records
    keys = {record.key for record in records} | {each.key for record in records for each in record.passages}
    if key not in keys:
        raise KnownError(DeskFault.NO_SUCH_ITEM)
    if left_out is not None:
        if left_out.ground not in grounds().by_id():
            raise KnownError(DeskFault.NO_SUCH_GROUND)
        if not left_out.why.strip():
            raise KnownError(DeskFault.REASON_NEEDED)
    return weighed.work.leaving_out(key, left_out)
