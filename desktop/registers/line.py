# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A register line: all that somebody gets who may see no more of a declaration (docs/format.md, 'Register lines').

It is an entry of its own in the declaration's case, sealed to those people alone, so that no key of theirs opens the
rest. What may stand in it is data (resources/registers/lines.toml). Source: requirements.md section 10, "line" and
"yes/no". Pure.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Annotated

import msgspec

import resources
from desktop.cases.entry import CaseEntry
from desktop.clocks import london_day
from desktop.people import Role, School
from desktop.routing import Part
from storage.body import Day, Hex32, Word
from storage.strictjson import shaped

LINE = "line"
"""The kind of the entry."""

REGISTER_EXPORT = "register_export"
"""The kind of the entry that says that a register was saved. It opens no case."""

_DECIDE = frozenset({Role.HEAD, Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD})
_ENDED = "ended"
_TEXT_MAX = 200
_Text = Annotated[str, msgspec.Meta(max_length=_TEXT_MAX)]
_Answer = _Text | Annotated[int, msgspec.Meta(ge=0)] | Annotated[tuple[_Text, ...], msgspec.Meta(max_length=16)]


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a line says. `of` is the entry that it tells about: a declaration, or the decision on it.

    `who` is the person id of whoever declared it, or `claims` the name that a walk-up gave; `on` the day of the
    declaration, `outcome` and `decided_on` what became of it, both empty before a decision.
    """

    of: Hex32
    kind: Word
    part: Part
    of_form: Word
    on: Day
    who: Annotated[str, msgspec.Meta(max_length=64)] = ""
    claims: Annotated[str, msgspec.Meta(max_length=400)] = ""
    answers: Annotated[Mapping[Word, _Answer], msgspec.Meta(max_length=16)] = {}
    outcome: Annotated[str, msgspec.Meta(max_length=64)] = ""
    decided_on: Day | None = None


class _Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    form: str
    kind: str
    part: Part
    answers: tuple[str, ...]
    says: str = ""
    outcome: bool = False
    unless: Mapping[str, str] = {}


def line_of(kind: str, part: Part, report: CaseEntry, decision: CaseEntry | None = None) -> Line | None:
    """The line of a declaration of this kind, or of the decision on it; None where there is nothing to tell."""
    shape = _shapes().get((kind, part))
    if shape is None or any(report.values.get(name) == value for name, value in shape.unless.items()):
        return None
    if decision is not None and not shape.outcome:
        return None
    answers = {name: said for name in shape.answers if (said := _plain(report.values.get(name))) is not None}
    if shape.says:
        answers[shape.says] = "no" if report.values.get("state") == _ENDED else "yes"
    return Line(
        of=(decision or report).eid,
        kind=kind,
        part=part,
        of_form=report.form,
        on=_day(report),
        who=report.author or "",
        claims=report.claims,
        answers=answers,
        outcome=decision.text("outcome") if decision else "",
        decided_on=_day(decision) if decision else None,
    )


def has_lines(form: str) -> bool:
    """Say whether what this form makes may have register lines."""
    return any(shape.form == form for shape in _shapes().values())


def read_line(entry: CaseEntry) -> Line | None:
    """Read a line strictly; None for what is none, or is out of form or bounds."""
    if entry.kind != LINE:
        return None
    return shaped(entry.data, Line)


def last_word(entries: Iterable[CaseEntry], school_at: Callable[[int], School | None]) -> Line | None:
    """The last line among the entries of a case that its author may say; a decision's comes after the declaration's.

    Somebody may say their own; of others only who had an office that decides, in the directory that the entry names.
    """
    read = [(entry, line) for entry in entries if (line := read_line(entry)) is not None]
    kept = [(line.decided_on is not None, entry.at, line) for entry, line in read if _may_say(entry, line, school_at)]
    return max(kept, key=lambda each: each[:2])[-1] if kept else None


def _may_say(entry: CaseEntry, line: Line, school_at: Callable[[int], School | None]) -> bool:
    if entry.author is None:
        return not line.who and line.claims == entry.claims and line.decided_on is None
    if entry.author == line.who:
        return line.decided_on is None
    school = school_at(entry.directory)
    held = school.appointments if school else ()
    return line.decided_on is not None and any(e.person_id == entry.author and e.role in _DECIDE for e in held)


def _plain(value: object) -> str | int | tuple[str, ...] | None:
    """An answer as a line may hold it: short words, an amount, choices, or the one listed person; else nothing."""
    match value:
        case bool():
            return None
        case int():
            return value
        case str():
            return value[:_TEXT_MAX]
        case [{"person": str() as person}]:
            return person
        case [*items] if items and all(isinstance(each, str) for each in items):
            return tuple(str(each)[:_TEXT_MAX] for each in items)
        case _:
            return None


def _day(entry: CaseEntry) -> str:
    return (entry.at.date() if entry.is_day_only else london_day(entry.at)).isoformat()


@cache
def _shapes() -> Mapping[tuple[str, Part], _Shape]:
    found = msgspec.convert(tomllib.loads(resources.text("registers/lines.toml"))["lines"], tuple[_Shape, ...])
    return {(shape.kind, shape.part): shape for shape in found}
