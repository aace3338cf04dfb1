# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a register keeps of one declaration: of the whole of it, or of the line that is all somebody has. Pure.

It stands in the case's row in the vault, so that a register of ten thousand is read without opening a single case.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.cases.case import Case, Phase
from desktop.cases.entry import CaseEntry
from desktop.cases.moments import told_day
from desktop.declarations.gifts import is_late
from desktop.people import PersonId
from desktop.registers.line import Line
from desktop.routing import Part


class Register(StrEnum):
    """The registers."""

    GIFTS = "gifts"
    TIES = "ties"
    PERMISSIONS = "permissions"
    NOTICES = "notices"
    SHARED = "shared"
    BREACHES = "breaches"


Answer = str | int | tuple[str, ...]


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """One declaration as a register keeps it. `part` says whether it is all that its reader may see.

    `who` is the listed person who declared it, `claims` the name that a walk-up gave; `answers` are those of the form
    that stand in the register, as they were given. `review_on` is the day that the decision set for another look,
    `until` the last day of what it allows. `is_imported`: an old log said so, in words of its own.
    """

    register: Register
    form: str
    part: Part
    on: date
    who: PersonId | None
    claims: str
    answers: Mapping[str, Answer]
    outcome: str = ""
    decided_on: date | None = None
    review_on: date | None = None
    until: date | None = None
    is_noted: bool = False
    is_open: bool = False
    is_late: bool = False
    is_imported: bool = False

    def text(self, name: str) -> str:
        """An answer as text; empty where it was not given."""
        said = self.answers.get(name)
        return said if isinstance(said, str) else ""

    @property
    def former(self) -> str:
        """The reference of the declaration in whose place this one is; empty for none."""
        return self.text("former_reference").strip().upper()

    @property
    def pence(self) -> int | None:
        """What a gift is worth, in pence; None where nobody said."""
        said = self.answers.get("worth")
        return said if isinstance(said, int) else None


class _Spec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    forms: tuple[str, ...]
    answers: tuple[str, ...]


def of_report(case: Case, report: CaseEntry) -> Declared | None:
    """What a register keeps of a whole declaration; None for what belongs into none."""
    register = _register(report.form)
    if register is None:
        return None
    decision = case.decision
    return Declared(
        register=register,
        form=report.form,
        part=Part.FULL,
        on=told_day(report.at, day_only=report.is_day_only),
        who=report.author,
        claims=report.claims,
        answers=kept_answers(register, report.values),
        outcome=decision.text("outcome") if decision else "",
        decided_on=told_day(decision.at, day_only=False) if decision else None,
        review_on=_date(decision.text("review_on")) if decision else None,
        until=_date(decision.text("ends_on")) if decision else None,
        is_noted=case.phase is Phase.NOTED,
        is_open=case.phase not in {Phase.NOTED, Phase.CLOSED},
        is_late=register is Register.GIFTS and case.phase is not Phase.NOTED and is_late(report.values),
    )


def kept_answers(register: Register, values: Mapping[str, object]) -> Mapping[str, Answer]:
    """The answers that a register keeps, in short."""
    said = {name: plain(values.get(name)) for name in _specs()[register].answers}
    return {name: value for name, value in said.items() if value is not None}


def of_line(line: Line) -> Declared | None:
    """What it keeps of a line, for whoever has no more."""
    register = _register(line.of_form)
    if register is None:
        return None
    return Declared(
        register=register,
        form=line.of_form,
        part=line.part,
        on=date.fromisoformat(line.on),
        who=PersonId(line.who) if line.who else None,
        claims=line.claims,
        answers=line.answers,
        outcome=line.outcome,
        decided_on=_date(line.decided_on or ""),
    )


def plain(value: object) -> Answer | None:
    """An answer in short: an amount, a choice, choices, a listed person by id, others in the words that were given."""
    match value:
        case bool() | None | "":
            return None
        case int() | str():
            return value
        case [{"person": str() as person}, *_]:
            return person
        case [{"description": str() as words}, *_]:
            return words
        case [*items] if items and all(isinstance(each, str) for each in items):
            return tuple(map(str, items))
        case _:
            return None


def _register(form: str) -> Register | None:
    return next((register for register, spec in _specs().items() if form in spec.forms), None)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@cache
def _specs() -> Mapping[Register, _Spec]:
    found = tomllib.loads(resources.text("registers/registers.toml"))
    return msgspec.convert(found, dict[Register, _Spec])
