# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a round does with all the files of an exchange; what each of them is stands in test_ingest.py."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from storage import ingest as ingest_module
from storage.body import Author, Standing
from storage.errors import Fault, KnownError
from storage.exchange import Area, FolderExchange, Listed, envelope_name
from storage.frame import pack
from storage.ingest import Ingested, Outcome, Reason, StoppedError, look_again, set_aside
from storage.judge import Flag
from tests.storage.school import (
    NOW,
    Desk,
    beginning,
    drop,
    framed,
    later,
    plain_body,
    refusing,
    sealed,
    send,
    set_modified,
    walk_up,
)
from tests.storage.test_ingest import ALTERED, EACH, SOUND

Seat = Callable[[str], Desk]

LONG_AGO = NOW - timedelta(days=1)


def test_a_round_keeps_what_is_for_us_and_counts_the_rest(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    dsl = seat("dsl")
    for data, _ in EACH.values():
        send(exchange, data)
    drop(share, "fresh.cenv", ALTERED, modified=NOW)
    taken = dsl.take_in(exchange)
    (eid,) = dsl.eids()
    assert taken == Ingested(new=(eid,), flagged=(), not_for_us=1, set_aside=8, pending=1)
    assert dsl.touched == [eid]
    expected = {reason for _, (_, reason) in EACH.values() if reason}
    assert {reason for _, reason, _ in set_aside(dsl.vault)} == expected


def test_nothing_is_taken_in_twice(seat: Seat, exchange: FolderExchange) -> None:
    dsl = seat("dsl")
    for data, _ in EACH.values():
        send(exchange, data)
    dsl.take_in(exchange)
    assert dsl.take_in(exchange) == Ingested()
    assert dsl.touched[1:] == []


def test_an_entry_is_kept_with_when_it_came_and_what_was_odd(seat: Seat, exchange: FolderExchange) -> None:
    dsl = seat("dsl")
    send(exchange, SOUND)
    taken = dsl.take_in(exchange, later(days=8), directory=beginning())
    (stored,) = dsl.entries.everything()
    assert taken.flagged == taken.new == (stored.entry.eid,)
    assert stored.flags == {Flag.CLOCK_OLD, Flag.UNKNOWN_AUTHOR}
    assert stored.received_at == later(days=8)


def test_a_fork_is_flagged_and_both_are_kept(seat: Seat, exchange: FolderExchange) -> None:
    dsl = seat("dsl")
    send(exchange, SOUND, sealed(framed(plain_body(ack="00" * 16)), "dsl"))
    taken = dsl.take_in(exchange)
    assert (len(taken.new), len(taken.flagged)) == (2, 1)
    assert [sorted(stored.flags) for stored in dsl.entries.everything() if stored.flags] == [[Flag.FORKED_CHAIN]]


@pytest.mark.parametrize(
    "name", ["{stem}-PC27.cenv", "{stem} (2).cenv", "{stem}.sync-conflict-20261120.cenv", "Copy of {stem}.cenv", "x"]
)
def test_copies_change_nothing(seat: Seat, share: Path, exchange: FolderExchange, name: str) -> None:
    dsl = seat("dsl")
    for data, _ in EACH.values():
        send(exchange, data)
    dsl.take_in(exchange)
    before = dsl.vault.database.rows("SELECT * FROM entries"), set_aside(dsl.vault)
    for data, _ in EACH.values():
        stem = envelope_name(data).removesuffix(".cenv")
        drop(share, f"{stem[:4]}{name.format(stem=stem)}" if name == "x" else name.format(stem=stem), data, LONG_AGO)
    taken = dsl.take_in(exchange)
    assert taken.new == ()
    assert (dsl.vault.database.rows("SELECT * FROM entries"), set_aside(dsl.vault)) == before
    copies = dsl.vault.database.value("SELECT count(*) FROM arrivals WHERE outcome = ?", (Outcome.COPY.value,))
    assert copies == len(EACH)


def test_the_only_surviving_copy_is_used(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    drop(share, "IMG_0001.jpg", SOUND, LONG_AGO)
    dsl = seat("dsl")
    assert len(dsl.take_in(exchange).new) == 1


def test_what_was_set_aside_stays_shown_though_it_is_copied_and_touched(
    seat: Seat, share: Path, exchange: FolderExchange
) -> None:
    dsl = seat("dsl")
    path = drop(share, "a.cenv", b"no envelope", LONG_AGO)
    dsl.take_in(exchange)
    drop(share, "b.cenv", b"no envelope", LONG_AGO)
    dsl.take_in(exchange)
    set_modified(path, NOW - timedelta(days=2))
    dsl.take_in(exchange)
    assert [(name, reason) for name, reason, _ in set_aside(dsl.vault)] == [("a.cenv", Reason.NOT_AN_ENVELOPE)]


def test_a_file_that_is_replaced_by_a_whole_one_is_taken_in(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    dsl = seat("dsl")
    path = drop(share, envelope_name(SOUND), SOUND[:5000], LONG_AGO)
    assert dsl.take_in(exchange).set_aside == 1
    path.write_bytes(SOUND)
    assert len(dsl.take_in(exchange).new) == 1
    assert set_aside(dsl.vault) == []


def test_a_file_that_was_away_when_it_was_read_is_taken_in_when_it_is_back(
    seat: Seat, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scanner takes it away and puts it back, with the size and the time that it had."""
    dsl = seat("dsl")
    path = drop(share, envelope_name(SOUND), SOUND, LONG_AGO)
    real = FolderExchange.names

    def names(self: FolderExchange, area: Area) -> list[Listed]:
        listed = real(self, area)
        if area is Area.ENVELOPES:
            path.unlink()
        return listed

    monkeypatch.setattr(FolderExchange, "names", names)
    assert dsl.take_in(exchange) == Ingested(pending=1)
    monkeypatch.undo()
    drop(share, envelope_name(SOUND), SOUND, LONG_AGO)
    assert len(dsl.take_in(exchange).new) == 1


def test_what_a_newer_candour_wrote_is_looked_at_again_when_asked(
    seat: Seat, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    dsl = seat("dsl")
    send(exchange, EACH["from a newer Candour"][0], EACH["no envelope"][0])
    assert dsl.take_in(exchange).set_aside == 2
    assert dsl.take_in(exchange) == Ingested()
    monkeypatch.setattr("storage.body.VERSION", 2)
    assert dsl.take_in(exchange) == Ingested()
    look_again(dsl.vault)
    assert len(set_aside(dsl.vault)) == 2
    assert len(dsl.take_in(exchange).new) == 1
    assert len(set_aside(dsl.vault)) == 1


# Hostile files stop nothing.


def _walk_up_with(**changes: Any) -> bytes:
    author = Author(pub=plain_body().author.pub, standing=Standing.WALK_UP_ANONYMOUS)
    body = msgspec.structs.replace(plain_body(), author=author, chain=None, seq=None)
    return sealed(framed(msgspec.structs.replace(body, **changes)), "dsl")


HOSTILE = [
    _walk_up_with(at="9999-12-31"),
    _walk_up_with(at="1000-01-01T00:00:00Z"),
    _walk_up_with(kind="grant", data={"body": [], "signature": {}}),
    _walk_up_with(data={"said": "\u202e\u2066\ufeff" * 100, "deep": [[[[[[]]]]]]}),
    _walk_up_with(case="00" * 32, parents=("00" * 32,) * 64, supersedes="00" * 32),
    sealed(framed(plain_body(seq=2**53 - 1, prev="00" * 32)), "dsl"),
    sealed(framed(b'{"v":' + b"9" * 4000 + b"}"), "dsl"),
    sealed(framed(b"[" * 16_000), "dsl"),
    sealed(pack(b"\xff" * 100, bytes(64)), "dsl"),
    sealed(b"", "dsl"),
]


def test_hostile_files_stop_no_other(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    dsl = seat("dsl")
    send(exchange, *HOSTILE)
    for name in (b"\xff\xfe.cenv", b"a\nb\tc", b"0" * 250, "\u202etxt.cenv".encode(), b"'; DROP TABLE entries; --"):
        Path(os.fsdecode(os.fsencode(share / "in") + b"/" + name)).write_bytes(name)
    (share / "in" / "folder.cenv").mkdir()
    os.mkfifo(share / "in" / "pipe.cenv")
    (share / "in" / "loop.cenv").symlink_to(share / "in" / "loop.cenv")
    (share / "in" / "out.cenv").symlink_to("/dev/zero")
    (share / "in" / "huge.cenv").write_bytes(b"\0" * 3_000_000)
    sound = walk_up("dsl")
    send(exchange, sound)
    assert sound.entry.eid in dsl.take_in(exchange).new
    assert dsl.take_in(exchange).new == ()
    assert dsl.entries.gaps(later(days=1))


def test_a_file_that_nobody_may_read_stops_no_other(
    seat: Seat, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    dsl = seat("dsl")
    closed, _ = send(exchange, SOUND, walk_up("dsl"))
    real = Path.open

    def refuses(self: Path, *given: Any, **named: Any) -> Any:
        if self.name == closed:
            raise PermissionError(13, "denied")
        return real(self, *given, **named)

    monkeypatch.setattr(Path, "open", refuses)
    taken = dsl.take_in(exchange)
    assert (len(taken.new), taken.pending) == (1, 1)
    monkeypatch.undo()
    assert len(dsl.take_in(exchange).new) == 1


# Batches.


class _StoppedError(Exception):
    """The person closes the window."""


def test_progress_is_told_and_may_stop_between_two_batches(
    seat: Seat, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "INGEST_BATCH", 3)
    dsl = seat("dsl")
    send(exchange, *(walk_up("dsl") for _ in range(8)))
    told: list[tuple[int, int]] = []

    def stops(done: int, of: int) -> None:
        told.append((done, of))
        if done == 6:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        dsl.take_in(exchange, progress=stops)
    assert told == [(0, 8), (3, 8), (6, 8)]
    assert len(dsl.eids()) == 6
    assert dsl.vault.database.value("SELECT count(*) FROM arrivals") == 6
    assert len(dsl.touched) == 6
    assert len(dsl.take_in(exchange).new) == 2
    assert len(exchange.names(Area.RECEIPTS)) == 8


def test_a_round_that_is_stopped_says_what_it_took_in(
    seat: Seat, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "INGEST_BATCH", 3)
    dsl = seat("dsl")
    send(exchange, *(walk_up("dsl") for _ in range(8)))

    def stops(done: int, _of: int) -> None:
        if done == 3:
            raise StoppedError

    assert len(dsl.take_in(exchange, progress=stops).new) == 3
    assert len(dsl.take_in(exchange).new) == 5


def test_a_batch_is_kept_whole_or_not_at_all(
    seat: Seat, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "INGEST_BATCH", 3)
    dsl = seat("dsl")
    send(exchange, *(walk_up("dsl") for _ in range(6)))
    seen: list[str] = []

    def project(case: str) -> None:
        seen.append(case)
        if len(seen) == 5:
            raise KnownError(Fault.DISK_FULL)

    with refusing(Fault.DISK_FULL):
        dsl.take_in(exchange, project=project)
    assert dsl.vault.database.value("SELECT count(*) FROM entries") == 3
    assert dsl.vault.database.value("SELECT count(*) FROM arrivals") == 3
    assert dsl.vault.database.value("SELECT count(*) FROM tokens") == 3
    assert len(dsl.take_in(exchange).new) == 3


def test_an_entry_that_breaks_its_case_is_set_aside_whole_and_stops_no_other(
    seat: Seat, exchange: FolderExchange
) -> None:
    dsl = seat("dsl")
    send(exchange, *(walk_up("dsl") for _ in range(5)))
    cases: list[str] = []

    def project(case: str) -> None:
        cases.append(case)
        if len(cases) == 2:
            raise ZeroDivisionError

    taken = dsl.take_in(exchange, project=project)
    assert (len(taken.new), taken.set_aside) == (4, 1)
    assert cases[1] not in dsl.eids()
    assert [reason for _, reason, _ in set_aside(dsl.vault)] == [Reason.UNEXPECTED]
    look_again(dsl.vault)
    assert dsl.take_in(exchange).new == (cases[1],)


def test_a_carrier_that_goes_half_way_leaves_whole_batches(
    seat: Seat, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "INGEST_BATCH", 3)
    dsl = seat("dsl")
    send(exchange, *(walk_up("dsl") for _ in range(6)))

    def unplugs(done: int, _of: int) -> None:
        if done == 3:
            (share / "in").rename(share / "gone")

    with refusing(Fault.EXCHANGE_UNREACHABLE):
        dsl.take_in(exchange, progress=unplugs)
    assert len(dsl.eids()) == 3
    (share / "gone").rename(share / "in")
    assert len(dsl.take_in(exchange).new) == 3


def test_an_unreachable_exchange_is_said(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    (share / "in").rmdir()
    with refusing(Fault.EXCHANGE_UNREACHABLE):
        seat("dsl").take_in(exchange)


def test_nothing_in_the_exchange_is_ever_changed(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    for data, _ in EACH.values():
        send(exchange, data)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (share / "in").iterdir()}
    for name in ("dsl", "chair"):
        seat(name).take_in(exchange)
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (share / "in").iterdir()}
    assert after == before
