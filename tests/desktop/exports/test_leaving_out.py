# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a copy leaves out is not in it: in no format, in no bookmark, and not in the words of others."""

import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import openpyxl
import pypdf
import pytest

from desktop.attaching.adding import read_attached
from desktop.cases.acting import EXPORT
from desktop.exports.cases import export_cases
from desktop.exports.choices import LeftOut, Recipient, left_out
from desktop.exports.order import Format, Order
from desktop.exports.people import export_chronology
from desktop.exports.saving import Saved
from desktop.faults import DeskFault
from desktop.session import Session
from storage.errors import KnownError
from tests.desktop.desks import LOW_LEVEL, Desks, concern

TOLD = "Beth told me on Monday. Ms Carver was sure, and BC wrote it down. Helen Marsh has asked Mrs Marsh to look."
WHY = "Not needed there."


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern by the teaching assistant about the teacher; the lead noted who told her, the head decided."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher, what_happened="Tom Ashby shouted. He shouted at me, too.")
    desks.act(school.dsl, case, "note", {"text": TOLD})
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.sync(school.dsl)
    return case


@pytest.fixture
def lead(desks: Desks, case: str) -> Session:
    return desks.of(desks.school.dsl)


def ordered(*wanted: str, formats: tuple[Format, ...] = tuple(Format)) -> Order:
    """An order in every format that leaves these out."""
    leaves_out = left_out(Recipient.POLICE, frozenset(wanted), WHY)
    return Order(
        kind=Recipient.POLICE, recipient="The police", purpose="An inquiry", formats=formats, leaves_out=leaves_out
    )


def everything(saved: Saved) -> dict[str, str]:
    """All that each file of a bundle says, by its ending; of a PDF the words and the bookmarks."""
    with zipfile.ZipFile(saved.path) as bundle:
        return {name: _words(name, bundle.read(name)) for name in bundle.namelist()}


def _words(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        marks = " ".join(_titles(reader.outline))
        return " ".join([*(page.extract_text() for page in reader.pages), marks])
    if name.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        return " ".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    return content.decode("utf-8-sig")


def _titles(outline: Sequence[object]) -> Iterator[str]:
    for line in outline:
        if isinstance(line, list):
            yield from _titles(line)
        else:
            yield str(line["/Title"])  # type: ignore[index]  # pypdf says no more of it


def test_the_reporters_name_is_in_no_file(lead: Session, case: str, tmp_path: Path) -> None:
    files = everything(export_cases(lead, [case], tmp_path, ordered("reporter")))
    assert len(files) > 6
    for name, words in files.items():
        assert "Beth" not in words, name
        assert "Carver" not in words, name
    assert "[the person who reported it] told me on Monday" in " ".join(files[f"{_stem(files)}.pdf"].split())


def test_handlers_are_told_by_their_offices(lead: Session, case: str, tmp_path: Path) -> None:
    files = everything(export_cases(lead, [case], tmp_path, ordered("handlers")))
    for name, words in files.items():
        assert "Marsh" not in words, name
    assert "[headteacher]" in files[f"{_stem(files)}.pdf"]
    assert "[headteacher]" in files[f"{_stem(files)}-entries.csv"]


def test_whoever_it_is_about_and_whoever_makes_the_copy_stay_named(lead: Session, case: str, tmp_path: Path) -> None:
    saved = export_cases(lead, [case], tmp_path, ordered("reporter", "handlers", formats=(Format.PDF,)))
    words = _words("a.pdf", saved.path.read_bytes())
    assert "Tom Ashby" in words
    assert "by Priya Nair on" in words


def test_a_part_that_is_left_out_is_in_no_file_and_its_number_stays(lead: Session, case: str, tmp_path: Path) -> None:
    files = everything(export_cases(lead, [case], tmp_path, ordered("notes", "access_log")))
    pdf = " ".join(files[f"{_stem(files)}.pdf"].split())
    assert all("told me on Monday" not in words for words in files.values())
    assert "Why: Not needed there." in pdf
    assert "one entry that is not in it: " in pdf
    said = json.loads(files[f"{_stem(files)}.json"])
    numbers = [row["number"] for row in said["tables"]["entries"]]
    assert numbers == sorted(numbers)
    assert len(numbers) < max(numbers)
    assert not {"readers", "openings"} & set(said["tables"])


def test_what_was_left_out_and_why_is_on_record(lead: Session, case: str, tmp_path: Path) -> None:
    export_cases(lead, [case], tmp_path, ordered("notes", formats=(Format.XLSX,)))
    entry = lead.case(case).of_kind(EXPORT)[-1]
    assert (entry.values["leaves_out"], entry.text("why_left_out")) == (["notes"], WHY)
    assert (entry.text("recipient_kind"), entry.text("formats")) == ("police", "XLSX")


def test_a_chronology_leaves_the_reporter_out_too(desks: Desks, lead: Session, tmp_path: Path) -> None:
    order = ordered("reporter", "handlers", formats=(Format.PDF, Format.JSON))
    files = everything(export_chronology(lead, desks.school.teacher.person_id, tmp_path, order))
    assert all("Marsh" not in words and "Carver" not in words for words in files.values())


def test_a_stop_leaves_no_file_and_no_entry(lead: Session, case: str, tmp_path: Path) -> None:
    def stop(done: float) -> None:
        if done > 0.5:
            raise KnownError(DeskFault.EXPORT_STOPPED)

    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(KnownError):
        export_cases(lead, [case], folder, ordered(), stop)
    assert list(folder.iterdir()) == []
    assert lead.case(case).of_kind(EXPORT) == ()


def test_the_warning_about_naming_a_teacher_stands_until_somebody_says_how_it_ended(
    lead: Session, case: str, tmp_path: Path
) -> None:
    order = Order(kind=Recipient.POLICE, recipient="The police", purpose="An inquiry", leaves_out=LeftOut())
    words = _words("a.pdf", export_cases(lead, [case], tmp_path / "a.pdf", order).path.read_bytes())
    assert "must not be identified" in words
    lifted = Order(kind=Recipient.POLICE, recipient="The police", purpose="An inquiry", lifted="Charged on 3 March.")
    words = _words("b.pdf", export_cases(lead, [case], tmp_path / "b.pdf", lifted).path.read_bytes())
    assert "must not be identified" not in words
    assert "Charged on 3 March." in words


def _stem(files: dict[str, str]) -> str:
    return next(name.removesuffix(".xlsx") for name in files if name.endswith(".xlsx"))


def test_files_beside_names_that_are_left_out_wait_until_somebody_has_looked_at_them(
    desks: Desks, tmp_path: Path
) -> None:
    """A picture can show whoever reported it, and nothing here reads one."""
    lead, case = _with_file(desks, b"Nobody wrote this")
    order = msgspec.structs.replace(ordered("reporter"), is_bundle=True)
    assert _why_not(lead, case, order, tmp_path) is DeskFault.FILES_NOT_LOOKED_AT
    assert lead.case(case).of_kind(EXPORT) == ()
    looked = msgspec.structs.replace(order, files_looked_at=True)
    assert any(each.name.endswith(".txt") for each in export_cases(lead, [case], tmp_path, looked).files)


def test_a_file_with_a_name_that_is_left_out_does_not_go_also_where_somebody_looked(
    desks: Desks, tmp_path: Path
) -> None:
    lead, case = _with_file(desks, b"beth wrote this")
    order = msgspec.structs.replace(ordered("reporter"), is_bundle=True, files_looked_at=True)
    assert _why_not(lead, case, order, tmp_path) is DeskFault.FILE_HOLDS_NAME
    named = msgspec.structs.replace(ordered(), is_bundle=True, files_looked_at=True)
    assert any(each.name.endswith(".txt") for each in export_cases(lead, [case], tmp_path, named).files)


def _with_file(desks: Desks, content: bytes) -> tuple[Session, str]:
    """The lead, and a concern by the teaching assistant with a file."""
    note = read_attached("note.txt", content)
    case = desks.of(desks.school.ta).file("concern", {"about": desks.school.teacher.person_id, **concern()}, (note,))
    desks.sync(desks.school.dsl)
    return desks.of(desks.school.dsl), case.case_id


def _why_not(lead: Session, case: str, order: Order, place: Path) -> object:
    with pytest.raises(KnownError) as raised:
        export_cases(lead, [case], place, order)
    return raised.value.code
