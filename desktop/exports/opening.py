# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening a parcel: an export that somebody at the school sealed to whoever is signed in (docs/format.md, 'Parcels').

Its files are written where the reader says, for them alone, and none is written over. They were made by a colleague
whose Candour may have been changed, so their names and kinds are looked at as those of any file from outside are.
"""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from desktop.attaching.copying import mark_as_from_outside
from desktop.attaching.kinds import kinds, refuse, table
from desktop.attaching.names import safe_name
from desktop.exports.order import Format
from desktop.faults import DeskFault
from desktop.new_file import filled_file
from desktop.people import PersonId
from desktop.session import Session
from storage.errors import Fault, KnownError
from storage.parcel import Packed, Parcel, read_parcel
from storage.verify import Addressee


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What was opened: who made it, when by their clock (aware UTC), and where its files are now.

    `is_revoked`: the key that signed it is not trusted any more.
    """

    maker: PersonId
    at: datetime
    files: tuple[Path, ...]
    is_revoked: bool


def open_parcel(session: Session, file: Path, folder: Path) -> Opened:
    """Verify a parcel, and write its files into a folder: all of them, or none.

    Raises KnownError(FILE_UNREADABLE, PARCEL_NOT_OURS, PARCEL_REFUSED, ENTRY_TOO_NEW, ATTACHMENT_*, FILE_THERE_ALREADY,
    FILE_UNWRITABLE).
    """
    machine = session.machine
    reader = Addressee(machine.state.school, frozenset({session.vault.kid}))
    with _file_of(file) as opened:
        parcel = read_parcel(opened, reader, session.vault.keys.identity)
        record = machine.state.keys.get(parcel.maker_kid)
        if record is None:
            raise KnownError(Fault.PARCEL_REFUSED)
        return Opened(
            maker=PersonId(record.fact.person),
            at=datetime.fromisoformat(parcel.letter.at),
            files=_written(parcel, folder),
            is_revoked=record.revoked is not None,
        )


@contextlib.contextmanager
def _file_of(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except OSError:
        raise KnownError(DeskFault.FILE_UNREADABLE) from None
    with file:
        yield file


def _written(parcel: Parcel, folder: Path) -> tuple[Path, ...]:
    done: list[Path] = []
    try:
        for packed in parcel.letter.files:
            target = folder / _name(packed)
            with filled_file(target, partial(_fill, parcel, packed)):
                pass
            done.append(target)
            mark_as_from_outside(target)
    except BaseException:
        for each in done:
            each.unlink(missing_ok=True)
        raise
    return tuple(done)


def _name(packed: Packed) -> str:
    """A name that every system takes, with an ending that an export or a file attached to a case can have."""
    ending = Path(packed.name).suffix
    if ending not in {f".{each.value}" for each in Format} | {kind.ending for kind in kinds().values()}:
        raise KnownError(Fault.PARCEL_REFUSED)
    return safe_name(packed.name, ending, table().reserved)


def _fill(parcel: Parcel, packed: Packed, file: BinaryIO) -> None:
    for number, piece in enumerate(parcel.pieces(packed)):
        if not number:
            refuse(packed.name, piece)
        file.write(piece)
