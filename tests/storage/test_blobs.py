# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of an entry: their frames, their way to every reader, and that nobody else learns of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.blobs import Blobs, Enclosure, enclose, file_id, pack_file, padded, unpack_file
from storage.compose import Composed
from storage.constants import ENVELOPE_MAX, FILE_MAX
from storage.errors import Fault
from storage.exchange import Area, FolderExchange, Listed, file_name
from storage.ingest import Outcome, Reason, examine, set_aside
from storage.receipts import FILE_PART, LENGTH, file_secret, token_name
from storage.seal import open_envelope
from tests.storage.school import (
    NOW,
    Desk,
    addressee,
    allowing,
    drop,
    identity,
    kid,
    later,
    refusing,
    sealed,
    send,
    tokens,
    walk_up,
)

Seat = Callable[[str], Desk]
SALT = bytes(range(16))
NOTE = b"A note that was left on the desk."


def with_file(*readers: str, data: bytes = NOTE) -> Composed:
    """A walk-up's report with one file."""
    return walk_up(*readers, files=(enclose(data, "note.txt", "text/plain"),))


def files_of(composed: Composed) -> list[bytes]:
    return [file.seal().sealed for file in composed.files]


def leave(exchange: FolderExchange, *files: bytes) -> None:
    for data in files:
        exchange.put(Area.ENVELOPES, file_name(data), data)


def blob_of(composed: Composed) -> str:
    return composed.entry.body.files[0].blob


def held(desk: Desk, composed: Composed) -> bytes | None:
    return Blobs(desk.vault.database).read(blob_of(composed))


@given(st.binary(max_size=3000), st.binary(min_size=16, max_size=16))
def test_what_is_framed_comes_out_again(data: bytes, salt: bytes) -> None:
    assert unpack_file(pack_file(data, salt)) == data


@given(st.integers(32, FILE_MAX + 32))
def test_the_padding_is_never_more_than_an_eighth(length: int) -> None:
    assert length <= padded(length) <= length + length // 8


def test_lengths_near_one_another_look_alike() -> None:
    assert len({padded(length) for length in range(20 * 2**20, 21 * 2**20, 4096)}) <= 3


@given(st.binary(max_size=2000))
def test_no_other_bytes_are_a_frame(data: bytes) -> None:
    with allowing(Fault.ENTRY_MALFORMED):
        assert pack_file(unpack_file(data), data[8:24]) == data


def test_every_truncation_of_a_frame_is_refused() -> None:
    frame = pack_file(NOTE, SALT)
    for end in range(len(frame)):
        with refusing(Fault.ENTRY_MALFORMED):
            unpack_file(frame[:end])


def test_a_file_past_the_limit_is_refused() -> None:
    with refusing(Fault.CONTENT_TOO_LARGE):
        enclose(bytes(FILE_MAX + 1), "large.bin", "application/octet-stream")


def test_the_same_file_twice_has_two_names() -> None:
    assert enclose(NOTE, "a", "text/plain").attachment.blob != enclose(NOTE, "a", "text/plain").attachment.blob


def test_the_largest_file_fits_into_an_envelope() -> None:
    assert len(sealed(pack_file(bytes(FILE_MAX), SALT), "dsl")) <= ENVELOPE_MAX


def test_every_truncation_of_a_sealed_file_opens_for_nobody() -> None:
    (data,) = files_of(with_file("dsl"))
    for end in range(len(data)):
        with allowing(Fault.SEAL_REFUSED):
            assert open_envelope(data[:end], [identity("dsl")]) is None


def test_each_reader_holds_it_and_signs_for_it(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    composed = with_file("dsl", "head")
    leave(exchange, *files_of(composed))
    send(exchange, composed)
    dsl = seat("dsl")
    dsl.take_in(exchange)
    assert held(dsl, composed) == NOTE
    assert tokens(share) == {composed.tokens[kid("dsl")], composed.files[0].tokens[kid("dsl")]}


def test_a_stranger_learns_nothing_and_leaves_as_many_receipts(
    seat: Seat, share: Path, exchange: FolderExchange
) -> None:
    composed = with_file("dsl")
    leave(exchange, *files_of(composed))
    send(exchange, composed)
    chair = seat("chair")
    taken = chair.take_in(exchange)
    assert (taken.not_for_us, taken.set_aside, taken.new) == (2, 0, ())
    assert Blobs(chair.vault.database).names() == []
    assert {path.stat().st_size for path in (share / "ack").iterdir()} == {LENGTH}
    assert len(tokens(share)) == 2
    assert tokens(share).isdisjoint({*composed.tokens.values(), *composed.files[0].tokens.values()})


@pytest.mark.parametrize("files_first", [True, False])
def test_each_vault_leaves_one_receipt_for_each_in_whatever_order_they_come(
    seat: Seat, share: Path, exchange: FolderExchange, files_first: bool
) -> None:
    """Whoever holds one of them back must not see from a second receipt who could open the other."""
    composed, dsl, chair = with_file("dsl"), seat("dsl"), seat("chair")
    files = files_of(composed)
    steps = [lambda: leave(exchange, *files), lambda: send(exchange, composed)]
    for step, expected in zip(steps if files_first else reversed(steps), (1, 2), strict=True):
        step()
        for desk in (dsl, chair):
            before = tokens(share)
            desk.take_in(exchange)
            assert len(tokens(share) - before) == 1
        assert len(tokens(share)) == 2 * expected
    assert held(dsl, composed) == NOTE


def test_the_sender_hears_that_a_file_has_come(seat: Seat, exchange: FolderExchange) -> None:
    ta, dsl = seat("ta"), seat("dsl")
    composed = ta.report("dsl", files=(enclose(NOTE, "note.txt", "text/plain"),))
    send(exchange, composed)
    dsl.take_in(exchange)
    assert ta.collect(exchange) == [composed.entry.eid]
    assert ta.outbox.waiting() == [composed.entry.eid]
    leave(exchange, *(file.sealed for file in ta.outbox.sealed_files(composed.entry.eid)))
    dsl.take_in(exchange)
    assert ta.collect(exchange) == [composed.entry.eid]
    assert ta.outbox.waiting() == []
    assert list(ta.outbox.sealed_files(composed.entry.eid)) == []


def test_another_file_in_its_place_is_not_taken_for_it(seat: Seat, exchange: FolderExchange) -> None:
    mine, other = with_file("dsl"), with_file("dsl", data=b"something else")
    leave(exchange, *files_of(other))
    send(exchange, mine)
    dsl = seat("dsl")
    dsl.take_in(exchange)
    assert held(dsl, mine) is None


def test_under_the_name_of_another_it_is_still_itself(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    first, second = with_file("dsl"), with_file("dsl", data=b"something else")
    (one,), (two,) = files_of(first), files_of(second)
    drop(share, file_name(one), two, later(days=-1))
    drop(share, file_name(two), one, later(days=-1))
    dsl = seat("dsl")
    dsl.take_in(exchange)
    assert (held(dsl, first), held(dsl, second)) == (NOTE, b"something else")


def test_under_an_entry_s_name_it_gets_no_second_receipt(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    composed, dsl = with_file("dsl"), seat("dsl")
    (data,) = files_of(composed)
    path = drop(share, file_name(data), data, later(days=-1))
    dsl.take_in(exchange)
    path.rename(path.with_suffix(".cenv"))
    drop(share, "entry.cblob", composed.envelope, later(days=-1))
    dsl.take_in(exchange)
    assert tokens(share) == {composed.tokens[kid("dsl")], composed.files[0].tokens[kid("dsl")]}


def test_a_damaged_file_is_set_aside_and_heals(seat: Seat, share: Path, exchange: FolderExchange) -> None:
    composed, dsl = with_file("dsl"), seat("dsl")
    (data,) = files_of(composed)
    drop(share, file_name(data), data[:-1] + bytes([data[-1] ^ 1]), later(days=-1))
    dsl.take_in(exchange)
    assert [reason for _, reason, _ in set_aside(dsl.vault)] == [Reason.ALTERED]
    leave(exchange, data)
    dsl.take_in(exchange)
    assert held(dsl, composed) == NOTE


def test_two_gigabytes_are_refused_unread(
    seat: Seat, share: Path, exchange: FolderExchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    with drop(share, "huge.cblob", b"x").open("r+b") as file:
        file.truncate(2 * 2**30)

    def never(*_: object) -> bytes:
        raise AssertionError("it was begun")

    monkeypatch.setattr(exchange, "read", never)
    assert seat("dsl").take_in(exchange).set_aside == 1


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [(pack_file(NOTE, SALT), Outcome.KEPT), (pack_file(NOTE, SALT)[:-1], Outcome.SET_ASIDE)],
    ids=["a frame", "none"],
)
def test_what_a_sealed_file_is(frame: bytes, outcome: Outcome) -> None:
    data = sealed(frame, "dsl")
    found = examine(Listed("any name", len(data), 0), data, addressee("dsl"), [identity("dsl")], NOW)
    assert (found.outcome, found.entry) == (outcome, None)


def test_a_piece_that_was_put_back_is_noticed(seat: Seat) -> None:
    dsl = seat("dsl")
    frame = pack_file(NOTE, SALT)
    Blobs(dsl.vault.database).add(frame)
    dsl.vault.database.execute("UPDATE files SET data = ?", (pack_file(NOTE, bytes(16)),))
    with refusing(Fault.VAULT_DAMAGED):
        Blobs(dsl.vault.database).read(file_id(frame))


def test_a_long_file_is_kept_in_pieces(seat: Seat) -> None:
    dsl = seat("dsl")
    frame = pack_file(bytes(range(256)) * 10_000, SALT)
    Blobs(dsl.vault.database).add(frame)
    Blobs(dsl.vault.database).add(frame)
    assert dsl.vault.database.value("SELECT count(*) FROM files") == 3
    assert Blobs(dsl.vault.database).read(file_id(frame)) == bytes(range(256)) * 10_000


def test_a_receipt_for_a_file_is_none_for_an_entry() -> None:
    blob = blob_of(with_file("dsl"))
    assert token_name(file_secret(blob), kid("dsl"), FILE_PART) != token_name(file_secret(blob), kid("dsl"))


def test_an_enclosure_shows_nothing_of_itself() -> None:
    assert "left on the desk" not in repr(enclose(NOTE, "note.txt", "text/plain"))
    assert (
        replace(enclose(NOTE, "a", "b"), salt=SALT).frame
        == Enclosure(enclose(NOTE, "a", "b").attachment, SALT, NOTE).frame
    )


def test_what_goes_twice_to_the_same_readers_is_sent_once(seat: Seat, exchange: FolderExchange) -> None:
    ta, dsl = seat("ta"), seat("dsl")
    note = enclose(NOTE, "note.txt", "text/plain")
    first, second = (ta.report("dsl", files=(note,)) for _ in range(2))
    assert list(ta.outbox.sealed_files(second.entry.eid)) == []
    leave(exchange, *(file.sealed for file in ta.outbox.sealed_files(first.entry.eid)))
    send(exchange, first, second)
    dsl.take_in(exchange)
    ta.collect(exchange)
    assert ta.outbox.waiting() == []


def test_a_damaged_file_keeps_its_entry_from_nobody(seat: Seat) -> None:
    ta = seat("ta")
    composed = ta.report("dsl", files=(enclose(NOTE, "note.txt", "text/plain"),))
    blobs = Blobs(ta.vault.database)
    assert [each.data for each in blobs.again(composed.entry.body.files)] == [NOTE]
    ta.vault.database.execute("UPDATE files SET data = ?", (pack_file(NOTE, bytes(16)),))
    assert blobs.again(composed.entry.body.files) == ()
