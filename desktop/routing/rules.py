# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The routing function: the table and its twelve rules (requirements.md §10), one small step each.

Pure: the same request, school and day give the same route. How open points are read stands in the package's docstring.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from desktop.people import PersonId, Role, School
from desktop.routing.day import Day
from desktop.routing.deciding import deciders
from desktop.routing.matter import Matter, Subject, matter_of
from desktop.routing.readers import active, in_full, settled
from desktop.routing.table import Decided, shipped_table
from desktop.routing.values import (
    Capacity,
    Caution,
    Column,
    Exclusion,
    ExclusionReason,
    Reader,
    Route,
    RouteRequest,
)

_ABOUT_THEM = (ExclusionReason.PERSON_CONCERNED, ExclusionReason.MAY_BE_CONCERNED)
_TOO_MANY_TO_NAME = (Capacity.EVERYONE, Capacity.ANOTHER_MANAGER)


def route(request: RouteRequest, school: School, today: date) -> Route:
    """Work out who may read a record of this kind, and who may not and why.

    Takes the request, the directory of that day and the day. Never returns an empty set of readers silently: `outside`
    is true then. Raises KeyError for a kind that the table does not hold, which is a mistake in the program.
    """
    matter = _asked(request, Day(school, today))
    allowed, steps = settled(matter)  # rules 1, 2, 3, 5, 10, 11, 12
    readers = _narrowed(matter, allowed)  # rule 4
    excluded = _excluded(matter, readers)
    outside = not readers  # rule 5
    straight = _goes_straight_to_lado(matter, excluded)  # rule 6
    decided = deciders(matter, readers)  # rule 7
    cautions = decided.cautions | _cautions(matter, allowed, readers)
    return Route(  # rule 9; rule 8 belongs to share entries
        kind=matter.row.kind,
        rule=matter.row.id,
        column=matter.subjects[0].column,
        on=today,
        directory_version=school.version,
        directory_hash=school.version_hash,
        readers=tuple(readers.values()),
        excluded=excluded,
        fallback=steps,
        decision_maker=decided.decision_maker,
        sign_off=decided.sign_off,
        outside=outside,
        go_straight_to_lado=straight,
        contacts=_contacts(matter, outside=outside, straight=straight),
        cautions=tuple(caution for caution in Caution if caution in cautions),
    )


def readers_in_full(request: RouteRequest, school: School, today: date) -> tuple[PersonId, ...]:
    """Only who may read the whole record, as `route` says it: enough to see whether it went to exactly those."""
    return next(readers_of_each((request,), school, today))


def readers_of_each(requests: Iterable[RouteRequest], school: School, today: date) -> Iterator[tuple[PersonId, ...]]:
    """The same of each of many requests in turn: who holds what on the day is worked out once."""
    day = Day(school, today)
    for request in requests:
        matter = _asked(request, day)
        yield tuple(reader.person_id for reader in in_full(_narrowed(matter, settled(matter)[0])))


def _asked(request: RouteRequest, day: Day) -> Matter:
    """A confirmation is never by whoever took the decision (R27), so that one is barred from the start."""
    matter = matter_of(request, day, shipped_table())
    if matter.row.decided is Decided.SIGN_OFF and request.decided_by:
        return matter.confirming(request.decided_by, frozenset({request.decided_by}))
    return matter


def _narrowed(matter: Matter, allowed: Mapping[PersonId, Reader]) -> Mapping[PersonId, Reader]:
    """Rule 4: without those whom the reporter leaves out, unless then nobody would read in full. Adds nobody."""
    kept = {person: reader for person, reader in allowed.items() if person not in matter.request.not_to}
    return kept if in_full(kept) else allowed


def _excluded(matter: Matter, readers: Mapping[PersonId, Reader]) -> tuple[Exclusion, ...]:
    """Everyone who might have been expected to read: persons concerned, those named here, the usual readers."""
    subjects = matter.subjects
    here = [person for subject in subjects for person in _named_in(matter, subject)]
    usual = [p for subject in subjects for p in _named_in(matter, _as_worker(matter, subject))]
    here += [matter.request.chosen] if matter.request.chosen else []
    reasons = dict.fromkeys(sorted(matter.concerned), ExclusionReason.PERSON_CONCERNED)
    reasons |= {person: _reason(matter, person) for person in here}
    for person in usual:
        bar = matter.bar(person)
        reasons.setdefault(person, bar if bar in _ABOUT_THEM else ExclusionReason.NOT_IN_ROUTE)
    return tuple(Exclusion(person_id=p, reason=r) for p, r in reasons.items() if p not in readers)


def _reason(matter: Matter, person: PersonId) -> ExclusionReason:
    narrowed = ExclusionReason.NARROWED if person in matter.request.not_to else ExclusionReason.NOT_IN_ROUTE
    return matter.bar(person) or narrowed


def _as_worker(matter: Matter, subject: Subject) -> Subject:
    return Subject(subject.person, Column.WORKER, matter.row.cells[Column.WORKER] or subject.cell)


def _named_in(matter: Matter, subject: Subject) -> Iterator[PersonId]:
    """Everyone whom a cell names today, and whoever covers for them."""
    for term in active(matter, subject.cell, subject):
        if term.options[0] not in _TOO_MANY_TO_NAME:
            for person in matter.named(term.options[0], subject):
                yield from (person, *matter.day.cover_path(person))


def _goes_straight_to_lado(matter: Matter, excluded: tuple[Exclusion, ...]) -> bool:
    """Rule 6: about a head who is sole proprietor, or telling the head is a conflict of interest."""
    about_head = any(subject.column in (Column.HEAD, Column.DSL_AND_HEAD) for subject in matter.subjects)
    proprietor = matter.day.school.settings.head_is_proprietor and (about_head or matter.could_be_in_charge)
    conflict = (ExclusionReason.DECLARED_TIE, ExclusionReason.NARROWED)
    tied = any(e.reason in conflict and Role.HEAD in matter.day.roles(e.person_id) for e in excluded)
    return matter.row.lado and (proprietor or tied)


def _contacts(matter: Matter, *, outside: bool, straight: bool) -> tuple[str, ...]:
    shown = matter.subjects[0].cell.contacts
    shown += matter.table.contacts.straight_to_lado if straight else ()
    shown += matter.table.contacts.nobody_may_receive if outside else ()
    return tuple(dict.fromkeys(shown))


def _cautions(matter: Matter, allowed: Mapping[PersonId, Reader], readers: Mapping[PersonId, Reader]) -> set[Caution]:
    request, subjects = matter.request, matter.subjects
    dashes = (s.column is not Column.UNKNOWN and matter.row.cells[s.column] is None for s in subjects)
    applies = {
        Caution.ONLY_ONE_READER: len(in_full(readers)) == 1,
        Caution.NARROWING_REFUSED: readers is allowed and bool(allowed),
        Caution.CHOICE_NOT_POSSIBLE: request.chosen is not None and request.chosen not in allowed,
        Caution.NAMES_A_PERSON: matter.row.names_nobody and bool(request.concerned or request.described),
        Caution.NOT_FORESEEN: any(dashes),
    }
    return {caution for caution, holds in applies.items() if holds}
