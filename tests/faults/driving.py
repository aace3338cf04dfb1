# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Has the driver do jobs, with strace's hand in them or a kill at some moment, and collects what it said."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.faults.driver import Job, Said

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    *("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "close"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "chmod", "fchmod", "fchmodat"),
)
"""The system calls by which a deed changes the disk, and those around them. Some machines know not all of them."""

_LINE = re.compile(r"^\d+ +(\w+)\(")


@dataclass(frozen=True, slots=True)
class Point:
    """A system call of a deed: the how-manieth of its name, and what it was called with."""

    call: str
    nth: int
    line: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a job said: what it told to be saved, a fault's code, a bug's traceback, its steps; and how it ended."""

    saved: tuple[str, ...]
    refused: str
    bug: str
    steps: int
    exit: int

    @property
    def was_killed(self) -> bool:
        """Say whether the job was killed."""
        return self.exit in {-signal.SIGKILL, 9}


class Driver:
    """A driver's process and what it is asked."""

    def __init__(self, stderr: Path) -> None:
        """Start it; what it writes to its standard error goes to this file."""
        self._errors = stderr.open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.driver"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )

    def close(self) -> None:
        """End it."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()
        self._errors.close()

    def run(self, job: Job) -> Told:
        """Do a job undisturbed."""
        self._begin(job)
        return self._rest()

    def kill_after(self, job: Job, seconds: float) -> Told:
        """Do a job and kill it after a while, if it is not done by then."""
        child = self._begin(job)
        time.sleep(seconds)
        _kill(child)
        return self._rest()

    def kill_when_told(self, job: Job) -> Told:
        """Do a job and kill it as soon as it says anything."""
        child = self._begin(job)
        first = self._read()
        _kill(child)
        return self._rest(first)

    def trace(self, job: Job, log: Path, *what: str) -> Told:
        """Do a job under strace, which is told what to trace and what to put in its way."""
        child = self._ask(job)
        with _strace(child, log, what):
            self._let_go()
            return self._rest()

    def _begin(self, job: Job) -> int:
        child = self._ask(job)
        self._let_go()
        return child

    def _ask(self, job: Job) -> int:
        self._write(msgspec.json.encode(job) + b"\n")
        return int(self._read().what)

    def _let_go(self) -> None:
        self._write(b"go\n")
        # A child that is killed before it has read this would leave it to its server.
        self._read()

    def _rest(self, *heard: Said) -> Told:
        said = list(heard)
        while not said or said[-1].word != "ended":
            said.append(self._read())
        return _told(said, int(said[-1].what))

    def _write(self, data: bytes) -> None:
        if self._process.stdin is None:
            raise RuntimeError
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def _read(self) -> Said:
        if self._process.stdout is None:
            raise RuntimeError
        return msgspec.json.decode(self._process.stdout.readline(), type=Said)


def run_once(job: Job) -> Told:
    """Do a job in a process of its own, which is how it goes where nothing can be forked."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.driver", "once"],
        cwd=ROOT,
        input=msgspec.json.encode(job) + b"\n",
        capture_output=True,
        check=False,
    )
    said = [msgspec.json.decode(line, type=Said) for line in done.stdout.splitlines()]
    return _told(said, done.returncode)


def why_no_strace() -> str:
    """Say why this machine cannot stop system calls, or nothing."""
    if not sys.platform.startswith("linux") or shutil.which("strace") is None:
        return "strace is not here: installer/run.py test installs it on Debian as root"
    held = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "strace may not trace here" if held.returncode else ""


def killed_at(point: Point) -> tuple[str, ...]:
    """Tell strace to kill at a system call, before it is done."""
    return (f"trace={point.call}", f"inject={point.call}:signal=SIGKILL:when={point.nth}")


def failing_at(point: Point, error: str, *, ever_after: bool) -> tuple[str, ...]:
    """Tell strace to have a system call fail, once or from then on."""
    return (f"trace={point.call}", f"inject={point.call}:error={error}:when={point.nth}{'+' if ever_after else ''}")


def all_calls() -> tuple[str, ...]:
    """Tell strace to write down every system call that touches the disk."""
    return ("trace=" + ",".join(f"?{call}" for call in CALLS),)


def points(log: Path, *within: Path) -> list[Point]:
    """Read the system calls that touch these folders, in their order, each with its number."""
    counted: Counter[str] = Counter()
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if match := _LINE.match(line):
            counted[match[1]] += 1
            if any(str(folder) in line for folder in within):
                found.append(Point(match[1], counted[match[1]], line))
    return found


def _kill(child: int) -> None:
    """Kill a child of the driver, unless it has just ended."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def _told(said: list[Said], code: int) -> Told:
    def whats(word: str) -> tuple[str, ...]:
        return tuple(one.what for one in said if one.word == word)

    return Told(
        whats("saved"), "".join(whats("refused")), "".join(whats("bug")), int("".join(whats("steps")) or "0"), code
    )


@contextmanager
def _strace(child: int, log: Path, what: tuple[str, ...]) -> Iterator[None]:
    """Hold a process until it ends."""
    expressions = [word for each in what for word in ("-e", each)]
    command = ["strace", "-f", "-y", "-p", str(child), "-o", str(log), *expressions]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        if strace.stderr is None or "attached" not in strace.stderr.readline():
            raise RuntimeError("strace could not take hold")
        yield
        strace.wait()
