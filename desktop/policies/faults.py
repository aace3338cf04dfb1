# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why a policy's file is not taken in (the words stand in resources/faults.toml). Nothing of it is kept then."""

from enum import StrEnum


class PolicyFault(StrEnum):
    """Each way in which a file is no policy that we can read. Parameters stand in brackets."""

    TOO_LARGE = "policy_too_large"  # limit_mb
    TOO_LONG = "policy_too_long"  # limit: pages
    UNKNOWN_KIND = "policy_unknown_kind"
    OLD_WORD = "policy_old_word"
    MACROS = "policy_macros"
    TRACKED = "policy_tracked"  # changes
    PROTECTED = "policy_protected"
    SCANNED = "policy_scanned"  # pages
    DAMAGED = "policy_damaged"
    ENCODING = "policy_encoding"
    EMPTY = "policy_empty"
