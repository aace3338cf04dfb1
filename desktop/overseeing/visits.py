# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When somebody was here before today: kept in their own vault on this computer, for nobody else to know."""

from datetime import date

import msgspec

from desktop.alarms import meta
from desktop.session import Session

_VISITS = "visits"


class Visits(msgspec.Struct, frozen=True, kw_only=True):
    """The day on which somebody was here last, and the one before that (None: there was none)."""

    last: date
    before: date | None = None

    def on(self, today: date) -> "Visits":
        """The visits once they are here today, too. A second look on a day is the same visit."""
        return self if today <= self.last else Visits(last=today, before=self.last)


def note_visit(session: Session) -> date | None:
    """Note that somebody is here, and say on which day they were here before this one; None where they never were.

    Records that are open to be read only are not written to. Raises KnownError(DISK_*, VAULT_*).
    """
    today = session.machine.today()
    known = meta(session.vault.database, _VISITS)
    visits = msgspec.json.decode(known, type=Visits).on(today) if known else Visits(last=today)
    if not session.is_read_only:
        session.vault.set_meta(_VISITS, msgspec.json.encode(visits))
    return visits.before
