# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import hashlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.charter import SettingsData
from storage.constants import SIGNATURES_MAX, STATEMENT_MAX
from storage.errors import Fault, KnownError
from storage.keys import SigningSecret
from storage.statements import SignedStatement, is_signed_by, read_statement, sign_statement, write_statement
from tests.storage.school import EVERYONE, allowing, following, founding, keys, kid, refusing, seed

SIGNED = following(EVERYONE, "settings", SettingsData(set={"x": 1}), "head", "dsl")
FILE = write_statement(SIGNED)


def test_what_is_written_is_read_back() -> None:
    again = read_statement(FILE)
    assert again == SIGNED
    assert again.statement().n == EVERYONE.n + 1


def test_its_name_is_the_labelled_hash_of_the_body_alone() -> None:
    bare = SignedStatement(SIGNED.body, {})
    assert bare.name == SIGNED.name == hashlib.sha256(b"candour/statement/v1\0" + SIGNED.body).hexdigest()


def test_the_signatures_stand_in_the_order_of_their_key_ids() -> None:
    first, second = sorted([kid("head"), kid("dsl")])
    tail = FILE[4 + len(SIGNED.body) :]
    assert (tail[:16].hex(), tail[80:96].hex(), len(tail)) == (first, second, 160)


def test_it_is_signed_by_whom_it_is_signed_by() -> None:
    assert is_signed_by(SIGNED, keys("head").signing.public)
    assert not is_signed_by(SIGNED, keys("chair").signing.public)


def test_a_signature_under_another_s_key_id_counts_for_nobody() -> None:
    stolen = SignedStatement(SIGNED.body, {kid("chair"): SIGNED.signatures[kid("head")]})
    assert not is_signed_by(stolen, keys("chair").signing.public)
    assert not is_signed_by(stolen, keys("head").signing.public)


def test_a_signature_of_another_statement_counts_for_nothing() -> None:
    other = following(EVERYONE, "settings", SettingsData(set={"x": 2}), "head")
    assert not is_signed_by(SignedStatement(SIGNED.body, other.signatures), keys("head").signing.public)


def _signed_by(count: int) -> bytes:
    statement = founding().statement()
    return write_statement(sign_statement(statement, tuple(SigningSecret(seed(str(n))) for n in range(count))))


def test_sixteen_signatures_are_read_and_seventeen_are_not() -> None:
    assert len(read_statement(_signed_by(SIGNATURES_MAX)).signatures) == SIGNATURES_MAX
    with refusing(Fault.DIRECTORY_REFUSED):
        read_statement(_signed_by(SIGNATURES_MAX + 1))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0",
        FILE[:-1],
        FILE + b"x",
        FILE[: 4 + len(SIGNED.body) - 1],
        b"\xff\xff\xff\xff" + FILE[4:],
        FILE[: 4 + len(SIGNED.body)] + FILE[-80:] + FILE[-160:-80],
        FILE + FILE[-80:],
        b"\0" * (STATEMENT_MAX + 4 + 80 * SIGNATURES_MAX + 80),
    ],
    ids=["empty", "no length", "cut", "tail", "cut body", "length", "order", "twice", "large"],
)
def test_another_layout_is_refused(data: bytes) -> None:
    with refusing(Fault.DIRECTORY_REFUSED):
        read_statement(data)


@pytest.mark.parametrize(
    "change",
    [{"v": "1"}, {"n": 0}, {"n": 2**16}, {"type": "Genesis"}, {"at": "2026-13-01"}, {"data": []}, {"extra": 1},
     {"prev": "x"}, {"school": SIGNED.name + "\n"}],
    ids=str,
)  # fmt: skip
def test_a_body_out_of_form_is_refused(change: dict[str, object]) -> None:
    fields = {**msgspec.json.decode(SIGNED.body, type=dict[str, object]), **change}
    with refusing(Fault.DIRECTORY_REFUSED):
        SignedStatement(msgspec.json.encode(fields), {}).statement()


def test_a_body_with_two_readings_is_refused() -> None:
    with refusing(Fault.DIRECTORY_REFUSED):
        SignedStatement(SIGNED.body.replace(b'"n":', b'"n":9,"n":', 1), {}).statement()


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_the_one_fault(data: bytes) -> None:
    with allowing(Fault.DIRECTORY_REFUSED):
        read_statement(data).statement()


def test_no_flipped_bit_leaves_both_signatures_standing() -> None:
    for bit in range(0, len(FILE) * 8, 7):
        data = bytearray(FILE)
        data[bit // 8] ^= 1 << bit % 8
        try:
            read = read_statement(bytes(data))
        except KnownError:
            continue
        assert not all(is_signed_by(read, keys(name).signing.public) for name in ("head", "dsl"))
