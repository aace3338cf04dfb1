# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far a proposal to destroy what stands in no record has come: every vault decides for itself. Pure.

As for a record: two people who read such entries by an office, neither of whom they are about, one of them in one of
the highest offices; time over by the rules as this Candour has them; nothing that keeps it; a week to object.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, timedelta

import msgspec

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry, recorded_days
from desktop.cases.readership import SchoolAt
from desktop.people import PersonId, School
from desktop.retention.apart.entries import ApartEntry, due_apart, readers_of_apart
from desktop.retention.disposal import Bar, Disposal, Proposed, is_senior, read_proposed, signers_of, stage_of
from desktop.retention.holds import Hold, holds_of
from desktop.retention.kinds import HOLD, HOLD_LIFTED
from desktop.retention.rules import shipped_rules
from storage.judge import Flag


class ApartGround(msgspec.Struct, frozen=True, kw_only=True):
    """What a decision goes by, besides the proposal.

    `held` are the entries that somebody keeps by a hold on a proposal, this or another; `kept`: of whom a record is
    kept here whatever its time; `asking`: who has asked for their own data, and that is still open. `is_done`: it has
    been carried out in this vault. `told` are those to whom the proposal went.
    """

    school: School
    school_at: SchoolAt
    today: date
    held: frozenset[str]
    kept: frozenset[PersonId]
    asking: frozenset[PersonId]
    told: frozenset[PersonId] = frozenset()
    is_done: bool = False


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What is here of the entries that a proposal names; `has_other`: one of them does not go by such a proposal."""

    entries: tuple[ApartEntry, ...]
    has_other: bool = False


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's word about a proposal, with the school and the day by which it counts."""

    entry: CaseEntry
    school: School
    day: date


def apart_disposal(case: Case, held: Held, ground: ApartGround) -> Disposal | None:
    """The proposal that opens a case, as far as this vault knows; None where it cannot be read."""
    opening = case.entry(case.case_id)
    said = read_proposed(opening) if opening else None
    if opening is None or said is None or opening.author is None:
        return None
    days = recorded_days(case.entries)
    first = _part(opening, days, ground)
    signatures = _signatures(case, days, ground)
    signature = next((each for each in signatures if _may_both(first, each, said, held.entries)), None)
    bar = _bar(first, said, held, ground)
    lifted = [days[each.eid] for each in case.entries if each.kind == HOLD_LIFTED and _counts(each, ground.told)]
    on = max([signature.day, *lifted]) + timedelta(days=shipped_rules().wait_days) if signature else None
    return Disposal(
        eid=opening.eid,
        said=said,
        proposer=opening.author,
        proposed_on=first.day,
        signer=signature.entry.author if signature else None,
        signature=signature.entry.eid if signature else "",
        on=on,
        stage=stage_of(on, bar, ground.today, is_done=ground.is_done),
        bar=bar,
    )


def holds_apart(case: Case, told: Set[PersonId]) -> tuple[Hold, ...]:
    """The holds in force on a proposal, of those to whom it went."""
    return holds_of(each for each in case.entries if each.kind in {HOLD, HOLD_LIFTED} and _counts(each, told))


def may_destroy_apart(person: PersonId, entries: Iterable[ApartEntry], school: School, day: date) -> bool:
    """Say whether somebody may be one of the two: they read all of it by an office, and none of it is about them."""
    readers = {(each.class_id, each.about, each.duty): each for each in entries}
    return all(person in readers_of_apart(each, school, day) for each in readers.values())


def bar_apart(entries: Iterable[ApartEntry], ground: ApartGround) -> Bar | None:
    """What keeps these entries today, whoever asks."""
    for each in entries:
        if each.eid in ground.held or each.about in ground.kept:
            return Bar.HELD
        if each.about in ground.asking:
            return Bar.ASKED_FOR
        if not due_apart(each, ground.school).is_due(ground.today):
            return Bar.NOT_DUE
    return None


def going_apart(disposal: Disposal, held: Held, case: Case, ground: ApartGround) -> tuple[ApartEntry, ...]:
    """What a proposal destroys that is carried out: also of what comes late only that whose own time is over."""
    days, both = recorded_days(case.entries), {disposal.eid, disposal.signature}
    parts = [_part(each, days, ground) for each in case.entries if each.eid in both]
    return tuple(
        each
        for each in held.entries
        if each.class_id is disposal.said.record_class
        and all(_is_theirs(part, disposal.said, [each]) for part in parts)
        and bar_apart([each], ground) is None
    )


def _bar(first: Part, said: Proposed, held: Held, ground: ApartGround) -> Bar | None:
    is_one_class = all(each.class_id is said.record_class for each in held.entries) and not held.has_other
    if not (is_one_class and _is_theirs(first, said, held.entries)):
        return Bar.NOT_THEIRS
    return bar_apart(held.entries, ground)


def _signatures(case: Case, days: Mapping[str, date], ground: ApartGround) -> Iterable[Part]:
    return (_part(each, days, ground) for each in signers_of(case, case.case_id))


def _part(entry: CaseEntry, days: Mapping[str, date], ground: ApartGround) -> Part:
    return Part(entry=entry, school=ground.school_at(entry.directory) or ground.school, day=days[entry.eid])


def _is_theirs(part: Part, said: Proposed, entries: Sequence[ApartEntry]) -> bool:
    """Say whether the author of a proposal or a signature may be one of the two, by the directory that it names.

    Where nothing of it is here, whoever the proposal says reads such.
    """
    author = part.entry.author
    if author is None or Flag.REVOKED_KEY in part.entry.flags:
        return False
    if not entries:
        return author in said.readers
    return may_destroy_apart(author, entries, part.school, part.day)


def _may_both(first: Part, second: Part, said: Proposed, entries: Sequence[ApartEntry]) -> bool:
    """Say whether two people have signed who may: not the same one, and one of them in one of the highest offices."""
    if first.entry.author == second.entry.author or not _is_theirs(second, said, entries):
        return False
    return any(is_senior(each.entry.author, each.school, each.day) for each in (first, second))


def _counts(entry: CaseEntry, told: Set[PersonId]) -> bool:
    return entry.author in told and Flag.REVOKED_KEY not in entry.flags
