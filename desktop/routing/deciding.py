# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who decides what a route carries, and who confirms that decision (R27, R28, rule 7).

The head decides; about the head the chair. Whoever cannot, passes it one step up. That a school lets its DSL take
low-level decisions is a matter of the case, not of the route: ask for the route of "case.sign_off" with `decided_by`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.people import PersonId
from desktop.routing.matter import Matter
from desktop.routing.readers import able, active, granted, higher, in_full, settled
from desktop.routing.table import Decided
from desktop.routing.values import Capacity, Caution, Reader

_DECIDERS = (Capacity.HEAD, Capacity.CHAIR, Capacity.VICE_CHAIR, Capacity.GROUP_LEAD)


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who decides and who confirms; both None where the row has no decision."""

    decision_maker: PersonId | None = None
    sign_off: PersonId | None = None
    cautions: frozenset[Caution] = frozenset()


def deciders(matter: Matter, readers: Mapping[PersonId, Reader]) -> Deciders:
    """Find the decider among the readers, or one step above them, and whoever confirms the decision."""
    if not readers:
        return Deciders()
    match matter.row.decided:
        case Decided.NOBODY:
            return Deciders()
        case Decided.SIGN_OFF:
            return Deciders(sign_off=next((r.person_id for r in in_full(readers)), None))
        case Decided.ABOVE:
            before = matter.request.decided_by
            return _confirmed(matter, _signer(matter, before, {before}), readers)
        case Decided.READER:
            return _confirmed(matter, _decider(matter, readers), readers)


def _decider(matter: Matter, readers: Mapping[PersonId, Reader]) -> PersonId | None:
    """Whoever decides in the strictest column; else among the readers; else the first above who could be added."""
    strictest = matter.subjects[0]
    left_out = {matter.request.reporter, *matter.request.not_to}
    above = (*_head_if_named_everywhere(matter), *higher(matter))
    theirs = [r.person_id for r in _deciding(granted(matter, strictest)) if r.person_id in readers or r.role in above]
    added = [person for capacity in above for person in able(matter, capacity, strictest)]
    reading = [r.person_id for r in _deciding(readers)]
    return next((p for p in (*theirs, *reading, *added) if p in readers or p not in left_out), None)


def _deciding(readers: Mapping[PersonId, Reader]) -> Iterator[Reader]:
    return (reader for reader in in_full(readers) if reader.role in _DECIDERS)


def _head_if_named_everywhere(matter: Matter) -> tuple[Capacity, ...]:
    terms = [active(matter, subject.cell, subject) for subject in matter.subjects]
    return (Capacity.HEAD,) if all(any(Capacity.HEAD in term.options for term in those) for those in terms) else ()


def _confirmed(matter: Matter, decider: PersonId | None, readers: Mapping[PersonId, Reader]) -> Deciders:
    if decider is None:
        return Deciders(cautions=frozenset({Caution.NOBODY_DECIDES}))
    reporter = matter.request.reporter
    signer = _signer(matter, decider, {decider, reporter, matter.request.decided_by})
    cautions = {
        Caution.DECIDER_TO_BE_ADDED: decider not in readers,
        Caution.REPORTER_DECIDES: decider == reporter,
        Caution.SIGN_OFF_OUTSIDE: signer is None,
    }
    return Deciders(decider, signer, frozenset(caution for caution, applies in cautions.items() if applies))


def _signer(matter: Matter, decided_by: PersonId | None, not_by: set[PersonId | None]) -> PersonId | None:
    """Whom R27 names, never somebody who decided or reported it (rule 7)."""
    confirming = matter.confirming(decided_by, frozenset(person for person in not_by if person))
    readers, _ = settled(confirming)
    return next((reader.person_id for reader in in_full(readers)), None)
