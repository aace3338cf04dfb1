# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The directory's statements on this machine, and how they are compared with what the exchange offers.

Every machine keeps the whole chain. A lower state than the highest ever seen is ignored; another statement at a number
already seen is a fork: the old one is kept, shown as an alarm, and filing goes on to the readers who were pinned. What
is missing from the exchange is put back by anyone who has it.
"""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.constants import SIGNATURES_MAX, STATEMENT_MAX
from storage.directory import DirectoryState, extend, found, is_too_new
from storage.errors import Fault, KnownError
from storage.exchange import Area, Exchange
from storage.files import disk_faults, make_private_folder, write_whole
from storage.statements import SignedStatement, read_statement, write_statement

_FILE_MAX = STATEMENT_MAX + 4 + SIGNATURES_MAX * 80
SUFFIX = ".cdir"


@dataclass(frozen=True, slots=True)
class Merged:
    """The directory after a look at the exchange: how many statements were new or refused, and where it forked.

    `is_behind`: it goes on with what only a newer Candour can read.
    """

    state: DirectoryState
    new: int
    refused: int
    forks: tuple[int, ...]
    is_behind: bool


class DirectoryStore:
    """The statements kept in one folder of this machine."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made with the first statement."""
        self._folder = folder

    def load(self, school: str, least: tuple[int, str]) -> DirectoryState:
        """Fold what is kept here. `least` is the state that this machine was pinned to: its number and hash.

        Raises KnownError(DIRECTORY_REFUSED) when the chain is damaged, another school's, or older than the pin.
        """
        state: DirectoryState | None = None
        for state in self.states():
            _check_pin(state, school, least)
        if state is None or state.n < least[0]:
            raise KnownError(Fault.DIRECTORY_REFUSED, reason="pin")
        return state

    def add(self, signed: SignedStatement) -> None:
        """Keep a statement that has been folded. Raises KnownError(DISK_*)."""
        make_private_folder(self._folder)
        write_whole(self._folder / statement_file(signed), write_statement(signed))

    def publish(self, exchange: Exchange) -> None:
        """Put into the exchange every statement that it lacks or holds damaged. Raises KnownError(EXCHANGE_*)."""
        for path in self._files():
            with disk_faults():
                data = path.read_bytes()
            exchange.put(Area.DIRECTORY, path.name, data)

    def merge(self, state: DirectoryState, exchange: Exchange) -> Merged:
        """Take from the exchange what follows on, and name the forks. Raises KnownError(EXCHANGE_*, DISK_*)."""
        mine = {int(path.name[:6]): path.name for path in self._files()}
        found_there = _found(exchange, set(mine.values()))
        offered = _numbered(found_there)
        start, refused = state.n, 0
        forks = {n for n, signed in offered if n in mine and _is_sound_fork(self, n, signed)}
        for n, signed in sorted(offered, key=lambda each: each[0]):
            if n != state.n + 1:
                refused += n > state.n + 1
                continue
            try:
                state = extend(state, signed)
            except KnownError:
                refused += 1
                continue
            self.add(signed)
        is_behind = any(is_too_new(state, signed) for signed in found_there)
        return Merged(state, state.n - start, refused, tuple(sorted(forks)), is_behind)

    def states(self) -> Iterator[DirectoryState]:
        """The directory after each statement, oldest first. Raises KnownError(DIRECTORY_*, DISK_ERROR)."""
        state: DirectoryState | None = None
        for path in self._files():
            with disk_faults():
                signed = read_statement(path.read_bytes())
            if state is not None and is_too_new(state, signed):
                raise KnownError(Fault.DIRECTORY_TOO_NEW)
            state = found(signed) if state is None else extend(state, signed)
            yield state

    def _files(self) -> list[Path]:
        """The statements' files, oldest first. Raises KnownError(DISK_ERROR)."""
        with disk_faults():
            return sorted(self._folder.glob(f"*{SUFFIX}"))


def fetch(exchange: Exchange, school: str, least: tuple[int, str]) -> list[SignedStatement]:
    """Read the chain of a school that this machine is about to join, from the exchange and in order.

    `school` and the pinned hash may be prefixes, as an enrolment code has room for no more. Raises
    KnownError(DIRECTORY_REFUSED) when the exchange does not hold that school, or only an older state of it, and
    KnownError(EXCHANGE_OTHER_SCHOOL) when it holds another one.
    """
    found_there = _found(exchange, set())
    offered = sorted(_numbered(found_there), key=lambda each: each[0])
    chain: list[SignedStatement] = []
    state: DirectoryState | None = None
    for n, signed in offered:
        if n != len(chain) + 1 or (n == 1 and not signed.name.startswith(school)):
            continue
        try:
            state = found(signed) if state is None else extend(state, signed)
        except KnownError:
            # Anybody may leave a statement without the signatures that it needs; the real one may be beside it.
            continue
        chain.append(signed)
        _check_pin(state, school, least)
    if state is not None and state.n < least[0] and any(is_too_new(state, signed) for signed in found_there):
        raise KnownError(Fault.DIRECTORY_TOO_NEW)
    if state is None and offered:
        raise KnownError(Fault.EXCHANGE_OTHER_SCHOOL)
    if state is None or state.n < least[0]:
        raise KnownError(Fault.DIRECTORY_REFUSED, reason="school" if state is None else "pin")
    return chain


def statement_file(signed: SignedStatement) -> str:
    """Name a statement's file: its number and the beginning of its hash."""
    return f"{signed.statement().n:06d}-{signed.name[:12]}{SUFFIX}"


def _found(exchange: Exchange, known: set[str]) -> list[SignedStatement]:
    """Read the files of statements that the exchange holds beyond those known by name; what is none is passed over."""
    found_there = []
    for listed in exchange.names(Area.DIRECTORY):
        if listed.name not in known:
            data = exchange.read(Area.DIRECTORY, listed.name, _FILE_MAX)
            with contextlib.suppress(KnownError):
                found_there.append(read_statement(data or b""))
    return found_there


def _numbered(found_there: Iterable[SignedStatement]) -> list[tuple[int, SignedStatement]]:
    """Those that this Candour can read, with their numbers."""
    numbered = []
    for signed in found_there:
        with contextlib.suppress(KnownError):
            numbered.append((signed.statement().n, signed))
    return numbered


def _is_sound_fork(store: DirectoryStore, n: int, signed: SignedStatement) -> bool:
    """Say whether somebody with the right to do so signed a second statement at a number that we hold."""
    states = tuple(store.states())
    if not 1 < n <= len(states) or states[n - 1].head == signed.name:
        return False
    try:
        extend(states[n - 2], signed)
    except KnownError:
        return False
    return True


def _check_pin(state: DirectoryState, school: str, least: tuple[int, str]) -> None:
    if not state.school.startswith(school) or (state.n == least[0] and not state.head.startswith(least[1])):
        raise KnownError(Fault.DIRECTORY_REFUSED, reason="pin")
