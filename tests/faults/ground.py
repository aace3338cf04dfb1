# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school as it stands before a deed, and everything that may not be so after one.

Whatever happens to a deed, the next ordinary start and look at the exchange must leave: everything that was told to be
saved with each of its readers, and once; nothing that was told not to be; no receipt for what its reader does not hold;
no half of a file under a whole one's name; every vault sound (security.md 4.1, I1-I5).
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from typing_extensions import override

from desktop.attaching.adding import read_attached
from desktop.clocks import Clock
from desktop.session import Session
from desktop.soundness import check
from storage.exchange import Area, envelope_name, file_name
from storage.home import Home
from tests.desktop.desks import KeyRing
from tests.faults.driver import FILE, Job, signed_in
from tests.faults.driving import Told
from tests.school import Member, SmallSchool

READERS = ("dsl", "head")
"""Who reads a concern about the teacher."""

WORDS = "He shouted at a child in the hall. Twice."


@dataclass(frozen=True, slots=True)
class Ground:
    """A copy of the small school, and what opens its vaults."""

    school: SmallSchool
    keys: KeyRing

    @property
    def envelopes(self) -> Path:
        """Where the exchange has them."""
        return self.school.exchange / Area.ENVELOPES.value

    def member(self, name: str) -> Member:
        """Somebody of the school."""
        found: Member = getattr(self.school, name)
        return found

    @contextlib.contextmanager
    def session(self, name: str, clock: Clock | None = None) -> Iterator[Session]:
        """Somebody at work, as after an ordinary start."""
        member = self.member(name)
        session = signed_in(self.school.open(clock), member.person_id, self.keys.key(member))
        with contextlib.closing(session):
            yield session

    def sync(self, *names: str, clock: Clock | None = None) -> None:
        """Have these people look at the exchange, one after the other."""
        for name in names:
            with self.session(name, clock) as session:
                session.sync()

    def concern(self) -> dict[str, object]:
        """A concern about the teacher."""
        return {"about": self.school.teacher.person_id, "what_happened": WORDS, "risk_now": "no"}

    def file(self, by: str, clock: Clock | None = None) -> str:
        """File a concern. Returns the case."""
        with self.session(by, clock) as session:
            return session.file("concern", self.concern()).case_id

    def held(self, name: str) -> Mapping[str, str]:
        """Every entry that somebody's vault holds, with its kind."""
        with self.session(name) as session:
            return {each.entry.eid: each.entry.body.kind for each in session.entries.everything()}

    def lacks_files(self, name: str) -> list[str]:
        """The entries in somebody's vault whose files are not with them, or not as they were sent."""
        with self.session(name) as session:
            return [
                stored.entry.eid
                for stored in session.entries.everything()
                for file in stored.entry.body.files
                if session.blobs.read(file.blob) != FILE
            ]


@dataclass(frozen=True, slots=True)
class Errand:
    """A deed and who does it; the kind of entry it leaves; what must have happened before, which may name a case."""

    name: str
    deed: str
    by: str = ""
    kind: str = ""
    is_away: bool = False
    prepare: Callable[[Ground], str] = lambda _ground: ""

    @override
    def __str__(self) -> str:
        return self.name

    def job(self, ground: Ground, case: str, **wrong: object) -> Job:
        """The job for it."""
        member = ground.member(self.by) if self.by else None
        values = {"text": "I rang her."} if self.kind == "note" else ground.concern()
        return Job(
            deed=self.deed,
            home=str(ground.school.home),
            person=member.person_id if member else "",
            key=ground.keys.key(member).hex() if member else "",
            case=case,
            values=values,
            away=self.is_away,
            **wrong,  # type: ignore[arg-type] # the last fields of a job
        )


def _waiting(ground: Ground) -> str:
    """Three reports lie in the exchange, one of them a walk-up's."""
    ground.file("ta")
    ground.file("ta")
    ground.school.open().file_walk_up("concern", ground.concern())
    return ""


def _waiting_file(ground: Ground) -> str:
    """A report with a file lies in the exchange."""
    with ground.session("ta") as session:
        session.file("concern", ground.concern(), [read_attached("note.txt", FILE)])
    return ""


def _read_case(ground: Ground) -> str:
    case = ground.file("ta")
    ground.sync("dsl", "head")
    return case


ERRANDS = (
    Errand("a member files", "file", by="ta", kind="report"),
    Errand("a member files with the exchange away", "file", by="ta", kind="report", is_away=True),
    Errand("a walk-up files", "file_walk_up", kind="report"),
    Errand("a walk-up files with the exchange away", "file_walk_up", kind="report", is_away=True),
    Errand("a member files with a file", "file_with_file", by="ta", kind="report"),
    Errand("a walk-up files with a file", "walk_up_with_file", kind="report"),
    Errand("a reader takes in", "sync", by="dsl", prepare=_waiting),
    Errand("a reader takes in a file", "sync", by="dsl", prepare=_waiting_file),
    Errand("a reporter hears of receipts", "sync", by="ta", prepare=_read_case),
    Errand("a reader acts", "act", by="dsl", kind="note", prepare=_read_case),
    Errand("a draft is kept", "draft", by="ta"),
)


def errand_named(name: str) -> Errand:
    """One of them."""
    return next(errand for errand in ERRANDS if errand.name == name)


@dataclass(frozen=True, slots=True)
class Before:
    """What the readers held before a deed."""

    held: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, ground: Ground) -> "Before":
        """Look now."""
        return cls({name: ground.held(name) for name in READERS})


def violations(ground: Ground, before: Before, errand: Errand, *told: Told) -> list[str]:
    """Start normally, have everybody look at the exchange, and name everything that may not be so."""
    spool = Home(ground.school.home).spool
    return [*halves(ground.envelopes), *halves(spool), *aftermath(ground, before, errand, *told)]


def aftermath(ground: Ground, before: Before, errand: Errand, *told: Told) -> list[str]:
    """The same where others have put files of their own into the exchange."""
    found = [f"bug: {each.bug}" for each in told if each.bug]
    found += _signed_for_nothing(ground)
    ground.sync("ta", *READERS, *READERS, "ta")
    saved = {name for each in told for name in each.saved}
    if errand.deed == "draft":
        return found + _lost_drafts(ground, saved) + _unsound(ground)
    after = {name: ground.held(name) for name in READERS}
    for name in {*READERS, errand.by or "dsl"}:
        found += [f"lost: {eid} to {name}" for eid in saved - ground.held(name).keys()]
        found += [f"lost: a file of {eid} to {name}" for eid in ground.lacks_files(name)]
    new = [eid for eid, kind in after["dsl"].items() if kind == errand.kind and eid not in before.held["dsl"]]
    may_be_there = sum(1 for each in told if not each.refused)
    if len(new) > may_be_there:
        found.append(f"doubled: {len(new)} there of {may_be_there} at most")
    if after["dsl"].keys() != after["head"].keys():
        found.append("lost: the readers differ")
    return found + _unsound(ground)


def unclear(errand: Errand, told: Told) -> list[str]:
    """Whether somebody who saves was told neither that it was saved nor that it was not, or both."""
    heard = bool(told.saved) + bool(told.refused)
    return [f"unclear: {told}"] if errand.deed != "sync" and heard != 1 and not told.bug else []


def halves(folder: Path) -> list[str]:
    """Envelopes whose content is not what their name says."""
    named = [(file, envelope_name) for file in folder.glob("*.cenv")]
    named += [(file, file_name) for file in folder.glob("*.cblob")]
    return [f"half a file: {file}" for file, name_of in named if name_of(file.read_bytes()) != file.name]


def _signed_for_nothing(ground: Ground) -> list[str]:
    """What a reader has signed for and does not hold."""
    held = {ground.member(name).person_id: ground.held(name) for name in READERS}
    with ground.session("ta") as session:
        session.sync()
        return [
            f"signed for nothing: {stored.entry.eid} by {person}"
            for stored in session.entries.everything()
            for person, receipt in session.receipts(stored.entry.eid)
            if receipt.received_at and person in held and stored.entry.eid not in held[person]
        ]


def _lost_drafts(ground: Ground, saved: set[str]) -> list[str]:
    with ground.session("ta") as session:
        return [f"lost: {name}" for name in saved if not session.drafts.load(name)]


def _unsound(ground: Ground) -> list[str]:
    found = []
    for name in ("ta", *READERS):
        with ground.session(name) as session:
            found += [f"unsound: {trouble.value} in the vault of {name}" for trouble in check(session).troubles]
    return found


def copied(founded: SmallSchool, keys: KeyRing, home: Path) -> Ground:
    """A fresh copy of the small school."""
    return Ground(founded.copied_to(home), keys)


def standing_at(founded: SmallSchool, keys: KeyRing, home: Path) -> Ground:
    """The small school in a folder to which its files have been copied already."""
    place = Home(home).place()
    Home(home).settle(msgspec.structs.replace(place, exchange=str(home / "exchange")))
    return Ground(replace(founded, home=home), keys)
