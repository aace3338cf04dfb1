# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The enrolment code that is typed once on a PC: which school this is, and no older than which state of its directory.

Crockford base32 of 80 bits of school id, 16 bits of statement number, 40 bits of that statement's hash and 8 check
bits: 29 characters. Letters that look like digits are read as them. The check finds every single wrong character.
"""

from dataclasses import dataclass

from storage.errors import Fault, KnownError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BITS = (80, 16, 40, 8)
_LENGTH = -(-sum(_BITS) // 5)


@dataclass(frozen=True, slots=True)
class Pin:
    """What a code pins: the beginnings, in hex, of the school id (20) and a statement's hash (10), and its number."""

    school: str
    n: int
    head: str


def write_code(school: str, n: int, head: str) -> str:
    """Write the code for a school at a state of its directory, in groups of five. Takes the whole ids in hex."""
    payload = bytes.fromhex(school[:20]) + n.to_bytes(2, "big") + bytes.fromhex(head[:10])
    text = to_base32(payload + check_byte(payload), _LENGTH)
    return "-".join(text[i : i + 5] for i in range(0, _LENGTH, 5))


def read_code(code: str) -> Pin:
    """Read a typed code; case, spaces and hyphens do not matter. Raises KnownError(CODE_REFUSED)."""
    letters = plain_letters(code)
    if len(letters) != _LENGTH or not set(letters) <= set(ALPHABET):
        raise KnownError(Fault.CODE_REFUSED)
    data = from_base32(letters, sum(_BITS) // 8)
    payload, check = data[:-1], data[-1:]
    if check != check_byte(payload):
        raise KnownError(Fault.CODE_REFUSED)
    return Pin(payload[:10].hex(), int.from_bytes(payload[10:12], "big"), payload[12:].hex())


def plain_letters(typed: str) -> str:
    """What was typed of a code in upper case, without spaces and hyphens, letters that look like digits read as them.

    It may still hold what is in no code.
    """
    return "".join(typed.upper().split()).replace("-", "").translate(_ALIKE)


def to_base32(data: bytes, length: int) -> str:
    """Write bytes as Crockford base32 of a given length, most significant first."""
    value = int.from_bytes(data, "big") << (length * 5 - len(data) * 8)
    return "".join(ALPHABET[(value >> (5 * place)) & 31] for place in reversed(range(length)))


def from_base32(text: str, length: int) -> bytes:
    """Read Crockford base32 into so many bytes; bits beyond them must be zero. Raises KnownError(CODE_REFUSED)."""
    value = 0
    for letter in text:
        value = value * 32 + ALPHABET.index(letter)
    spare = len(text) * 5 - length * 8
    if value & ((1 << spare) - 1):
        raise KnownError(Fault.CODE_REFUSED)
    return (value >> spare).to_bytes(length, "big")


def check_byte(payload: bytes) -> bytes:
    """The CRC-8 (x⁸ + x² + x + 1): unlike eight bits of a hash it misses no error within eight bits in a row."""
    check = 0
    for byte in payload:
        check ^= byte
        for _ in range(8):
            check = (check << 1 ^ (0x107 if check & 0x80 else 0)) & 0xFF
    return bytes([check])
