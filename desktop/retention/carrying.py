# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Carrying out in one vault what two people signed: at each look at the shared folder, and again where it was stopped.

First the vault, in one transaction: entries become stubs, and everything derived from them is made again. Then the
index, so that no word stays in the file. Then it is said to the others that it was done here. And a sealed copy leaves
the exchange once every reader's vault has signed for it, so that nobody is left with a gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.access.reading import FORM as REQUEST
from desktop.cases.case import Phase
from desktop.cases.readership import CONTINUATION
from desktop.retention.apart.carrying import carry_out_apart
from desktop.retention.disposal import Ground, Stage, disposals_of, heirs_of, stands_alone, to_destroy
from desktop.retention.lines import gone_by
from desktop.retention.saying import entry_after, tell_done
from desktop.retention.tags import DISPOSING
from desktop.slips import SLIP
from storage.destroying import SCRUB, Removal, Stubs, destroy, removals, remove, scrub

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.cases.case import Case
    from desktop.cases.entry import CaseEntry
    from desktop.people import PersonId
    from desktop.session import Session
    from storage.entries import StoredEntry

_DERIVED = ("pattern calibration", "pattern look")


def ground_of(session: Session, case_id: str) -> Ground:
    """What a decision about destroying a case goes by in this vault, today."""
    machine = session.machine
    stubs = Stubs(session.vault.database).of_case(session.root(case_id))
    return Ground(
        school=machine.school,
        school_at=machine.school_at,
        meaning=session.meaning,
        today=machine.today(),
        carried_out=frozenset(stub.destroyed_by for stub in stubs),
        is_asked_for=_is_asked_for(session, case_id),
    )


def _is_asked_for(session: Session, case_id: str) -> bool:
    """Say whether somebody whom a case is about has asked for their own data, as far as this vault knows."""
    case = session.case(case_id)
    requests = {row for row in session.of_form(REQUEST) if row != case_id}
    asked = (each for person in case.concerned() for each in session.about(person) if each in requests)
    return any(session.row(each).phase is not Phase.CLOSED for each in asked)


def carry_out(session: Session) -> tuple[str, ...]:
    """Destroy what is ready to be destroyed in this vault, and go on with what was begun. Returns the cases.

    Raises KnownError(EXCHANGE_UNREACHABLE, DISK_*, VAULT_*); what was done until then stays done.
    """
    cases = tuple(case_id for case_id in session.views.tagged(DISPOSING) if _carry_out_case(session, case_id))
    if session.vault.database.value("SELECT 1 FROM meta WHERE name = ?", (SCRUB,)):
        scrub(session.vault)
        session.vault.database.execute("DELETE FROM meta WHERE name = ?", (SCRUB,))
    ready = [each.name for each in _removals(session) if not each.waits_for]
    remove(session.vault, session.machine.exchange, session.machine.spool, ready)
    return cases


def waiting_for(session: Session) -> Mapping[str, frozenset[PersonId]]:
    """Of each proposal that was carried out here, whose vaults lack something of which sealed copies therefore stay.

    Nobody, where the exchange does not let them be removed. Raises KnownError(EXCHANGE_*).
    """
    waiting: dict[str, frozenset[PersonId]] = {}
    for each in _removals(session):
        people = (session.machine.person_of(kid) for kid in each.waits_for)
        waiting[each.destroyed_by] = waiting.get(each.destroyed_by, frozenset()) | frozenset(filter(None, people))
    return waiting


def _removals(session: Session) -> list[Removal]:
    machine = session.machine
    trusted = {kid for kid, record in machine.state.keys.items() if record.revoked is None}
    return removals(session.vault, machine.exchange, trusted)


def leave_in(session: Session, case: Case, kind: str, data: Mapping[str, object]) -> StoredEntry:
    """Put on record what two people say of a case, under the id that its stubs will have.

    It goes to everybody who reads it or did, but for those who were left behind: their vaults, too, are to destroy it.
    """
    return session.write(entry_after(session, case, kind, data), _told(session, case))


def _told(session: Session, case: Case) -> tuple[PersonId, ...]:
    known = [reader.person_id for reader in case.readers] + [*case.aside]
    return session.machine.with_keys([*known, *sorted(heirs_of(case, ground_of(session, case.case_id)))])


def _carry_out_case(session: Session, case_id: str) -> bool:
    """Destroy a case where that is ready, and what came along late where it has been. Returns whether anything went."""
    case = session.case(case_id)
    if stands_alone(case):
        return carry_out_apart(session, case)
    if (by := gone_by(case, session.machine.school_at)) is not None:
        return _destroy(session, case, [line.eid for line in case.lines], by)
    found = disposals_of(case, ground_of(session, case_id))
    gone = False
    for each in found:
        if each.stage in {Stage.READY, Stage.DONE}:
            slips = session.entries.of_case_and_kind(case.case_id, SLIP)
            going = {*to_destroy((*case.entries, *case.lines), each.said), *slips}
            gone = _destroy(session, case, going, each.eid) or gone
            told = session.case(case_id)
            lines = session.machine.with_keys(each.said.lines)
            tell_done(session, told, each, _told(session, told), lines)
    return gone


def _destroy(session: Session, case: Case, going: Iterable[str], by: str) -> bool:
    """Destroy these entries of a case, as far as they are here. `by` names the proposal. Returns whether any was."""
    stored = [held for eid in going if (held := session.entries.get(eid))]
    if not stored:
        return False
    database = session.vault.database
    with database.transaction():
        beside = _beside(session, case.case_id)
        destroy(session.vault, stored, by)
        for name in {case.case_id, *_continuations(case.entries)}:
            session.drafts.discard_of(name)
            if not session.entries.has_case(name):
                session.views.drop((name,))
        session.project(case.case_id)
        for each in beside:
            session.project(each)
        database.execute_many("DELETE FROM meta WHERE name = ?", [(name,) for name in _DERIVED])
        session.vault.set_meta(SCRUB, b"1")
    return True


def _beside(session: Session, case_id: str) -> set[str]:
    """The other gifts of the same giver: what one is worth together with others changes when one goes."""
    tags = (tag for tag, case in session.views.tags("giver ") if case == case_id)
    return {case for tag in tags for case in session.views.tagged(tag)} - {case_id}


def _continuations(entries: Iterable[CaseEntry]) -> list[str]:
    return [entry.eid for entry in entries if entry.kind == CONTINUATION]
