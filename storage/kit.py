# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a vault knows of its recovery kit: to whom backups are sealed, and enough to check the sheet, never the code.

The code stands on paper only. Kept here are the public half of its backup identity, a hash of two of its groups (which
leaves the other 96 bits unknown), and the days on which it was made and last found.
"""

import hashlib
from collections.abc import Sequence
from datetime import date

import msgspec

from storage import strictjson
from storage.body import Day, Hex32, Recipient
from storage.constants import KIB, RECOVERY_CHECK
from storage.errors import Fault, KnownError
from storage.keys import equal
from storage.recovery_code import RecoveryCode, read_group
from storage.slots import RecoverySlot, load_slots
from storage.vault import Vault, set_recovery_code

CHECKED_GROUPS = (2, 6)
"""The groups of the code, counted from 1, that are typed back to show that the sheet is there."""
_KIT = "kit"


class Kit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kit in use. `slot` is the nonce of the slot that its code opens, `check` the hash of the groups typed back."""

    recipient: Recipient
    slot: str
    check: Hex32
    made_on: Day
    checked_on: Day


def kit_of(vault: Vault) -> Kit | None:
    """The kit with which this vault can be recovered. None where there is none, or one that was cut off half-way."""
    found = vault.database.value("SELECT value FROM meta WHERE name = ?", (_KIT,))
    if not isinstance(found, bytes):
        return None
    kit = msgspec.convert(strictjson.decode(found, at_most=KIB), Kit)
    here = any(isinstance(slot, RecoverySlot) and slot.nonce == kit.slot for slot in load_slots(vault.folder).slots)
    return kit if here else None


def use_kit(vault: Vault, passphrase: bytes, code: RecoveryCode, typed: Sequence[str], today: date) -> None:
    """Have a vault open with this code, and with none before it, once the two groups have been typed back rightly.

    Raises KnownError(RECOVERY_GROUP_WRONG, WRONG_PASSPHRASE, SLOT_DAMAGED, DISK_*).
    """
    right = tuple(code.groups[number - 1] for number in CHECKED_GROUPS)
    for number, group, wanted in zip(CHECKED_GROUPS, _read(typed), right, strict=True):
        if group != wanted:
            raise KnownError(Fault.RECOVERY_GROUP_WRONG, group=number)
    slot = set_recovery_code(vault, passphrase, code)
    day = today.isoformat()
    _keep(vault, Kit(recipient=code.recipient, slot=slot, check=_hash(vault, right), made_on=day, checked_on=day))


def check_kit(vault: Vault, typed: Sequence[str], today: date) -> None:
    """Note that the sheet is still there, when these are two groups of its code.

    Raises KnownError(NO_RECOVERY_KIT, RECOVERY_GROUP_WRONG, WRONG_RECOVERY_CODE).
    """
    kit = kit_of(vault)
    if kit is None:
        raise KnownError(Fault.NO_RECOVERY_KIT)
    if not equal(bytes.fromhex(kit.check), bytes.fromhex(_hash(vault, _read(typed)))):
        raise KnownError(Fault.WRONG_RECOVERY_CODE)
    _keep(vault, msgspec.structs.replace(kit, checked_on=today.isoformat()))


def _read(typed: Sequence[str]) -> tuple[str, ...]:
    return tuple(read_group(number, each) for number, each in zip(CHECKED_GROUPS, typed, strict=True))


def _hash(vault: Vault, groups: Sequence[str]) -> str:
    return hashlib.sha256(RECOVERY_CHECK + bytes.fromhex(vault.vault_id) + "".join(groups).encode()).hexdigest()


def _keep(vault: Vault, kit: Kit) -> None:
    vault.set_meta(_KIT, strictjson.encode(kit))
