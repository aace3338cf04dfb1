# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Adding a file to what is being written, and making all of them ready to be sealed with it.

A file is read once, when it is chosen: what is sent is what was chosen, wherever the original has gone meanwhile.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from typing_extensions import override

from desktop.attaching.kinds import STRIP, FileKind, kind_of, kinds, refuse, table
from desktop.attaching.names import safe_name
from desktop.faults import DeskFault
from desktop.forms import Attach, FormSpec
from storage.blobs import Enclosure, enclose
from storage.constants import FILE_MAX, FILES_MAX, FILES_TOGETHER_MAX, MIB
from storage.errors import KnownError


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was chosen: its safe name, its kind's media type, and its bytes."""

    name: str
    media: str
    data: bytes

    @override
    def __repr__(self) -> str:
        """Say nothing of the file: this may reach a trace."""
        return "Attached(…)"

    @property
    def kind(self) -> FileKind:
        """What the file is."""
        return kinds()[self.media]

    @property
    def has_details(self) -> bool:
        """Say whether it is a picture out of which something can be taken that the picture does not show."""
        return self.kind.strip and STRIP[self.media](self.data) != self.data


def add_file(path: Path, attach: Attach) -> Attached:
    """Read a file that somebody chose. One that is too large is not begun.

    Raises KnownError(FILE_UNREADABLE, ATTACHMENT_*).
    """
    limit = min(attach.megabytes * MIB, FILE_MAX)
    try:
        if not path.is_file():
            # A pipe would keep us waiting for ever.
            raise KnownError(DeskFault.FILE_UNREADABLE)
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            data = file.read(limit + 1) if size <= limit else b""
    except (OSError, ValueError):
        raise KnownError(DeskFault.FILE_UNREADABLE) from None
    if max(size, len(data)) > limit:
        raise KnownError(DeskFault.ATTACHMENT_TOO_LARGE, limit=limit // MIB)
    return read_attached(path.name, data)


def read_attached(name: str, data: bytes) -> Attached:
    """Settle what some bytes are and what they may be called. Raises KnownError(ATTACHMENT_*) for what is refused."""
    if not data:
        raise KnownError(DeskFault.ATTACHMENT_EMPTY)
    refuse(name, data)
    kind = kind_of(data)
    return Attached(name=safe_name(name, kind.ending, table().reserved), media=kind.media, data=data)


def without_details(attached: Attached) -> Attached:
    """The same picture without where and when it was taken; any other file as it is."""
    strip = STRIP.get(attached.media)
    stripped = strip(attached.data) if strip else None
    return attached if stripped is None else msgspec.structs.replace(attached, data=stripped)


def check_together(files: Sequence[Attached], attach: Attach | None) -> None:
    """Hold all the files of one form to its limits and the format's.

    Raises KnownError(ATTACHMENTS_NOT_HERE, ATTACHMENTS_TOO_MANY, ATTACHMENT_TOO_LARGE, ATTACHMENTS_TOGETHER).
    """
    if not files:
        return
    if attach is None:
        raise KnownError(DeskFault.ATTACHMENTS_NOT_HERE)
    most, limit = min(attach.most, FILES_MAX), min(attach.megabytes * MIB, FILE_MAX)
    if len(files) > most:
        raise KnownError(DeskFault.ATTACHMENTS_TOO_MANY, limit=most)
    if any(len(each.data) > limit for each in files):
        raise KnownError(DeskFault.ATTACHMENT_TOO_LARGE, limit=limit // MIB)
    if sum(len(each.data) for each in files) > FILES_TOGETHER_MAX:
        raise KnownError(DeskFault.ATTACHMENTS_TOGETHER, limit=FILES_TOGETHER_MAX // MIB)


def attach_of(spec: FormSpec) -> Attach | None:
    """Whether a form takes files, and how many."""
    return next((page.attach for page in spec.pages if page.attach), None)


def enclosed(attach: Attach | None, files: Sequence[Attached]) -> tuple[Enclosure, ...]:
    """Make the files of a form ready to be sealed. Raises as `check_together`."""
    check_together(files, attach)
    return tuple(enclose(each.data, each.name, each.media) for each in files)
