# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.constants import BUCKETS, FRAME_MAGIC
from storage.errors import Fault
from storage.frame import pack, unpack
from tests.storage.school import allowing, refusing

OVERHEAD = len(FRAME_MAGIC) + 4 + 64
SIGNATURE = bytes(range(64))


@given(st.binary(max_size=300), st.binary(min_size=64, max_size=64))
def test_what_is_packed_is_unpacked(body: bytes, signature: bytes) -> None:
    assert unpack(pack(body, signature)) == (body, signature)


@pytest.mark.parametrize(
    ("length", "size"),
    [
        (0, BUCKETS[0]),
        (BUCKETS[0] - OVERHEAD, BUCKETS[0]),
        (BUCKETS[0] - OVERHEAD + 1, BUCKETS[1]),
        (BUCKETS[1] - OVERHEAD, BUCKETS[1]),
        (BUCKETS[1] - OVERHEAD + 1, BUCKETS[2]),
        (BUCKETS[2] - OVERHEAD, BUCKETS[2]),
    ],
)
def test_a_frame_has_the_smallest_size_that_holds_it(length: int, size: int) -> None:
    frame = pack(b"x" * length, SIGNATURE)
    assert len(frame) == size
    assert unpack(frame) == (b"x" * length, SIGNATURE)


def test_what_no_size_holds_is_refused() -> None:
    with refusing(Fault.CONTENT_TOO_LARGE):
        pack(b"x" * (BUCKETS[2] - OVERHEAD + 1), SIGNATURE)


def _length(body: int) -> bytes:
    return body.to_bytes(4, "big")


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        pack(b"body", SIGNATURE)[:-1],
        pack(b"body", SIGNATURE) + b"\0",
        pack(b"body", SIGNATURE)[:-1] + b"\1",
        (FRAME_MAGIC + _length(4) + b"body" + SIGNATURE + b"\1").ljust(BUCKETS[0], b"\0"),
        pack(b"body", SIGNATURE).ljust(BUCKETS[1], b"\0"),
        pack(b"body", SIGNATURE).ljust(BUCKETS[2], b"\0"),
        b"CNDRF2\0\0" + pack(b"body", SIGNATURE)[8:],
        (FRAME_MAGIC + _length(BUCKETS[0])).ljust(BUCKETS[0], b"\0"),
        (FRAME_MAGIC + _length(BUCKETS[0] - OVERHEAD + 1)).ljust(BUCKETS[0], b"\0"),
        (FRAME_MAGIC + _length(2**32 - 1)).ljust(BUCKETS[0], b"\0"),
    ],
    ids=[
        "empty",
        "a byte short",
        "a byte too many",
        "padding at the end",
        "padding at the beginning",
        "wasteful 64",
        "wasteful 256",
        "another magic",
        "length past the end",
        "no room for the signature",
        "greatest length",
    ],
)
def test_what_is_not_exactly_a_frame_is_refused(frame: bytes) -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        unpack(frame)


@given(st.binary(max_size=200), st.sampled_from(BUCKETS))
def test_no_bytes_raise_anything_but_the_one_fault(start: bytes, size: int) -> None:
    with allowing(Fault.ENTRY_MALFORMED):
        unpack((FRAME_MAGIC + start).ljust(size, b"\0"))


@given(st.integers(0, 300), st.integers(0, 7), st.integers(0, 16 * 1024 - 1))
def test_one_frame_has_one_reading(length: int, bit: int, place: int) -> None:
    frame = bytearray(pack(b"x" * length, SIGNATURE))
    before = unpack(bytes(frame))
    frame[place] ^= 1 << bit
    with allowing(Fault.ENTRY_MALFORMED):
        assert unpack(bytes(frame)) != before
