# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import hashlib
import secrets
import time
from collections import Counter
from collections.abc import MutableSequence, Sequence
from datetime import timedelta

import pyrage
import pytest
from pyrage import x25519

from storage.constants import BUCKETS, ENVELOPE_MAX, HEADER_MAX, STANZAS_MAX
from storage.errors import Fault, KnownError
from storage.exchange import Listed
from storage.ingest import Outcome, Reason, examine
from storage.seal import check_envelope, open_envelope, seal
from tests.storage.school import (
    NOW,
    addressee,
    framed,
    identity,
    in_their_order,
    keys,
    plain_body,
    refusing,
    sealed,
)

FRAME = framed(plain_body())
ENVELOPE = sealed(FRAME, "dsl", "head")
HEADER = ENVELOPE.index(b"\n---") + 49
FIRST_LINE = b"age-encryption.org/v1\n"
MAC_LINE = b"--- " + b"A" * 43 + b"\n"


def stanzas(data: bytes) -> int:
    return data[:HEADER_MAX].count(b"\n-> X25519 ")


@pytest.mark.parametrize("name", ["dsl", "head"])
def test_each_reader_opens_it(name: str) -> None:
    assert open_envelope(ENVELOPE, [identity(name)]) == FRAME


def test_nobody_else_does() -> None:
    assert open_envelope(ENVELOPE, [identity("chair"), identity("cook")]) is None


@pytest.mark.parametrize("size", BUCKETS)
def test_every_size_of_frame_fits_into_an_envelope(size: int) -> None:
    data = seal(b"\0" * size, [keys("dsl").public.seal], 16, in_their_order)
    assert open_envelope(data, [identity("dsl")]) == b"\0" * size


@pytest.mark.parametrize("slots", [8, 16])
def test_the_slots_are_the_same_however_many_read_it(slots: int) -> None:
    counts = {
        stanzas(seal(FRAME, [keys(str(n)).public.seal for n in range(readers)], slots, in_their_order))
        for readers in range(slots + 1)
    }
    assert counts == {slots}


def test_the_length_tells_nothing_of_how_many_read_it() -> None:
    def lengths(readers: int) -> list[int]:
        to = [keys(str(n)).public.seal for n in range(readers)]
        return sorted(len(seal(FRAME, to, 8, in_their_order)) for _ in range(60))

    one, eight = lengths(1), lengths(8)
    # age adds one stanza of random length; the two ranges must lie upon each other.
    assert one[0] < eight[-1]
    assert eight[0] < one[-1]
    assert max(one[-1], eight[-1]) - min(one[0], eight[0]) < 250


def test_more_readers_than_slots_are_refused() -> None:
    with refusing(Fault.TOO_MANY_READERS):
        seal(FRAME, [keys(str(n)).public.seal for n in range(9)], 8, in_their_order)


def test_readers_and_strangers_are_shuffled_together() -> None:
    seen: list[str] = []

    def shuffle(everyone: MutableSequence[str]) -> None:
        seen.extend(everyone)

    seal(FRAME, [keys("dsl").public.seal], 8, shuffle)
    assert len(set(seen)) == 8
    assert seen[0] == keys("dsl").public.seal


def test_the_strangers_are_new_each_time() -> None:
    seen: Counter[str] = Counter()
    for _ in range(5):
        seal(FRAME, [], 8, seen.update)
    assert set(seen.values()) == {1}


def test_the_same_frame_never_looks_the_same_twice() -> None:
    headers = [set(data.split(b"\n---")[0].split(b"\n")) for data in (ENVELOPE, sealed(FRAME, "dsl", "head"))]
    assert headers[0] & headers[1] == {FIRST_LINE.strip()}


def _flood(stanza_count: int) -> bytes:
    one = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    return FIRST_LINE + one * stanza_count + MAC_LINE + b"x" * 100


HOSTILE = {
    "nothing": b"",
    "the first line only": FIRST_LINE,
    "no age file": b"PK\x03\x04" + b"\0" * 1000,
    "another version": ENVELOPE.replace(b"/v1\n", b"/v2\n", 1),
    "1,000 stanzas": _flood(1000),
    "3,000 stanzas": _flood(3000),
    "25 short stanzas": FIRST_LINE + b"-> a\n\n" * (STANZAS_MAX + 1) + MAC_LINE,
    "a line of 200 kB": FIRST_LINE + b"-> X25519 " + b"A" * 200_000 + b"\n" + MAC_LINE,
    "no end of the header": FIRST_LINE + b"-> X25519 " + b"A" * 200_000,
    "the end past the limit": FIRST_LINE + b"-> X25519 " + b"A" * HEADER_MAX + b"\n" + MAC_LINE,
    "too large": ENVELOPE.ljust(ENVELOPE_MAX + 1, b"x"),
    "armoured": pyrage.encrypt(FRAME, [x25519.Recipient.from_str(keys("dsl").public.seal)], armored=True),
    "a space before it": b" " + ENVELOPE,
    "a byte order mark before it": b"\xef\xbb\xbf" + ENVELOPE,
    "DOS line ends": ENVELOPE[:HEADER].replace(b"\n", b"\r\n") + ENVELOPE[HEADER:],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_age_must_not_be_asked_is_refused_in_no_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_data: bytes, _identities: Sequence[x25519.Identity]) -> bytes:
        raise AssertionError("age was asked")

    monkeypatch.setattr(pyrage, "decrypt", never)
    began = time.perf_counter()
    with refusing(Fault.SEAL_REFUSED):
        open_envelope(HOSTILE[name], [])
    assert time.perf_counter() - began < 0.01


def test_age_alone_would_have_opened_the_armoured_one() -> None:
    assert pyrage.decrypt(HOSTILE["armoured"], [identity("dsl")]) == FRAME


def test_age_alone_would_have_taken_long_over_the_flood() -> None:
    began = time.perf_counter()
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(_flood(300), [identity("dsl")])
    assert time.perf_counter() - began > 0.05


def _worst_that_passes() -> list[bytes]:
    """Headers that fill every limit at once, in the shapes that age's parser works hardest on."""
    room = HEADER_MAX - len(FIRST_LINE) - len(MAC_LINE)
    body_lines = b"-> a\n" + (b"A" * 64 + b"\n") * ((room - 6) // 65) + b"\n"
    arguments = b"-> " + b"a " * ((room - 6) // 2) + b"a\n\n"
    many = b"-> a " + b"b" * (room // STANZAS_MAX - 8) + b"\n\n"
    return [
        FIRST_LINE + each + MAC_LINE + b"x" * (ENVELOPE_MAX - HEADER_MAX)
        for each in (body_lines, arguments, many * STANZAS_MAX)
    ]


@pytest.mark.parametrize("data", _worst_that_passes(), ids=["body lines", "arguments", "stanzas"])
def test_the_worst_that_is_let_through_costs_no_minutes(data: bytes) -> None:
    check_envelope(data)
    began = time.process_time()
    assert open_envelope(data, [identity("dsl")]) is None
    assert time.process_time() - began < 2  # processor time, and a bound that only an unbounded parser breaks


def test_every_real_envelope_passes_the_check() -> None:
    for slots in (8, 16):
        for _ in range(50):
            check_envelope(seal(FRAME, [keys("dsl").public.seal], slots, in_their_order))


def _what_is(data: bytes) -> tuple[Outcome, Reason | None]:
    """Take a file in under the name that its content has, long after it came."""
    listed = Listed(hashlib.sha256(data).hexdigest()[:32] + ".cenv", len(data), 0)
    found = examine(listed, data, addressee("dsl"), [identity("dsl")], NOW + timedelta(days=1))
    return found.outcome, found.reason


def _harm(data: bytes) -> str | None:
    """Say what went wrong with an altered envelope, if it was not refused in one of the two documented ways."""
    found = _what_is(data)
    fine = {(Outcome.NOT_FOR_US, None), (Outcome.SET_ASIDE, Reason.NOT_AN_ENVELOPE)}
    return None if found in fine else f"{found}"


def _flipped(bit: int) -> bytes:
    data = bytearray(ENVELOPE)
    data[bit // 8] ^= 1 << bit % 8
    return bytes(data)


def test_the_envelope_itself_is_kept() -> None:
    assert _what_is(ENVELOPE) == (Outcome.KEPT, None)


def test_no_flipped_bit_is_accepted() -> None:
    bits = sorted({*range(HEADER * 8), *range(0, len(ENVELOPE) * 8, 97)})
    assert {bit: harm for bit in bits if (harm := _harm(_flipped(bit)))} == {}


@pytest.mark.long
def test_no_flipped_bit_is_accepted_not_one() -> None:
    bits = range(len(ENVELOPE) * 8)
    assert {bit: harm for bit in bits if (harm := _harm(_flipped(bit)))} == {}


def test_no_shorter_envelope_is_accepted() -> None:
    lengths = sorted({*range(HEADER + 40), *range(0, len(ENVELOPE), 53), *range(len(ENVELOPE) - 40, len(ENVELOPE))})
    assert {length: harm for length in lengths if (harm := _harm(ENVELOPE[:length]))} == {}


@pytest.mark.long
def test_no_shorter_envelope_is_accepted_not_one() -> None:
    lengths = range(len(ENVELOPE))
    assert {length: harm for length in lengths if (harm := _harm(ENVELOPE[:length]))} == {}


@pytest.mark.parametrize(
    "tail",
    [b"\0", b"\n", b"x" * 16, b"\0" * 65536, ENVELOPE, secrets.token_bytes(100)],
    ids=["a zero", "a line end", "a tag", "zeros", "another envelope", "noise"],
)
def test_no_longer_envelope_is_accepted(tail: bytes) -> None:
    assert _harm(ENVELOPE + tail) is None


@pytest.mark.parametrize("share", [4, 16, 100, 1000, 16000])
def test_a_tail_of_zeros_is_not_accepted(share: int) -> None:
    assert _harm(ENVELOPE[:-share] + b"\0" * share) is None


def test_parts_of_two_envelopes_do_not_go_together() -> None:
    other = sealed(FRAME, "dsl", "head")
    end = other.index(b"\n---") + 49
    assert _harm(ENVELOPE[:HEADER] + other[end:]) is None


def test_only_the_documented_fault_is_raised() -> None:
    for seed in range(300):
        data = bytearray(ENVELOPE[: HEADER + 200])
        for place in range(seed % 7 + 1):
            at = int.from_bytes(hashlib.sha256(f"{seed} {place}".encode()).digest()[:2], "big") % len(data)
            data[at] = hashlib.sha256(f"{place} {seed}".encode()).digest()[0]
        try:
            assert open_envelope(bytes(data), [identity("dsl")]) is None
        except KnownError as error:
            assert error.code is Fault.SEAL_REFUSED  # noqa: PT017 - both ways are documented
