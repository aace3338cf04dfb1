# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file is, by its content alone: nothing is unpacked, and its name counts only against it (F69).

The table is data (resources/attaching/kinds.toml). A file that is two things at once, or not soundly the one it says,
is kept as bytes that no program is asked to open.
"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.attaching.jpeg import stripped_jpeg
from desktop.attaching.png import stripped_png
from desktop.faults import DeskFault
from storage.errors import KnownError

JPEG, PNG = "image/jpeg", "image/png"
STRIP = {JPEG: stripped_jpeg, PNG: stripped_png}
"""How details are taken out of a picture without touching the picture; None from one that is not soundly built."""

FAULTS: Mapping[str, DeskFault] = {
    "program": DeskFault.ATTACHMENT_PROGRAM,
    "script": DeskFault.ATTACHMENT_SCRIPT,
    "shortcut": DeskFault.ATTACHMENT_SHORTCUT,
    "disk_image": DeskFault.ATTACHMENT_DISK_IMAGE,
    "macros": DeskFault.ATTACHMENT_MACROS,
}
"""What is said of a file that is refused, by the word for it in the table."""

_ZIP = b"PK\x03\x04"
_ZIP_END, _ZIP_END_WITHIN = b"PK\x05\x06", 65_557
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_TEXT_LOOK, _HEAD_LOOK = 65_536, 4096
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z-]{0,40}):", re.MULTILINE)
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f")


class Carries(StrEnum):
    """What a file may tell of whoever made it, besides what it shows."""

    NOTHING = ""
    PLACE = "place"
    AUTHOR = "author"


class FileKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of file that keeps its ending; the fields are explained in the table."""

    media: str
    ending: str
    word: str
    carries: Carries = Carries.NOTHING
    strip: bool = False
    at: int = 0
    marks: tuple[str, ...] = ()
    inside: str = ""
    headers: tuple[str, ...] = ()
    text: bool = False


class _Refused(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    why: str
    at: int = 0
    binary: bool = False
    marks: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    other_media: str
    other_ending: str
    other_word: str
    reserved: frozenset[str]
    kind: tuple[FileKind, ...]
    refused: tuple[_Refused, ...]


@cache
def table() -> _Table:
    """The table."""
    return msgspec.convert(tomllib.loads(resources.text("attaching/kinds.toml")), _Table)


@cache
def kinds() -> Mapping[str, FileKind]:
    """The kinds by their media types, with the one for everything else."""
    other = FileKind(media=table().other_media, ending=table().other_ending, word=table().other_word)
    return {kind.media: kind for kind in (*table().kind, other)}


def kind_of(data: bytes) -> FileKind:
    """Say what a file is; "other" for what is in no table, for two things at once, and for a broken picture."""
    found = next((kind for kind in table().kind if _is(kind, data)), None)
    return found if found and not _is_doubtful(found, data) else kinds()[table().other_media]


def refuse(name: str, data: bytes) -> None:
    """Refuse what nobody should be sent: programs, scripts, shortcuts, disk images, documents with macros.

    Raises KnownError(ATTACHMENT_*). `name` is as it was given.
    """
    ending = name.rpartition(".")[2].strip().lower() if "." in name else ""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for each in table().refused:
        if ending in each.endings or _shows(each, data, start):
            raise KnownError(FAULTS[each.why])


def _shows(refused: _Refused, data: bytes, start: bytes) -> bool:
    if refused.binary and _is_text(data):
        return False
    marks = [bytes.fromhex(mark) for mark in refused.marks]
    if any(data.startswith(mark, refused.at) or (not refused.at and start.startswith(mark.lower())) for mark in marks):
        return True
    if not any(data.startswith(bytes.fromhex(mark)) for mark in refused.starts):
        return False
    return any(re.search(re.escape(bytes.fromhex(mark)), data, re.IGNORECASE) for mark in refused.anywhere)


def _is(kind: FileKind, data: bytes) -> bool:
    if kind.marks and not any(data.startswith(bytes.fromhex(mark), kind.at) for mark in kind.marks):
        return False
    if kind.inside:
        return kind.inside.encode() in data and b"[Content_Types].xml" in data
    if kind.headers:
        return _is_text(data) and _is_mail(kind, data)
    return _is_text(data) if kind.text else True


def _is_mail(kind: FileKind, data: bytes) -> bool:
    """A message begins with header lines; three that every message has among them tell it from a text."""
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD_LOOK], maxsplit=1)[0]
    names = {name.decode().lower() for name in _HEADER.findall(head)}
    return _HEADER.match(data) is not None and len(names.intersection(kind.headers)) >= 3


def _is_text(data: bytes) -> bool:
    """UTF-8 or an older encoding of a line of text: no byte that no text has, in the first part and the last."""
    looked = data[:_TEXT_LOOK] + data[-_TEXT_LOOK:]
    return bool(data) and _CONTROLS.isdisjoint(looked)


def _is_doubtful(kind: FileKind, data: bytes) -> bool:
    """Say whether it is something else as well, or a picture that is not soundly built."""
    is_zip = data.startswith(_ZIP)
    if not is_zip and _ZIP_END in data[-_ZIP_END_WITHIN:]:
        return True
    if not data.startswith(_PDF) and not kind.text and _PDF in data[:_PDF_WITHIN]:
        return True
    return kind.media in STRIP and STRIP[kind.media](data) is None
