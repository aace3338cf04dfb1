# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of what stands in no record is due, proposed to be destroyed, or destroyed; and what stands in it, in words."""

from collections.abc import Iterable, Iterator
from itertools import filterfalse

from desktop.cases.case import Case
from desktop.cases.entry import read_entry
from desktop.cases.items import Item, ItemKind
from desktop.cases.rows import DUTY_DONE, POLICY_CONFIRMED, TRAINING
from desktop.clocks import date_words
from desktop.people import School
from desktop.phrases import reference
from desktop.retention.apart.deciding import bar_apart, holds_apart, may_destroy_apart
from desktop.retention.apart.entries import ApartEntry, due_apart, readers_of_apart, sheaves
from desktop.retention.apart.reading import everything_apart, ground_apart, proposals_apart, read_disposal
from desktop.retention.disposal import Disposal, Stage, carried_out_by, is_senior
from desktop.retention.holds import Hold
from desktop.retention.listing import KeptRecord, Standing, Waiting, is_done
from desktop.retention.rules import rules_of
from desktop.retention.telling import words
from desktop.session import Session
from desktop.training.courses import offered_courses
from storage.destroying import Stubs

_SHOWN = 9
"""How much of whose a sheaf is stands in its reference, from the stroke on."""

_LIVE = frozenset({Stage.PROPOSED, Stage.WAITING, Stage.READY})


def read_apart_kept(session: Session, waiting: Waiting) -> Iterator[KeptRecord]:
    """Every proposal, and what is due and stands in none that goes on. Slow: it reads the vault."""
    named: set[str] = set()
    for case_id in proposals_apart(session):
        case = session.case(case_id)
        record = read_proposal(session, case, waiting)
        if record is not None:
            yield record
        if record is not None and record.disposal is not None and record.disposal.stage in _LIVE:
            named |= {*record.disposal.said.entries}
    everything = everything_apart(session)
    ground = ground_apart(session, everything)
    free = [entry for entry in everything if entry.eid not in named | ground.held]
    for sheaf, entries in sheaves(free).items():
        due = tuple(each for each in entries if bar_apart([each], ground) is None)
        if due:
            yield _due(session, sheaf, due)


def read_proposal(session: Session, case: Case, waiting: Waiting) -> KeptRecord | None:
    """How one proposal stands; None where it cannot be read."""
    disposal, held, ground = read_disposal(session, case)
    if disposal is None:
        return None
    holds = holds_apart(case, ground.told)
    return KeptRecord(
        case_id=case.case_id,
        reference=reference(case.case_id),
        standing=_standing(disposal, holds),
        rule=rules_of(ground.school.settings.kept_years).of(disposal.said.record_class),
        about=_about(held.entries, ground.school),
        due=due_apart(held.entries[0], ground.school) if held.entries else None,
        holds=holds,
        disposal=disposal,
        done_by=carried_out_by(case.entries, disposal.eid),
        waits_for=waiting.get(disposal.eid, frozenset()),
        is_mine=may_destroy_apart(session.me, held.entries, ground.school, ground.today),
        apart=len(disposal.said.entries),
        holding=_holding(session, held.entries),
    )


def items_to_sign(session: Session) -> Iterator[tuple[Item, tuple[str, ...]]]:
    """What waits for a second signature, and whom it is about, for the board of those who can give it."""
    carried_out = Stubs(session.vault.database).has_by
    for case_id in filterfalse(carried_out, proposals_apart(session)):
        case = session.case(case_id)
        disposal, held, ground = read_disposal(session, case)
        opening = case.entry(case_id)
        if disposal is None or opening is None or disposal.stage is not Stage.PROPOSED or not held.entries:
            continue
        people = readers_of_apart(held.entries[0], ground.school, ground.today)
        others = [each for each in people if each != disposal.proposer]
        senior = [each for each in others if is_senior(each, ground.school, ground.today)]
        is_by_senior = is_senior(disposal.proposer, ground.school, ground.today)
        can_sign = [*senior, *(each for each in others if is_by_senior and each not in senior)]
        if session.me in can_sign or session.me == disposal.proposer:
            owner = next(iter(can_sign), None)
            item = Item(kind=ItemKind.DISPOSAL, since=opening.believed_at, owner=owner, eid=case_id)
            yield item, _about(held.entries, ground.school)


def _due(session: Session, sheaf: str, due: tuple[ApartEntry, ...]) -> KeptRecord:
    school, today = session.machine.school, session.machine.today()
    last = max(due, key=lambda each: each.recorded)
    return KeptRecord(
        case_id=sheaf,
        reference=sheaf[: sheaf.index("/") + _SHOWN],
        standing=Standing.DUE,
        rule=rules_of(school.settings.kept_years).of(last.class_id),
        about=_about(due, school),
        due=due_apart(last, school),
        is_mine=may_destroy_apart(session.me, due, school, today),
        apart=len(due),
        holding=_holding(session, due),
    )


def _standing(disposal: Disposal, holds: tuple[Hold, ...]) -> Standing:
    if is_done(disposal):
        return Standing.DESTROYED
    if holds:
        return Standing.HELD
    return Standing.TO_SIGN if disposal.signer is None else Standing.SIGNED


def _about(entries: Iterable[ApartEntry], school: School) -> tuple[str, ...]:
    """Whom a sheaf is about, or what else it is."""
    found = next(iter(entries), None)
    if found is None:
        return ()
    if found.duty is not None:
        return (words()["apart"]["calendar"],)
    listed = school.people.get(found.about) if found.about else None
    return (listed.name if listed else words()["apart"]["nobody"],)


def _holding(session: Session, entries: Iterable[ApartEntry]) -> tuple[str, ...]:
    """What stands in each, the oldest first: never more than what and when."""
    courses = offered_courses(session.machine.school.settings.vocabularies)
    titles = {line.policy_id: line.title for line in session.machine.school.settings.policies}
    told = []
    for each in sorted(entries, key=lambda entry: (entry.recorded, entry.eid)):
        entry = read_entry(session.entries.held(each.eid), session.machine.person_of)
        what = words()["apart"].get(entry.kind, "")
        if entry.kind == TRAINING:
            course = courses.get(entry.text("course"))
            what = entry.text("title") or (course.title if course else entry.text("course"))
        elif entry.kind == POLICY_CONFIRMED:
            named = str(entry.data.get("policy"))
            what = titles.get(named, named)
        elif entry.kind == DUTY_DONE and each.duty is not None:
            what = each.duty.title
        told.append(f"{what}, {date_words(each.recorded)}")
    return tuple(told)
