# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a PNG file tells besides its picture, taken out without touching the picture (PNG, third edition, 5 and 11).

Kept are the critical chunks and those that colour, scale or move the picture. Text, times, Exif and private chunks go,
and whatever follows the end.
"""

import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD"}
    | {b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)


def stripped_png(data: bytes) -> bytes | None:
    """Give the same picture without details, or None when it is no soundly built PNG file. Bounded by its length."""
    chunks = list(_chunks(data))
    kinds = [kind for kind, _ in chunks]
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        return None
    return _SIGNATURE + b"".join(raw for kind, raw in chunks if kind in _KEPT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's kind and its whole bytes, as far as the file is sound and up to its end."""
    at = len(_SIGNATURE) if data.startswith(_SIGNATURE) else len(data)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind, raw = data[at + 4 : at + 8], data[at:end]
        if end > len(data) or zlib.crc32(raw[4:-4]) != int.from_bytes(raw[-4:], "big"):
            return
        yield kind, raw
        if kind == b"IEND":
            return
        at = end
