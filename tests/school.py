# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small real school for tests: founded once, with real vaults, seals and a folder exchange; every test gets a copy.

Its vaults are stretched at the floor of Argon2, so that it is ready in a few seconds. Its time is its own: it was
founded on Monday 2 March 2026, and it is Thursday 12 March 2026, 15:12 in London, until a test moves the hands.
"""

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import msgspec
import pytest
from nacl.pwhash import argon2id

from desktop.clocks import Clock
from desktop.directory import Plan
from desktop.founding import admit, found_school
from desktop.people import Appointment, Contact, Person, PersonId, Role, Settings, WorkerType
from desktop.services import Candour, open_candour
from desktop.session import Session
from storage.home import Home
from storage.keys import SigningSecret
from storage.slots import FLOOR
from storage.vault import create_vault, open_vault

NAME = "Hollowbrook Primary School"
FOUNDED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 3, 12, 15, 12, tzinfo=UTC)


stretched = cache(argon2id.kdf)
"""What the stretching gives, worked out once in each process: the windows' tests unlock the same vaults all day."""


@pytest.fixture
def stretched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch each passphrase once. Not for tests of the stretching itself, which are in tests/storage."""
    monkeypatch.setattr(argon2id, "kdf", stretched)


@dataclass(slots=True)
class Hands:
    """A clock whose hands a test moves."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        """Move on by so many hours, minutes, days…"""
        self.at += timedelta(**by)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the small school. Whoever has no passphrase has no vault."""

    person_id: PersonId
    name: str
    job: str
    roles: tuple[Role, ...] = ()
    passphrase: str = ""
    room: str = ""
    phone: str = ""
    worker_type: WorkerType = WorkerType.EMPLOYEE


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallSchool:
    """A school in a folder, and who is who in it. `open()` gives its Candour, `sign_in()` somebody's session."""

    home: Path
    fingerprint: str
    enrolment_code: str
    paper_key: str = field(repr=False)
    head: Member
    dsl: Member
    deputy: Member
    chair: Member
    vice_chair: Member
    ta: Member
    teacher: Member
    supply: Member

    @property
    def exchange(self) -> Path:
        """The shared folder."""
        return self.home / "exchange"

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody."""
        people = (self.head, self.dsl, self.deputy, self.chair, self.vice_chair, self.ta, self.teacher)
        return (*people, self.supply)

    def open(self, clock: Clock | None = None) -> Candour:
        """Open this school on its one machine."""
        return open_candour(self.home, clock or Hands())

    def sign_in(self, candour: Candour, member: Member) -> Session:
        """Open somebody's vault; whoever asks closes it."""
        return candour.sign_in(member.person_id, member.passphrase)

    def copied_to(self, home: Path) -> "SmallSchool":
        """Copy the whole school, exchange and all, into a folder that is not there yet."""
        shutil.copytree(self.home, home)
        place = Home(home).place()
        Home(home).settle(msgspec.structs.replace(place, exchange=str(home / "exchange")))
        return replace(self, home=home)


_SUPPLY = WorkerType.SUPPLY
_GOVERNOR = WorkerType.GOVERNOR
MEMBERS = {
    "head": Member(
        PersonId("01" * 16),
        "Helen Marsh",
        "Headteacher",
        (Role.HEAD,),
        "antelope taco cartwheel spinach",
        "head’s office",
        "201",
    ),
    "dsl": Member(
        PersonId("02" * 16),
        "Priya Nair",
        "Deputy headteacher and designated safeguarding lead",
        (Role.DSL, Role.DEPUTY_HEAD),
        "wreath tutor buckle mosaic",
        "room 3",
        "204",
    ),
    "deputy": Member(
        PersonId("03" * 16),
        "Rhiannon Pryce",
        "SENCO and deputy safeguarding lead",
        (Role.DEPUTY_DSL,),
        "pecan flyer mural galley",
        "room 5",
        "207",
    ),
    "chair": Member(
        PersonId("04" * 16),
        "Martin Oyelaran",
        "Chair of governors",
        (Role.CHAIR, Role.GOVERNOR),
        "cricket squash juggle waffle",
        worker_type=_GOVERNOR,
    ),
    "vice_chair": Member(
        PersonId("05" * 16),
        "Ruth Adeyemi",
        "Vice-chair of governors",
        (Role.VICE_CHAIR, Role.GOVERNOR),
        "tree sapling bath lake",
        worker_type=_GOVERNOR,
    ),
    "ta": Member(PersonId("06" * 16), "Beth Carver", "Teaching assistant", (), "pillow ladder comet raisin"),
    "teacher": Member(PersonId("07" * 16), "Tom Ashby", "PE and Year 4 teacher", (), "saddle violin puddle orbit"),
    "supply": Member(PersonId("08" * 16), "Joe Lindqvist", "Supply teacher", worker_type=_SUPPLY),
}
_SETTINGS = Settings(
    places=("Classroom", "Corridor or stairs", "Hall", "Playground", "PE store", "Small group room"),
    contacts=(
        Contact(purpose="Local authority designated officer", name="Northmere Council, LADO", phone="01632 960114"),
        Contact(purpose="Children’s social care", name="Northmere Council, front door", phone="01632 960120"),
        Contact(
            purpose="Governance and whistleblowing", name="Northmere Council, governor services", phone="01632 960133"
        ),
    ),
    support_line="Staff support line, 01632 960155, day and night",
)


def found_small_school(home: Path) -> SmallSchool:
    """Found it in a folder."""
    candour = open_candour(home, Hands(FOUNDED))
    plan = Plan(
        name=NAME,
        people=tuple(_person(member) for member in MEMBERS.values()),
        appointments=tuple(
            Appointment(role=role, person_id=member.person_id) for member in MEMBERS.values() for role in member.roles
        ),
        settings=_SETTINGS,
    )
    founders = {member.person_id: member.passphrase for member in MEMBERS.values() if member.roles}
    founded = found_school(candour, plan, founders, home / "exchange", FLOOR)
    signers = [signing(candour, MEMBERS[officer]) for officer in ("head", "chair")]
    for member in (MEMBERS["ta"], MEMBERS["teacher"]):
        folder = candour.machine.home.vault(member.person_id)
        vault = create_vault(folder, person=member.person_id, passphrase=member.passphrase.encode(), cost=FLOOR)
        admit(candour.machine, vault, signers)
        vault.close()
    return SmallSchool(
        home=home,
        fingerprint=founded.fingerprint,
        enrolment_code=founded.enrolment_code,
        paper_key=founded.paper_key,
        **MEMBERS,
    )


@pytest.fixture(scope="session")
def founded_school(tmp_path_factory: pytest.TempPathFactory) -> SmallSchool:
    """The school that the copies are made of. Nothing may be written to it."""
    return found_small_school(tmp_path_factory.mktemp("founded") / "home")


@pytest.fixture
def small_school(founded_school: SmallSchool, tmp_path: Path) -> SmallSchool:
    """A fresh copy of the small school for one test."""
    return founded_school.copied_to(tmp_path / "home")


@pytest.fixture
def hands() -> Hands:
    """The small school's time."""
    return Hands()


@pytest.fixture
def small_candour(small_school: SmallSchool, hands: Hands) -> Candour:
    """The copy, opened, at the time that `hands` show."""
    return small_school.open(hands)


def _person(member: Member) -> Person:
    return Person(
        person_id=member.person_id,
        name=member.name,
        job=member.job,
        room=member.room,
        phone=member.phone,
        worker_type=member.worker_type,
    )


def signing(candour: Candour, member: Member) -> SigningSecret:
    """A member's signing key."""
    vault = open_vault(candour.machine.home.vault(member.person_id), member.passphrase.encode())
    try:
        return vault.keys.signing
    finally:
        vault.close()
