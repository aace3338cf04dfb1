# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a JPEG file tells besides its picture, taken out without touching the picture (ITU-T T.81, Exif 2.32, 4.6.4).

Kept are the segments without which the picture would be another: its tables, its colours (JFIF, ICC, Adobe) and which
way up it is. Where and when it was taken, by which device, thumbnails, comments and whatever follows the end go.
"""

import re
import struct
from collections.abc import Iterator

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_APP, _COMMENT = range(0xE0, 0xF0), 0xFE
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_JFIF, _ICC, _ADOBE, _EXIF = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe", b"Exif\0\0"
_KEPT = {0xE0: _JFIF, 0xE2: _ICC, 0xEE: _ADOBE}
_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_ORIENTATION = 0x0112

Segment = tuple[int, bytes]


def stripped_jpeg(data: bytes) -> bytes | None:
    """Give the same picture without details, or None when it is no soundly built JPEG file. Bounded by its length."""
    segments = list(_segments(data))
    if not segments or segments[-1][0] != _END or not any(marker == _SCAN for marker, _ in segments):
        return None
    way_up = next((found for marker, raw in segments if marker == 0xE1 and (found := _orientation(raw)) > 1), 1)
    kept = [raw for marker, raw in segments if _is_kept(marker, raw)]
    return b"\xff\xd8" + (_exif(way_up) if way_up > 1 else b"") + b"".join(kept)


def _is_kept(marker: int, raw: bytes) -> bool:
    if marker == _COMMENT:
        return False
    return marker not in _APP or (marker in _KEPT and raw[4:].startswith(_KEPT[marker]))


def _segments(data: bytes) -> Iterator[Segment]:
    """Each marker after the first with its whole segment; a scan's with all its coded data. Stops at what is broken."""
    at = 2 if data.startswith(b"\xff\xd8") else len(data)
    while at + 1 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 if marker in _STANDALONE or marker == _END else _segment_end(data, at, marker)
        if end is None:
            return
        yield marker, data[at:end]
        if marker == _END:
            return
        at = end


def _segment_end(data: bytes, at: int, marker: int) -> int | None:
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    end = at + 2 + length
    if length < 2 or end > len(data):
        return None
    if marker != _SCAN:
        return end
    following = _NEXT_MARKER.search(data, end)
    return following.start() if following else None


def _orientation(raw: bytes) -> int:
    """Read from an Exif segment which way up the picture is (1 to 8); 1 where it does not say so soundly."""
    tiff = raw[4 + len(_EXIF) :]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if not raw[4:].startswith(_EXIF) or order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _exif(way_up: int) -> bytes:
    """An Exif segment that says which way up the picture is, and nothing else."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, way_up, 0, 0)
    content = _EXIF + tiff
    return b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content
