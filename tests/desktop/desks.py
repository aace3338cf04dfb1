# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everybody of one small school at work: their sessions, opened when a test first needs them, and what they write.

Signing in stretches a passphrase, which is tested where it matters; here the vaults are opened with the key that it
would have given, once for all copies of the school.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.cases.acting import act
from desktop.cases.case import Case
from desktop.cases.rows import Shelf
from desktop.opening import open_session
from desktop.people import PersonId
from desktop.services import Candour
from desktop.session import Session
from desktop.synced import Synced
from storage.compose import Audience, Composed, Content, compose_member
from storage.database import open_database
from storage.entries import ChainPosition
from storage.home import Home
from storage.outbox import deliver
from storage.seal import open_envelope
from storage.slots import load_slots, unwrap
from storage.spool import Spool
from storage.vault import DATABASE, Vault
from storage.verify import VerifiedEntry, verify_granted
from tests.school import Hands, Member, SmallSchool

Values = dict[str, object]
RATIONALE = "It broke the code once, nobody was hurt, and he said so himself."
LOW_LEVEL: Mapping[str, object] = {
    "limb_harm": "no",
    "limb_offence": "no",
    "limb_risk": "no",
    "limb_suitability": "no",
    "history_viewed": True,
    "outcome": "T3",
    "rationale": RATIONALE,
    "options_considered": "A written warning: this is the first time.\nDoing nothing: he would not know.",
}
THRESHOLD: Mapping[str, object] = {
    **LOW_LEVEL,
    "limb_risk": "yes",
    "limb_risk_why": "He was alone with the child.",
    "outcome": "T1",
    "lado_contact": "01" * 16,  # the head of the small school
}
LADO: Mapping[str, object] = {"officer": "A. Brown", "advice": "Handle it in school.", "on": "2026-03-12"}


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The database keys of the founded school's vaults, by person: those of every copy."""

    founded: SmallSchool
    _keys: dict[PersonId, bytes] = field(default_factory=dict)

    def key(self, member: Member) -> bytes:
        """The key that a member's passphrase gives."""
        if member.person_id not in self._keys:
            slots = load_slots(Home(self.founded.home).vault(member.person_id))
            self._keys[member.person_id] = unwrap(slots, member.passphrase.encode())
        return self._keys[member.person_id]

    def open(self, candour: Candour, member: Member) -> Session:
        """Somebody's session."""
        folder = candour.machine.home.vault(member.person_id)
        vault = Vault(folder, open_database(folder / DATABASE, self.key(member)))
        # These vaults live for one test, and no test here cuts the power.
        vault.database.execute("PRAGMA synchronous = OFF")
        return open_session(candour.machine, vault, candour.meaning)


@dataclass(frozen=True, slots=True)
class Desks:
    """Sessions of one school."""

    school: SmallSchool
    candour: Candour
    hands: Hands
    ring: KeyRing
    _open: dict[PersonId, Session] = field(default_factory=dict)

    def of(self, member: Member) -> Session:
        """Somebody's session."""
        if member.person_id not in self._open:
            self._open[member.person_id] = self.ring.open(self.candour, member)
        return self._open[member.person_id]

    def leave(self, member: Member) -> None:
        """Close somebody's session; the next use opens it again."""
        self._open.pop(member.person_id).close()

    def sync(self, *members: Member) -> dict[str, Synced]:
        """Have these people look at the exchange, or everybody who has a vault."""
        everybody = tuple(member for member in self.school.members if member.passphrase)
        return {member.name: self.of(member).sync() for member in members or everybody}

    def concern(self, by: Member, about: Member | None = None, **values: object) -> str:
        """File a concern. Returns the case."""
        said: Values = {"about": about.person_id if about else None, **concern(), **values}
        return self.of(by).file("concern", said).case_id

    def act(self, by: Member, case: str, kind: str, values: Mapping[str, object]) -> str:
        """Record an act, after a look at the exchange. Returns the entry."""
        session = self.of(by)
        session.sync()
        return act(session, case, kind, values).entry.eid

    def case(self, by: Member, case: str) -> Case:
        """A case as somebody sees it, after a look at the exchange."""
        session = self.of(by)
        session.sync()
        return session.case(case)

    def reads(self, member: Member, case: str) -> bool:
        """Say whether somebody reads a case, after a look at the exchange."""
        session = self.of(member)
        session.sync()
        return case in session.entries.cases() and session.case(case).reads(session.me)

    def close(self) -> None:
        """Close everything."""
        while self._open:
            self._open.popitem()[1].close()


def concern() -> Values:
    """The least that a concern takes."""
    return {"what_happened": "He shouted at a child in the hall. Twice.", "risk_now": "no"}


def forge(
    desks: Desks, by: Member, to: tuple[Member, ...], content: Content, place: ChainPosition | None = None
) -> Composed:
    """Write whatever one likes with one's own vault's key, as a changed program could, and leave it in the exchange."""
    machine = desks.candour.machine
    keys = tuple(key for member in to for key in machine.state.active_keys(member.person_id))
    audience = Audience(keys, machine.state.slots)
    position = place or ChainPosition("ab" * 16, 1, None)
    composed = compose_member(content, audience, machine.state.school, desks.of(by).vault.keys, position)
    deliver(machine.exchange, composed.envelope)
    return composed


def content(desks: Desks, kind: str, answers: Mapping[str, object], **data: object) -> Content:
    """What an entry of this kind says, now."""
    machine = desks.candour.machine
    case, parents = data.pop("case", None), data.pop("parents", ())
    return Content(
        kind=kind,
        data={"form": kind, "form_version": 1, "answers": dict(answers), **data},
        rule="R25",
        at=machine.now(),
        directory=(machine.state.n, machine.state.head),
        case=str(case) if case else None,
        parents=tuple(parents) if isinstance(parents, tuple) else (),
    )


def envelopes(school: SmallSchool) -> list[bytes]:
    """Everything that lies in the exchange, the oldest first."""
    files = sorted((school.exchange / "in").glob("*.cenv"), key=lambda path: path.stat().st_mtime_ns)
    return [path.read_bytes() for path in files]


def opened_by(session: Session, envelope: bytes) -> VerifiedEntry | None:
    """What a vault can open of an envelope."""
    frame = open_envelope(envelope, [session.vault.keys.identity])
    return None if frame is None else verify_granted(frame, session.machine.state.school)


def tables(session: Session, *without: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a vault holds, table by table."""
    database = session.vault.database
    names = [str(name) for (name,) in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    kept = (name for name in names if name not in without)
    return {name: sorted(map(tuple, database.rows(f"SELECT * FROM {name}")), key=repr) for name in kept}  # noqa: S608


def seen_by(session: Session, people: Iterable[Member]) -> dict[str, object]:
    """Everything that somebody could see in their vault and in their windows, but what it remembers of files as such:
    that there was one, and the token left for it.
    """
    kept = tables(session, "arrivals", "tokens")
    kept["meta"] = [row for row in kept["meta"] if row[0] != "heartbeat"]
    return {
        **kept,
        "shelves": [session.shelf(shelf) for shelf in Shelf],
        "cases": session.entries.cases(),
        "gaps": session.gaps(),
        "about": [session.about(each.person_id) for each in people],
    }


def take_away(school: SmallSchool) -> Path:
    """Unplug the shared folder. Returns where it is now."""
    return school.exchange.rename(school.home / "unplugged")


def put_another_schools(school: SmallSchool) -> None:
    """Put another school's shared folder in the place of this one."""
    take_away(school)
    (school.exchange / "directory").mkdir(parents=True)
    (school.exchange / "directory" / "000001-0123456789ab.cdir").write_bytes(b"theirs")


def put_back(school: SmallSchool) -> None:
    """Plug the shared folder in again."""
    (school.home / "unplugged").rename(school.exchange)


def spool_of(school: SmallSchool) -> Spool:
    """The spool of the school's machine."""
    return Spool(Home(school.home).spool)
