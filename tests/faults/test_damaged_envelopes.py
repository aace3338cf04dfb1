# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Envelopes that are flipped, cut short, glued, renamed, doubled or taken: nothing wrong is believed, nothing is lost.

Of one envelope every byte is flipped and every length tried, each as a file of the exchange that both readers take in;
the short form tries some hundreds. Every bit is tried in tests/storage/test_seal.py (security.md 4.4).
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from pyrage import x25519

from storage import exchange as exchange_module
from storage import ingest, verify
from storage.exchange import envelope_name
from storage.home import Home
from storage.seal import open_envelope, seal
from tests.faults.driving import Told
from tests.faults.ground import READERS, Before, Ground, aftermath, errand_named, violations
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop

Variant = tuple[str, bytes]
_LOT = 2000
_SLOTS = 8


def only_envelope(ground: Ground) -> Path:
    """The one envelope of the exchange."""
    (found,) = (ground.school.exchange / "in").glob("*.cenv")
    return found


def flipped(data: bytes, at: int) -> bytes:
    """One byte is another."""
    return data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]


def every_flip(data: bytes) -> list[bytes]:
    """Every byte flipped in one of its bits."""
    return [flipped(data, at) for at in range(len(data))]


def every_length(data: bytes) -> list[bytes]:
    """Cut short at every length but the whole one and none."""
    return [data[:at] for at in range(1, len(data))]


def odd_ones(data: bytes) -> list[bytes]:
    """What carriers make of files."""
    half = len(data) // 2
    zeros = [data[:at] + bytes(len(data) - at) for at in (1, 100, half, len(data) - 1)]
    return [
        *zeros,
        *(data + tail for tail in (b"\0", b"\n", bytes(4096), data)),
        data.replace(b"\n", b"\r\n"),
        data[half:] + data[:half],
        data[::-1],
        b"\xef\xbb\xbf" + data,
        data[1:],
        bytes(len(data)),
    ]


DAMAGE: Mapping[str, Callable[[bytes], list[bytes]]] = {
    "flipped": every_flip,
    "cut short": every_length,
    "odd": odd_ones,
}


def believed(ground: Ground, variants: Sequence[bytes]) -> list[str]:
    """Put these into the exchange, under the envelope's name and under their own, and name what a reader believes."""
    folder = ground.school.exchange / "in"
    stem = only_envelope(ground).stem
    files = [folder / (f"{stem} ({n}).cenv" if n % 2 else envelope_name(data)) for n, data in enumerate(variants)]
    for file, data in zip(files, variants, strict=True):
        file.write_bytes(data)
    ground.sync(*READERS)
    for file in files:
        file.unlink()
    names = {file.name for file in files}
    return [f"accepted: {name} by {reader}" for reader in READERS for name in kept(ground, reader) & names]


def kept(ground: Ground, reader: str) -> set[str]:
    """The files that somebody has taken in."""
    with ground.session(reader) as session:
        rows = session.vault.database.rows("SELECT name FROM arrivals WHERE outcome IN ('kept', 'copy')")
        return {str(name) for (name,) in rows}


@pytest.mark.parametrize("kind", DAMAGE)
def test_no_damaged_envelope_is_believed(workshop: Workshop, tally: Tally, kind: str) -> None:
    ground, errand = workshop.fresh(), errand_named("a member files")
    before = Before.of(ground)
    told = Told((ground.file("ta"),), "", "", 0, 0)
    damaged = workshop.some(DAMAGE[kind](only_envelope(ground).read_bytes()), 120, offset=3)
    for start in range(0, len(damaged), _LOT):
        lot = damaged[start : start + _LOT]
        tally.found(believed(ground, lot))
        tally.counted["tried"] += len(lot)
        forget_receipts(ground)
    tally.found(violations(ground, before, errand, told))
    tally.settle()


def forget_receipts(ground: Ground) -> None:
    """Thousands of receipts for damaged files would only slow down what follows."""
    shutil.rmtree(ground.school.exchange / "ack")
    (ground.school.exchange / "ack").mkdir()


def test_a_build_that_takes_anything_for_its_envelope_is_noticed(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground = workshop.fresh()
    ground.file("ta")
    whole = only_envelope(ground).read_bytes()
    monkeypatch.setattr(ingest, "open_envelope", lambda _data, keys: open_envelope(whole, keys))
    assert believed(ground, every_flip(whole)[::2000]) != []


def resealed(ground: Ground) -> Callable[[bytes], bytes]:
    """Seals a changed frame to the same readers, as anybody who sees the directory can."""
    with ground.session("ta") as session:
        state = session.machine.state
        recipients = [key.seal for name in READERS for key in state.active_keys(ground.member(name).person_id)]
    return lambda frame: seal(frame, recipients, _SLOTS, lambda _order: None)


def frame_of(ground: Ground) -> bytes:
    """The frame in the one envelope, as a reader opens it."""
    with ground.session("dsl") as session:
        frame = open_envelope(only_envelope(ground).read_bytes(), [session.vault.keys.identity])
    assert frame is not None
    return frame


def changed_frames(frame: bytes) -> list[bytes]:
    """Every byte of what is not padding flipped, and some of the padding."""
    used = len(frame.rstrip(b"\0")) + 64
    return [flipped(frame, at) for at in (*range(used), *range(used, len(frame), 500))]


def test_nothing_that_an_insider_changed_and_sealed_anew_is_believed(workshop: Workshop, tally: Tally) -> None:
    ground, errand = workshop.fresh(), errand_named("a member files")
    before = Before.of(ground)
    told = Told((ground.file("ta"),), "", "", 0, 0)
    again = resealed(ground)
    frames = workshop.some(changed_frames(frame_of(ground)), 80)
    tally.found(believed(ground, [again(frame) for frame in frames]))
    tally.counted["tried"] += len(frames)
    forget_receipts(ground)
    tally.found(violations(ground, before, errand, told))
    tally.settle()


def test_a_build_that_checks_no_signature_is_noticed(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    ground = workshop.fresh()
    ground.file("ta")
    again = resealed(ground)
    monkeypatch.setattr(verify, "check_signature", lambda *_: None)
    assert believed(ground, [again(frame) for frame in changed_frames(frame_of(ground))[::10]]) != []


def cut_in_place(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def flipped_in_place(file: Path) -> None:
    file.write_bytes(flipped(file.read_bytes(), 9000))


def zeroed(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def empty(file: Path) -> None:
    file.write_bytes(b"")


def taken(file: Path) -> None:
    file.unlink()


def renamed(file: Path) -> None:
    file.rename(file.with_name("Copy of something (7).cenv"))


def doubled(file: Path) -> None:
    for n in range(20):
        shutil.copy(file, file.with_name(f"{file.stem}-PC{n}.cenv"))
        os.utime(file.with_name(f"{file.stem}-PC{n}.cenv"), (n, n))


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DOINGS = (cut_in_place, flipped_in_place, zeroed, empty, taken, renamed, doubled, a_folder)


@contextlib.contextmanager
def elsewhere(ground: Ground) -> Iterator[None]:
    """Be at a computer that did not send what is in the exchange, and has no copy of it."""
    spool = Home(ground.school.home).spool
    aside = spool.rename(spool.with_name("aside"))
    yield
    shutil.rmtree(spool, ignore_errors=True)
    aside.rename(spool)


def after_harm(ground: Ground, harm: Callable[[Path], None]) -> list[str]:
    """Harm a member's and a walk-up's envelopes in the exchange, have a reader look, and name what is then wrong."""
    before, errand = Before.of(ground), errand_named("a member files")
    cases = (ground.file("ta"), ground.school.open().file_walk_up("concern", ground.concern()).case_id)
    for file in (ground.school.exchange / "in").glob("*.cenv"):
        harm(file)
    with elsewhere(ground):
        ground.sync(*READERS)
    told = (Told(cases[:1], "", "", 0, 0), Told((), "", "", 0, 0))
    return aftermath(ground, before, errand, *told) + [
        f"lost: {case} to {name}" for case in cases for name in READERS if case not in ground.held(name)
    ]


@pytest.mark.parametrize("harm", DOINGS)
def test_what_is_harmed_in_the_exchange_arrives_once_all_the_same(
    workshop: Workshop, tally: Tally, harm: Callable[[Path], None]
) -> None:
    tally.add(harm.__name__, after_harm(workshop.fresh(), harm))
    tally.settle()


def test_a_build_that_goes_by_names_is_noticed(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_module, "_holds", lambda path, _data: path.exists())
    assert any(each.startswith("lost") for each in after_harm(workshop.fresh(), flipped_in_place))


def test_a_stranger_s_key_opens_nothing(workshop: Workshop) -> None:
    ground = workshop.fresh()
    ground.file("ta")
    assert open_envelope(only_envelope(ground).read_bytes(), [x25519.Identity.generate()]) is None
