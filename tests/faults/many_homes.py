# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Five computers of one school at once, each a process of its own, and a shared folder that nobody can rely on.

What happens is drawn by a seed; how the processes get in one another's way is the machine's. In each round all of them
do something at the same time while files of the folder are dropped, repeated, renamed and put back. Then the folder
behaves and clocks are right, and what may not be so is named.
"""

import contextlib
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from desktop.soundness import Trouble
from storage.exchange import lay_out
from storage.home import Home
from tests.desktop.desks import KeyRing
from tests.faults.driving import ROOT
from tests.faults.seat import Answer, Held, Saved, Sitter, Wish
from tests.school import NOW, SmallSchool

SEATS = ("ta", "dsl", "head", "chair", "vice_chair")
COPY = "a copy of ta"
"""The computer onto which the teaching assistant's vault is copied, so that there are two of it."""

EXCLUDED = {"head": ("dsl", "head"), "dsl": ("dsl",)}
"""Who learns nothing of what is said about whom."""

_TOLD_OF_THE_FORK = ("dsl", "head")
_SUBJECTS = ("teacher", "head", "dsl", "chair")
_CLOCKS = (0, 0, 0, -11 * 24, -3, 5, 11 * 24)
"""By how many hours the clocks of computers go wrong; most are right. Two that are a month apart would find what
docs/reliability.md says of senders' clocks, 'What is not covered'."""


@dataclass(slots=True)
class Computer:
    """One of them: its folder, its process, and by how much its clock is wrong."""

    home: Path
    sitter: Sitter
    process: "subprocess.Popen[bytes]"
    skew: timedelta = timedelta()

    def ask(self, wish: Wish) -> None:
        """Wish for something, without waiting for it."""
        if self.process.stdin is None:
            raise RuntimeError
        wrong = msgspec.structs.replace(wish, at=wish.at + self.skew)
        self.process.stdin.write(msgspec.json.encode(wrong) + b"\n")
        self.process.stdin.flush()

    def hear(self) -> Answer:
        """Wait for the answer."""
        if self.process.stdout is None:
            raise RuntimeError
        return msgspec.json.decode(self.process.stdout.readline(), type=Answer)

    def close(self) -> None:
        """Switch it off."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        self.process.wait()


def switch_on(home: Path, sitter: Sitter) -> Computer:
    """Start a computer and let somebody sit down at it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.seat"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    computer = Computer(home, sitter, process)
    if process.stdin is not None:
        process.stdin.write(msgspec.json.encode(sitter) + b"\n")
        process.stdin.flush()
    return computer


@dataclass(slots=True)
class World:
    """The computers, the folder between them, what was told to be saved, and everything that was not right."""

    school: SmallSchool
    keys: KeyRing
    root: Path
    rng: random.Random
    broken: str = ""
    now: datetime = NOW
    computers: dict[str, Computer] = field(default_factory=dict)
    told: list[Saved] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)

    @property
    def exchange(self) -> Path:
        """The shared folder."""
        return self.root / "exchange"

    def begin(self) -> None:
        """Lay out the folder and switch the computers on."""
        shutil.copytree(self.school.exchange, self.exchange)
        for name in SEATS:
            member = getattr(self.school, name)
            home = self.root / name
            shutil.copytree(self.school.home, home, ignore=shutil.ignore_patterns("vaults", "exchange"))
            shutil.copytree(Home(self.school.home).vault(member.person_id), Home(home).vault(member.person_id))
            place = Home(home).place()
            Home(home).settle(msgspec.structs.replace(place, exchange=str(self.exchange)))
            key = self.keys.key(member).hex()
            sitter = Sitter(home=str(home), person=member.person_id, key=key, broken=self.broken)
            self.computers[name] = switch_on(home, sitter)

    def close(self) -> None:
        """Switch everything off."""
        for computer in self.computers.values():
            computer.close()

    def all_at_once(self, wishes: Mapping[str, Wish], *, is_disturbed: bool = False) -> dict[str, Answer]:
        """Let every computer do its wish at the same time, the folder in trouble meanwhile or not."""
        for name, wish in wishes.items():
            self.computers[name].ask(wish)
        for _ in range(self.rng.randint(2, 6) if is_disturbed else 0):
            self.disturb()
        answers = {name: self.computers[name].hear() for name in wishes}
        for name, answer in answers.items():
            self.told += answer.saved
            self.counted.update({"told saved": len(answer.saved), "refused": bool(answer.refused)})
            self.wrong += [f"bug: {answer.bug} at {name}"] if answer.bug else []
        return answers

    def everybody(self, what: str) -> dict[str, Answer]:
        """Let all of them do the same thing at the same time."""
        return self.all_at_once({name: Wish(what=what, at=self.now) for name in self.computers})

    def round(self) -> None:
        """Everybody does something, with the folder in trouble, and time passes."""
        self.counted["rounds"] += 1
        for computer in self.computers.values():
            computer.skew = timedelta(hours=self.rng.choice(_CLOCKS))
        self.all_at_once({name: self.some_wish(name) for name in self.computers}, is_disturbed=True)
        self.now += timedelta(minutes=self.rng.choice((1, 14, 16, 240)))

    def some_wish(self, name: str) -> Wish:
        """What somebody happens to do."""
        what = self.rng.choice(("file", "file", "file_walk_up", "sync", "sync", "note", "leave"))
        values: dict[str, object] = {"text": "I rang her."}
        if what.startswith("file"):
            values = self.concern(self.rng.choice([each for each in _SUBJECTS if each != name]))
        return Wish(what=what, at=self.now, values=values, case=self.rng.randrange(99))

    def concern(self, about: str) -> dict[str, object]:
        """A concern about somebody."""
        return {"about": getattr(self.school, about).person_id, "what_happened": "He shouted.", "risk_now": "no"}

    def fork(self) -> None:
        """Copy a vault onto a sixth computer, as putting back a backup beside the original would."""
        one, wish = self.computers["ta"], Wish(what="file", at=self.now, values=self.concern("teacher"))
        self.all_at_once({"ta": wish})  # a chain that both will go on with
        self.all_at_once({"ta": Wish(what="leave", at=self.now)})
        home = shutil.copytree(one.home, self.root / COPY)
        self.computers[COPY] = switch_on(home, msgspec.structs.replace(one.sitter, home=str(home)))
        self.all_at_once({"ta": wish, COPY: wish})

    # What the folder does.

    def disturb(self) -> None:
        """One thing that happens to shared folders."""
        self.counted["disturbed"] += 1
        with contextlib.suppress(FileNotFoundError):  # somebody else renamed it at the same moment
            self.rng.choice((self.drop, self.drop, self.repeat, self.rename, self.remember, self.bring_back))()

    def some_file(self) -> Path:
        """One of its files. Raises FileNotFoundError where there is none."""
        files = sorted(each for each in self.exchange.rglob("*") if each.is_file())
        if not files:
            raise FileNotFoundError
        return self.rng.choice(files)

    def drop(self) -> None:
        """Lose a file."""
        self.some_file().unlink()

    def repeat(self) -> None:
        """Make a conflict copy."""
        file = self.some_file()
        shutil.copy(file, file.with_name(file.stem + self.rng.choice(("-PC27", " (2)", " - Copy")) + file.suffix))

    def rename(self) -> None:
        """Leave only the conflict copy."""
        file = self.some_file()
        file.replace(file.with_name(file.stem + ".sync-conflict-20260312" + file.suffix))

    def remember(self) -> None:
        """Take a copy of the folder."""
        older = self.root / "older"
        shutil.rmtree(older, ignore_errors=True)
        with contextlib.suppress(shutil.Error):  # what went while it was copied
            shutil.copytree(self.exchange, older)

    def bring_back(self) -> None:
        """Put the copy in the folder's place."""
        if (self.root / "older").exists():
            self.exchange.rename(self.root / "gone")
            (self.root / "older").rename(self.exchange)
            shutil.rmtree(self.root / "gone", ignore_errors=True)

    # What must hold.

    def heal(self) -> None:
        """The folder behaves, clocks are right, and everybody looks at it a few times."""
        lay_out(self.exchange)
        for computer in self.computers.values():
            computer.skew = timedelta()
        for _ in range(3):
            self.now += timedelta(minutes=20)
            self.everybody("sync")

    def judge(self) -> dict[str, Answer]:
        """Name what may not be so. Returns what everybody holds and sees."""
        looked = self.everybody("look")
        held = {name: {each.eid: each for each in answer.held} for name, answer in looked.items()}
        seat_of = {getattr(self.school, name).person_id: name for name in SEATS}
        for saved in self.told:
            holders = {seat_of[person] for person in saved.holders if person in seat_of}
            self.wrong += [f"lost: {saved.eid} to {name}" for name in holders if not _holds(held, name, saved.eid)]
        self.counted["held"] = sum(map(len, held.values()))
        self.wrong += _differences(held, seat_of)
        for name, answer in looked.items():
            self.wrong += [f"unsound: {each.value} at {name}" for each in self.unexpected(name, answer.troubles)]
        return looked

    def unexpected(self, name: str, troubles: Iterable[Trouble]) -> set[Trouble]:
        """What was found and should not be, and what should be found and was not: that one vault has become two."""
        expected = {Trouble.FORK} if COPY in self.computers and name in _TOLD_OF_THE_FORK else set()
        # What follows on a fork follows one of the two.
        allowed = {Trouble.CHAIN_BROKEN, Trouble.FORK} if COPY in self.computers else set()
        return (set(troubles) - allowed) | (expected - set(troubles))


def _holds(held: Mapping[str, Mapping[str, Held]], name: str, eid: str) -> bool:
    """Say whether somebody holds an entry: whoever has two computers, on one of them."""
    return any(eid in held.get(each, {}) for each in ((name, COPY) if name == "ta" else (name,)))


def _differences(held: Mapping[str, Mapping[str, Held]], seat_of: Mapping[str, str]) -> Iterable[str]:
    """Where two readers of one entry hold other bytes of it, or only one of them holds it."""
    for name, entries in held.items():
        for each in entries.values():
            for reader in (seat_of[person] for person in each.holders if person in seat_of):
                other = held[reader].get(each.eid)
                if other is None or other.digest != each.digest:
                    yield f"lost: {reader} holds another {each.kind} {each.eid} than {name}"
