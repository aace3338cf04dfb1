# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds a word wherever it could have leaked to: in every file, in many encodings, packed or not, and on raw disks."""

import base64
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_STREAMS = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")
_UNPACKED_MAX = 2**24


def encodings(word: str) -> Mapping[str, bytes]:
    """A word of letters and digits in everything that software makes of text. URLs and escapes leave it as it is."""
    plain = word.encode("ascii")
    return {
        "utf-8": plain,
        "utf-16": word.encode("utf-16-le"),
        "utf-16-be": word.encode("utf-16-be"),
        "utf-32": word.encode("utf-32-le"),
        "hex": plain.hex().encode(),
        "upper hex": plain.hex().upper().encode(),
        "reversed": plain[::-1],
        **{f"base64 at {phase}": _base64(plain, phase) for phase in range(3)},
    }


def _base64(plain: bytes, phase: int) -> bytes:
    """The letters of base64 that depend on the word alone when it begins at such a place."""
    whole = base64.b64encode(bytes(phase) + plain + bytes(-(phase + len(plain)) % 3))
    return whole[(0, 2, 3)[phase] : len(whole) - 4]


def found_in(data: bytes, words: Iterable[str]) -> set[str]:
    """Name the encodings in which any of the words stand in these bytes, or in what is packed in them."""
    looked_for = [(name, mark) for word in words for name, mark in encodings(word).items()]
    found = {name for name, mark in looked_for if mark in data}
    for unpacked in _unpacked(data):
        found |= {f"packed {name}" for name, mark in looked_for if mark in unpacked}
    return found


def _unpacked(data: bytes) -> Iterator[bytes]:
    for start in _STREAMS.finditer(data):
        at, form = start.start(), zlib.MAX_WBITS | 32
        if start[0] == b"PK\x03\x04":
            at, form = _after_zip_header(data, at), -zlib.MAX_WBITS
        try:
            yield zlib.decompressobj(form).decompress(data[at:], _UNPACKED_MAX)
        except zlib.error:
            continue


def _after_zip_header(data: bytes, at: int) -> int:
    name, extra = data[at + 26 : at + 28], data[at + 28 : at + 30]
    return at + 30 + int.from_bytes(name, "little") + int.from_bytes(extra, "little")


def leaks(words: Iterable[str], *places: Path) -> list[str]:
    """Name each file under these places, or name of one, in which any of the words stands, and how."""
    looked_for = tuple(words)
    found = []
    for file in files_in(*places):
        found += [f"leaked: in the name of {file.name}" for word in looked_for if word in file.name]
        found += [f"leaked: {how} in {file}" for how in sorted(found_in(file.read_bytes(), looked_for))]
    return found


def files_in(*places: Path) -> Iterator[Path]:
    """Every file under these places."""
    for place in places:
        for folder, _, names in os.walk(place):
            yield from (file for name in names if (file := Path(folder) / name).is_file() and not file.is_symlink())
