# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Carrying out in one vault what two people signed about what stands in no record: as for a record, stubs stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.retention.apart.deciding import going_apart
from desktop.retention.apart.reading import read_disposal, told_of
from desktop.retention.disposal import Stage
from desktop.retention.saying import tell_done
from storage.destroying import SCRUB, destroy
from storage.grants import GRANT, handed_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.cases.case import Case
    from desktop.session import Session
    from storage.entries import StoredEntry


def carry_out_apart(session: Session, case: Case) -> bool:
    """Destroy what a proposal names, where that is ready, and what of it came late. Returns whether anything went."""
    disposal, held, ground = read_disposal(session, case)
    if disposal is None or disposal.stage not in {Stage.READY, Stage.DONE}:
        return False
    going = [one for each in going_apart(disposal, held, case, ground) for one in _with_grants(session, each.eid)]
    if going:
        database = session.vault.database
        with database.transaction():
            destroy(session.vault, going, disposal.eid)
            session.views.drop(tuple({one.entry.case for one in going}))
            session.vault.set_meta(SCRUB, b"1")
    told = session.machine.with_keys(sorted(told_of(session, case)), beside=session.me)
    tell_done(session, case, disposal, told, ())
    return bool(going)


def _with_grants(session: Session, eid: str) -> Iterator[StoredEntry]:
    """An entry, and the grants that hand it on."""
    for one in session.entries.of_case(eid):
        body = one.entry.body
        if one.entry.eid == eid or (body.kind == GRANT and handed_on(body.data) == eid):
            yield one
