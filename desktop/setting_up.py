# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school that is being set up: what has been answered so far, what is still missing, and who would read what.

Pure: the wizard draws it, and nothing of it is written anywhere before `desktop.founding.found_school` (a staff list
has no key yet that could protect it). Who would read what comes from the rules that route real reports.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

import msgspec

from desktop.directory import Plan, charter
from desktop.importing.staff import StaffListReport
from desktop.importing.staff_columns import staff_words
from desktop.people import Absence, Appointment, Person, PersonId, Role, School, Settings, WorkerType
from desktop.routing import RouteRequest, readers_in_full, route, shipped_table

READING_ROLES = (Role.DSL, Role.DEPUTY_DSL, Role.HEAD, Role.DEPUTY_HEAD, Role.CHAIR, Role.VICE_CHAIR)
"""The roles that the wizard asks about, in the order of its cards."""
NEEDED_ROLES = (Role.DSL, Role.HEAD, Role.CHAIR)

_KIND = "concern.safeguarding"
_NOBODY_YET = PersonId("f" * 32)
_SPARE_ROLES = (Role.VICE_CHAIR, Role.DEPUTY_HEAD, Role.DEPUTY_DSL)


class Step(Enum):
    """The steps of the wizard, in order (ux.md A1)."""

    SCHOOL = 1
    PEOPLE = 2
    READERS = 3
    POLICIES = 4
    FOLDER = 5
    KEYS = 6


class Missing(StrEnum):
    """What keeps a step from being finished."""

    NAME = "name"
    PEOPLE = "people"
    DSL = "dsl"
    HEAD = "head"
    CHAIR = "chair"
    SECOND_OFFICER = "second_officer"
    FOLDER = "folder"
    OFFICERS_KEYS = "officers_keys"
    READERS_KEYS = "readers_keys"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What has been answered. `exchange` is "" for a folder beside this computer's own; None until that was chosen."""

    name: str = ""
    people: tuple[Person, ...] = ()
    holders: Mapping[Role, tuple[PersonId, ...]] = {}
    settings: Settings = Settings()
    exchange: str | None = None

    @property
    def by_id(self) -> Mapping[PersonId, Person]:
        """Everyone, by id."""
        return {person.person_id: person for person in self.people}

    def roles_of(self, person: PersonId) -> tuple[Role, ...]:
        """The roles that somebody is to hold, in the order of the cards."""
        return tuple(role for role in READING_ROLES if person in self.holders.get(role, ()))

    @property
    def office_holders(self) -> tuple[PersonId, ...]:
        """Everyone who is to hold a role, in the order of the cards, each once."""
        held = (person for role in READING_ROLES for person in self.holders.get(role, ()))
        return tuple(dict.fromkeys(held))


def with_people(draft: Draft, report: StaffListReport) -> Draft:
    """Take over everybody of a staff list that was read, and the roles that it names where nobody holds them yet."""
    people = {**draft.by_id, **{person.person_id: person for person in report.people}}
    named = [(role, row.person.person_id) for row in report.rows if row.person for role in row.roles]
    proposed = {role: tuple(person for each, person in named if each is role) for role in READING_ROLES}
    holders = {role: draft.holders.get(role) or proposed[role] for role in READING_ROLES}
    return msgspec.structs.replace(draft, people=tuple(people.values()), holders=holders)


def with_holder(draft: Draft, role: Role, people: tuple[PersonId, ...]) -> Draft:
    """Give a role to these people, in their order, instead of whoever held it."""
    return msgspec.structs.replace(draft, holders={**draft.holders, role: people})


def without_person(draft: Draft, person: PersonId) -> Draft:
    """Take somebody off the list, out of every role and as anybody's manager."""
    holders = {role: tuple(held for held in people if held != person) for role, people in draft.holders.items()}
    kept = (each for each in draft.people if each.person_id != person)
    people = tuple(msgspec.structs.replace(e, manager=None) if e.manager == person else e for e in kept)
    return msgspec.structs.replace(draft, people=people, holders=holders)


def missing(draft: Draft, step: Step, today: date, ready: Collection[PersonId] = ()) -> tuple[Missing, ...]:
    """Name what is still missing in a step. `ready` are those who have chosen a passphrase at this computer."""
    found: dict[Missing, bool] = {}
    match step:
        case Step.SCHOOL:
            found = {Missing.NAME: not draft.name.strip()}
        case Step.PEOPLE:
            found = {Missing.PEOPLE: not draft.people}
        case Step.READERS:
            found = {Missing(role.value): not draft.holders.get(role) for role in NEEDED_ROLES}
            found[Missing.SECOND_OFFICER] = len(_officers(draft)) < charter().quorum
        case Step.POLICIES:
            pass
        case Step.FOLDER:
            found = {Missing.FOLDER: draft.exchange is None}
        case Step.KEYS:
            lines = lines_of(draft, today)
            found = {
                Missing.OFFICERS_KEYS: len(_officers(draft).intersection(ready)) < charter().quorum,
                Missing.READERS_KEYS: any(line.is_locked_out(ready) for line in lines),
            }
    return tuple(each for each, is_so in found.items() if is_so)


def plan_of(draft: Draft) -> Plan:
    """The plan that a school is founded with."""
    appointments = tuple(
        Appointment(role=role, person_id=person, order=order)
        for role in READING_ROLES
        for order, person in enumerate(draft.holders.get(role, ()))
    )
    return Plan(name=draft.name.strip(), people=draft.people, appointments=appointments, settings=draft.settings)


# Who sees what


class About(StrEnum):
    """Whom a report may be about, as picture 10 has them."""

    WORKER = "worker"
    DSL = "dsl"
    HEAD = "head"
    GOVERNOR = "governor"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class RouteLine:
    """Who could open a report about somebody, by the rules; and who of them is the only one, with nobody behind them.

    `alone` is that one, where nobody in the school could open it while they are away.
    """

    about: About
    readers: tuple[PersonId, ...]
    alone: PersonId | None = None

    def is_locked_out(self, ready: Collection[PersonId]) -> bool:
        """Say whether none of the readers has a key yet, so that nothing can be locked to anybody."""
        return not set(ready).intersection(self.readers)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who could be given which role, so that a report has somebody while its only reader is away."""

    person: PersonId
    role: Role


def lines_of(draft: Draft, today: date) -> tuple[RouteLine, ...]:
    """Work out who would open what. Whom a report is about is a person with that office, or a made-up one without."""
    school = _school(draft)
    return tuple(_line(school, about, today) for about in About)


def reads_about_themselves(draft: Draft, today: date) -> tuple[PersonId, ...]:
    """Everybody who could open a safeguarding report about themselves: by the rules, never anybody."""
    school = _school(draft)
    kinds = [kind for kind in shipped_table().rows if kind.startswith("concern.")]
    return tuple(
        person
        for person in draft.office_holders
        if any(person in _readers(school, person, today, kind) for kind in kinds)
    )


def suggest(draft: Draft, line: RouteLine, today: date) -> Suggestion | None:
    """Somebody whose job says that they could stand in for the only reader of a line, if there is anybody."""
    free = [person for person in draft.people if not draft.roles_of(person.person_id)]
    words = staff_words()
    for role in _SPARE_ROLES:
        for person in free:
            if words.role(person.job) is role:
                tried = _line(_school(with_holder(draft, role, (person.person_id,))), line.about, today)
                if tried.alone is None:
                    return Suggestion(person.person_id, role)
    return None


def _line(school: School, about: About, today: date) -> RouteLine:
    concerned = _concerned(school, about, today)
    if concerned is None:
        return RouteLine(about, ())
    readers = _readers(school, concerned, today)
    return RouteLine(about, readers, _alone(school, concerned, readers, today))


def _concerned(school: School, about: About, today: date) -> PersonId | None:
    """Whom a report of this line is about; None while nobody holds that office."""
    if about in {About.WORKER, About.GOVERNOR}:
        return _made_up(about)
    return next(iter(school.holders(Role(about.value), today)), None)


def _alone(school: School, concerned: PersonId, readers: tuple[PersonId, ...], today: date) -> PersonId | None:
    if len(readers) != 1:
        return None
    away = msgspec.structs.replace(school, absences=(Absence(person_id=readers[0]),))
    return None if _readers(away, concerned, today) else readers[0]


def _readers(school: School, concerned: PersonId, today: date, kind: str = _KIND) -> tuple[PersonId, ...]:
    request = RouteRequest(kind=kind, concerned=(concerned,))
    return () if route(request, school, today).outside else readers_in_full(request, school, today)


def _school(draft: Draft) -> School:
    """The school as its directory would be, with a worker and a governor whom nobody knows."""
    plan = plan_of(draft)
    unknown = (
        Person(person_id=_made_up(About.WORKER), name=""),
        Person(person_id=_made_up(About.GOVERNOR), name="", worker_type=WorkerType.GOVERNOR),
    )
    return School(
        school_id="",
        name=plan.name,
        version=1,
        version_hash="",
        people={person.person_id: person for person in (*plan.people, *unknown)},
        appointments=plan.appointments,
        settings=plan.settings,
    )


def _made_up(about: About) -> PersonId:
    return PersonId(f"{_NOBODY_YET}-{about.value}")


def _officers(draft: Draft) -> frozenset[PersonId]:
    roles = (Role(role) for role in charter().officers)
    return frozenset(person for role in roles for person in draft.holders.get(role, ()))
