# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one picture in the demonstration: an empty corridor, drawn here, so that nobody and no place is in it."""

import struct
import zlib

WIDTH, HEIGHT = 480, 320
_END = 0.34
"""How far the end wall is from the middle, of the way to the edge."""

_WALL, _FLOOR, _CEILING, _BACK, _DOOR = (226, 221, 208), (150, 128, 104), (243, 241, 234), (204, 200, 188), (92, 70, 58)


def corridor_picture() -> bytes:
    """Draw it, as a PNG file."""
    rows = b"".join(b"\0" + b"".join(bytes(_point(x, y)) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _point(x: int, y: int) -> tuple[int, int, int]:
    """The colour of one point: walls, floor and ceiling that meet in the middle, darker the further away."""
    across, down = 2 * x / WIDTH - 1, 2 * y / HEIGHT - 1
    depth = max(abs(across), abs(down))
    if depth < _END:
        return _DOOR if abs(across) < _END / 3 and down > -_END / 2 else _BACK
    colour = (_WALL if abs(across) > abs(down) else _FLOOR) if down > 0 or abs(across) > abs(down) else _CEILING
    light = 0.55 + 0.45 * depth
    red, green, blue = (int(part * light) for part in colour)
    return red, green, blue


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
