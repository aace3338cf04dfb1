# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes the demonstration school: real vaults, real seals, a real exchange, and two years of entries.

They are replayed through the services that people use, each at the time and by the person of the data (resources/demo).

Nothing about it is secret: its passphrases stand in a file beside it and on its sign-in page. Its vaults are made with
the least cost that Candour accepts, so that it is ready in seconds.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

import msgspec
from typing_extensions import override

from desktop.attaching.adding import read_attached
from desktop.cases.acting import LETTER, act, earlier_rows, open_case
from desktop.cases.meaning import shipped_meaning
from desktop.changing.change import appointed
from desktop.changing.deputies import last_place
from desktop.changing.making import make_change
from desktop.clocks import Clock, london_day
from desktop.demo.card import CARD, EXCHANGE, DemoCard, DemoCardPerson, demo_card
from desktop.demo.data import DemoAct, DemoDisposal, DemoFiling, DemoPerson, DemoReport, DemoSchool, DemoTime, load_demo
from desktop.demo.disposal import propose_old_gift, sign_old_gift
from desktop.demo.letter import issue_letter
from desktop.demo.log import import_old_logs
from desktop.demo.picture import corridor_picture
from desktop.demo.policies import asked_to_confirm, confirm_code, confirm_guidance, first_policies, next_code
from desktop.demo.questions import publish_questions
from desktop.demo.report import issue_report
from desktop.demo.staff import staff_events
from desktop.directory import Plan, charter
from desktop.faults import DeskFault
from desktop.founding import Founded, admit, found_school, publish
from desktop.machine import Machine
from desktop.opening import open_session
from desktop.overseeing.visits import note_visit
from desktop.people import Role
from desktop.returning import add_more, come_back
from desktop.services import Candour
from desktop.session import Session
from storage.charter import AbsenceData, ConflictData
from storage.errors import KnownError
from storage.exchange import Area, Exchange, envelope_name, file_name
from storage.files import disk_faults, write_whole
from storage.home import Home
from storage.keys import SigningSecret
from storage.memory_exchange import MemoryExchange
from storage.slots import FLOOR
from storage.spool import Offered, Spool
from storage.vault import create_vault, open_vault


def make_demo(home: Path, clock: Clock) -> DemoCard:
    """Make the demonstration school in a folder, unless it is there already.

    It is made aside and moved into place, so that one that was stopped halfway is not in the way of the next. Raises
    KnownError(SCHOOL_THERE_ALREADY) when another school is there, and KnownError(FILE_UNREADABLE, DISK_*).
    """
    there = demo_card(home)
    if there is not None:
        return there
    if Home(home).has_school():
        raise KnownError(DeskFault.SCHOOL_THERE_ALREADY)
    making = home / f".{secrets.token_hex(8)}.new"
    try:
        card = _make(making, clock)
        _move(making, home)
        write_whole(home / CARD, msgspec.json.encode(card))
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return card


def _make(home: Path, clock: Clock) -> DemoCard:
    data, hands, exchange = load_demo(), _Hands(clock.now()), MemoryExchange()
    time = DemoTime(data, hands.at)
    machine = Machine(Home(home), hands, lambda _folder: exchange, _NoSpool(home, exchange))
    candour = Candour(machine, shipped_meaning())
    founded = _found(candour, data, time, home / EXCHANGE)
    replay = _Replay(candour, data, time, hands)
    replay.run()
    exchange.write_out(home / EXCHANGE)
    return _card(candour, data, founded, replay.phrases[data.phrase_of])


def _move(making: Path, home: Path) -> None:
    """Put everything where it belongs, and last what says that a school is here."""
    place = msgspec.structs.replace(Home(making).place(), exchange=str(home / EXCHANGE))
    with disk_faults():
        for folder in ("directory", "documents", "vaults", EXCHANGE):
            (making / folder).rename(home / folder)
    Home(home).settle(place)


def _found(candour: Candour, data: DemoSchool, time: DemoTime, exchange: Path) -> Founded:
    """Found the school, then sign what comes after: who is away, and who is not for whom."""
    school = time.school()
    plan = Plan(
        name=data.name,
        people=tuple(school.people.values()),
        appointments=school.appointments,
        settings=school.settings,
    )
    guarded = {person for role in charter().guarded for person in data.roles.get(Role(role), ())}
    founders = {person.id: person.passphrase for person in data.people if person.key in guarded}
    founded = found_school(candour, plan, founders, exchange, FLOOR)
    signers = [_signing(candour, data, role) for role in (Role.HEAD, Role.CHAIR)]
    for person in data.people:
        if person.key not in guarded:
            _admit(candour, person, signers)
    for pair in school.conflicts:
        publish(candour.machine, "conflict", ConflictData(reader=pair.reader, about=pair.about), signers)
    for away in school.absences:
        since, until = (day.isoformat() if day else None for day in (away.since, away.until))
        data_of = AbsenceData(person=away.person_id, since=since, until=until, cover=away.cover)
        publish(candour.machine, "absence", data_of, signers)
    first_policies(candour.machine, signers)
    return founded


def _admit(candour: Candour, person: DemoPerson, signers: Sequence[SigningSecret]) -> None:
    folder = candour.machine.home.vault(person.id)
    vault = create_vault(folder, person=person.id, passphrase=person.passphrase.encode(), cost=FLOOR)
    try:
        admit(candour.machine, vault, signers)
    finally:
        vault.close()


def _signing(candour: Candour, data: DemoSchool, role: Role) -> SigningSecret:
    person = data.person(data.roles[role][0])
    vault = open_vault(candour.machine.home.vault(person.id), person.passphrase.encode())
    try:
        return vault.keys.signing
    finally:
        vault.close()


def _card(candour: Candour, data: DemoSchool, founded: Founded, phrase: str) -> DemoCard:
    school, today = candour.school, candour.machine.today()
    return DemoCard(
        school=data.name,
        fingerprint=founded.fingerprint,
        enrolment_code=founded.enrolment_code,
        return_phrase=phrase,
        people=tuple(
            DemoCardPerson(
                id=person.id,
                name=person.name,
                job=person.job,
                roles=tuple(sorted(school.roles_of(person.id, today))),
                passphrase=person.passphrase,
            )
            for person in data.people
        ),
    )


@dataclass(slots=True)
class _Hands:
    """A clock whose hands the replay moves."""

    at: datetime

    def now(self) -> datetime:
        """Say what time it is made to be."""
        return self.at


_IMPORTS = "priya-nair"
"""Who brought the old log with them."""


class _NoSpool(Spool):
    """The replay's exchange loses nothing, so what is to be kept goes there at once."""

    def __init__(self, folder: Path, exchange: Exchange) -> None:
        """Take the exchange, and a folder in which nothing is written."""
        super().__init__(folder)
        self._exchange = exchange

    @override
    def keep(
        self,
        envelope: bytes,
        tokens: Sequence[str],
        day: date,
        *,
        is_in_vault: bool = False,
        is_file: bool = False,
        part_of: str | None = None,
    ) -> str:
        name = file_name(envelope) if is_file else envelope_name(envelope)
        self._exchange.put(Area.ENVELOPES, name, envelope)
        return name

    @override
    def deliver(self, names: Sequence[str], exchange: Exchange) -> bool:
        return True

    @override
    def offer(self, exchange: Exchange, today: date) -> Offered:
        return Offered((), (), ())


class _Replay:
    """Two years, entry by entry."""

    def __init__(self, candour: Candour, data: DemoSchool, time: DemoTime, hands: _Hands) -> None:
        """Take the school that was founded, what happened in it, and its clock."""
        self._candour = candour
        self._data = data
        self._time = time
        self._hands = hands
        self._sessions: dict[str, Session] = {}
        self._cases: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self.phrases: dict[str, str] = {}

    def run(self) -> None:
        """Replay everything in the order of time, and let those who took part take in what came last."""
        made = self._hands.at
        try:
            events = sorted(self._events(), key=lambda event: event[0])
            self._hands.at = events[0][0]
            import_old_logs(self._session(_IMPORTS), self._time)
            for at, happen in events:
                self._hands.at = at
                happen()
            self._hands.at = made
            self._renew_the_code()
            self._propose()
            for session in self._sessions.values():
                if session.is_reviewer:
                    session.sync()
        finally:
            for session in self._sessions.values():
                session.close()

    def _renew_the_code(self) -> None:
        """Ask everybody to confirm the new code of conduct; all but the last on the list have."""
        officers = [self._session(self._data.roles[role][0]) for role in (Role.HEAD, Role.CHAIR)]
        signers = [session.vault.keys.signing for session in officers]
        next_code(self._candour.machine, signers)
        publish_questions(self._candour.machine, signers)
        asked = asked_to_confirm(self._candour.machine)
        people = [person for person in self._data.people if person.id in asked]
        confirm_code(self._session(person.key) for person in people[:-1])
        confirm_guidance(self._session(person.key) for person in people[:-6])

    def _propose(self) -> None:
        """Leave what waits for a second signature."""
        for each in self._data.proposals:
            session, person = self._session(each.by), self._data.person(each.person).id
            session.sync()
            place = last_place(session.machine.school, each.role, person)
            make_change(session, [appointed(each.role, person, self._time.day(each.since), None, place)])

    def _events(self) -> Iterator[tuple[datetime, Callable[[], None]]]:
        moment = self._time.moment
        for filing in self._data.filings:
            yield moment(filing.at), partial(self._file, filing)
            for entry in filing.acts:
                do = self._act if entry.author else self._say_more
                yield moment(entry.at), partial(do, filing, entry)
        for each in self._data.disposals:
            yield moment(each.proposed_at), partial(self._dispose, propose_old_gift, each.proposer, each)
            if each.signed_at is not None:
                yield moment(each.signed_at), partial(self._dispose, sign_old_gift, each.signer, each)

        for report in self._data.reports:
            yield moment(report.at), partial(self._report, report)
        yield from staff_events(self._session, self._data, self._time)

    def _report(self, report: DemoReport) -> None:
        """The head issues a report, and the chair comes to look at it: their last visit before the demonstration."""
        issue_report(self._session(report.by), report)
        chair = self._session(self._data.roles[Role.CHAIR][0])
        chair.sync()
        note_visit(chair)

    def _dispose(self, act: Callable[[Session, DemoDisposal], None], by: str, said: DemoDisposal) -> None:
        act(self._session(by), said)

    def _file(self, filing: DemoFiling) -> None:
        values = self._answers(filing.answers)
        files = [read_attached(filing.photo, corridor_picture())] if filing.photo else []
        if filing.reporter:
            filed = self._session(filing.reporter).file(filing.form, values, files)
        else:
            filed = self._candour.file_walk_up(filing.form, values, files)
        self._cases[filing.key] = filed.case_id
        self._names[filing.key] = filed.reference
        if filed.phrase is not None:
            self.phrases[filing.key] = filed.phrase

    def _answers(self, said: Mapping[str, object]) -> dict[str, object]:
        return self._time.answers(said, london_day(self._hands.at), self._names)

    def _act(self, filing: DemoFiling, entry: DemoAct) -> None:
        session, case_id = self._session(entry.author), self._cases[filing.key]
        session.sync()
        for each in (*(row.case_id for row in earlier_rows(session, session.case(case_id))), case_id):
            if session.row(each).is_unread:
                open_case(session, each)
        values = self._answers(entry.answers)
        if entry.kind == LETTER:
            eid = issue_letter(session, case_id, values)
        else:
            eid = act(session, case_id, entry.kind, values).entry.eid
        if entry.key:
            self._names[entry.key] = eid

    def _say_more(self, filing: DemoFiling, entry: DemoAct) -> None:
        """A walk-up comes back with their phrase."""
        machine, meaning = self._candour.machine, self._candour.meaning
        values = self._answers(entry.answers)
        add_more(machine, meaning, come_back(machine, self.phrases[filing.key]), values)

    def _session(self, key: str) -> Session:
        if key not in self._sessions:
            person = self._data.person(key)
            machine = self._candour.machine
            vault = open_vault(machine.home.vault(person.id), person.passphrase.encode())
            # A demonstration that a power cut interrupts is made again: nothing here needs to reach the disk at once.
            vault.database.execute("PRAGMA synchronous = OFF")
            self._sessions[key] = open_session(machine, vault, self._candour.meaning)
        return self._sessions[key]
