# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A parcel: files sealed to the vaults of one member, who opens them in Candour (docs/format.md, 'Parcels').

Each piece of a file is sealed by itself, as a file of an entry is, so that what is on its way never lies readable on a
disk and memory does not grow with the parcel. The last piece is a letter, which its maker signs: it names the files and
the hash of every piece, so that whoever has one cannot change it, add to it, or seal it on in the maker's name.
"""

import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, BinaryIO, NamedTuple

import msgspec
from pyrage import x25519

from storage import strictjson
from storage.blobs import file_id, pack_file, unpack_file
from storage.body import Hex16, Hex32, Moment
from storage.charter import KeyFact
from storage.constants import (
    ENVELOPE_MAX,
    FILE_MAX,
    PARCEL_LETTER_MAX,
    PARCEL_MAGIC,
    PARCEL_PIECES_MAX,
    PARCEL_SIGNATURE,
    SLOTS,
)
from storage.errors import Fault, KnownError
from storage.keys import SigningSecret, check_signature, key_id
from storage.seal import open_envelope, seal
from storage.verify import Addressee

VERSION = 1
_SALT, _SIGNATURE, _LENGTH = 16, 64, 4
_Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.[a-z0-9]{1,8}\Z")]


class Packed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of a parcel: its name, what it is in words, its bytes, and the hashes of its pieces in order."""

    name: _Name
    about: Annotated[str, msgspec.Meta(max_length=80)]
    size: Annotated[int, msgspec.Meta(ge=0)]
    pieces: Annotated[tuple[Hex32, ...], msgspec.Meta(min_length=1, max_length=PARCEL_PIECES_MAX)]


class Letter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the maker signs: the school, their public key, the key ids it is sealed to, when, and every file."""

    v: int
    school: Hex32
    pub: Hex32
    to: Annotated[tuple[Hex16, ...], msgspec.Meta(min_length=1, max_length=SLOTS[-1])]
    at: Moment
    files: Annotated[tuple[Packed, ...], msgspec.Meta(min_length=1, max_length=PARCEL_PIECES_MAX)]


@dataclass(frozen=True, slots=True)
class Sender:
    """By whom and to whom: the school, the maker's signing key, the reader's vaults, the slots, and when (aware)."""

    school: str
    signing: SigningSecret = field(repr=False)
    keys: tuple[KeyFact, ...]
    slots: int
    at: datetime


class Enclosed(NamedTuple):
    """A file to be sealed: its name, what it is in words, its content."""

    name: str
    about: str
    content: bytes


class _Span(NamedTuple):
    start: int
    length: int


def write_parcel(file: BinaryIO, sender: Sender, files: Iterable[Enclosed]) -> None:
    """Write a parcel, one file after another. Raises KnownError(TOO_MANY_READERS, PARCEL_TOO_LARGE)."""
    file.write(PARCEL_MAGIC)
    packed: list[Packed] = []
    for each in files:
        pieces = tuple(_put(file, sender, piece) for piece in _pieces(each.content))
        packed.append(Packed(name=each.name, about=each.about[:80], size=len(each.content), pieces=pieces))
    letter = Letter(
        v=VERSION,
        school=sender.school,
        pub=sender.signing.public.hex(),
        to=tuple(sorted(key_id(bytes.fromhex(key.sign)) for key in sender.keys)),
        at=sender.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        files=tuple(packed),
    )
    body = strictjson.encode(letter)
    if len(body) > PARCEL_LETTER_MAX or sum(len(each.pieces) for each in packed) > PARCEL_PIECES_MAX:
        raise KnownError(Fault.PARCEL_TOO_LARGE)
    _put(file, sender, sender.signing.sign(PARCEL_SIGNATURE, body) + body)


class Parcel:
    """A parcel whose letter has been verified. Its files are opened one piece after another."""

    def __init__(self, file: BinaryIO, letter: Letter, spans: Sequence[_Span], key: x25519.Identity) -> None:
        """Take what `read_parcel` found; the file stays open for as long as the parcel is read."""
        self.letter = letter
        self._file, self._key = file, key
        rest = iter(spans)
        self._spans = {each.name: [next(rest) for _ in each.pieces] for each in letter.files}

    @property
    def maker_kid(self) -> str:
        """The key id of whoever made it. Whether that is a member, the directory says."""
        return key_id(bytes.fromhex(self.letter.pub))

    def pieces(self, packed: Packed) -> Iterator[bytes]:
        """Open a file piece by piece, each compared with what was signed. Raises KnownError(PARCEL_REFUSED)."""
        left = packed.size
        for span, signed in zip(self._spans[packed.name], packed.pieces, strict=True):
            frame = _opened(self._file, span, self._key)
            if frame is None or file_id(frame) != signed:
                raise KnownError(Fault.PARCEL_REFUSED)
            piece = _unpacked(frame)
            left -= len(piece)
            yield piece
        if left:
            raise KnownError(Fault.PARCEL_REFUSED)


def read_parcel(file: BinaryIO, reader: Addressee, key: x25519.Identity) -> Parcel:
    """Read what a parcel says it holds, and believe it only if its maker signed it, for this reader and school.

    Raises KnownError(PARCEL_NOT_OURS) where it is sealed to somebody else or damaged, ENTRY_TOO_NEW, and PARCEL_REFUSED
    for anything else that is not exactly a parcel.
    """
    *spans, last = _spans(file)
    frame = _opened(file, last, key)
    if frame is None:
        raise KnownError(Fault.PARCEL_NOT_OURS)
    letter = _believed(_unpacked(frame))
    names = {each.name.lower() for each in letter.files}
    is_whole = len(names) == len(letter.files) and sum(len(each.pieces) for each in letter.files) == len(spans)
    if not (is_whole and "T" in letter.at) or letter.school != reader.school or reader.kids.isdisjoint(letter.to):
        raise KnownError(Fault.PARCEL_REFUSED)
    return Parcel(file, letter, spans, key)


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, max(len(content), 1), FILE_MAX):
        yield content[start : start + FILE_MAX]


def _put(file: BinaryIO, sender: Sender, content: bytes) -> str:
    """Seal a piece and write it behind its length. Returns its hash, as the letter signs it."""
    frame = pack_file(content, secrets.token_bytes(_SALT))
    sealed = seal(frame, [key.seal for key in sender.keys], sender.slots, secrets.SystemRandom().shuffle)
    file.write(len(sealed).to_bytes(_LENGTH, "big"))
    file.write(sealed)
    return file_id(frame)


def _spans(file: BinaryIO) -> list[_Span]:
    """Where each piece lies, by the lengths that stand before them; none is read. Raises KnownError(PARCEL_REFUSED)."""
    end = file.seek(0, os.SEEK_END)
    at = file.seek(0) + len(PARCEL_MAGIC)
    is_sound = file.read(len(PARCEL_MAGIC)) == PARCEL_MAGIC
    spans: list[_Span] = []
    while is_sound and at < end:
        file.seek(at)
        length = int.from_bytes(file.read(_LENGTH), "big")
        spans.append(_Span(at + _LENGTH, length))
        at += _LENGTH + length
        is_sound = 0 < length <= ENVELOPE_MAX and len(spans) <= PARCEL_PIECES_MAX + 1
    if not is_sound or at != end or not spans:
        raise KnownError(Fault.PARCEL_REFUSED)
    return spans


def _opened(file: BinaryIO, span: _Span, key: x25519.Identity) -> bytes | None:
    file.seek(span.start)
    try:
        return open_envelope(file.read(span.length), [key])
    except KnownError:
        raise KnownError(Fault.PARCEL_REFUSED) from None


def _unpacked(frame: bytes) -> bytes:
    try:
        return unpack_file(frame)
    except KnownError:
        raise KnownError(Fault.PARCEL_REFUSED) from None


def _believed(content: bytes) -> Letter:
    """The letter, if it is one and whoever it names has signed it. Raises KnownError(PARCEL_REFUSED, ENTRY_TOO_NEW)."""
    signature, body = content[:_SIGNATURE], content[_SIGNATURE:]
    try:
        said = strictjson.decode(body, at_most=PARCEL_LETTER_MAX)
        _check_version(said)
        letter = msgspec.convert(said, Letter)
        check_signature(PARCEL_SIGNATURE, bytes.fromhex(letter.pub), body, signature)
    except msgspec.ValidationError:
        raise KnownError(Fault.PARCEL_REFUSED) from None
    except KnownError as error:
        too_new = error.code is Fault.ENTRY_TOO_NEW
        raise (error if too_new else KnownError(Fault.PARCEL_REFUSED)) from None
    return letter


def _check_version(said: object) -> None:
    version = said.get("v") if isinstance(said, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise KnownError(Fault.ENTRY_TOO_NEW)
    if version != VERSION:
        raise KnownError(Fault.PARCEL_REFUSED)
