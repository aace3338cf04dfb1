# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several files as one: a ZIP file that anything opens, or a PDF with attachments that opens with a password only.

Each file is made, written and let go before the next one is made, so that memory does not grow with the bundle. On its
way into a protected PDF a file never lies readable on the disk: it is encrypted at once, with a password that nobody
learns, and qpdf turns it into the finished file piece by piece.
"""

import contextlib
import hashlib
import io
import json
import secrets
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from desktop.clocks import LONDON
from desktop.exports.pieces import Piece
from desktop.exports.protecting import locked
from storage.files import OWNER_FILE, write_temporary

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

MANIFEST = "manifest.json"
VERSION = 1
_ONCE_BYTES = 32
_ANY = "application/octet-stream"
_MEDIA = {
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A file as the manifest lists it: name, what it is, bytes, SHA-256, pages (0: none)."""

    name: str
    about: str
    size: int
    sha256: str
    pages: int


def listed(piece: Piece) -> Listed:
    """List a file."""
    digest = hashlib.sha256(piece.content).hexdigest()
    return Listed(name=piece.name, about=piece.about, size=len(piece.content), sha256=digest, pages=piece.pages)


def manifest(said: Mapping[str, object], files: Iterable[Listed]) -> Piece:
    """The manifest: what is said of the bundle, and each file in it (docs/exports.md)."""
    content = {"candour_bundle": VERSION, **said, "files": msgspec.to_builtins(list(files))}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return Piece(name=MANIFEST, about="manifest", content=text.encode())


def write_zip(file: BinaryIO, pieces: Iterable[Piece], said: Mapping[str, object], at: datetime) -> list[Listed]:
    """Write a ZIP file, with its manifest last. `at` (aware) becomes the date of everything in it."""
    local = at.astimezone(LONDON)
    done: list[Listed] = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:

        def put(piece: Piece) -> None:
            entry = zipfile.ZipInfo(piece.name, local.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            bundle.writestr(entry, piece.content)

        for piece in pieces:
            put(piece)
            done.append(listed(piece))
        put(manifest(said, done))
    return done


class Portfolio(msgspec.Struct, frozen=True, kw_only=True):
    """What a protected PDF is made around: its first page, where encrypted parts lie meanwhile, and the password."""

    cover: bytes
    folder: Path
    password: str


def write_protected(
    file: BinaryIO, around: Portfolio, pieces: Iterable[Piece], said: Mapping[str, object]
) -> list[Listed]:
    """Write a PDF that has these files attached, and opens with the password only. No part is left afterwards."""
    from pikepdf import Dictionary, Name, NameTree, Pdf

    once, done = secrets.token_urlsafe(_ONCE_BYTES), list[Listed]()
    with contextlib.ExitStack() as kept:
        whole = kept.enter_context(Pdf.open(io.BytesIO(around.cover)))
        attached = NameTree.new(whole)
        for piece in with_manifest(pieces, said, done):
            part = write_temporary(around.folder, _encrypted(piece, once), OWNER_FILE, flush=False)
            kept.callback(part.unlink, missing_ok=True)
            source = kept.enter_context(Pdf.open(part, password=once))
            attached[piece.name] = _file_of(whole, piece, whole.copy_foreign(source.Root.CandourFile))
        whole.Root.Names = Dictionary(EmbeddedFiles=attached.obj)
        whole.Root.PageMode = Name.UseAttachments
        whole.save(file, encryption=locked(around.password))
    return done


def with_manifest(pieces: Iterable[Piece], said: Mapping[str, object], done: list[Listed]) -> Iterator[Piece]:
    """These files, noted in `done` one after another, and their manifest last."""
    for piece in pieces:
        done.append(listed(piece))
        yield piece
    yield manifest(said, done)


def _encrypted(piece: Piece, once: str) -> bytes:
    """One file inside an encrypted PDF, that only this run can open."""
    from pikepdf import Dictionary, Name, Pdf, Stream

    with Pdf.new() as pdf:
        made = Stream(pdf, piece.content)
        made.Type = Name.EmbeddedFile
        made.Subtype = Name(f"/{_MEDIA.get(Path(piece.name).suffix, _ANY)}")
        made.Params = Dictionary(Size=len(piece.content))
        pdf.Root.CandourFile = made
        file = io.BytesIO()
        pdf.save(file, encryption=locked(once))
    return file.getvalue()


def _file_of(whole: "Pdf", piece: Piece, content: "Object") -> "Object":
    from pikepdf import Dictionary, Name, String

    spec = Dictionary(
        Type=Name.Filespec,
        F=String(piece.name),
        UF=String(piece.name),
        Desc=String(piece.about),
        AFRelationship=Name.Unspecified,
        EF=Dictionary(F=content, UF=content),
    )
    return whole.make_indirect(spec)
