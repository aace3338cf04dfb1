# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Unsound inputs out of sound ones: bytes changed, taken out, put in, said twice, or spliced with another input."""

import random
from collections.abc import Sequence

_TELLING = (
    *(
        b"\0",
        b"\xff",
        b"\xff\xff\xff\xff",
        b"\x80\0\0\0",
        b"\n",
        b"\r\n",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
    ),
    *(b"{", b"[" * 40, b"]", b'"', b"\\ud800", b"1e999", b"NaN", b"-0", b"9007199254740993", b"null", b"true"),
    *(b'"at":"0000-00-00T00:00:00Z"', b"2026-02-30", b"9999-12-31", b"\n-> X25519 ", b"=1+1", b"<b>", b"%s", b"../"),
)


def mutated(sound: Sequence[bytes], chance: random.Random) -> bytes:
    """One of these inputs, with a few things done to it."""
    data = bytearray(chance.choice(sound))
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        till = min(len(data), at + chance.choice((1, 1, 4, 16, 200)))
        match chance.randrange(6):
            case 0 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at:till]
            case 2:
                data[at:at] = chance.choice(_TELLING)
            case 3:
                data[at:till] = chance.choice(_TELLING)
            case 4:
                data[at:at] = data[at:till] * chance.choice((1, 2, 50))
            case _:
                data[at:] = chance.choice(sound)[at:]
    return bytes(data)
