# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What must not be believed, and that each check is the one that refuses it."""

import ast
import dataclasses
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

import storage.body
import storage.frame
import storage.keys
import storage.verify
from storage.body import Author, Standing, encode_body
from storage.constants import BUCKETS, DIRECTORY_SIGNATURE, HEARTBEAT_SIGNATURE, RECEIPT_SIGNATURE
from storage.errors import Fault, KnownError
from storage.frame import pack
from storage.keys import SMALL_ORDER
from storage.verify import Addressee, VerifiedEntry, verify, verify_granted
from tests.storage.school import SCHOOL, addressee, framed, keys, kid, plain_body, refusing, seed

ROOT = Path(storage.verify.__file__).resolve().parents[1]
DSL = addressee("dsl")
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493
SOUND = framed(plain_body())
BODY = encode_body(plain_body())
SMALL = sorted(SMALL_ORDER)[1]


def _signed(body: bytes) -> bytes:
    return framed(body)


def _malleated() -> bytes:
    signature = keys("ta").signing.sign(b"candour-entry-v1\0", BODY)
    scalar = int.from_bytes(signature[32:], "little") + GROUP_ORDER
    return pack(BODY, signature[:32] + scalar.to_bytes(32, "little"))


def _duplicate_key() -> bytes:
    return _signed(BODY.replace(b'{"ack"', b'{"kind":"decision","ack"', 1))


def _padded(byte: bytes) -> bytes:
    return SOUND[:-1] + byte


WRONG: dict[str, tuple[bytes, Fault]] = {
    "cut short": (SOUND[:-1], Fault.ENTRY_MALFORMED),
    "something in the padding": (_padded(b"\1"), Fault.ENTRY_MALFORMED),
    "a larger bucket than needed": (SOUND.ljust(BUCKETS[1], b"\0"), Fault.ENTRY_MALFORMED),
    "another magic": (b"CNDRF9\0\0" + SOUND[8:], Fault.ENTRY_MALFORMED),
    "two readings": (_duplicate_key(), Fault.ENTRY_MALFORMED),
    "an unknown field": (_signed(BODY.replace(b'{"ack"', b'{"aback":1,"ack"', 1)), Fault.ENTRY_MALFORMED),
    "readers out of order": (
        framed(msgspec.structs.replace(plain_body(), to=plain_body().to[::-1])),
        Fault.ENTRY_MALFORMED,
    ),
    "a member without a chain": (framed(plain_body(chain=None, seq=None)), Fault.ENTRY_MALFORMED),
    "too new": (framed(plain_body(v=2)), Fault.ENTRY_TOO_NEW),
    "another's signature": (framed(plain_body(), author="cook"), Fault.SIGNATURE_REFUSED),
    "signed as a directory": (framed(plain_body(), label=DIRECTORY_SIGNATURE), Fault.SIGNATURE_REFUSED),
    "signed as a heartbeat": (framed(plain_body(), label=HEARTBEAT_SIGNATURE), Fault.SIGNATURE_REFUSED),
    "signed as a receipt": (framed(plain_body(), label=RECEIPT_SIGNATURE), Fault.SIGNATURE_REFUSED),
    "a malleated signature": (_malleated(), Fault.SIGNATURE_REFUSED),
    "a key of small order": (
        pack(encode_body(plain_body(author=Author(pub=SMALL.hex(), standing=Standing.MEMBER))), SMALL + b"\0" * 32),
        Fault.SIGNATURE_REFUSED,
    ),
    "another school": (framed(plain_body(school=seed("another").hex())), Fault.SCHOOL_REFUSED),
    "sealed on to somebody who is not named": (framed(plain_body(to=("head",))), Fault.READER_REFUSED),
    "named nobody": (framed(plain_body(to=())), Fault.READER_REFUSED),
    "for another's reply key": (
        framed(plain_body(to=("head",), to_reply="age1" + "q" * 58)),
        Fault.READER_REFUSED,
    ),
}


def test_a_sound_entry_is_believed_and_proves_itself() -> None:
    entry = verify(SOUND, DSL)
    assert entry.body == plain_body()
    assert entry.frame == SOUND
    assert entry.author_kid == kid("ta")
    assert entry.case == entry.eid
    assert verify(entry.frame, DSL) == entry


@pytest.mark.parametrize("name", WRONG)
def test_it_is_not_believed(name: str) -> None:
    frame, code = WRONG[name]
    with refusing(code):
        verify(frame, DSL)


def test_one_believes_one_s_own_though_it_names_others_only() -> None:
    assert verify(SOUND, addressee("ta")).author_kid == kid("ta")


def test_a_reporter_who_returns_believes_what_answers_their_reply_key() -> None:
    reply = keys("somebody who returns").public.seal
    frame = framed(plain_body("dsl", to=(), to_reply=reply), author="dsl")
    assert verify(frame, Addressee(SCHOOL, frozenset(), reply)).body.to_reply == reply
    with refusing(Fault.READER_REFUSED):
        verify(frame, Addressee(SCHOOL, frozenset(), keys("another").public.seal))
    with refusing(Fault.READER_REFUSED):
        verify(frame, Addressee(SCHOOL, frozenset()))


def test_no_reply_key_is_not_taken_for_no_reply_key() -> None:
    with refusing(Fault.READER_REFUSED):
        verify(SOUND, Addressee(SCHOOL, frozenset(), None))


def test_the_frame_that_a_grant_hands_on_may_name_others_but_not_be_another_school_s() -> None:
    assert verify_granted(SOUND, SCHOOL).body == plain_body()
    with refusing(Fault.SCHOOL_REFUSED):
        verify_granted(SOUND, seed("another").hex())


def test_every_bit_of_the_body_and_the_signature_counts() -> None:
    end = 12 + len(BODY) + 64
    for bit in range(96, end * 8, 11):
        frame = bytearray(SOUND)
        frame[bit // 8] ^= 1 << bit % 8
        with refusing(Fault.ENTRY_MALFORMED, Fault.ENTRY_TOO_NEW, Fault.SIGNATURE_REFUSED):
            verify(bytes(frame), DSL)


# Each check, taken out, lets a named input through; so it is that check that refuses it, and the input tests it.

Cut = tuple[ModuleType, str, str]
CUTS: dict[str, tuple[Cut, str]] = {
    "the magic": ((storage.frame, "or not frame.startswith(FRAME_MAGIC)", ""), "another magic"),
    "the size": ((storage.frame, "if len(frame) not in BUCKETS or", "if"), "cut short"),
    "the padding": ((storage.frame, "or padding.count(0) != len(padding)", ""), "something in the padding"),
    "the smallest bucket": ((storage.frame, "or wasteful", ""), "a larger bucket than needed"),
    "one reading": (
        (storage.body, "strictjson.decode(data, at_most=BODY_MAX)", "msgspec.json.decode(data)"),
        "two readings",
    ),
    "no unknown field": ((storage.body, ", forbid_unknown_fields=True", ""), "an unknown field"),
    "the order of readers": (
        (storage.body, "and list(body.to) == sorted(set(body.to))", ""),
        "readers out of order",
    ),
    "the chain of a member": ((storage.body, "and chained", ""), "a member without a chain"),
    "the version": ((storage.body, "VERSION = 1", "VERSION = 2"), "too new"),
    "the signature": ((storage.keys, "VerifyKey(sign_public).verify(", "("), "another's signature"),
    "the signature's purpose": (
        (storage.verify, "check_signature(ENTRY_SIGNATURE,", 'check_signature(b"candour-directory-v1\\0",'),
        "signed as a directory",
    ),
    "the school": ((storage.verify, "if body.school != school:", "if False:"), "another school"),
    "the reader": (
        (storage.verify, "if not named and entry.author_kid not in me.kids:", "if False:"),
        "sealed on to somebody who is not named",
    ),
}
_USED = {
    storage.frame: ("unpack", "pack"),
    storage.body: ("decode_body", "entry_id"),
    storage.keys: ("check_signature", "key_id"),
}


def _executed(module: ModuleType, old: str, new: str, **given: object) -> dict[str, object]:
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    assert old in source, "the check has moved: mend this test"
    names: dict[str, object] = {"__name__": module.__name__}
    # The imports come first and would put the whole modules back: what is given replaces them afterwards.
    exec(compile(source.replace(old, new), str(module.__file__), "exec"), names)  # noqa: S102 - our own source, cut
    names.update(given)
    return names


def _verify_without(module: ModuleType, old: str, new: str) -> Callable[[bytes, Addressee], VerifiedEntry]:
    cut = _executed(module, old, new)
    if module is not storage.verify:
        cut = _executed(storage.verify, "", "", **{name: cut[name] for name in _USED[module]})
    found = cut["verify"]
    assert callable(found)
    return found  # what was compiled has no types


@pytest.mark.parametrize("check", CUTS)
def test_without_the_check_it_would_have_been_believed(check: str) -> None:
    (module, old, new), name = CUTS[check]
    frame, _ = WRONG[name]
    assert _verify_without(module, old, new)(frame, DSL).eid


def test_the_copy_with_nothing_cut_out_believes_nothing_of_it() -> None:
    whole = _verify_without(storage.verify, "", "")
    for frame, code in WRONG.values():
        with pytest.raises(KnownError) as caught:
            whole(frame, DSL)
        assert caught.value.code is code


def test_small_order_and_malleation_are_refused_by_libsodium_itself_too() -> None:
    cut = _executed(storage.keys, "    check_signing_key(sign_public)\n    try", "    try")
    check = cut["check_signature"]
    assert callable(check)
    for point in SMALL_ORDER:
        with refusing(Fault.SIGNATURE_REFUSED):
            check(b"label", point, b"message", point + b"\0" * 32)


# Only storage/verify.py makes a VerifiedEntry.


def _makers(source: str) -> list[int]:
    """The lines on which a VerifiedEntry is made, or one is copied with a change."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.split(".")[-1] == "VerifiedEntry" or (
                "VerifiedEntry" in ast.unparse(node) and name.split(".")[-1] in {"__new__", "convert", "partial"}
            ):
                lines.append(node.lineno)
    return lines


def test_only_verification_makes_a_verified_entry() -> None:
    sources = [path for package in ("storage", "desktop", "ui") for path in (ROOT / package).rglob("*.py")]
    assert len(sources) > 30
    made_in = {path.relative_to(ROOT).as_posix() for path in sources if _makers(path.read_text(encoding="utf-8"))}
    assert made_in == {"storage/verify.py"}


@pytest.mark.parametrize(
    "breach",
    ["VerifiedEntry(1, 2, 3, 4)", "verify.VerifiedEntry(1)", "object.__new__(VerifiedEntry)"],
)
def test_a_planted_maker_is_seen(breach: str) -> None:
    assert _makers(f"x = {breach}")


def test_a_verified_entry_cannot_be_changed() -> None:
    entry = verify(SOUND, DSL)
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry.eid = "x"  # type: ignore[misc]  # that is the point
    with pytest.raises(AttributeError):
        entry.body.kind = "decision"  # type: ignore[misc]  # as above
    assert msgspec.structs.replace(entry.body, kind="decision") != entry.body
