# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What whoever reports is told: whom to find in person now, who will read it, and by when somebody decides.

Pure. The answers fill the placeholders of `desktop.forms.words`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.clocks import Filing, clock_rules, clock_start, deadline, load_calendar, time_words
from desktop.clocks.words import MONTHS, WEEKDAYS
from desktop.forms import FormSpec, Panel, fill, reach
from desktop.forms.spec import FieldType
from desktop.people import Person, PersonId, Role, School, Settings

_LEADS = (Role.DSL, Role.DEPUTY_DSL)
_HEADS = (Role.HEAD, Role.DEPUTY_HEAD, Role.CHAIR, Role.VICE_CHAIR)
_NOBODY = {"dsl": "your safeguarding lead", "head": "another senior leader"}
"""Who is meant where the directory names nobody who is there."""

IN_CHARGE = "could_be_someone_in_charge"


@dataclass(frozen=True, slots=True)
class Contacted:
    """Whom to find in person now: the lead, or who stands in; and the head, or who stands in. Never the same twice."""

    dsl: Person | None
    head: Person | None


def to_find(school: School, today: date, apart_from: Collection[PersonId] = ()) -> Contacted:
    """Find whoever is there today, formal cover included, and is none of these (the persons concerned, the sender)."""
    dsl = _present(school, today, _LEADS, apart_from)
    head = _present(school, today, _HEADS, (*apart_from, *([dsl.person_id] if dsl else [])))
    return Contacted(dsl, head)


def people_words(contacted: Contacted) -> dict[str, str]:
    """The placeholders for whom to find now: {dsl}, {head}, {someone}, and where they are.

    {dsl} is whoever stands in while the lead is away, because that is whom to look for.
    """
    dsl = contacted.dsl or contacted.head
    head = contacted.head if contacted.dsl else None
    return {**_found("dsl", dsl), **_found("head", head), **_found("someone", dsl), "dsl_until": ""}


def danger_words(panel: Panel, school: School, today: date, contacted: Contacted) -> str:
    """The words of a fixed text for today: those for when the safeguarding lead is away, if it has any and they are."""
    words = people_words(contacted)
    leads = school.holders(Role.DSL, today)
    absence = school.absence(leads[0], today) if leads else None
    if absence is None or not panel.away or contacted.dsl is None:
        return fill(panel.words, words)
    until = f" until {day_words(absence.until)}" if absence.until else ""
    return fill(panel.away, {**words, "dsl": school.people[leads[0]].name, "dsl_until": until})


def readers_words(readers: Sequence[PersonId], school: School) -> dict[str, str]:
    """The placeholders for who reads: {readers}, by first names where those differ, and {readers_or} in full."""
    people = [school.people[reader] for reader in readers if reader in school.people]
    full = [person.name for person in people]
    first = [person.first_name for person in people]
    return {
        "readers": in_a_row(first if len(set(first)) == len(first) else full, "and"),
        "readers_or": in_a_row(full, "or"),
    }


def sentence_case(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def without_doubts(spec: FormSpec, values: Mapping[str, object]) -> dict[str, object]:
    """The answers without any that says "it could be somebody in charge".

    That question names those who would read it otherwise; its own answer must not change whom it asks about.
    """
    plain = {name: value for name, value in values.items() if name != IN_CHARGE}
    for _, field in spec.fields():
        people = plain.get(field.name)
        if field.type is FieldType.PEOPLE and isinstance(people, list):
            plain[field.name] = [_without_doubt(person) for person in people]
    return plain


@dataclass(frozen=True, slots=True)
class Promise:
    """By when somebody decides: a day, and a London time of it ("15:12"), or "" for its end."""

    day: date
    time: str


def decide_by(at: datetime, settings: Settings, *, is_day_only: bool) -> Promise:
    """By when somebody decides about a report of this (aware) moment: what its reporter is told.

    It is the reader's clock (architecture.md, decision 1): from the end of the day for an anonymous report.
    """
    start = clock_start(Filing(filed_at=at, arrived_at=at, is_anonymous=is_day_only))
    due = deadline(start, (clock_rules(settings)["decision"],), load_calendar(settings.closure_days))
    return Promise(due.due_day, "" if is_day_only else time_words(due.due))


def day_words(day: date) -> str:
    """Say a day that is near as "Friday 13 March"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def in_a_row(names: Sequence[str], joint: str) -> str:
    """Write names as people say them: "Priya Nair, Helen Marsh or Martin Oyelaran"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


def _present(school: School, today: date, roles: Sequence[Role], apart_from: Collection[PersonId]) -> Person | None:
    for holder in school.holding(roles, today):
        absence = school.absence(holder, today)
        here = holder if absence is None else absence.cover
        if here is not None and here not in apart_from and school.absence(here, today) is None:
            return school.people.get(here)
    return None


def _found(role: str, person: Person | None) -> dict[str, str]:
    if person is None:
        return {role: _NOBODY.get(role, _NOBODY["dsl"]), f"{role}_in": "", f"{role}_at": ""}
    return reach(role, person)


def _without_doubt(person: object) -> object:
    return {name: said for name, said in person.items() if name != IN_CHARGE} if isinstance(person, dict) else person
