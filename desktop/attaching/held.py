# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of an entry as its reader has them: here, still on their way, or not what the entry says.

What an entry says of a file is its author's word. Here the content is looked at again, and decides what the file is
called and whether it may be shown. A file is never opened or run, only saved where its reader says (`copying`).
"""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from desktop.attaching.kinds import JPEG, PNG, FileKind, kind_of, kinds, table
from desktop.attaching.names import safe_name
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.faults import DeskFault
from desktop.phrases import reference
from desktop.session import Session
from storage.blobs import Blobs
from storage.body import Attachment
from storage.errors import KnownError
from storage.grants import GRANT

SHOWN = frozenset({JPEG, PNG})
"""The kinds that may be shown in the window, when somebody asks for it (security.md 3.13)."""


class FileState(StrEnum):
    """Whether a file can be had. What was handed on by a grant came without its files."""

    HERE = "here"
    ARRIVING = "arriving"
    SET_ASIDE = "set_aside"
    NOT_HANDED_ON = "not_handed_on"


class HeldFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its number in its case, its entry, its name and kind as they are said to be, its bytes, its hash."""

    number: int
    eid: str
    name: str
    kind: FileKind
    size: int
    blob: str
    state: FileState


def case_files(case: Case, blobs: Blobs) -> tuple[HeldFile, ...]:
    """List the files of a case, numbered through in the order of its entries: the report's first."""
    pairs = ((entry, said) for entry in case.entries if entry.kind != GRANT for said in entry.files)
    return tuple(_held(number, said, entry, blobs) for number, (entry, said) in enumerate(pairs, start=1))


def content_of(held: HeldFile, blobs: Blobs) -> bytes:
    """Read a file. Raises KnownError(ATTACHMENT_ARRIVING, ATTACHMENT_SET_ASIDE, VAULT_DAMAGED)."""
    data = blobs.read(held.blob)
    if data is None:
        raise KnownError(DeskFault.ATTACHMENT_ARRIVING)
    if len(data) != held.size:
        raise KnownError(DeskFault.ATTACHMENT_SET_ASIDE)
    return data


def read_file(session: Session, case_id: str, number: int) -> bytes:
    """Read a file of a case. Raises KnownError(NO_SUCH_CASE, NO_SUCH_ATTACHMENT) and as `content_of`."""
    return content_of(numbered(case_files(session.case(case_id), session.blobs), number), session.blobs)


def numbered(files: Sequence[HeldFile], number: int) -> HeldFile:
    """Find a file by its number. Raises KnownError(NO_SUCH_ATTACHMENT)."""
    if not 1 <= number <= len(files):
        raise KnownError(DeskFault.NO_SUCH_ATTACHMENT)
    return files[number - 1]


def code_name(case_id: str, number: int, data: bytes) -> str:
    """The name under which a file is saved if nobody says another: a code, with the ending that its content has."""
    return f"CF-{reference(case_id)}-{number}{kind_of(data).ending}"


def suggested_name(case_id: str, held: HeldFile) -> str:
    """The same code before the content has been looked at, for a dialog; saving settles the ending."""
    return f"CF-{reference(case_id)}-{held.number}{held.kind.ending}"


def _held(number: int, said: Attachment, entry: CaseEntry, blobs: Blobs) -> HeldFile:
    kind = kinds().get(said.type) or kinds()[table().other_media]
    name = safe_name(said.name, kind.ending, table().reserved)
    state = _state(said, entry, blobs)
    return HeldFile(number=number, eid=entry.eid, name=name, kind=kind, size=said.size, blob=said.blob, state=state)


def _state(said: Attachment, entry: CaseEntry, blobs: Blobs) -> FileState:
    length = blobs.length(said.blob)
    if length is None:
        return FileState.NOT_HANDED_ON if entry.granted_by else FileState.ARRIVING
    return FileState.HERE if length == said.size else FileState.SET_ASIDE
