# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who works in the school, in which roles, who is away, and which reader is not for which person.

Plain values, read from the signed directory and never changed. Questions about a day take that day as an argument.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, NewType

import msgspec

PersonId = NewType("PersonId", str)
"""32 lower-case hexadecimal characters: 16 random bytes, made when the person is first listed."""


class WorkerType(StrEnum):
    """Everyone whom a code of conduct covers (requirements.md §7 'Worker'; KCSIE Part Four on who is in scope)."""

    EMPLOYEE = "employee"
    RELIEF = "relief"
    SUPPLY = "supply"
    CONTRACTOR = "contractor"
    VOLUNTEER = "volunteer"
    GOVERNOR = "governor"
    HIRER = "hirer"
    APPLICANT = "applicant"


class Role(StrEnum):
    """The roles to which a route can lead (requirements.md §9 and §10)."""

    DSL = "dsl"
    DEPUTY_DSL = "deputy_dsl"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    GOVERNOR = "governor"
    CLERK = "clerk"
    BUSINESS_MANAGER = "business_manager"
    DPO = "dpo"
    GROUP_LEAD = "group_lead"
    IT_LEAD = "it_lead"
    AUDITOR = "auditor"


SENIOR = frozenset({Role.HEAD, Role.DEPUTY_HEAD, Role.CHAIR, Role.VICE_CHAIR, Role.GROUP_LEAD})
"""The highest offices: whoever holds one can decide where nobody is there to do so."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One person whom the school lists. `group` is a class or team; `room` and `phone` are shown to staff."""

    person_id: PersonId
    name: str
    known_as: str = ""
    aliases: tuple[str, ...] = ()
    job: str = ""
    group: str = ""
    worker_type: WorkerType = WorkerType.EMPLOYEE
    employer: str = ""
    site: str = ""
    other_sites: tuple[str, ...] = ()
    """Where else they work, of a peripatetic teacher or coach."""
    manager: PersonId | None = None
    room: str = ""
    phone: str = ""
    contact_minutes: int | None = None
    """Minutes a week with children; None: not told. What is usual about a post is counted against it."""
    start: date | None = None
    end: date | None = None

    @property
    def contact_hours(self) -> float | None:
        """Hours a week with children."""
        return None if self.contact_minutes is None else self.contact_minutes / 60

    @property
    def first_name(self) -> str:
        """The name by which a page calls them the second time."""
        return self.known_as or self.name.split(" ", 1)[0]

    def has_left(self, on: date) -> bool:
        """Say whether their last day lies before this one."""
        return self.end is not None and self.end < on


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """A person holds a role from one day to another (both included). `order` ranks deputies, lowest first."""

    role: Role
    person_id: PersonId
    order: int = 0
    since: date | None = None
    until: date | None = None


class Absence(msgspec.Struct, frozen=True, kw_only=True):
    """A person is away, both days included. `cover` is who formally covers for them, in all their roles."""

    person_id: PersonId
    since: date | None = None
    until: date | None = None
    cover: PersonId | None = None


class ConflictPair(msgspec.Struct, frozen=True, kw_only=True):
    """A reader who is not for this person, or for anybody of this employer. Never why (requirements.md §10 rule 3)."""

    reader: PersonId
    about: PersonId | None = None
    about_employer: str = ""
    until: date | None = None


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody outside whom anyone may turn to: the LADO, social care, a helpline.

    `site` is one of a school's several sites, "" for all. `verified_by` says who made sure of it on `verified_on`.
    """

    purpose: str
    name: str
    phone: str = ""
    link: str = ""
    hours: str = ""
    site: str = ""
    verified_on: date | None = None
    verified_by: PersonId | None = None


class SchoolTerm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A term of the school year, from its first day to its last, both included."""

    first: date
    last: date


class OwnTerm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A word that a school added to a list. The program makes `value`; nothing of it ever changes, nor goes away.

    `instead_of` is the word that it puts otherwise: it stands in that one's place and rests on the same clause.
    """

    value: str
    label: str
    instead_of: str = ""


class ListChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a school changed of one vocabulary: the values no longer offered, shipped or its own, and its own words."""

    vocabulary: str
    retired: tuple[str, ...] = ()
    own: tuple[OwnTerm, ...] = ()


class ClauseLink(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a school's own policies say what Candour cites (requirements.md F19).

    `cites` is the label of a clause of the model code ("5.5.4"), or a word of a list ("categories/own_1"). `policy` and
    `clause` are the ids of what it means here, `label` what that was called when two officers signed it; without them
    the school says that it is its own and rests on no clause.
    """

    cites: Annotated[str, msgspec.Meta(max_length=80)]
    policy: Annotated[str, msgspec.Meta(max_length=64)] = ""
    clause: Annotated[str, msgspec.Meta(max_length=64)] = ""
    label: Annotated[str, msgspec.Meta(max_length=200)] = ""


class PatternNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A school's own two numbers for one kind of pattern: the longest stretch of matters, and the fewest of them."""

    kind: str
    longest_days: Annotated[int, msgspec.Meta(ge=14, le=1100)]
    minimum: Annotated[int, msgspec.Meta(ge=2, le=20)]


class KeptYears(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For how many years a school keeps a class of records (resources/retention/rules.toml)."""

    record_class: str
    years: Annotated[int, msgspec.Meta(ge=0, le=100)]


class PolicyLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A policy that holds at the school: the fingerprints of its versions, oldest first; the last is the one in force.

    `review_due` is a day or a month (YYYY-MM). `confirm_by` is the day by which everybody whom it binds is asked to
    confirm that they have read it; None where nobody is asked.
    """

    policy_id: str
    title: str
    versions: tuple[str, ...]
    review_due: str = ""
    confirm_by: date | None = None


class ReadingLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Guidance that people at the school are asked to have read, of which Candour has no text.

    `edition` is its name as it is printed; `where` says where it is found. `item_id` is one of
    resources/statutory/readings.toml, which says who reads which part; of any other everybody reads all.
    """

    item_id: Annotated[str, msgspec.Meta(pattern="^guidance:[a-z][a-z0-9-]{0,39}$")]
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    edition: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    confirm_by: date
    where: Annotated[str, msgspec.Meta(max_length=300)] = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a school may set. Every clock names its unit; sources stand in requirements.md §11.7.

    Limits for gifts (§11.4) are whole pence. Nothing set (0) asks for a decision on every gift: a gift is only noted
    below `head_permission_from`, one from a whole class or group below `collection_permission_from`. From
    `board_permission_from` on, when that is set, the governing board has to have said yes too; `yearly_total_per_giver`
    is what one giver may give in a school year before each further gift of theirs has to be decided.
    Without `readers_named` the forms call readers by their roles.
    `phase` and `year_starts` (a month) are values of resources/setup/school.toml; `code_name` and `code_sha256` are the
    file of the code of conduct and its fingerprint, so that everybody can tell which edition holds. `policies` are
    those whose text is in Candour (desktop/policies), `readings` the guidance that people are asked to have read,
    `questions` the fingerprints of questions that are published with their answers, `clause_links` which clauses of the
    policies the forms and lists cite.
    `vocabularies` is what the school changed of the lists to choose from (desktop/forms/lists.py). `pattern_dial` is a
    value of resources/patterns/kinds.toml; with `patterns_on` off nobody is shown a pattern. `kept_years` are the years
    that the school set for classes of records where guidance leaves them to it.
    """

    decision_hours: int = 24
    lado_working_days: int = 1
    lado_hours: int | None = None
    closure_days: tuple[date, ...] = ()
    terms: tuple[SchoolTerm, ...] = ()
    deputies_read_staff_matters: bool = False
    dsl_may_decide_low_level: bool = False
    readers_named: bool = True
    head_is_proprietor: bool = False
    declare_from: int = 0
    head_permission_from: int = 0
    collection_permission_from: int = 0
    board_permission_from: int = 0
    yearly_total_per_giver: int = 0
    cash_allowed: bool = False
    ended_tie_months: int = 24
    places: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    support_line: str = ""
    phase: str = ""
    year_starts: str = ""
    code_name: str = ""
    code_sha256: str = ""
    policies: tuple[PolicyLine, ...] = ()
    questions: tuple[str, ...] = ()
    readings: tuple[ReadingLine, ...] = ()
    clause_links: tuple[ClauseLink, ...] = ()
    vocabularies: tuple[ListChange, ...] = ()
    patterns_on: bool = True
    pattern_dial: Literal["quiet", "standard", "sensitive"] = "standard"
    pattern_numbers: tuple[PatternNumbers, ...] = ()
    report_threshold: Annotated[int, msgspec.Meta(ge=5, le=50)] = 5
    kept_years: tuple[KeptYears, ...] = ()


class School(msgspec.Struct, frozen=True, kw_only=True):
    """The signed directory as the rules see it: state number `version`, whose hash begins with `version_hash`."""

    school_id: str
    name: str
    version: int
    version_hash: str
    people: Mapping[PersonId, Person] = {}
    appointments: tuple[Appointment, ...] = ()
    absences: tuple[Absence, ...] = ()
    conflicts: tuple[ConflictPair, ...] = ()
    settings: Settings = Settings()

    def holders(self, role: Role, on: date) -> tuple[PersonId, ...]:
        """Everyone appointed to this role on this day, first deputy first, whether away or not."""
        held = [a for a in self.appointments if a.role is role and _covers(a.since, a.until, on)]
        return tuple(a.person_id for a in sorted(held, key=lambda a: (a.order, a.person_id)))

    def holding(self, roles: Iterable[Role], on: date) -> tuple[PersonId, ...]:
        """Everyone appointed to one of these roles on this day, each once, in the order of the roles."""
        return tuple(dict.fromkeys(person for role in roles for person in self.holders(role, on)))

    def roles_of(self, person_id: PersonId, on: date) -> frozenset[Role]:
        """The roles to which this person is appointed on this day."""
        held = (a for a in self.appointments if a.person_id == person_id)
        return frozenset(a.role for a in held if _covers(a.since, a.until, on))

    def has_left(self, person_id: PersonId, on: date) -> bool:
        """Say whether somebody's last day lies before this one."""
        person = self.people.get(person_id)
        return person is not None and person.has_left(on)

    def has_office(self, person_id: PersonId) -> bool:
        """Say whether a route could lead to them on any day: a role, cover for somebody, or people whom they manage."""
        named = {appointment.person_id for appointment in self.appointments}
        named |= {absence.cover for absence in self.absences if absence.cover}
        return person_id in named | {person.manager for person in self.people.values()}

    def absence(self, person_id: PersonId, on: date) -> Absence | None:
        """The absence that this day falls in, if the person is away."""
        away = (a for a in self.absences if a.person_id == person_id)
        return next((a for a in away if _covers(a.since, a.until, on)), None)

    def is_conflicted(self, reader: PersonId, about: PersonId, on: date) -> bool:
        """Say whether the directory keeps this reader away from this person.

        A tie of two people counts both ways round. One to an employer keeps its reader from those whom that employs,
        and nobody from the reader.
        """
        pairs = [pair for pair in self.conflicts if _covers(None, pair.until, on)]
        return any(
            {pair.reader, pair.about} == {reader, about} or (pair.reader == reader and self._employs(pair, about))
            for pair in pairs
        )

    def _employs(self, pair: ConflictPair, person: PersonId) -> bool:
        return bool(pair.about_employer) and pair.about_employer.casefold() == self._employer(person)

    def _employer(self, person_id: PersonId) -> str:
        person = self.people.get(person_id)
        return person.employer.casefold() if person else ""


def _covers(since: date | None, until: date | None, on: date) -> bool:
    return (since is None or since <= on) and (until is None or on <= until)
