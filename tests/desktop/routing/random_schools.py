# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Random schools and requests: roles held twice, absences with and without cover, ties, leavers, unlisted people."""

from collections.abc import Sequence
from datetime import timedelta
from math import prod
from typing import Any

import msgspec
from hypothesis import strategies as st

from desktop.people import Absence, Appointment, ConflictPair, Person, PersonId, Role, School, Settings
from desktop.routing import Answer, RouteRequest
from tests.desktop.routing.schools import TODAY
from tests.desktop.routing.transcription import lines

NAMES = (
    "Priya Nair", "Dan Webb", "Rosa Lindqvist", "Helen Marsh", "Osman Yildiz", "Martin Oyelaran", "Grace Petrov",
    "Ines Fuentes", "Tomasz Zielinski", "Ursula Quist", "Colette Dubois", "Winston Achebe", "Kamal Aziz", "Eva Sand",
)  # fmt: skip
IDS = tuple(PersonId(f"{number:02}") for number in range(len(NAMES)))
WORDS = (*NAMES, "a tall man in a blue coat", "somebody from Brightway Supply", "the headteacher", "Hellen Marche", "")
EMPLOYERS = ("", "", "Brightway Supply", "Larkfield Staff")
SPINE = (Role.DSL, Role.HEAD, Role.CHAIR, Role.DEPUTY_DSL, Role.VICE_CHAIR)
KINDS = tuple(line.kind for line in lines())

_DAYS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=30))
_NOBODY: tuple[PersonId | None, ...] = (None,)

_person = st.sampled_from(IDS)
_somebody = st.sampled_from((*IDS, *_NOBODY))
_several = st.lists(_person, max_size=3, unique=True).map(tuple)


def _one_of_each(*choices: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """One of each, from a single drawn number: drawing each on its own would cost far more than routing."""

    def unpacked(number: int) -> tuple[Any, ...]:
        picked = []
        for choice in choices:
            number, index = divmod(number, len(choice))
            picked.append(choice[index])
        return tuple(picked)

    return st.integers(0, prod(map(len, choices)) - 1).map(unpacked)


_appointment = _one_of_each(tuple(Role), IDS, (0, 1, 2), _DAYS).map(
    lambda drawn: Appointment(role=drawn[0], person_id=drawn[1], order=drawn[2], until=drawn[3])
)
_absence = _one_of_each(IDS, (*IDS, *_NOBODY), _DAYS).map(
    lambda drawn: Absence(person_id=drawn[0], cover=drawn[1], until=drawn[2])
)
_tie = _one_of_each(IDS, IDS, EMPLOYERS, _DAYS).map(
    lambda drawn: ConflictPair(
        reader=drawn[0], about=None if drawn[2] else drawn[1], about_employer=drawn[2], until=drawn[3]
    )
)


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One school and one request."""

    school: School
    request: RouteRequest


_BOTH = (False, True)
_EMPLOYED = _one_of_each(*(EMPLOYERS for _ in IDS))
_MANAGED = _one_of_each(*((*IDS[:4], *_NOBODY) for _ in IDS))
_SPINE = _one_of_each(*((*IDS, *_NOBODY) for _ in SPINE))


@st.composite
def schools(draw: st.DrawFn) -> School:
    """A school whose five main offices are usually held, and whose others are held by anybody."""
    left = draw(st.frozensets(_person, max_size=3))
    listed = zip(IDS, NAMES, draw(_EMPLOYED), draw(_MANAGED), strict=True)
    spine = zip(SPINE, draw(_SPINE), strict=True)
    deputies_read, proprietor = draw(_one_of_each(_BOTH, _BOTH))
    return School(
        school_id="ab" * 32,
        name="Larch Hill",
        version=3,
        version_hash="c0ffee",
        people={
            p: Person(person_id=p, name=name, employer=employer, manager=manager, end=_DAYS[1] if p in left else None)
            for p, name, employer, manager in listed
        },
        appointments=(
            *(Appointment(role=role, person_id=person) for role, person in spine if person),
            *draw(st.lists(_appointment, max_size=8)),
        ),
        absences=tuple(draw(st.lists(_absence, max_size=3))),
        conflicts=tuple(draw(st.lists(_tie, max_size=3))),
        settings=Settings(deputies_read_staff_matters=deputies_read, head_is_proprietor=proprietor),
    )


@st.composite
def requests(draw: st.DrawFn) -> RouteRequest:
    """Any kind, about nobody, one or several, listed or described."""
    described, in_charge = draw(_one_of_each(((), *((words,) for words in WORDS)), (True, False, False, False)))
    return RouteRequest(
        kind=draw(st.sampled_from(KINDS)),
        concerned=draw(_several),
        described=described,
        could_be_someone_in_charge=in_charge,
        reporter=draw(_somebody),
        not_to=draw(_several),
        chosen=draw(_somebody),
        child_involved=draw(st.sampled_from(Answer)),
        case_readers=draw(_several),
        parties=draw(_several),
        decided_by=draw(_somebody),
    )


CASES = st.builds(lambda school, request: Case(school=school, request=request), schools(), requests())
