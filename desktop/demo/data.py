# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demonstration school as data: its people, and two years of what they wrote (resources/demo).

Everything is invented. Days count back from the moment at which the demonstration is made, so that it is never stale:
most in school days, so that nothing happens on a Sunday; those of the last days in days and minutes, so that a clock
that has 36 minutes left has them whenever somebody looks. Nothing is signed or sealed here.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import msgspec

import resources
from desktop.clocks import LONDON, WorkingCalendar, load_calendar, london_day
from desktop.people import (
    Absence,
    Appointment,
    ConflictPair,
    Contact,
    KeptYears,
    ListChange,
    Person,
    PersonId,
    Role,
    School,
    SchoolTerm,
    Settings,
    WorkerType,
)

_DAY = timedelta(days=1)
_SATURDAY = 5
_SEPTEMBER = 9
_YEARS_BACK, _YEARS_AHEAD = 3, 1
_PERSON_MARK = "@"  # begins an answer that names a person by key: "@tom-ashby"
_NAME_MARK = "#"  # begins an answer that names a filing, or an act, by key: "#tom-lift/action-1"


class DemoDay(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day told from another one. Exactly one count is given; `days` may be added to a first of September."""

    autumns_ago: int = 0
    days: int = 0
    school_days_ago: int = 0
    school_days_ahead: int = 0


class DemoMoment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A London time on a day before the demonstration is made, counted in school days or, for the last, in days."""

    time: time
    school_days_ago: int | None = None
    days_ago: int | None = None


class DemoPerson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody of the school, under the key by which the history names them."""

    key: str
    id: PersonId
    name: str
    known_as: str = ""
    job: str
    group: str = ""
    site: str = ""
    other_sites: tuple[str, ...] = ()
    contact_hours: float | None = None
    worker_type: WorkerType = WorkerType.EMPLOYEE
    employer: str = ""
    manager: str = ""
    room: str = ""
    phone: str = ""
    start: DemoDay
    end: DemoDay | None = None
    passphrase: str


class DemoContact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A contact outside the school, when it was checked, and by whom."""

    purpose: str
    name: str
    phone: str
    checked: DemoDay
    by: str
    hours: str = ""
    site: str = ""


class DemoAbsence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who will be away, and the key of who covers for them."""

    person: str
    since: DemoDay
    until: DemoDay
    cover: str


class DemoConflict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two people of whom the first may not read about the second; it counts both ways round."""

    reader: str
    about: str


class DemoProposal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An officer proposes that somebody comes into a role from a day on; nobody else has signed it yet."""

    by: str
    person: str
    role: Role
    since: DemoDay


class DemoDisposal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gift of the old log, by its reference there, that one person proposes to destroy and another signs away.

    Without a signer it waits for one. `early` and `reason` say why it is to go before its time.
    """

    old_gift: str
    proposer: str
    proposed_at: DemoMoment
    signer: str = ""
    signed_at: DemoMoment | None = None
    early: str = ""
    reason: str = ""


class DemoReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The report to governors that the head issued, for whom, and what they wrote in it."""

    by: str
    at: DemoMoment
    recipient: str
    actions: str
    commentary: str


class DemoHoliday(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days, as "12-20", between which (both included) the school is closed every year."""

    first: str
    last: str


class DemoAct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was added to a case: `kind` is the id of the act's form. Acts that others name have a key.

    `author` is a reviewer's key; empty for whoever reported it, who may have no more than a return phrase.
    """

    kind: str
    key: str = ""
    at: DemoMoment
    author: str = ""
    answers: Mapping[str, object]


class DemoFiling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that was sent, and what followed.

    `reporter` is the key of a listed person who was signed in; empty for a walk-up, whose name stands among the answers
    if they gave it. `photo` is the name of a picture that goes with it (desktop.demo.picture).
    """

    key: str
    form: str
    at: DemoMoment
    reporter: str = ""
    photo: str = ""
    answers: Mapping[str, object]
    acts: tuple[DemoAct, ...] = ()


class DemoCheck(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A daily check of everything outstanding: the key of who made it, and when."""

    by: str
    at: DemoMoment


class DemoSchool(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole demonstration. `made_at` is the London time of day for which the last days were written.

    `phrase_of` is the key of the filing whose return phrase is shown to whoever looks around.
    """

    name: str
    support_line: str
    places: tuple[str, ...]
    vocabularies: tuple[ListChange, ...]
    gift_limits: Mapping[str, int]
    kept_years: tuple[KeptYears, ...]
    holidays: tuple[DemoHoliday, ...]
    contacts: tuple[DemoContact, ...]
    roles: Mapping[Role, tuple[str, ...]]
    absences: tuple[DemoAbsence, ...]
    conflicts: tuple[DemoConflict, ...]
    proposals: tuple[DemoProposal, ...]
    disposals: tuple[DemoDisposal, ...]
    people: tuple[DemoPerson, ...]
    made_at: time
    phrase_of: str
    filings: tuple[DemoFiling, ...]
    checks: tuple[DemoCheck, ...] = ()
    reports: tuple[DemoReport, ...] = ()

    def person(self, key: str) -> DemoPerson:
        """Find somebody by key; KeyError when the file names nobody so."""
        for person in self.people:
            if person.key == key:
                return person
        raise KeyError(key)


class DemoTime:
    """Turns the days of the demonstration into real ones, counted from an aware moment at which it is made."""

    def __init__(self, demo: DemoSchool, made: datetime) -> None:
        """Take the data and the moment that stands for `made_at`."""
        self._demo = demo
        self._made = made
        self.today = london_day(made)
        self.calendar: WorkingCalendar = load_calendar(self._closures())

    def moment(self, at: DemoMoment) -> datetime:
        """The moment at which something was sent or written: aware, and never after the demonstration was made."""
        if at.days_ago is not None:
            earlier = datetime.combine(self.today, self._demo.made_at) - datetime.combine(self.today, at.time)
            return self._made - earlier - _DAY * at.days_ago
        day = self._working_day(self.today, -(at.school_days_ago or 0))
        return datetime.combine(day, at.time, LONDON)

    def day(self, day: DemoDay) -> date:
        """The date of a day that is counted from the day on which the demonstration is made."""
        if day.autumns_ago:
            this_year = date(self.today.year, _SEPTEMBER, 1)
            latest = this_year.year - (this_year > self.today)
            return date(latest - day.autumns_ago + 1, _SEPTEMBER, 1) + _DAY * day.days
        return self._working_day(self.today, day.school_days_ahead - day.school_days_ago)

    def answers(self, answers: Mapping[str, object], day: date, names: Mapping[str, str]) -> dict[str, object]:
        """Answers as the form takes them.

        Days counted from `day`, which is that of their own entry, become dates, and people named by key become ids.
        `names` says what a filing (its reference) or an act (its entry's id) is called in the school that is made.
        """
        return {name: self._answer(answer, day, names) for name, answer in answers.items()}

    def _answer(self, answer: object, day: date, names: Mapping[str, str]) -> object:
        match answer:
            case str():
                return self._named(answer, names)
            case {"days_after": int(count)}:
                return (day + _DAY * count).isoformat()
            case {"school_days_after": int(count)}:
                return self._working_day(day, count).isoformat()
            case dict():
                return {name: self._answer(part, day, names) for name, part in answer.items()}
            case list():
                return [self._answer(part, day, names) for part in answer]
            case _:
                return answer

    def _named(self, answer: str, names: Mapping[str, str]) -> str:
        if answer.startswith(_PERSON_MARK):
            return self._demo.person(answer.removeprefix(_PERSON_MARK)).id
        return names[answer.removeprefix(_NAME_MARK)] if answer.startswith(_NAME_MARK) else answer

    def school(self) -> School:
        """The directory as the rules see it on the day of making: unsigned, so in version 0."""
        demo = self._demo
        ids = {person.key: person.id for person in demo.people}
        return School(
            school_id="",
            name=demo.name,
            version=0,
            version_hash="",
            people={person.id: self._person(person, ids) for person in demo.people},
            appointments=tuple(
                Appointment(role=role, person_id=ids[key], order=order)
                for role, keys in demo.roles.items()
                for order, key in enumerate(keys)
            ),
            absences=tuple(
                Absence(
                    person_id=ids[away.person],
                    since=self.day(away.since),
                    until=self.day(away.until),
                    cover=ids[away.cover],
                )
                for away in demo.absences
            ),
            conflicts=tuple(ConflictPair(reader=ids[pair.reader], about=ids[pair.about]) for pair in demo.conflicts),
            settings=msgspec.structs.replace(
                Settings(
                    closure_days=tuple(sorted(self.calendar.closures)),
                    terms=self._terms(),
                    places=demo.places,
                    vocabularies=demo.vocabularies,
                    contacts=tuple(self._contact(each, ids) for each in demo.contacts),
                    support_line=demo.support_line,
                ),
                kept_years=demo.kept_years,
                **demo.gift_limits,
            ),
        )

    def _contact(self, contact: DemoContact, ids: Mapping[str, PersonId]) -> Contact:
        return Contact(
            purpose=contact.purpose,
            name=contact.name,
            phone=contact.phone,
            hours=contact.hours,
            site=contact.site,
            verified_on=self.day(contact.checked),
            verified_by=ids[contact.by],
        )

    def _person(self, person: DemoPerson, ids: Mapping[str, PersonId]) -> Person:
        return Person(
            person_id=person.id,
            name=person.name,
            known_as=person.known_as,
            job=person.job,
            group=person.group,
            site=person.site,
            other_sites=person.other_sites,
            contact_minutes=None if person.contact_hours is None else round(person.contact_hours * 60),
            worker_type=person.worker_type,
            employer=person.employer,
            manager=ids[person.manager] if person.manager else None,
            room=person.room,
            phone=person.phone,
            start=self.day(person.start),
            end=self.day(person.end) if person.end else None,
        )

    def _holidays(self) -> Iterator[tuple[date, date]]:
        """The school holidays, first and last day, for all years that the history and the near future can touch."""
        for year in range(self.today.year - _YEARS_BACK, self.today.year + _YEARS_AHEAD + 1):
            for holiday in self._demo.holidays:
                first, last = (date.fromisoformat(f"{year}-{day}") for day in (holiday.first, holiday.last))
                yield first, last.replace(year=year + 1) if last < first else last

    def _closures(self) -> Iterator[date]:
        """The weekdays of the school holidays."""
        for first, last in self._holidays():
            days = (first + _DAY * number for number in range((last - first).days + 1))
            yield from (day for day in days if day.weekday() < _SATURDAY)

    def _terms(self) -> tuple[SchoolTerm, ...]:
        """The half-terms that lie between the holidays."""
        return tuple(
            SchoolTerm(first=ended + _DAY, last=starts - _DAY)
            for (_, ended), (starts, _) in pairwise(sorted(self._holidays()))
        )

    def _working_day(self, day: date, count: int) -> date:
        """The school day that lies so many school days later (earlier for a negative count); 0 is the day itself."""
        step = _DAY if count > 0 else -_DAY
        while count:
            day += step
            if self.calendar.is_working(day):
                count += 1 if count < 0 else -1
        return day


def load_demo() -> DemoSchool:
    """Read the demonstration school and its history as they are shipped."""
    people = tomllib.loads(resources.text("demo/people.toml"))
    history = tomllib.loads(resources.text("demo/history.toml"))
    declared = tomllib.loads(resources.text("demo/declarations.toml"))
    clocks = tomllib.loads(resources.text("demo/clocks.toml"))
    others = [tomllib.loads(resources.text(f"demo/{name}.toml")) for name in ("patterns", "access", "references")]
    history["filings"] = [filing for each in (declared, clocks, *others, history) for filing in each["filings"]]
    history["checks"] = clocks["checks"]
    school = people.pop("school")
    return msgspec.convert(school | people | history, DemoSchool)
