# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One computer of a school: its home, its clock, the exchange it reaches, and the directory as it knows it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import reduce
from pathlib import Path

from desktop.clocks import Clock, london_day
from desktop.directory import read_school
from desktop.people import PersonId, School
from desktop.policies.library import named_in
from desktop.questions.library import published_in
from storage.compose import Audience, Content
from storage.directory import DirectoryState, extend
from storage.directory_store import DirectoryStore
from storage.documents import DocumentStore
from storage.errors import Fault, KnownError
from storage.exchange import CARRIER_FAULTS, Exchange
from storage.heartbeat import last_confirmed
from storage.home import Home
from storage.other_school import NotOurs, is_another_schools
from storage.spool import Spool
from storage.statements import SignedStatement

OpenExchange = Callable[[Path], Exchange]


@dataclass(frozen=True, slots=True)
class DirectoryNews:
    """What a look at the exchange's directory brought: new statements, and numbers at which it is contradicted.

    `is_behind`: it goes on with what only a newer Candour can read. `fault`: why the exchange could not be looked at.
    """

    new: int = 0
    forks: tuple[int, ...] = ()
    is_behind: bool = False
    fault: StrEnum | None = None

    @property
    def is_reachable(self) -> bool:
        """Say whether the exchange could be looked at."""
        return self.fault is None


class Machine:
    """The state of one machine. The directory is read once and again whenever `refresh` finds more."""

    def __init__(self, home: Home, clock: Clock, open_exchange: OpenExchange, spool: Spool | None = None) -> None:
        """Take the machine's folder, the time, how a folder becomes an exchange, and a spool if not the home's own."""
        self.home = home
        self.clock = clock
        self.spool = spool or Spool(home.spool)
        self.directory = DirectoryStore(home.directory)
        self.documents = DocumentStore(home.documents)
        self._open_exchange = open_exchange
        self._schools: dict[str, School] = {}
        self._past: tuple[DirectoryState, ...] = ()
        self._latest: DirectoryState | None = None
        self._is_behind = False

    @property
    def state(self) -> DirectoryState:
        """The directory. Raises KnownError(NO_SCHOOL, DIRECTORY_REFUSED)."""
        if self._latest is None:
            place = self.home.place()
            self._latest = self.directory.load(place.school, (place.n, place.head))
        return self._latest

    @property
    def school(self) -> School:
        """The school as the directory has it now."""
        return self._read(self.state)

    @property
    def exchange(self) -> Exchange:
        """The school's exchange; whether it can be reached shows when it is used. Raises KnownError(NO_SCHOOL)."""
        place = self.home.place()
        folder = Path(place.exchange)
        try:
            return NotOurs() if is_another_schools(folder, place.school) else self.exchange_at(folder)
        except KnownError:
            return self.exchange_at(folder)  # out of reach, as its use will show

    def exchange_at(self, folder: Path) -> Exchange:
        """Some exchange, before this machine is pinned to it."""
        return self._open_exchange(folder)

    def publish(self, chain: Iterable[SignedStatement]) -> None:
        """Keep and offer statements of our own that follow one another: all, or none where one of them is refused.

        Raises KnownError(DIRECTORY_REFUSED, DIRECTORY_TOO_NEW, DISK_*).
        """
        if self._is_behind:
            # Ours would stand beside what we cannot read, at the same number: a fork for everybody.
            raise KnownError(Fault.DIRECTORY_TOO_NEW)
        statements = tuple(chain)
        after = reduce(extend, statements, self.state)
        for signed in statements:
            self.directory.add(signed)
        self._latest = after
        self.refresh()

    def now(self) -> datetime:
        """The moment (aware UTC)."""
        return self.clock.now()

    def today(self) -> date:
        """The school's day."""
        return london_day(self.now())

    def state_at(self, n: int) -> DirectoryState | None:
        """The directory after statement `n`, or None when this machine has not that many."""
        if not 1 <= n <= self.state.n:
            return None
        if n > len(self._past):
            self._past = tuple(self.directory.states())
        return self._past[n - 1] if n <= len(self._past) else None

    def school_at(self, n: int) -> School | None:
        """The school as it was after statement `n`, or None when this machine has not that many."""
        state = self.state_at(n)
        return None if state is None else self._read(state)

    def refresh(self) -> DirectoryNews:
        """Take new directory statements from the exchange and put back what it lost. A silent exchange is no error."""
        try:
            merged = self.directory.merge(self.state, self.exchange)
            self.directory.publish(self.exchange)
            school = self._read(merged.state)
            self.documents.exchange_with(self.exchange, (*named_in(school), *published_in(school)))
        except KnownError as error:
            if error.code not in CARRIER_FAULTS:
                raise
            return DirectoryNews(fault=error.code)
        self._latest, self._is_behind = merged.state, merged.is_behind
        return DirectoryNews(new=merged.new, forks=merged.forks, is_behind=merged.is_behind)

    def take_documents(self, names: Iterable[str]) -> None:
        """Take documents from the exchange that the directory named once, where it can be reached and still has them.

        Raises KnownError(DISK_*).
        """
        try:
            self.documents.exchange_with(self.exchange, names)
        except KnownError as error:
            if error.code not in CARRIER_FAULTS:
                raise

    def confirmed_on(self, without: frozenset[str] = frozenset()) -> date | None:
        """The last day on which the list of readers was made or confirmed by a vault that is not in `without`.

        None when the exchange is out of reach: nobody can say.
        """
        try:
            heard = last_confirmed(self.state, self.exchange, without)
        except KnownError as error:
            if error.code not in CARRIER_FAULTS:
                raise
            return None
        made = date.fromisoformat(self.state.at[:10])
        return max(made, heard) if heard else made

    def audience(self, people: tuple[PersonId, ...], without_kid: str = "", to_reply: str | None = None) -> Audience:
        """Name the vault keys of these people, leaving out one vault of our own.

        Raises KnownError(NO_READER_KEYS) when none of them has a vault: nothing may be taken that nobody can open.
        """
        keys = tuple(key for person in people for key in self.state.active_keys(person))
        if people and not keys:
            raise KnownError(Fault.NO_READER_KEYS)
        held = self.state.keys
        kept = tuple(key for key in keys if without_kid not in held or held[without_kid].fact != key)
        return Audience(kept, self.state.slots, to_reply)

    def with_keys(self, people: Iterable[PersonId], beside: PersonId | None = None) -> tuple[PersonId, ...]:
        """Each of these people once who has a vault, but for whoever the others stand `beside`."""
        return tuple(each for each in dict.fromkeys(people) if each != beside and self.state.active_keys(each))

    def content(self, kind: str, data: Mapping[str, object], rule: str, case: str | None = None) -> Content:
        """What an entry says, at this moment and under the directory as it is known here; without a case, its own."""
        state = self.state
        return Content(kind=kind, data=data, rule=rule, at=self.now(), directory=(state.n, state.head), case=case)

    def person_of(self, kid: str) -> PersonId | None:
        """Whose vault this key id names, revoked or not."""
        record = self.state.keys.get(kid)
        return None if record is None else PersonId(record.fact.person)

    def _read(self, state: DirectoryState) -> School:
        """Read a state as a school, once: a long list of people takes its time."""
        if state.head not in self._schools:
            self._schools[state.head] = read_school(state)
        return self._schools[state.head]
