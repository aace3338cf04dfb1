# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents that everybody at a school may read, such as its policies: named and believed by their fingerprints.

The directory, which officers sign, says which fingerprints hold. So a document needs no signature and no seal of its
own: whoever runs the exchange can lose one or delay it, and anybody who has it puts it back.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from storage.constants import DOCUMENT_ID, DOCUMENT_MAX, NAME_LENGTH
from storage.errors import Fault, KnownError
from storage.exchange import Area, Exchange
from storage.files import disk_faults, make_private_folder, write_whole

SUFFIX = ".cdoc"


def fingerprint(content: bytes) -> str:
    """SHA-256 of a document behind the label for documents, 64 hex digits."""
    return hashlib.sha256(DOCUMENT_ID + content).hexdigest()


class DocumentStore:
    """The documents kept in one folder of this machine."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made with the first document."""
        self._folder = folder

    def add(self, content: bytes) -> str:
        """Keep a document and return its fingerprint. Raises KnownError(CONTENT_TOO_LARGE, DISK_*)."""
        if len(content) > DOCUMENT_MAX:
            raise KnownError(Fault.CONTENT_TOO_LARGE, limit=DOCUMENT_MAX)
        name = fingerprint(content)
        make_private_folder(self._folder)
        write_whole(self._path(name), content)
        return name

    def read(self, name: str) -> bytes | None:
        """Read a document by its fingerprint; None where it is not here or damaged. Raises KnownError(DISK_ERROR)."""
        path = self._path(name)
        with disk_faults():
            content = path.read_bytes() if path.is_file() else None
        return content if content is not None and fingerprint(content) == name else None

    def exchange_with(self, exchange: Exchange, names: Iterable[str]) -> None:
        """Take from the exchange what is not here; leave there what it lacks. Raises KnownError(EXCHANGE_*, DISK_*)."""
        wanted = tuple(names)
        listed = {each.name for each in exchange.names(Area.DOCUMENTS)} if wanted else set()
        for name in wanted:
            if not self._path(name).is_file():
                self._take(exchange, name)
            elif _left_as(name) not in listed and (content := self.read(name)) is not None:
                exchange.put(Area.DOCUMENTS, _left_as(name), content)

    def _take(self, exchange: Exchange, name: str) -> None:
        content = exchange.read(Area.DOCUMENTS, _left_as(name), DOCUMENT_MAX)
        if content is not None and fingerprint(content) == name:
            self.add(content)

    def _path(self, name: str) -> Path:
        return self._folder / _left_as(name)


def _left_as(name: str) -> str:
    return name[:NAME_LENGTH] + SUFFIX
