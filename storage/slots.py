# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The key slots beside a vault: the random database key, wrapped under a passphrase (docs/format.md, 'Vault').

Argon2id makes each guess expensive; XChaCha20-Poly1305 wraps the key and, as associated data, every other field of the
slot, so that its cost cannot be lowered nor a slot moved to another vault. A wrong passphrase fails in one way only.
"""

import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

from storage import strictjson
from storage.body import Hex16
from storage.constants import (
    ARGON_MEMORY_CAP,
    ARGON_MEMORY_FLOOR,
    ARGON_MEMORY_TARGET,
    ARGON_PASSES_CAP,
    ARGON_PASSES_FLOOR,
    ARGON_SECONDS_AIM,
    KEY_SLOTS_MAX,
    SLOTS_FILE_MAX,
)
from storage.errors import Fault, KnownError
from storage.files import disk_faults, write_whole

KEY_BYTES = 48
"""The database key (32 bytes) and its salt (16), as SQLCipher takes them raw."""

Hex = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{2})*\Z")]


class Cost(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one guess costs: Argon2id memory in bytes and passes over it (one lane, as libsodium fixes)."""

    memory: Annotated[int, msgspec.Meta(ge=ARGON_MEMORY_FLOOR, le=ARGON_MEMORY_CAP)]
    passes: Annotated[int, msgspec.Meta(ge=ARGON_PASSES_FLOOR, le=ARGON_PASSES_CAP)]


FLOOR = Cost(memory=ARGON_MEMORY_FLOOR, passes=ARGON_PASSES_FLOOR)


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The key under one secret."""

    type: Literal["passphrase"]
    cost: Cost
    salt: Annotated[Hex, msgspec.Meta(min_length=32, max_length=32)]
    nonce: Annotated[Hex, msgspec.Meta(min_length=48, max_length=48)]
    wrapped: Annotated[Hex, msgspec.Meta(min_length=128, max_length=128)]


class SlotFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All slots of one vault, with a checksum against disk faults (not against people: the wrapping is)."""

    v: Literal[1]
    vault: Hex16
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1, max_length=KEY_SLOTS_MAX)]
    checksum: str

    def expected_checksum(self) -> str:
        """The SHA-256 of everything else, in hex."""
        return hashlib.sha256(strictjson.encode([self.v, self.vault, self.slots])).hexdigest()


def new_slot(vault_id: str, key: bytes, passphrase: bytes, cost: Cost) -> Slot:
    """Wrap a vault's key under a passphrase, with fresh salt and nonce."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(24)
    open_slot = Slot(type="passphrase", cost=cost, salt=salt.hex(), nonce=nonce.hex(), wrapped="00" * 64)
    wrapping = _stretch(passphrase, salt, cost)
    wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(key, _bound(vault_id, open_slot), nonce, wrapping)
    return msgspec.structs.replace(open_slot, wrapped=wrapped.hex())


def unwrap(slots: SlotFile, passphrase: bytes) -> bytes:
    """Unwrap the vault's key. Raises KnownError(WRONG_PASSPHRASE) when no slot opens with this passphrase."""
    for slot in slots.slots:
        wrapping = _stretch(passphrase, bytes.fromhex(slot.salt), slot.cost)
        wrapped, nonce = bytes.fromhex(slot.wrapped), bytes.fromhex(slot.nonce)
        try:
            return crypto_aead_xchacha20poly1305_ietf_decrypt(wrapped, _bound(slots.vault, slot), nonce, wrapping)
        except CryptoError:
            continue
    raise KnownError(Fault.WRONG_PASSPHRASE)


def refuse_slowly(passphrase: bytes, cost: Cost = FLOOR) -> None:
    """Fail just as a wrong passphrase does, at the same cost, where there is no vault to try."""
    _stretch(passphrase, b"\0" * 16, cost)
    raise KnownError(Fault.WRONG_PASSPHRASE)


def save_slots(folder: Path, vault_id: str, slots: tuple[Slot, ...]) -> None:
    """Write both copies, one after the other, so that one of them is whole at every moment."""
    unsummed = SlotFile(v=1, vault=vault_id, slots=slots, checksum="")
    data = strictjson.encode(msgspec.structs.replace(unsummed, checksum=unsummed.expected_checksum()))
    for name in _NAMES:
        write_whole(folder / name, data)


def load_slots(folder: Path) -> SlotFile:
    """Read the slots from the first copy that is whole. Raises KnownError(NO_VAULT) or KnownError(SLOT_DAMAGED)."""
    paths = [folder / name for name in _NAMES]
    if not any(path.exists() for path in paths):
        raise KnownError(Fault.NO_VAULT)
    found = next((slots for path in paths if (slots := _load(path)) is not None), None)
    if found is None:
        raise KnownError(Fault.SLOT_DAMAGED)
    return found


def calibrate(seconds: Callable[[], float]) -> Cost:
    """Choose the cost for this machine: as much memory as takes about a second, from the floor to the target.

    `seconds` is a clock that only runs forwards (time.perf_counter).
    """
    cost = FLOOR
    while cost.memory < ARGON_MEMORY_TARGET:
        began = seconds()
        _stretch(b"calibration", b"\0" * 16, cost)
        if (seconds() - began) * 2 > ARGON_SECONDS_AIM:
            break
        cost = msgspec.structs.replace(cost, memory=cost.memory * 2)
    return cost


_NAMES = ("vault.keys", "vault.keys.bak")


def _load(path: Path) -> SlotFile | None:
    try:
        with disk_faults():
            data = path.read_bytes()
        slots = msgspec.convert(strictjson.decode(data, at_most=SLOTS_FILE_MAX), SlotFile)
    except (KnownError, msgspec.ValidationError):
        return None
    return slots if slots.checksum == slots.expected_checksum() else None


def _bound(vault_id: str, slot: Slot) -> bytes:
    return strictjson.encode([vault_id, slot.type, slot.cost, slot.salt, slot.nonce])


def _stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    return argon2id.kdf(32, passphrase, salt, opslimit=cost.passes, memlimit=cost.memory)
