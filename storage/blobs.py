# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of an entry: each in a frame of its own, whose hash the entry signs, sealed to the entry's readers.

The frame begins with random bytes, so that its hash tells nobody who has seen the file elsewhere that this is it, and
is padded (Padmé), so that its length says little. Storage reads nothing of what a file is or is called.
"""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storage.body import Attachment
from storage.constants import FILE_CHUNK, FILE_ID, FILE_MAGIC, FILE_MAX
from storage.database import Database
from storage.errors import Fault, KnownError

_SALT = 16
_HEAD = len(FILE_MAGIC) + _SALT + 8


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file to go with an entry: what the entry says of it, and its frame's random bytes and content."""

    attachment: Attachment
    salt: bytes = field(repr=False)
    data: bytes = field(repr=False)

    @property
    def frame(self) -> bytes:
        """The frame, made anew at each call: with several files, only one at a time should stand in memory twice."""
        return pack_file(self.data, self.salt)


def enclose(data: bytes, name: str, kind: str) -> Enclosure:
    """Make a file ready to go with an entry, under a name and a type that desktop has settled.

    Raises KnownError(CONTENT_TOO_LARGE).
    """
    salt = secrets.token_bytes(_SALT)
    blob = file_id(pack_file(data, salt))
    return Enclosure(Attachment(blob=blob, size=len(data), name=name, type=kind), salt, data)


def pack_file(data: bytes, salt: bytes) -> bytes:
    """Frame a file with 16 random bytes. Raises KnownError(CONTENT_TOO_LARGE) past the limit."""
    if len(data) > FILE_MAX:
        raise KnownError(Fault.CONTENT_TOO_LARGE, limit=FILE_MAX)
    head = FILE_MAGIC + salt + len(data).to_bytes(8, "big")
    return b"".join((head, data, bytes(padded(_HEAD + len(data)) - _HEAD - len(data))))


def unpack_file(frame: bytes) -> bytes:
    """Take the file out of its frame. Raises KnownError(ENTRY_MALFORMED) unless it is exactly such a frame."""
    length = int.from_bytes(frame[_HEAD - 8 : _HEAD], "big")
    end = _HEAD + length
    sound = (
        frame.startswith(FILE_MAGIC)
        and len(frame) >= _HEAD
        and length <= FILE_MAX
        and len(frame) == padded(end)
        and frame.count(0, end) == len(frame) - end
    )
    if not sound:
        raise KnownError(Fault.ENTRY_MALFORMED, reason="file")
    return frame[_HEAD:end]


def padded(length: int) -> int:
    """Round a length up so that it keeps few significant bits (Padmé): at most an eighth more, far less for large ones.

    Source: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019.
    """
    exponent = length.bit_length() - 1
    dropped = exponent - exponent.bit_length()
    mask = (1 << dropped) - 1
    return (length + mask) & ~mask


def file_id(frame: bytes) -> str:
    """Name a file's frame: the labelled SHA-256 of all of it, as the entry signs it."""
    named = hashlib.sha256(FILE_ID)
    named.update(frame)  # one after another: put together they would be one copy more
    return named.hexdigest()


class Blobs:
    """The files that one vault holds, by the names that entries sign. They are kept in rows of a mebibyte."""

    def __init__(self, database: Database) -> None:
        """Take the vault's database."""
        self._database = database

    def add(self, frame: bytes) -> None:
        """Keep a frame, unless it was destroyed here. What is here stays so. Raises KnownError(DISK_*, VAULT_*)."""
        blob = file_id(frame)
        is_destroyed = self._database.row("SELECT 1 FROM destroyed_files WHERE blob = ?", (blob,)) is not None
        if not is_destroyed and not self.holds(blob):
            rows = ((blob, at // FILE_CHUNK, frame[at : at + FILE_CHUNK]) for at in range(0, len(frame), FILE_CHUNK))
            with self._database.transaction():
                self._database.execute_many("INSERT INTO files VALUES (?, ?, ?)", rows)

    def holds(self, blob: str) -> bool:
        """Say whether a frame is here."""
        return self._database.row("SELECT 1 FROM files WHERE blob = ?", (blob,)) is not None

    def drop(self, blob: str) -> None:
        """Let a frame go."""
        self._database.execute("DELETE FROM files WHERE blob = ?", (blob,))

    def length(self, blob: str) -> int | None:
        """The length of a file, as its frame says; None when it is not here."""
        head = self._head(blob)
        return int.from_bytes(head[-8:], "big") if head else None

    def read(self, blob: str) -> bytes | None:
        """Read a file, verified again as every entry is; None when it is not here. Raises KnownError(VAULT_DAMAGED)."""
        pieces = list(self._pieces(blob))
        if not pieces:
            return None
        frame = b"".join(pieces)
        if file_id(frame) != blob:
            raise KnownError(Fault.VAULT_DAMAGED)
        return unpack_file(frame)

    def again(self, attachments: Sequence[Attachment]) -> tuple[Enclosure, ...]:
        """Those of these files that are here and whole, ready to go with another entry."""
        return tuple(found for said in attachments if (found := self._again(said)))

    def _again(self, said: Attachment) -> Enclosure | None:
        try:
            data = self.read(said.blob)
        except KnownError:
            # One that was damaged here must not keep its entry from going on; `candour check` says so.
            return None
        return None if data is None else Enclosure(said, self._head(said.blob)[-_SALT - 8 : -8], data)

    def names(self) -> list[str]:
        """Name every frame that is here."""
        return [str(blob) for (blob,) in self._database.rows("SELECT DISTINCT blob FROM files ORDER BY blob")]

    def _head(self, blob: str) -> bytes:
        sql = "SELECT substr(data, 1, ?) FROM files WHERE blob = ? AND n = 0"
        found = self._database.value(sql, (_HEAD, blob))
        return found if isinstance(found, bytes) else b""

    def _pieces(self, blob: str) -> Iterator[bytes]:
        for (piece,) in self._database.rows("SELECT data FROM files WHERE blob = ? ORDER BY n", (blob,)):
            if isinstance(piece, bytes):
                yield piece
