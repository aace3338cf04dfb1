# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The key slots beside a vault: the random database key, wrapped under a passphrase and under a recovery code.

Argon2id makes each guess of a passphrase expensive; a recovery code cannot be guessed. XChaCha20-Poly1305 wraps the key
and, as associated data, every other field of the slot, so that its cost cannot be lowered nor a slot moved to another
vault (docs/format.md, 'Vault'). A wrong passphrase fails in one way only.
"""

import contextlib
import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, TypeVar

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
from storage.recovery_code import RecoveryCode

KEY_BYTES = 48
"""The database key (32 bytes) and its salt (16), as SQLCipher takes them raw."""

_UNWRAPPED = "00" * 64
Hex = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{2})*\Z")]


class Cost(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one guess costs: Argon2id memory in bytes and passes over it (one lane, as libsodium fixes)."""

    memory: Annotated[int, msgspec.Meta(ge=ARGON_MEMORY_FLOOR, le=ARGON_MEMORY_CAP)]
    passes: Annotated[int, msgspec.Meta(ge=ARGON_PASSES_FLOOR, le=ARGON_PASSES_CAP)]


FLOOR = Cost(memory=ARGON_MEMORY_FLOOR, passes=ARGON_PASSES_FLOOR)


class _Wrapped(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """The key under one secret."""

    salt: Annotated[Hex, msgspec.Meta(min_length=32, max_length=32)]
    nonce: Annotated[Hex, msgspec.Meta(min_length=48, max_length=48)]
    wrapped: Annotated[Hex, msgspec.Meta(min_length=128, max_length=128)]


class Slot(_Wrapped, frozen=True, tag="passphrase"):
    """The key under a passphrase."""

    cost: Cost


class RecoverySlot(_Wrapped, frozen=True, tag="recovery"):
    """The key under a recovery code."""


AnySlot = Slot | RecoverySlot
SomeSlot = TypeVar("SomeSlot", Slot, RecoverySlot)


class SlotFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All slots of one vault, with a checksum against disk faults (not against people: the wrapping is)."""

    v: Literal[1]
    vault: Hex16
    slots: Annotated[tuple[AnySlot, ...], msgspec.Meta(min_length=1, max_length=KEY_SLOTS_MAX)]
    checksum: str

    def expected_checksum(self) -> str:
        """The SHA-256 of everything else, in hex."""
        return hashlib.sha256(strictjson.encode([self.v, self.vault, self.slots])).hexdigest()


def new_slot(vault_id: str, key: bytes, passphrase: bytes, cost: Cost) -> Slot:
    """Wrap a vault's key under a passphrase, with fresh salt and nonce."""
    salt = secrets.token_bytes(16)
    slot = Slot(cost=cost, salt=salt.hex(), nonce=secrets.token_hex(24), wrapped=_UNWRAPPED)
    return _filled(vault_id, slot, key, _stretch(passphrase, salt, cost))


def new_recovery_slot(vault_id: str, key: bytes, code: RecoveryCode) -> RecoverySlot:
    """Wrap a vault's key under a recovery code, with fresh salt and nonce."""
    salt = secrets.token_bytes(16)
    slot = RecoverySlot(salt=salt.hex(), nonce=secrets.token_hex(24), wrapped=_UNWRAPPED)
    return _filled(vault_id, slot, key, code.slot_key(salt))


def unwrap(slots: SlotFile, passphrase: bytes) -> bytes:
    """Unwrap the vault's key. Raises KnownError(WRONG_PASSPHRASE) when no slot opens with this passphrase."""
    for slot in slots.slots:
        if isinstance(slot, Slot):
            wrapping = _stretch(passphrase, bytes.fromhex(slot.salt), slot.cost)
            with contextlib.suppress(CryptoError):
                return _opened(slots.vault, slot, wrapping)
    raise KnownError(Fault.WRONG_PASSPHRASE)


def unwrap_with_code(slots: SlotFile, code: RecoveryCode) -> bytes:
    """Unwrap the vault's key. Raises KnownError(WRONG_RECOVERY_CODE) when this code is none of this vault's."""
    for slot in slots.slots:
        if isinstance(slot, RecoverySlot):
            with contextlib.suppress(CryptoError):
                return _opened(slots.vault, slot, code.slot_key(bytes.fromhex(slot.salt)))
    raise KnownError(Fault.WRONG_RECOVERY_CODE)


def replace_slot(folder: Path, slot: AnySlot) -> None:
    """Put this slot in the place of every one of its kind, keeping the others. Raises KnownError(SLOT_*, DISK_*).

    Whatever happens on the way, the old ones open the vault, or the new one does.
    """
    slots = load_slots(folder)
    kept = (each for each in slots.slots if type(each) is not type(slot))
    save_slots(folder, slots.vault, (slot, *kept))


def refuse_slowly(passphrase: bytes, cost: Cost = FLOOR) -> None:
    """Fail just as a wrong passphrase does, at the same cost, where there is no vault to try."""
    _stretch(passphrase, b"\0" * 16, cost)
    raise KnownError(Fault.WRONG_PASSPHRASE)


def save_slots(folder: Path, vault_id: str, slots: tuple[AnySlot, ...]) -> None:
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


def mend_copies(folder: Path, slots: SlotFile) -> None:
    """Write both copies anew where one of them is not what was read: a kill between them, or the disk, left it so.

    An old copy would still open with a passphrase that has been changed. What the disk refuses waits for the next time.
    """
    if any(_load(folder / name) != slots for name in _NAMES):
        with contextlib.suppress(KnownError):
            save_slots(folder, slots.vault, slots.slots)


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


def _filled(vault_id: str, slot: SomeSlot, key: bytes, wrapping: bytes) -> SomeSlot:
    nonce = bytes.fromhex(slot.nonce)
    wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(key, _bound(vault_id, slot), nonce, wrapping)
    return msgspec.structs.replace(slot, wrapped=wrapped.hex())


def _opened(vault_id: str, slot: AnySlot, wrapping: bytes) -> bytes:
    """Unwrap one slot. Raises CryptoError."""
    wrapped, nonce = bytes.fromhex(slot.wrapped), bytes.fromhex(slot.nonce)
    return crypto_aead_xchacha20poly1305_ietf_decrypt(wrapped, _bound(vault_id, slot), nonce, wrapping)


def _bound(vault_id: str, slot: AnySlot) -> bytes:
    if isinstance(slot, Slot):
        return strictjson.encode([vault_id, "passphrase", slot.cost, slot.salt, slot.nonce])
    return strictjson.encode([vault_id, "recovery", slot.salt, slot.nonce])


def _stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    return argon2id.kdf(32, passphrase, salt, opslimit=cost.passes, memlimit=cost.memory)
