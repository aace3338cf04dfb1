# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may decide a case, or has no part in that: kept away, absent, without an office. Pure."""

from collections.abc import Mapping
from datetime import date

import msgspec

from desktop.cases.also_decides import still_is
from desktop.cases.case import Case
from desktop.cases.conflicts import is_kept_away
from desktop.cases.meaning import Meaning
from desktop.cases.refusals import Refusal
from desktop.people import SENIOR, PersonId, Role, School
from desktop.routing.day import Day

Values = Mapping[str, object]
"""What an act says, as it was filled in."""


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts, in which school, on which day; and which earlier cases about the same people they have not opened.

    `has_own_tie`: they have declared a tie to somebody whom the case is about. Only their own vault knows.
    `is_read_only`: their records were opened to be read and no more.
    """

    me: PersonId
    school: School
    today: date
    meaning: Meaning
    unseen_earlier: tuple[str, ...] = ()
    has_own_tie: bool = False
    is_read_only: bool = False


def may_decide(case: Case, desk: Desk) -> bool:
    """Say whether this person is the one who decides, where anything is: the routed decider, or who is in their place.

    Somebody who is away, has left, holds no office any more or has declared a tie does not keep a decision waiting: the
    highest offices that read the case can take it.
    """
    if not case.track.decision or not case.reads(desk.me) or barring(case, desk):
        return False
    if case.decider == desk.me or (desk.me in case.deciders and still_is(case, desk.me, desk.school, desk.today)):
        return True
    return not _is_there_to_decide(case, desk) and bool(offices(desk.me, desk) & SENIOR)


def barring(case: Case, desk: Desk) -> Refusal | None:
    """Why a reader has no part in the decision: kept away by the directory, or by a tie that they declared."""
    # The guard blocks, it does not only warn (requirements.md F20).
    if has_tie(case, desk.me, desk):
        return Refusal.DECLARED_TIE
    return Refusal.OWN_TIE if desk.has_own_tie else None


def somebody_else_reads(case: Case, desk: Desk) -> bool:
    """Say whether somebody else reads a case who holds an office and is not kept away: it is never left without one."""
    return any(
        reader.person_id != desk.me and offices(reader.person_id, desk) and not has_tie(case, reader.person_id, desk)
        for reader in case.readers
    )


def offices(person: PersonId, desk: Desk) -> frozenset[Role]:
    """The roles that somebody holds today; whoever formally covers for another holds theirs, who has left none."""
    return Day(desk.school, desk.today).roles(person)


def has_tie(case: Case, person: PersonId, desk: Desk) -> bool:
    """Say whether the directory keeps somebody away from whom the case is about."""
    return is_kept_away(case.subjects, person, desk.school, desk.today)


def _is_there_to_decide(case: Case, desk: Desk) -> bool:
    decider = case.decider
    if decider is None or has_tie(case, decider, desk):
        return False
    return bool(offices(decider, desk)) and desk.school.absence(decider, desk.today) is None
