# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How what two people say of a record, and what came of it, is written: under the case's id, to those it concerns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.cases.entry import heads
from desktop.cases.handing import Owed, grant_of
from desktop.retention.disposal import Disposal, carried_out_by
from desktop.retention.kinds import DONE
from storage.compose import Content
from storage.grants import GRANT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.cases.case import Case
    from desktop.people import PersonId
    from desktop.session import Session

_RULE = "F54"
_PARENTS_MAX = 64


def entry_about(session: Session, case_id: str | None, kind: str, data: Mapping[str, object]) -> Content:
    """An entry of a case, or one that opens its own where that is None."""
    return session.machine.content(kind, {"form": kind, "answers": {}, **data}, _RULE, case_id)


def entry_after(session: Session, case: Case, kind: str, data: Mapping[str, object]) -> Content:
    """An entry of a case that follows all that is known of it."""
    seen = heads(entry for entry in case.entries if entry.kind != GRANT)[:_PARENTS_MAX]
    return replace(entry_about(session, case.case_id, kind, data), parents=seen)


def tell_done(
    session: Session, case: Case, disposal: Disposal, readers: Sequence[PersonId], lines: Sequence[PersonId]
) -> None:
    """Say that it was done here, once; and hand the two entries back to whoever wrote them.

    An entry is not sealed to its own author. Without this, whoever comes back from an older backup would lack their own
    signature, and go on holding what the others destroyed. Whoever sees a line only (`lines`) hears it from the two.
    """
    machine = session.machine
    if session.me in carried_out_by(case.entries, disposal.eid):
        return
    for eid, author in ((disposal.eid, disposal.proposer), (disposal.signature, disposal.signer)):
        if author and author != session.me and machine.state.active_keys(author):
            owed = Owed(eid=eid, to=author, since=eid)
            content = grant_of(session.entries, machine, owed)
            session.write(content, (author,))
    writings = [(entry_after(session, case, DONE, {"of": disposal.eid}), readers)]
    if lines and session.me in {disposal.proposer, disposal.signer}:
        writings.append((entry_about(session, case.case_id, DONE, {"of": disposal.eid}), tuple(lines)))
    session.write_together(writings)
