# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long the first decision on a case took, and why it was late if it was (OVS-001, OVS-032, OVS-045). Pure."""

from datetime import datetime, timedelta

import msgspec

from desktop.cases.case import Case
from desktop.cases.clocks import Clocks, decision_clock

_LATE_REASON = "late_reason"


class Decided(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The first decision: from when its clock ran, by when it was due, when it was taken. Moments are aware UTC."""

    start: datetime
    due: datetime
    at: datetime
    reason: str = ""

    @property
    def took(self) -> timedelta:
        """How long it took."""
        return self.at - self.start

    @property
    def late_by(self) -> timedelta:
        """By how much it was late; nothing when it was in time."""
        return max(self.at - self.due, timedelta(0))


def decided_of(case: Case, clocks: Clocks) -> Decided | None:
    """Tell of the first decision that ends the clock; None while there is none, or where nothing sets a time.

    An interim decision ends it, except where the limit runs from what somebody learnt: that ends with what settles it.
    """
    due = decision_clock(case, clocks)
    open_still = case.track.interim if case.track.aware else ()
    taken = (entry for entry in case.of_kind(case.track.decision) if entry.text("outcome") not in open_still)
    first = next(taken, None)
    if due is None or first is None:
        return None
    said = [entry.text("reason") for entry in case.of_kind(_LATE_REASON)]
    return Decided(start=due.start.at, due=due.due, at=first.believed_at, reason=" ".join(said))
