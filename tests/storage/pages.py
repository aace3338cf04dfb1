# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a vault's file as they are under its key, free ones included: what somebody sees who has file and key.

SQLCipher shows tables only. So this undoes AES-256 in CBC mode (FIPS 197, SP 800-38A) itself, for all pages at once.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
Bytes = NDArray[np.uint8]


def _times(a: int, b: int) -> int:
    """Multiply in the field of AES."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = (a << 1) ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def _substitute(byte: int) -> int:
    inverse = next((x for x in range(256) if _times(byte, x) == 1), 0)
    turned = inverse
    for _ in range(4):
        inverse = (inverse << 1 | inverse >> 7) & 0xFF
        turned ^= inverse
    return turned ^ 0x63


BOX = [_substitute(byte) for byte in range(256)]
UNBOX: Bytes = np.argsort(BOX).astype(np.uint8)
TIMES = {by: np.array([_times(byte, by) for byte in range(256)], np.uint8) for by in (9, 11, 13, 14)}
UNSHIFT = [(4 * ((column - row) % 4)) + row for column in range(4) for row in range(4)]


def _round_keys(key: bytes) -> list[Bytes]:
    words, constant = [list(key[at : at + 4]) for at in range(0, 32, 4)], 1
    for at in range(8, 60):
        word = list(words[-1])
        if at % 8 == 0:
            word = [BOX[byte] for byte in (*word[1:], word[0])]
            word[0] ^= constant
            constant = _times(constant, 2)
        elif at % 8 == 4:
            word = [BOX[byte] for byte in word]
        words.append([a ^ b for a, b in zip(words[at - 8], word, strict=True)])
    return [np.array(words[at : at + 4], np.uint8).ravel() for at in range(0, 60, 4)]


def _unmix(state: Bytes) -> Bytes:
    columns = state.reshape(-1, 4, 4)
    mixed = np.zeros_like(columns)
    for row in range(4):
        for place, by in enumerate((14, 11, 13, 9)):
            mixed[:, :, row] ^= TIMES[by][columns[:, :, (row + place) % 4]]
    return mixed.reshape(-1, 16)


def _decrypt(blocks: Bytes, key: bytes) -> Bytes:
    keys = _round_keys(key)
    state = blocks ^ keys[14]
    for number in range(13, 0, -1):
        state = _unmix(UNBOX[state[:, UNSHIFT]] ^ keys[number])
    plain: Bytes = UNBOX[state[:, UNSHIFT]] ^ keys[0]
    return plain


def plain_pages(file: Path, key: bytes) -> bytes:
    """Everything that stands in a vault's file, page by page. `key` is the 48 bytes that open it."""
    data = np.frombuffer(file.read_bytes(), np.uint8).reshape(-1, PAGE)
    plain = []
    for number, page in enumerate(data):
        start = SALT if number == 0 else 0
        blocks = page[start : PAGE - RESERVED].reshape(-1, 16)
        before = np.vstack((page[PAGE - RESERVED : PAGE - RESERVED + IV], blocks[:-1]))
        plain.append((_decrypt(blocks, key[:32]) ^ before).tobytes())
    return b"".join(plain)
