# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Once a school year everybody says what they have to declare, or that it is nothing: who has, who has not. Pure.

Whoever declared something in the year has answered; "nothing to declare" answers for what it was ticked for, and for
ties where nothing was. Sources: practice.md 3.5; requirements.md section 13, point 5.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from desktop.declarations.ties import NIL
from desktop.people import PersonId, School
from desktop.registers.declared import Declared, Register
from desktop.registers.listing import RegisterRow

_OLD_RETURN = ("ties",)
_ANSWERS_FOR = {Register.GIFTS: "gifts", Register.TIES: "ties"}


class Return(StrEnum):
    """What somebody has answered for one school year."""

    DECLARED = "declared"
    NOTHING = "nothing"
    MISSING = "missing"


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """One person's answer, as far as its reader may know it."""

    person_id: PersonId
    answer: Return


def returns(
    register: Register, rows: Iterable[RegisterRow], school: School, year: int, today: date
) -> tuple[Returned, ...]:
    """What everybody on the staff list who has not left has answered for a school year, the missing first.

    `rows` are those of both registers, gifts and ties, since a return for gifts is made with that for ties.
    """
    said: dict[PersonId, Return] = {}
    for row in rows:
        person, answer = row.declared.who, _answer(register, row.declared)
        if row.year == year and person is not None and answer is not None:
            said[person] = Return.DECLARED if Return.DECLARED in {answer, said.get(person)} else answer
    order = list(Return)[::-1]
    found = [
        Returned(person_id=person, answer=said.get(person, Return.MISSING))
        for person in school.people
        if not school.has_left(person, today)
    ]
    return tuple(sorted(found, key=lambda each: (order.index(each.answer), school.people[each.person_id].name)))


def counts(found: Iterable[Returned]) -> Mapping[Return, int]:
    """How many people gave each answer."""
    answers = [each.answer for each in found]
    return {answer: answers.count(answer) for answer in Return}


def _answer(register: Register, declared: Declared) -> Return | None:
    if declared.text("tie") == NIL:
        nothing_of = declared.answers.get("nothing_of")
        covers = nothing_of if isinstance(nothing_of, tuple) and nothing_of else _OLD_RETURN
        return Return.NOTHING if _ANSWERS_FOR.get(register) in covers else None
    return Return.DECLARED if declared.register is register else None
