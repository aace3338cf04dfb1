# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of recovery codes and of the slots that they open."""

import hashlib
import json
from typing import Any

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt

from storage import strictjson
from storage.recovery_code import RecoveryCode
from storage.typed_codes import ALPHABET
from tests.storage.school import seed
from tests.vectors.vector import Vector

VAULT = seed("vault")[:16].hex()
CODE = RecoveryCode(seed("recovery code")[:16])


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    return {**_recovery_codes(), **_recovery_slots()}


def _recovery_codes() -> dict[str, Vector]:
    printed = "-".join(CODE.groups)
    groups = list(CODE.groups)
    swapped = [groups[1], groups[0], *groups[2:]]
    good = {"plain": printed, "lower-case-with-spaces": printed.lower().replace("-", " "), "bare": "".join(groups),
            "letters-like-digits": printed.replace("0", "O").replace("1", "L")}  # fmt: skip
    bad = {
        "one-wrong-letter": ("-".join([*groups[:5], _next(groups[5]), *groups[6:]]), "6"),
        "two-groups-changed-places": ("-".join(swapped), "1"),
        "spare-bit-set": ("-".join([*groups[:7], groups[7][:4] + ALPHABET[ALPHABET.index(groups[7][4]) | 1]]), "8"),
        "with-a-u": ("-".join([*groups[:2], "U" + groups[2][1:], *groups[3:]]), "3"),
    }
    facts = [("secret", CODE.secret.hex()), ("identity", CODE.secret_key), ("recipient", CODE.recipient)]
    made = {f"recovery-code-{name}": _recovery_code(text, "success", facts) for name, text in good.items()}
    made |= {
        f"recovery-code-{name}": _recovery_code(text, "refused", [("group", n)]) for name, (text, n) in bad.items()
    }
    return made | {"recovery-code-a-group-short": _recovery_code("-".join(groups[:7]), "refused", [])}


def _next(group: str) -> str:
    return group[:2] + ALPHABET[(ALPHABET.index(group[2]) + 1) % 32] + group[3:]


def _recovery_code(text: str, expect: str, more: list[tuple[str, str]]) -> Vector:
    return Vector([("what", "recovery code"), ("expect", expect), ("code", text), *more], [])


def _recovery_slots() -> dict[str, Vector]:
    key = seed("database key") + seed("database salt")[:16]
    salt, nonce = seed("slot salt")[:16], seed("slot nonce")[:24]
    bound = strictjson.encode([VAULT, "recovery", salt.hex(), nonce.hex()])
    wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(key, bound, nonce, CODE.slot_key(salt))
    slot = {"type": "recovery", "salt": salt.hex(), "nonce": nonce.hex(), "wrapped": wrapped.hex()}
    typed, other = "-".join(CODE.groups), "-".join(RecoveryCode(seed("another code")[:16]).groups)
    return {
        "slots-recovery-sound": _coded([slot], typed, "success", ("key", key.hex())),
        "slots-recovery-another-code": _coded([slot], other, "wrong recovery code"),
        "slots-recovery-moved-to-another-vault": _coded([slot], typed, "wrong recovery code", vault="ab" * 16),
        "slots-recovery-with-a-cost": _coded([{**slot, "cost": {"memory": 64 * 2**20, "passes": 3}}], typed, "damaged"),
    }


def _coded(slots: list[dict[str, Any]], code: str, expect: str, *more: tuple[str, str], vault: str = VAULT) -> Vector:
    summed = hashlib.sha256(strictjson.encode([1, vault, slots])).hexdigest()
    data = json.dumps({"v": 1, "vault": vault, "slots": slots, "checksum": summed}).encode()
    headers = [("what", "slots"), ("expect", expect), ("encoding", "utf-8"), ("code", code), *more]
    return Vector(headers, [data])
