# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that open with a password only: what they are encrypted with, and that nothing of them can be read without."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from desktop.documents.sheets import Front, sheets
from desktop.exports.bundle import MANIFEST, Portfolio, write_protected, write_zip
from desktop.exports.pieces import Piece
from desktop.exports.protecting import check_password, protect, suggested
from desktop.faults import DeskFault
from storage.errors import KnownError

AT = datetime(2026, 6, 15, 14, 12, tzinfo=UTC)
PASSWORD = "twisting secluding guts untrained sulk"
SECRET = "Parveen moved a girl out of the queue"
FRONT = Front(
    name="Bundle",
    title="Bundle",
    about=SECRET,
    school="Hollowbrook",
    maker="Priya Nair",
    maker_job="Deputy",
    made_at=AT,
    recipient="The LADO",
    purpose="A consultation",
)
PIECES = (
    Piece(name="CF-1.json", about="Case file", content=SECRET.encode()),
    Piece(name="CF-1-1.png", about="Attached files", content=bytes(range(256)) * 400),
)


def portfolio(folder: Path) -> bytes:
    """A protected PDF with both pieces attached."""
    file = io.BytesIO()
    around = Portfolio(cover=sheets(FRONT, ()).content, folder=folder, password=PASSWORD)
    write_protected(file, around, PIECES, {"made_for": "The LADO"})
    return file.getvalue()


def attached(content: bytes) -> dict[str, bytes]:
    """The files attached to a protected PDF, as another program opens them."""
    with pypdfium2.PdfDocument(content, password=PASSWORD) as document:
        files = [document.get_attachment(place) for place in range(document.count_attachments())]
        return {file.get_name(): bytes(file.get_data()) for file in files}


def encryption(content: bytes) -> list[bytes]:
    """What the file says of how it is encrypted."""
    return re.findall(rb"/(?:CFM /\w+|R \d|V \d)\b", content)


def test_a_pdf_is_encrypted_with_aes_256_and_opens_with_its_password_alone() -> None:
    file = io.BytesIO()
    protect(sheets(FRONT, ()).content, file, PASSWORD)
    content = file.getvalue()
    assert set(encryption(content)) == {b"/CFM /AESV3", b"/R 6", b"/V 5"}
    with pypdfium2.PdfDocument(content, password=PASSWORD) as document:
        assert SECRET in document[0].get_textpage().get_text_range()
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(content, password="another")  # noqa: S106 - a wrong one


def test_a_bundle_gives_every_file_back_as_it_was(tmp_path: Path) -> None:
    content = portfolio(tmp_path)
    files = attached(content)
    assert {name: files[name] for name in (piece.name for piece in PIECES)} == {
        piece.name: piece.content for piece in PIECES
    }
    assert set(encryption(content)) == {b"/CFM /AESV3", b"/R 6", b"/V 5"}


def test_nothing_in_a_bundle_can_be_read_without_the_password(tmp_path: Path) -> None:
    content = portfolio(tmp_path)
    assert SECRET.encode() not in content
    assert b"CF-1" not in content  # nor what its files are called
    assert b"LADO" not in content


def test_nothing_is_left_beside_a_bundle_and_no_part_of_it_lay_there_readable(tmp_path: Path) -> None:
    seen: list[bytes] = []

    def watched() -> Iterator[Piece]:
        for piece in PIECES:
            yield piece
            seen.extend(part.read_bytes() for part in tmp_path.iterdir())

    around = Portfolio(cover=sheets(FRONT, ()).content, folder=tmp_path, password=PASSWORD)
    write_protected(io.BytesIO(), around, watched(), {})
    assert seen
    assert not any(SECRET.encode() in part for part in seen)
    assert list(tmp_path.iterdir()) == []


def test_a_bundle_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    def stopped() -> Iterator[Piece]:
        yield PIECES[0]
        raise KnownError(DeskFault.EXPORT_STOPPED)

    around = Portfolio(cover=sheets(FRONT, ()).content, folder=tmp_path, password=PASSWORD)
    with pytest.raises(KnownError):
        write_protected(io.BytesIO(), around, stopped(), {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_protected", [False, True])
def test_a_manifest_lists_every_file_with_its_fingerprint(is_protected: bool, tmp_path: Path) -> None:
    if is_protected:
        said = json.loads(attached(portfolio(tmp_path))[MANIFEST])
    else:
        file = io.BytesIO()
        write_zip(file, PIECES, {"made_for": "The LADO"}, AT)
        with zipfile.ZipFile(file) as bundle:
            assert bundle.testzip() is None
            said = json.loads(bundle.read(MANIFEST))
    assert said["made_for"] == "The LADO"
    assert [(file["name"], file["size"]) for file in said["files"]] == [("CF-1.json", 37), ("CF-1-1.png", 102_400)]
    assert all(re.fullmatch("[0-9a-f]{64}", file["sha256"]) for file in said["files"])


def test_a_suggested_password_is_taken() -> None:
    check_password(suggested())


@pytest.mark.parametrize(
    "password", ["short", "pässword of words", "x" * 121, " leading spaces here", "tab\tinside it all"]
)
def test_a_password_that_may_not_open_everywhere_is_refused(password: str) -> None:
    with pytest.raises(KnownError) as raised:
        check_password(password)
    assert raised.value.code == DeskFault.EXPORT_PASSWORD
