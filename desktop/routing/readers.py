# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the cells of a matter to the people who may read: one person, several persons, fallback (rules 2, 5 and 11)."""

from collections.abc import Iterator, Mapping
from typing import Final

from desktop.people import PersonId, Role
from desktop.routing.matter import Matter, Subject
from desktop.routing.table import Cell, Term, When
from desktop.routing.values import Answer, Capacity, FallbackStep, Part, Reader

_PLACES: Final = {capacity: place for place, capacity in enumerate(Capacity)}


def settled(matter: Matter) -> tuple[dict[PersonId, Reader], tuple[FallbackStep, ...]]:
    """Who may read, by person, and the steps it took. Empty when nobody in the school may read in full."""
    readers = _common(matter)
    steps = _joined_deputies(matter, readers)
    if not in_full(readers):
        found, chain = _fallback(matter)
        readers, steps = {**readers, **found}, steps + chain
    return (readers if in_full(readers) else {}), steps


def in_full(readers: Mapping[PersonId, Reader]) -> tuple[Reader, ...]:
    """Those who read everything. A register line is not enough to receive a record."""
    return tuple(reader for reader in readers.values() if reader.part is Part.FULL)


def granted(matter: Matter, subject: Subject) -> dict[PersonId, Reader]:
    """Whom one cell lets read. Somebody whom it names twice reads the most, in the highest of their capacities."""
    readers: dict[PersonId, Reader] = {}
    for term in active(matter, subject.cell, subject):
        for capacity, person in _takers(matter, term, subject):
            reader = Reader(person_id=person, role=capacity, part=term.part)
            readers[person] = min(readers.get(person, reader), reader, key=_least_first)
    return readers


def able(matter: Matter, capacity: Capacity, subject: Subject) -> tuple[PersonId, ...]:
    """Who has this capacity today, is there, and may read."""
    return tuple(p for p in matter.day.in_place_of(matter.named(capacity, subject)) if matter.bar(p) is None)


def active(matter: Matter, cell: Cell, subject: Subject) -> tuple[Term, ...]:
    """The terms of a cell whose condition holds."""
    return tuple(term for term in cell.terms if _holds(matter, term, subject))


def higher(matter: Matter) -> tuple[Capacity, ...]:
    """The chain that belongs to the strictest columns: chair, vice-chair, group lead."""
    return (Capacity.CHAIR, *matter.table.chain(Capacity.CHAIR))


def _common(matter: Matter) -> dict[PersonId, Reader]:
    """Those who may read about each person concerned (rule 2), as what the strictest column says, the least part."""
    first, *others = [granted(matter, subject) for subject in matter.subjects]
    shared = [person for person in first if all(person in other for other in others)]
    return {p: max((g[p] for g in (first, *others)), key=lambda r: r.part is not Part.FULL) for p in shared}


def _least_first(reader: Reader) -> tuple[bool, int]:
    return reader.part is not Part.FULL, _PLACES[reader.role]


def _takers(matter: Matter, term: Term, subject: Subject) -> list[tuple[Capacity, PersonId]]:
    if term.pinned:
        return [(c, person) for c in term.options for person in matter.named(c, subject)]
    possible = [(c, able(matter, c, subject)) for c in term.options]
    if term.picked:
        picks = [(c, tuple(p for p in people if p == matter.request.chosen)) for c, people in possible]
    else:
        picks = possible
    capacity, people = next((pick for pick in picks if pick[1]), possible[0])
    return _with_deputies(matter, capacity, people, subject)


def _with_deputies(
    matter: Matter, capacity: Capacity, people: tuple[PersonId, ...], subject: Subject
) -> list[tuple[Capacity, PersonId]]:
    """Rule 11: the first deputy who is there and may read stands in for a DSL who is away or excluded."""
    takers = [(capacity, person) for person in people]
    if capacity is not Capacity.DSL:
        return takers
    deputies = able(matter, Capacity.DEPUTY_DSL, subject)
    if not matter.day.school.settings.deputies_read_staff_matters:
        deputies = () if people else deputies[:1]
    return takers + [(Capacity.DEPUTY_DSL, deputy) for deputy in deputies]


def _joined_deputies(matter: Matter, readers: Mapping[PersonId, Reader]) -> tuple[FallbackStep, ...]:
    subject = matter.subjects[0]
    named = {term.options[0] for term in active(matter, subject.cell, subject)}
    if Capacity.DEPUTY_DSL in named or any(reader.role is Capacity.DSL for reader in readers.values()):
        return ()
    joined = (reader.person_id for reader in readers.values() if reader.role is Capacity.DEPUTY_DSL)
    return tuple(FallbackStep(instead_of=Capacity.DSL, tried=Capacity.DEPUTY_DSL, person_id=p) for p in joined)


def _fallback(matter: Matter) -> tuple[dict[PersonId, Reader], tuple[FallbackStep, ...]]:
    """Rule 5: the first step of the chains that reaches somebody who is there and may read."""
    steps: list[FallbackStep] = []
    for instead_of, tried in _chains(matter):
        if any(step.tried is tried for step in steps):
            continue
        people = _able_for_all(matter, tried)
        steps += [FallbackStep(instead_of=instead_of, tried=tried, person_id=p) for p in people or (None,)]
        if people:
            return {p: Reader(person_id=p, role=tried) for p in people}, tuple(steps)
    return {}, tuple(steps)


def _chains(matter: Matter) -> Iterator[tuple[Capacity | None, Capacity]]:
    """Each step as (in whose place, who). Where cells differ, nobody from a less strict column may come in."""
    strictest = matter.subjects[0]
    if any(subject.cell != strictest.cell for subject in matter.subjects):
        yield from ((None, tried) for tried in higher(matter))
        return
    terms = active(matter, strictest.cell, strictest)
    for capacity in (term.options[0] for term in terms if term.part is Part.FULL):
        yield from ((capacity, tried) for tried in matter.table.chain(capacity))


def _able_for_all(matter: Matter, capacity: Capacity) -> tuple[PersonId, ...]:
    first, *others = [able(matter, capacity, subject) for subject in matter.subjects]
    return tuple(person for person in first if all(person in other for other in others))


def _holds(matter: Matter, term: Term, subject: Subject) -> bool:
    request = matter.request
    match term.when:
        case When.ALWAYS:
            return True
        case When.CHILD:
            return request.child_involved is not Answer.NO
        case When.CHOSEN:
            return request.chosen in matter.day.in_place_of(matter.named(term.options[0], subject))
        case When.DSL_DECIDED:
            return _is_a_dsl(matter, request.decided_by)
        case When.HEAD_DECIDED:
            return not _is_a_dsl(matter, request.decided_by)


def _is_a_dsl(matter: Matter, person: PersonId | None) -> bool:
    """Say whether somebody decided as a DSL. A head who is also the DSL decided as the head (rule 1)."""
    roles = matter.day.roles(person) if person else frozenset()
    return bool(roles & {Role.DSL, Role.DEPUTY_DSL}) and Role.HEAD not in roles
