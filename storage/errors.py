# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can go wrong in the world, as codes.

A `KnownError` is the world's fault (a full disk, a wrong passphrase, a damaged file): it is shown calmly, with what
happened, what it means for the record and what to do now. The words for each code are data (resources/faults.toml).
Everything else that is raised is our fault, a bug. Neither ever carries what somebody wrote.
"""

from enum import StrEnum


class Fault(StrEnum):
    """Each way in which storage can be let down. The value names its words in resources/faults.toml."""

    ENTRY_MALFORMED = "entry_malformed"
    ENTRY_TOO_NEW = "entry_too_new"
    SEAL_REFUSED = "seal_refused"
    SIGNATURE_REFUSED = "signature_refused"
    SCHOOL_REFUSED = "school_refused"
    READER_REFUSED = "reader_refused"
    CONTENT_TOO_LARGE = "content_too_large"
    TOO_MANY_READERS = "too_many_readers"
    DIRECTORY_REFUSED = "directory_refused"
    DIRECTORY_TOO_NEW = "directory_too_new"
    DIRECTORY_FORK = "directory_fork"
    CODE_REFUSED = "code_refused"
    NO_SCHOOL = "no_school"
    NO_VAULT = "no_vault"
    WRONG_PASSPHRASE = "wrong_passphrase"
    WRONG_RECOVERY_CODE = "wrong_recovery_code"
    NO_RECOVERY_KIT = "no_recovery_kit"
    RECOVERY_CODE_LENGTH = "recovery_code_length"
    RECOVERY_GROUP_WRONG = "recovery_group_wrong"
    NO_BACKUP = "no_backup"
    BACKUP_REFUSED = "backup_refused"
    BACKUP_UNREADABLE = "backup_unreadable"
    PARCEL_NOT_OURS = "parcel_not_ours"
    PARCEL_REFUSED = "parcel_refused"
    PARCEL_TOO_LARGE = "parcel_too_large"
    PASSPHRASE_SHORT = "passphrase_short"
    SLOT_DAMAGED = "slot_damaged"
    VAULT_DAMAGED = "vault_damaged"
    VAULT_IN_USE = "vault_in_use"
    VAULT_EXISTS = "vault_exists"
    VAULT_TOO_NEW = "vault_too_new"
    VAULT_READ_ONLY = "vault_read_only"
    VAULT_PLACE_REFUSED = "vault_place_refused"
    NO_READER_KEYS = "no_reader_keys"
    DISK_FULL = "disk_full"
    DISK_ERROR = "disk_error"
    EXCHANGE_UNREACHABLE = "exchange_unreachable"
    EXCHANGE_READ_ONLY = "exchange_read_only"
    EXCHANGE_FULL = "exchange_full"
    EXCHANGE_OTHER_SCHOOL = "exchange_other_school"


class KnownError(Exception):
    """The world's fault, as a code and the few harmless parameters that its words need (counts, limits, a folder)."""

    def __init__(self, code: StrEnum, **parameters: str | int) -> None:
        """Take the code, and only such parameters as may be shown and logged: never a name, never anybody's words."""
        super().__init__(code.value)
        self.code = code
        self.parameters = parameters
