# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One computer of a school with one person at it, in a process of its own that does what it is asked, line by line.

    python -m tests.faults.seat          first who sits there, then a wish a line; each is answered by a line

Everything is done by the program's own sessions; what its person was told to be saved is in the answer.
"""

import hashlib
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from desktop.cases.acting import ActRefusedError, act, open_case
from desktop.filing import Filed, readers_of
from desktop.people import PersonId
from desktop.services import Candour, open_candour
from desktop.session import Session
from desktop.soundness import Trouble, check
from storage.errors import KnownError
from tests.desktop.desks import seen_by
from tests.faults.broken import break_build
from tests.faults.driver import signed_in
from tests.school import MEMBERS, Hands


class Sitter(msgspec.Struct, frozen=True, kw_only=True):
    """Whose vault in which home, the key that opens it (hex), and the build to break (tests.faults.broken)."""

    home: str
    person: str
    key: str
    broken: str = ""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What to do, when this computer's clock shows this; with which answers, in the how-manieth case of theirs."""

    what: str
    at: datetime
    values: Mapping[str, object] = {}
    case: int = 0


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that somebody was told to be saved, and who is to hold it."""

    eid: str
    holders: tuple[str, ...]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One entry in a vault: its case, its kind, a digest of its signed bytes, who else is to hold it, and its flags."""

    eid: str
    case: str
    kind: str
    digest: str
    holders: tuple[str, ...]
    flags: tuple[str, ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a wish. `seen` is a digest of all that they could see; `troubles` is what `candour check` finds;
    `bug` is an error that is not a known one.
    """

    saved: tuple[Saved, ...] = ()
    held: tuple[Held, ...] = ()
    seen: str = ""
    troubles: tuple[Trouble, ...] = ()
    refused: str = ""
    bug: str = ""


@dataclass(slots=True)
class Seat:
    """The computer, its clock, and the session of whoever sits there, once they have signed in."""

    sitter: Sitter
    candour: Candour
    hands: Hands
    session: Session | None = None

    def signed_in(self) -> Session:
        """Their session."""
        if self.session is None:
            self.session = signed_in(self.candour, PersonId(self.sitter.person), bytes.fromhex(self.sitter.key))
        return self.session

    def do(self, wish: Wish) -> Answer:
        """Do what is wished."""
        self.hands.at = wish.at
        return _WISHES[wish.what](self, wish)

    def file(self, wish: Wish) -> Answer:
        """File a concern."""
        session = self.signed_in()
        return _told(session.file("concern", dict(wish.values)), session.me)

    def file_walk_up(self, wish: Wish) -> Answer:
        """File a concern without a sign-in."""
        return _told(self.candour.file_walk_up("concern", dict(wish.values)))

    def sync(self, _wish: Wish) -> Answer:
        """Look at the exchange."""
        self.signed_in().sync()
        return Answer()

    def note(self, wish: Wish) -> Answer:
        """Open a case that they read, and write a note in it."""
        session = self.signed_in()
        cases = [case for case in session.entries.cases() if session.case(case).reads(session.me)]
        if not cases:
            return Answer()
        case = cases[wish.case % len(cases)]
        open_case(session, case)
        try:
            written = act(session, case, "note", wish.values).entry
        except ActRefusedError as refused:
            return Answer(refused=refused.why.value)
        return Answer(saved=(Saved(eid=written.eid, holders=_holders(session, written.body.to)),))

    def leave(self, _wish: Wish) -> Answer:
        """Sign out."""
        if self.session is not None:
            self.session.close()
            self.session = None
        return Answer()

    def look(self, _wish: Wish) -> Answer:
        """Say everything that the vault holds, whether it is sound, and what could be seen."""
        session = self.signed_in()
        held = tuple(
            Held(
                eid=stored.entry.eid,
                case=stored.entry.case,
                kind=stored.entry.body.kind,
                digest=hashlib.sha256(stored.entry.body_bytes + stored.entry.signature).hexdigest(),
                holders=_holders(session, stored.entry.body.to),
                flags=tuple(sorted(stored.flags)),
            )
            for stored in session.entries.everything()
        )
        seen = hashlib.sha256(repr(seen_by(session, MEMBERS.values())).encode()).hexdigest()
        return Answer(held=held, seen=seen, troubles=check(session).troubles)


def _holders(session: Session, to: Iterable[str]) -> tuple[str, ...]:
    """Whose vaults these key ids name."""
    return tuple(sorted(str(session.machine.person_of(kid)) for kid in to))


def _told(filed: Filed, *author: str) -> Answer:
    return Answer(saved=(Saved(eid=filed.case_id, holders=(*author, *readers_of(filed.route))),))


_WISHES: Mapping[str, Callable[[Seat, Wish], Answer]] = {
    "file": Seat.file,
    "file_walk_up": Seat.file_walk_up,
    "sync": Seat.sync,
    "note": Seat.note,
    "leave": Seat.leave,
    "look": Seat.look,
}


def main() -> None:
    """Sit down and do what is wished until nobody wishes anything any more."""
    sitter = msgspec.json.decode(sys.stdin.buffer.readline(), type=Sitter)
    break_build(sitter.broken)
    hands = Hands()
    seat = Seat(sitter, open_candour(Path(sitter.home), hands), hands)
    while line := sys.stdin.buffer.readline():
        try:
            answer = seat.do(msgspec.json.decode(line, type=Wish))
        except KnownError as fault:
            answer = Answer(refused=fault.code.value)
        except Exception:  # noqa: BLE001 - whatever it is, it is a bug of the product, and a test has to hear of it
            answer = Answer(bug=traceback.format_exc())
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
