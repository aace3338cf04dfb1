# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How age writes a secret key: Bech32 (BIP 173) under age's prefix, in upper case."""

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PREFIX = "age-secret-key-"


def write_secret_key(data: bytes) -> str:
    """Write the 32 bytes of an X25519 secret as `AGE-SECRET-KEY-1…`."""
    value = int.from_bytes(data, "big") << (-len(data) * 8 % 5)
    count = -(-len(data) * 8 // 5)
    digits = [(value >> (5 * place)) & 31 for place in reversed(range(count))]
    spread = [*(ord(c) >> 5 for c in _PREFIX), 0, *(ord(c) & 31 for c in _PREFIX)]
    checksum = _polymod([*spread, *digits, 0, 0, 0, 0, 0, 0]) ^ 1
    digits += [(checksum >> (5 * place)) & 31 for place in reversed(range(6))]
    return f"{_PREFIX}1{''.join(_ALPHABET[digit] for digit in digits)}".upper()


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            checksum ^= generator if (top >> bit) & 1 else 0
    return checksum
