# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is due, kept, proposed to be destroyed, or destroyed; by which rule; and whom it waits for."""

import contextlib
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from desktop.cases.case import Case
from desktop.cases.rows import names_about
from desktop.people import PersonId
from desktop.phrases import reference
from desktop.retention.carrying import ground_of, waiting_for
from desktop.retention.disposal import (
    Disposal,
    Stage,
    carried_out_by,
    disposals_of,
    due_in,
    is_one_of_the_two,
    nameable,
)
from desktop.retention.due import Due
from desktop.retention.holds import Hold, holds_of
from desktop.retention.kinds import DISPOSAL
from desktop.retention.rules import RecordClass, rules_of
from desktop.retention.tags import DUE, HELD
from desktop.session import Session
from storage.errors import KnownError

Waiting = Mapping[str, frozenset[PersonId]]

AHEAD_DAYS = 365
"""How far ahead "soon" looks."""


class Standing(StrEnum):
    """Where a record stands: what asks for something comes first."""

    TO_SIGN = "to_sign"
    SIGNED = "signed"
    HELD = "held"
    DUE = "due"
    SOON = "soon"
    DESTROYED = "destroyed"


class KeptRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One record. `disposal` is the proposal that counts; `done_by` and `waits_for` tell of one that was carried out.

    Of a destroyed record `form` and `about` are empty: nothing is left that says them. `is_mine`: whoever reads this
    may be one of the two. `came_late`: it was destroyed, and something came after that.

    `apart`: so many entries that stand in no record (desktop.retention.apart), none for a record; `holding` says what
    stands in those that are here. Before anybody has proposed it, `case_id` and `reference` name the sheaf.
    """

    case_id: str
    reference: str
    standing: Standing
    rule: RecordClass
    form: str = ""
    about: tuple[str, ...] = ()
    due: Due | None = None
    holds: tuple[Hold, ...] = ()
    disposal: Disposal | None = None
    done_by: frozenset[PersonId] = frozenset()
    waits_for: frozenset[PersonId] = frozenset()
    is_mine: bool = False
    came_late: bool = False
    apart: int = 0
    holding: tuple[str, ...] = ()

    def can_hold(self) -> bool:
        """Say whether whoever reads this can have it kept: a record at any time, else once it was proposed."""
        waits = self.standing in {Standing.TO_SIGN, Standing.SIGNED, Standing.HELD}
        return bool(self.form) or (bool(self.apart) and self.is_mine and waits)

    def can_propose(self) -> bool:
        """Say whether whoever reads this can propose it."""
        return self.is_mine and self.standing is Standing.DUE

    def can_propose_early(self) -> bool:
        """Say whether whoever reads this can propose that it goes before its time."""
        return self.is_mine and self.standing is Standing.SOON and bool(self.form)

    def can_sign(self, me: PersonId) -> bool:
        """Say whether this person can sign what somebody else proposed."""
        waits = self.standing is Standing.TO_SIGN and self.disposal is not None
        return self.is_mine and waits and self.disposal is not None and self.disposal.proposer != me


def read_records(session: Session, waiting: Waiting) -> tuple[KeptRecord, ...]:
    """Every record of which something is to be done or to be known."""
    today = session.machine.today()
    until = f"{DUE}{today + timedelta(days=AHEAD_DAYS)}"
    cases = {case for tag, case in session.views.tags(DUE) if tag <= until}
    proposed = (mark.case for mark in session.entries.marks((DISPOSAL,)) if mark.eid != mark.case)
    cases |= {*session.views.tagged(HELD), *proposed}
    found = (read_record(session, case_id, waiting) for case_id in {session.root(each) for each in cases})
    return tuple(each for each in found if each)


def waiting_now(session: Session) -> Waiting:
    """`waiting_for`, as far as the shared folder can be asked: one that is away cannot say who has what."""
    with contextlib.suppress(KnownError):
        return waiting_for(session)
    return {}


def read_record(session: Session, case_id: str, waiting: Waiting | None = None) -> KeptRecord | None:
    """How one record stands; None where it is only on its way. `waiting` as `waiting_for` says it, if that is known."""
    case, ground = session.case(case_id), ground_of(session, case_id)
    rules = rules_of(ground.school.settings.kept_years)
    disposal = _that_counts(disposals_of(case, ground))
    due = due_in(case, ground.school, ground.meaning)
    class_id = due.class_id if due else disposal.said.record_class if disposal else None
    if class_id is None:
        return None
    late = case.report is None and bool(nameable(case))
    standing = Standing.DUE if late and is_done(disposal) else _standing(case, due, disposal, ground.today)
    return KeptRecord(
        case_id=case_id,
        reference=reference(case_id),
        standing=standing,
        rule=rules.of(class_id),
        form=case.report.form if case.report else "",
        about=tuple(names_about(case, ground.school)),
        due=due,
        holds=holds_of(case.counted),
        disposal=disposal,
        done_by=carried_out_by(case.entries, disposal.eid) if disposal else frozenset(),
        waits_for=(waiting or {}).get(disposal.eid, frozenset()) if disposal else frozenset(),
        is_mine=is_one_of_the_two(case, session.me, ground),
        came_late=late,
    )


def first_due(session: Session, person: PersonId) -> date | None:
    """When the first of the records about somebody is due for review, which this reader holds; None where none is."""
    tags = (tag for case in session.about(person) for tag in session.views.tags_of(case, DUE))
    return min((date.fromisoformat(tag.removeprefix(DUE)) for tag in tags), default=None)


def is_done(disposal: Disposal | None) -> bool:
    """Say whether a proposal has been carried out here."""
    return disposal is not None and disposal.stage is Stage.DONE


def _that_counts(disposals: tuple[Disposal, ...]) -> Disposal | None:
    """The proposal by which it was destroyed, or the newest that nothing bars, or the newest."""
    done = [each for each in disposals if each.stage is Stage.DONE]
    free = [each for each in disposals if each.stage is not Stage.BARRED]
    return next(iter([*done[-1:], *free[-1:], *disposals[-1:]]), None)


def _standing(case: Case, due: Due | None, disposal: Disposal | None, today: date) -> Standing:
    if is_done(disposal):
        return Standing.DESTROYED
    if holds_of(case.counted):
        return Standing.HELD
    if disposal is not None and disposal.stage is not Stage.BARRED:
        return Standing.TO_SIGN if disposal.signer is None else Standing.SIGNED
    return Standing.DUE if due is not None and due.is_due(today) else Standing.SOON


def place_of(record: KeptRecord) -> tuple[int, date, str]:
    """Where it stands in the list: by standing, then by day."""
    day = record.due.day if record.due else None
    return list(Standing).index(record.standing), day or date.max, record.reference
