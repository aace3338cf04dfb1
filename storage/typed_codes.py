# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes that people type from paper: Crockford base32, a check of eight bits, letters that look like digits."""

from storage.errors import Fault, KnownError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def write_checked(payload: bytes, place: bytes = b"") -> str:
    """Write bytes and their check, in as few letters as hold them. The check covers `place`, which is not written."""
    return to_base32(payload + check_byte(place + payload), _letters(len(payload)))


def read_checked(typed: str, size: int, place: bytes = b"") -> bytes:
    """Read so many bytes as they were written; case, spaces and hyphens do not matter. Raises KnownError(CODE_REFUSED).

    The check finds every single wrong character.
    """
    letters = plain_letters(typed)
    if len(letters) != _letters(size) or not set(letters) <= set(ALPHABET):
        raise KnownError(Fault.CODE_REFUSED)
    data = from_base32(letters, size + 1)
    if data[size:] != check_byte(place + data[:size]):
        raise KnownError(Fault.CODE_REFUSED)
    return data[:size]


def in_groups(letters: str, length: int) -> str:
    """Part letters by hyphens into groups of this length."""
    return "-".join(letters[at : at + length] for at in range(0, len(letters), length))


def _letters(size: int) -> int:
    return -(-(size + 1) * 8 // 5)


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
