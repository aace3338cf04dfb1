# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt

from storage import receipts
from storage.constants import ENTRY_SIGNATURE, NAME_LENGTH
from storage.keys import SigningSecret
from storage.receipts import LENGTH, Token, make_token, random_token, read_token, token_name
from tests.storage.school import keys, kid, seed

ACK = seed("ack")[:16].hex()
MINUTE = "2026-11-20T15:10"
READER = keys("dsl").signing
TOKEN = make_token(ACK, kid("dsl"), READER, MINUTE)


def read(token: Token, ack: str = ACK, reader: str = "dsl") -> str | None:
    return read_token(token.content, ack, kid(reader), keys(reader).signing.public)


def test_a_receipt_says_when_the_reader_opened_it() -> None:
    assert read(TOKEN) == MINUTE
    assert TOKEN.name == token_name(ACK, kid("dsl"))


def test_its_name_is_the_labelled_hash_of_secret_reader_and_part() -> None:
    said = b"candour/ack/v1\0" + bytes.fromhex(ACK) + bytes.fromhex(kid("dsl")) + b"\0\0"
    assert token_name(ACK, kid("dsl")) == hashlib.sha256(said).hexdigest()[:32]
    assert token_name(ACK, kid("dsl"), 1) == hashlib.sha256(said[:-1] + b"\1").hexdigest()[:32]


@pytest.mark.parametrize("change", ["ack", "reader"])
def test_it_is_no_receipt_for_anything_else(change: str) -> None:
    if change == "ack":
        assert read(TOKEN, ack="00" * 16) is None
    else:
        assert read(TOKEN, reader="head") is None


def test_nobody_makes_one_without_the_secret() -> None:
    forged = make_token("00" * 16, kid("dsl"), READER, MINUTE)
    assert read(Token(TOKEN.name, forged.content)) is None


def test_another_reader_of_the_entry_cannot_make_one() -> None:
    forged = make_token(ACK, kid("dsl"), keys("head").signing, MINUTE)
    assert forged.name == TOKEN.name
    assert read(forged) is None


def _boxed(inner: bytes) -> Token:
    """Box anything under the entry's secret, as each of its readers can."""
    key = receipts._hash(b"candour/ackkey/v1\0", ACK, kid("dsl"), 0)
    nonce = b"\0" * 24
    boxed = crypto_aead_xchacha20poly1305_ietf_encrypt(inner, b"", nonce, key)
    return Token(TOKEN.name, nonce + boxed)


def _signed(minute: bytes, label: bytes = b"candour-receipt-v1\0", secret: SigningSecret = READER) -> Token:
    return _boxed(secret.sign(label, TOKEN.name.encode() + minute) + minute)


def test_a_signature_for_another_purpose_is_no_receipt() -> None:
    assert read(_signed(MINUTE.encode())) == MINUTE
    assert read(_signed(MINUTE.encode(), label=ENTRY_SIGNATURE)) is None


def test_a_signature_for_another_minute_or_name_is_no_receipt() -> None:
    signature = READER.sign(b"candour-receipt-v1\0", TOKEN.name.encode() + MINUTE.encode())
    assert read(_boxed(signature + b"2026-11-20T15:11")) is None
    other = READER.sign(b"candour-receipt-v1\0", b"f" * 32 + MINUTE.encode())
    assert read(_boxed(other + MINUTE.encode())) is None


@pytest.mark.parametrize(
    "minute", [b"zzzzzzzzzzzzzzzz", b"2026-02-30T15:10", b"2026-11-20 15:10", b"\xff" * 16, b"2026-11-20T25:10"]
)
def test_a_reader_s_nonsense_is_no_receipt(minute: bytes) -> None:
    assert read(_signed(minute)) is None


def test_every_altered_bit_makes_it_worthless() -> None:
    for bit in range(LENGTH * 8):
        data = bytearray(TOKEN.content)
        data[bit // 8] ^= 1 << bit % 8
        assert read(Token(TOKEN.name, bytes(data))) is None


@given(st.binary(max_size=2 * LENGTH))
def test_no_bytes_make_a_receipt_or_a_fault(data: bytes) -> None:
    assert read(Token(TOKEN.name, data)) is None


def test_a_random_one_looks_the_same() -> None:
    made = random_token()
    assert (len(made.name), len(made.content)) == (len(TOKEN.name), len(TOKEN.content)) == (NAME_LENGTH, LENGTH)
    assert set(made.name) <= set("0123456789abcdef")
    assert random_token() != made


def _bits(tokens: list[Token]) -> float:
    ones = sum(byte.bit_count() for token in tokens for byte in token.content)
    return ones / (len(tokens) * LENGTH * 8)


def test_neither_kind_has_a_bias_that_would_tell_them_apart() -> None:
    real = [make_token(f"{n:032x}", kid("dsl"), READER, MINUTE) for n in range(400)]
    random = [random_token() for _ in range(400)]
    # 384,000 bits each: five standard deviations are 0.004.
    assert abs(_bits(real) - 0.5) < 0.004
    assert abs(_bits(random) - 0.5) < 0.004
    for place in (0, 23, 24, 87, 88, LENGTH - 1):
        assert len({token.content[place] for token in real}) > 150
