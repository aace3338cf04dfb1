# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The enrolment code that is typed once on a PC: which school this is, and no older than which state of its directory.

Crockford base32 of 80 bits of school id, 16 bits of statement number, 40 bits of that statement's hash and 8 check
bits: 29 characters.
"""

from dataclasses import dataclass

from storage.typed_codes import in_groups, read_checked, write_checked

_BYTES = 17
"""80 bits of school id, 16 bits of statement number, 40 bits of that statement's hash."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What a code pins: the beginnings, in hex, of the school id (20) and a statement's hash (10), and its number."""

    school: str
    n: int
    head: str


def write_code(school: str, n: int, head: str) -> str:
    """Write the code for a school at a state of its directory, in groups of five. Takes the whole ids in hex."""
    payload = bytes.fromhex(school[:20]) + n.to_bytes(2, "big") + bytes.fromhex(head[:10])
    return in_groups(write_checked(payload), 5)


def read_code(code: str) -> Pin:
    """Read a typed code; case, spaces and hyphens do not matter. Raises KnownError(CODE_REFUSED)."""
    payload = read_checked(code, _BYTES)
    return Pin(payload[:10].hex(), int.from_bytes(payload[10:12], "big"), payload[12:].hex())
