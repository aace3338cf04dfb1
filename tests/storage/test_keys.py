# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import hashlib
from itertools import permutations

import pytest

from storage import constants
from storage.errors import Fault
from storage.keys import (
    SMALL_ORDER,
    SigningSecret,
    check_sealing_key,
    check_signature,
    check_signing_key,
    equal,
    key_id,
    new_vault_keys,
)
from tests.storage.school import keys, refusing, seed

LABELS = (
    constants.ENTRY_SIGNATURE,
    constants.DIRECTORY_SIGNATURE,
    constants.HEARTBEAT_SIGNATURE,
    constants.RECEIPT_SIGNATURE,
)
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493
SECRET = SigningSecret(seed("somebody"))


def test_a_key_id_is_the_labelled_hash_of_the_public_key() -> None:
    expected = hashlib.sha256(b"candour/kid/v1\0" + SECRET.public).digest()[:16].hex()
    assert key_id(SECRET.public) == expected


@pytest.mark.parametrize("label", LABELS)
def test_a_signature_is_good_for_its_purpose(label: bytes) -> None:
    check_signature(label, SECRET.public, b"message", SECRET.sign(label, b"message"))


@pytest.mark.parametrize(("made_for", "shown_as"), [*permutations(LABELS, 2)])
def test_a_signature_is_good_for_no_other_purpose(made_for: bytes, shown_as: bytes) -> None:
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signature(shown_as, SECRET.public, b"message", SECRET.sign(made_for, b"message"))


def test_no_label_begins_another() -> None:
    every = [value for value in vars(constants).values() if isinstance(value, bytes) and value.startswith(b"cando")]
    assert len(every) > 10
    assert not [pair for pair in permutations(every, 2) if pair[0].startswith(pair[1])]
    assert all(label.endswith(b"\0") for label in every)


def test_the_length_keeps_label_and_message_apart() -> None:
    signature = SECRET.sign(b"label", b"message")
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signature(b"labelm", SECRET.public, b"essage", signature)


@pytest.mark.parametrize("bit", range(0, 512, 37))
def test_an_altered_signature_is_refused(bit: int) -> None:
    signature = bytearray(SECRET.sign(LABELS[0], b"message"))
    signature[bit // 8] ^= 1 << bit % 8
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signature(LABELS[0], SECRET.public, b"message", bytes(signature))


@pytest.mark.parametrize("times", [1, 2, 7])
def test_a_signature_with_the_group_order_added_is_refused(times: int) -> None:
    signature = SECRET.sign(LABELS[0], b"message")
    scalar = int.from_bytes(signature[32:], "little") + times * GROUP_ORDER
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signature(LABELS[0], SECRET.public, b"message", signature[:32] + scalar.to_bytes(32, "little"))


@pytest.mark.parametrize("length", [0, 63, 65])
def test_a_signature_of_another_length_is_refused(length: int) -> None:
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signature(LABELS[0], SECRET.public, b"message", b"\0" * length)


@pytest.mark.parametrize("point", sorted(SMALL_ORDER), ids=bytes.hex)
def test_a_key_of_small_order_is_no_key(point: bytes) -> None:
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signing_key(point)
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signature(LABELS[0], point, b"any message at all", point + b"\0" * 32)


def test_every_encoding_of_the_eight_points_of_small_order_is_known() -> None:
    prime = 2**255 - 19
    low = {int.from_bytes(point, "little") & ~(1 << 255) for point in SMALL_ORDER}
    # x = 0, y = ±1; y = 0; and the two points of order eight, which are each other's negatives.
    assert {y % prime for y in low} >= {0, 1, prime - 1}
    assert len({y % prime for y in low}) == 5
    assert all(y + prime in low for y in low if y + prime < 2**255)
    assert len(SMALL_ORDER) == 2 * len(low)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_no_key(length: int) -> None:
    with refusing(Fault.SIGNATURE_REFUSED):
        check_signing_key(b"\x05" * length)


@pytest.mark.parametrize("recipient", ["", "age1", "age1" + "q" * 58, keys("ta").public.seal[:-1] + "q"])
def test_what_is_not_a_recipient_is_refused(recipient: str) -> None:
    with refusing(Fault.READER_REFUSED):
        check_sealing_key(recipient)


def test_a_vault_s_keys_are_two_and_show_neither_secret() -> None:
    made = new_vault_keys(seed("fresh"))
    shown = f"{made!r}{made}{made.signing!r}{made.signing}"
    check_sealing_key(made.public.seal)
    assert seed("fresh").hex() not in shown
    assert repr(seed("fresh")) not in shown
    assert "AGE-SECRET" not in shown.upper()
    assert new_vault_keys(seed("fresh")).sealing != made.sealing


def test_secrets_are_compared() -> None:
    assert equal(b"one", b"one")
    assert not equal(b"one", b"two")
