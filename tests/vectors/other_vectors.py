# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of receipts, heartbeats, enrolment codes, key slots, reply keys and signing keys."""

import hashlib
import json
from typing import Any

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt

from storage import strictjson
from storage.constants import ENTRY_SIGNATURE, HEARTBEAT_SIGNATURE, RECEIPT_KEY, RECEIPT_SIGNATURE
from storage.enrolment import write_code
from storage.keys import SMALL_ORDER
from storage.receipts import file_secret, token_name
from storage.reply_key import return_keys
from storage.slots import FLOOR, _stretch
from tests.storage.school import EVERYONE, SCHOOL, keys, kid, seed
from tests.vectors.vector import Vector

ACK = seed("ack")[:16].hex()
VAULT = seed("vault")[:16].hex()
_FILE = file_secret(seed("file").hex())
PHRASE = "otter violin marble cactus anchor"


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    return {**_receipts(), **_heartbeats(), **_codes(), **_slots(), **_reply_keys(), **_return_keys(), **_keys()}


def _receipts() -> dict[str, Vector]:
    minute = b"2026-11-20T15:10"
    sound = _boxed(minute)
    return {
        "receipt-sound": _receipt(sound, "success", ("minute", minute.decode())),
        "receipt-by-another-reader": _receipt(_boxed(minute, signer="head"), "refused"),
        "receipt-without-the-secret": _receipt(_boxed(minute, ack="00" * 16), "refused"),
        "receipt-signed-as-an-entry": _receipt(_boxed(minute, label=ENTRY_SIGNATURE), "refused"),
        "receipt-of-another-minute": _receipt(_boxed(minute, said=b"2026-11-20T15:11"), "refused"),
        "receipt-of-no-minute": _receipt(_boxed(b"2026-02-30T15:10"), "refused"),
        "receipt-of-a-file": _receipt(
            _boxed(minute, ack=_FILE, part=1), "success", ("minute", minute.decode()), ("part", "1"), ack=_FILE
        ),
        "receipt-of-a-file-as-an-entry-s": _receipt(_boxed(minute, ack=_FILE, part=1), "refused", ack=_FILE),
        "receipt-altered": _receipt(sound[:-1] + bytes([sound[-1] ^ 1]), "refused"),
        "receipt-cut-short": _receipt(sound[:-1], "refused"),
        "receipt-of-noise": _receipt(
            hashlib.sha512(b"noise").digest() + hashlib.sha512(b"more").digest()[:56], "refused"
        ),
    }


def _boxed(
    minute: bytes,
    *,
    signer: str = "dsl",
    ack: str = ACK,
    label: bytes = RECEIPT_SIGNATURE,
    said: bytes | None = None,
    part: int = 0,
) -> bytes:
    name = token_name(ack, kid("dsl"), part)
    inner = keys(signer).signing.sign(label, name.encode() + minute) + (said or minute)
    key = hashlib.sha256(
        RECEIPT_KEY + bytes.fromhex(ack) + bytes.fromhex(kid("dsl")) + part.to_bytes(2, "big")
    ).digest()
    nonce = seed("nonce")[:24]
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(inner, b"", nonce, key)


def _receipt(content: bytes, expect: str, *more: tuple[str, str], ack: str = ACK) -> Vector:
    headers = [("ack", ack), ("kid", kid("dsl")), ("key", keys("dsl").public.sign), *more]
    part = int(dict(more).get("part", "0"))
    named = [("name", token_name(ack, kid("dsl"), part))] if expect == "success" else []
    return Vector([("what", "receipt"), ("expect", expect), ("encoding", "base64"), *headers, *named], [content])


def _heartbeats() -> dict[str, Vector]:
    plain: dict[str, Any] = {"v": 1, "school": SCHOOL, "kid": kid("dsl"), "counter": 3, "n": EVERYONE.n,
                             "head": EVERYONE.head, "day": "2026-11-20"}  # fmt: skip
    return {
        "heartbeat-sound": _heartbeat(plain, "success"),
        "heartbeat-by-another": _heartbeat(plain, "refused", signer="head"),
        "heartbeat-signed-as-an-entry": _heartbeat(plain, "refused", label=ENTRY_SIGNATURE),
        "heartbeat-of-another-school": _heartbeat({**plain, "school": "ab" * 32}, "refused"),
        "heartbeat-on-no-day": _heartbeat({**plain, "day": "2026-02-30"}, "refused"),
        "heartbeat-that-says-more": _heartbeat({**plain, "held": 12}, "refused"),
        "heartbeat-of-count-nought": _heartbeat({**plain, "counter": 0}, "refused"),
    }


def _heartbeat(said: dict[str, Any], expect: str, signer: str = "dsl", label: bytes = HEARTBEAT_SIGNATURE) -> Vector:
    body = strictjson.encode(said)
    data = len(body).to_bytes(4, "big") + body + keys(signer).signing.sign(label, body)
    headers = [("school", SCHOOL), ("kid", kid("dsl")), ("key", keys("dsl").public.sign),
               ("n", str(EVERYONE.n)), ("head", EVERYONE.head), ("name", f"{kid('dsl')}-00000003.chb")]  # fmt: skip
    day = [("day", said["day"])] if expect == "success" else []
    return Vector([("what", "heartbeat"), ("expect", expect), ("encoding", "base64"), *headers, *day], [data])


def _codes() -> dict[str, Vector]:
    # A code with a zero and a one in it, so that the letters that look like them can stand for them.
    school = "0842" + SCHOOL[4:]
    code = write_code(school, 7, EVERYONE.head)
    bare = code.replace("-", "")
    wrong = "".join("23456789ABCDEFGHJKMNPQRSTVWXYZ01"["0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(bare[4])])
    success = [("school", school[:20]), ("n", "7"), ("head", EVERYONE.head[:10])]
    good = {
        "plain": code,
        "lower-case": code.lower(),
        "without-hyphens": bare,
        "with-spaces": code.replace("-", " "),
        "letters-like-digits": code.replace("0", "O").replace("1", "L"),
    }
    bad = {
        "one-wrong-character": bare[:4] + wrong + bare[5:],
        "a-character-short": bare[:-1],
        "a-character-more": bare + "0",
        "with-a-u": "U" + bare[1:],
        "spare-bit-set": bare[:-1] + _odd(bare[-1]),
    }
    made = {f"code-{name}": _code(text, "success", success) for name, text in good.items()}
    return made | {f"code-{name}": _code(text, "refused", []) for name, text in bad.items()}


def _odd(letter: str) -> str:
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return alphabet[alphabet.index(letter) | 1]


def _code(text: str, expect: str, more: list[tuple[str, str]]) -> Vector:
    return Vector([("what", "code"), ("expect", expect), ("code", text), *more], [])


def _slots() -> dict[str, Vector]:
    key, passphrase = seed("database key") + seed("database salt")[:16], "correct horse battery staple"
    salt, nonce = seed("slot salt")[:16], seed("slot nonce")[:24]
    cost = {"memory": FLOOR.memory, "passes": FLOOR.passes}
    bound = strictjson.encode([VAULT, "passphrase", cost, salt.hex(), nonce.hex()])
    wrapping = _stretch(passphrase.encode(), salt, FLOOR)
    wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(key, bound, nonce, wrapping)
    slot: dict[str, Any] = {"type": "passphrase", "cost": cost, "salt": salt.hex(), "nonce": nonce.hex(),
                            "wrapped": wrapped.hex()}  # fmt: skip
    weak = {**slot, "cost": {"memory": 8 * 2**20, "passes": 1}}
    huge = {**slot, "cost": {"memory": 64 * 2**30, "passes": 3}}
    return {
        "slots-sound": _slot_file([slot], passphrase, "success", ("key", key.hex())),
        "slots-wrong-passphrase": _slot_file([slot], passphrase + "s", "wrong passphrase"),
        "slots-moved-to-another-vault": _slot_file([slot], passphrase, "wrong passphrase", vault="ab" * 16),
        "slots-more-passes-than-bound": _slot_file(
            [{**slot, "cost": {**cost, "passes": 4}}], passphrase, "wrong passphrase"
        ),
        "slots-weakened": _slot_file([weak], passphrase, "damaged"),
        "slots-of-64-gib": _slot_file([huge], passphrase, "damaged"),
        "slots-wrong-checksum": _slot_file([slot], passphrase, "damaged", checksum="00" * 32),
        "slots-none": _slot_file([], passphrase, "damaged"),
        "slots-five": _slot_file([slot] * 5, passphrase, "damaged"),
        "slots-unknown-field": _slot_file([{**slot, "hint": "horse"}], passphrase, "damaged"),
    }


def _slot_file(
    slots: list[dict[str, Any]], passphrase: str, expect: str, *more: tuple[str, str], vault: str = VAULT,
    checksum: str | None = None,
) -> Vector:  # fmt: skip
    summed = hashlib.sha256(strictjson.encode([1, vault, slots])).hexdigest()
    data = json.dumps({"v": 1, "vault": vault, "slots": slots, "checksum": checksum or summed}).encode()
    headers = [("what", "slots"), ("expect", expect), ("encoding", "utf-8"), ("passphrase", passphrase), *more]
    return Vector(headers, [data])


def _reply_keys() -> dict[str, Vector]:
    recipient = return_keys(PHRASE, SCHOOL).recipient
    typed = {"plain": PHRASE, "upper-case": PHRASE.upper(), "full-width": "ｏｔｔｅｒ" + PHRASE[5:]}
    return {
        f"reply-key-{name}": Vector(
            [("what", "reply key"), ("expect", "success"), ("phrase", phrase), ("school", SCHOOL),
             ("recipient", recipient)]
        )
        for name, phrase in typed.items()
    }  # fmt: skip


def _return_keys() -> dict[str, Vector]:
    made = return_keys(PHRASE, SCHOOL)
    headers = [("what", "return key"), ("expect", "success"), ("phrase", PHRASE), ("school", SCHOOL)]
    return {"return-key": Vector([*headers, ("key", made.signing.public.hex())])}


def _keys() -> dict[str, Vector]:
    public = keys("dsl").public.sign
    made = {"key-sound": Vector([("what", "key"), ("expect", "success"), ("key", public), ("kid", kid("dsl"))])}
    bad = {f"of-small-order-{n}": point.hex() for n, point in enumerate(sorted(SMALL_ORDER), start=1)}
    bad["short"] = public[:-2]
    return made | {
        f"key-{name}": Vector([("what", "key"), ("expect", "bad signature"), ("key", key)])
        for name, key in bad.items()
    }  # fmt: skip
