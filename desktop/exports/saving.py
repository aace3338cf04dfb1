# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts what is exported where somebody wants it: made and recorded first, then there, or neither (security.md 3.15).

The entry comes before the file appears under its name: a copy may be on record and not be there, never the other way
round. What is stopped half-way leaves nothing. A file without a password is its owner's alone to read.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from desktop.documents.sheets import Front, sheets
from desktop.exports.bundle import Listed, Portfolio, listed, with_manifest, write_protected, write_zip
from desktop.exports.order import SEALED_ENDING, Format, Order, Protection
from desktop.exports.pieces import Piece
from desktop.exports.protecting import check_password, protect
from desktop.new_file import filled_file
from desktop.ticking import Tick, unwatched
from storage.parcel import Enclosed, Sender, write_parcel

_ENDINGS = frozenset({".zip", SEALED_ENDING, *(f".{each.value}" for each in Format)})

Facts = dict[str, str]


class Leaving(msgspec.Struct, frozen=True, kw_only=True):
    """Something on its way out: as it was ordered, its file's name, how many tables it has, what makes its pieces.

    `front` is the cover of a bundle. `record` puts the facts about what was made on record, and returns the entries
    that say so. `sender` seals it, where it is sealed to a member.
    """

    order: Order
    stem: str
    tables: int
    pieces: Callable[[Tick], Iterable[Piece]]
    front: Front
    said: dict[str, object]
    record: Callable[[Facts], tuple[str, ...]]
    sender: Sender | None = None


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """A saved export: where it is, its fingerprint, the files in it, all their pages, and the entries that say so."""

    path: Path
    sha256: str
    files: tuple[Listed, ...]
    entries: tuple[str, ...]
    protection: Protection

    @property
    def pages(self) -> int:
        """How many pages there are, in all of its documents."""
        return sum(each.pages for each in self.files)


class Printout(msgspec.Struct, frozen=True, kw_only=True):
    """What is on record as printed, and is to be: a PDF that lies on no disk, its pages, and the entries."""

    content: bytes
    pages: int
    entries: tuple[str, ...]


def save(leaving: Leaving, path: Path, tick: Tick = unwatched) -> Saved:
    """Save it under this name, with the ending that its content has, or under a code in this folder.

    Raises KnownError(EXPORT_PASSWORD, EXPORT_STOPPED, FILE_UNWRITABLE, FILE_THERE_ALREADY, DISK_*, VAULT_*).
    """
    order = leaving.order
    if order.password is not None:
        check_password(order.password)
    ending = order.ending(leaving.tables)
    target = path / f"{leaving.stem}{ending}" if path.is_dir() else _ended(path, ending)
    files: list[Listed] = []

    def fill(file: BinaryIO) -> None:
        files.extend(_written(leaving, target.parent, file, tick))

    with filled_file(target, fill) as temporary:
        digest = _digest(temporary)
        entries = leaving.record(_facts(order, digest, files))
    return Saved(path=target, sha256=digest, files=tuple(files), entries=entries, protection=order.protection)


def print_out(leaving: Leaving, tick: Tick = unwatched) -> Printout:
    """Make what was ordered on paper, and put on record that it was printed. Nothing is written to a disk here.

    Raises KnownError(EXPORT_STOPPED, DISK_*, VAULT_*).
    """
    (piece,) = leaving.pieces(tick)
    made = listed(piece)
    entries = leaving.record(_facts(leaving.order, made.sha256, [made]))
    return Printout(content=piece.content, pages=piece.pages, entries=entries)


def _facts(order: Order, digest: str, files: Sequence[Listed]) -> Facts:
    facts = {
        "sha256": digest,
        "pages": str(sum(each.pages for each in files)),
        "files": str(len(files)),
        "formats": ", ".join(each.value.upper() for each in order.formats),
        "protection": order.protection.value,
    }
    return facts if order.sealed_to is None else {**facts, "sealed_to": order.sealed_to}


def _written(leaving: Leaving, folder: Path, file: BinaryIO, tick: Tick) -> list[Listed]:
    order, made = leaving.order, leaving.pieces(tick)
    if leaving.sender is not None:
        return _write_sealed(leaving, leaving.sender, file, made)
    if not order.makes_one_file(leaving.tables):
        if order.password is None:
            return write_zip(file, made, leaving.said, leaving.front.made_at)
        return _write_portfolio(leaving, order.password, folder, file, made)
    (piece,) = made
    if order.password is None:
        file.write(piece.content)
    elif order.formats[0] is Format.PDF:
        protect(piece.content, file, order.password)
    else:
        return _write_portfolio(leaving, order.password, folder, file, [piece])
    return [listed(piece)]


def _write_portfolio(
    leaving: Leaving, password: str, folder: Path, file: BinaryIO, made: Iterable[Piece]
) -> list[Listed]:
    around = Portfolio(cover=sheets(leaving.front, ()).content, folder=folder, password=password)
    return write_protected(file, around, made, leaving.said)


def _write_sealed(leaving: Leaving, sender: Sender, file: BinaryIO, made: Iterable[Piece]) -> list[Listed]:
    done: list[Listed] = []
    everything = with_manifest(made, leaving.said, done)
    write_parcel(file, sender, (Enclosed(each.name, each.about, each.content) for each in everything))
    return done


def _ended(path: Path, ending: str) -> Path:
    """A name with the ending that its content has, in place of another that says what it is not."""
    said = path.suffix.lower()
    return path.with_suffix(ending) if said in _ENDINGS else path.with_name(f"{path.name}{ending}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
