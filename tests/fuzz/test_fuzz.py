# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever bytes somebody leaves for us, they are taken or refused by a known fault, at once and in little room.

The short form tries some hundred inputs of each kind. The long form gives each a minute, with atheris where it is
installed: it finds its way by the branches that it sees taken. What ever broke something stays in `corpus/`.
"""

import base64
import dataclasses
import random
import subprocess
import sys
import time
import tracemalloc
import zlib
from pathlib import Path

import pytest

from storage.errors import Fault, KnownError
from tests.faults.tally import Record
from tests.fuzz.mutating import mutated
from tests.fuzz.targets import TARGETS, Target

CORPUS = Path(__file__).parent / "corpus"
SECONDS_EACH = 0.1
BYTES_EACH = 64 * 2**20
LONG_SECONDS = 60.0

every_target = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)


def took(target: Target, data: bytes) -> float:
    """Try an input. Returns the seconds of computing that it took; says which input it was where anything is wrong."""
    began = time.process_time()
    try:
        target.try_on(data)
    except Exception as error:
        packed = base64.b85encode(zlib.compress(data)).decode()
        error.add_note(f"by {target.name}: zlib.decompress(base64.b85decode({packed!r}))")
        raise
    return time.process_time() - began


@pytest.mark.parametrize("target", [each for each in TARGETS if each.name != "backup"], ids=lambda each: each.name)
def test_sound_inputs_are_taken(target: Target) -> None:
    """All but a backup, which takes a whole vault to be sound."""
    assert any(target.try_on(each) for each in target.sound)


@every_target
def test_what_once_broke_something_does_so_no_more(target: Target) -> None:
    for file in sorted((CORPUS / target.name).glob("*")):
        assert took(target, file.read_bytes()) < SECONDS_EACH


def tried(target: Target, seconds: float) -> int:
    """Try inputs for so many seconds of computing. Returns how many."""
    chance = random.Random(random.random())  # noqa: S311 - no secret; pytest-randomly's seed decides
    until, count = time.process_time() + seconds, 0
    while time.process_time() < until:
        data, count = mutated(target.sound, chance), count + 1
        # A collection of garbage may fall into one of them.
        assert min(took(target, data), SECONDS_EACH) < SECONDS_EACH or took(target, data) < SECONDS_EACH, data[:200]
    return count


@every_target
def test_any_bytes_are_taken_or_refused_at_once(target: Target) -> None:
    assert tried(target, 0.3) > 10


@every_target
def test_any_bytes_take_little_room(target: Target) -> None:
    chance = random.Random(random.random())  # noqa: S311 - no secret
    tracemalloc.start()
    try:
        for _ in range(6):
            target.try_on(mutated(target.sound, chance))
        assert tracemalloc.get_traced_memory()[1] < BYTES_EACH
    finally:
        tracemalloc.stop()


@pytest.mark.long
@every_target
def test_a_minute_of_any_bytes_breaks_nothing(target: Target, record_property: Record) -> None:
    record_property("inputs", tried(target, LONG_SECONDS))


@pytest.mark.long
@every_target
def test_a_minute_of_atheris_breaks_nothing(target: Target, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris is not here: it has wheels for Linux and CPython 3.11 to 3.13")
    for number, data in enumerate(target.sound):
        (tmp_path / str(number)).write_bytes(data)
    kept = CORPUS / target.name
    kept.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz.guided", target.name, f"-max_total_time={LONG_SECONDS:.0f}"]
    limits = ["-timeout=2", "-rss_limit_mb=2048", f"-artifact_prefix={kept}/", str(tmp_path)]
    done = subprocess.run([*command, *limits], cwd=CORPUS.parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def test_a_reader_that_raises_anything_else_is_noticed() -> None:
    def careless(data: bytes) -> object:
        return data.decode()

    with pytest.raises(UnicodeDecodeError):
        tried(Target("careless", careless, (b"words",)), 1.0)


def test_a_reader_that_raises_another_fault_is_noticed() -> None:
    with pytest.raises(KnownError):
        tried(dataclasses.replace(TARGETS[0], faults=frozenset({Fault.CODE_REFUSED})), 1.0)


def test_a_reader_that_takes_its_time_is_noticed() -> None:
    def slow(_data: bytes) -> object:
        until = time.process_time() + 2 * SECONDS_EACH
        while time.process_time() < until:
            pass
        return None

    with pytest.raises(AssertionError):
        tried(Target("slow", slow, (b"words",)), 1.0)
