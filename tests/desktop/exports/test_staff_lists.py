# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who has read what, and who was trained in what, as files."""

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2

from desktop.exports.choices import Recipient
from desktop.exports.order import Format, Order
from desktop.exports.staff_lists import export_readings, export_training
from desktop.registers.line import REGISTER_EXPORT
from tests.desktop.desks import Desks
from tests.ui.policies.scenes import ask_for
from tests.ui.training.scenes import trained

ORDER = Order(kind=Recipient.INSPECTOR, recipient="The inspector", purpose="The inspection", formats=tuple(Format))


def files_of(path: Path) -> dict[str, bytes]:
    """The files of a bundle, by the end of their names."""
    with zipfile.ZipFile(path) as bundle:
        return {name.partition("-2026-03-12")[2]: bundle.read(name) for name in bundle.namelist()}


def paper(content: bytes) -> str:
    """The words of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        words = [page.get_textpage().get_text_range().split() for page in document]
    return " ".join(word for page in words for word in page)


def test_training_is_saved_in_every_format_and_on_record(desks: Desks, tmp_path: Path) -> None:
    trained(desks)
    head = desks.of(desks.school.head)
    saved = export_training(head, tmp_path, ORDER)
    files = files_of(saved.path)
    [figures, people] = openpyxl.load_workbook(io.BytesIO(files[".xlsx"])).worksheets[:2]
    heads = [cell.value for cell in people[1]]
    done = [people.cell(row, heads.index("Done on") + 1) for row in range(2, people.max_row + 1)]
    assert {str(cell.value)[:10] for cell in done if cell.value} == {"2024-02-29", "2025-04-01"}
    rates = {row["course"]: row for row in json.loads(files[".json"])["tables"]["figures"]}
    assert (rates["Safeguarding and child protection"]["up_to_date"], rates["Online safety"]["up_to_date"]) == (1, None)
    assert figures.max_row == len(rates) + 1
    assert "Overdue since 28 Feb 2025" in paper(files[".pdf"])
    assert "sent to others" in paper(files[".pdf"])
    (eid,) = saved.entries
    assert head.of_form(REGISTER_EXPORT) == [eid]
    assert head.case(eid).entries[0].values["register"] == "training"


def test_who_has_read_what_is_saved_with_its_figures(desks: Desks, tmp_path: Path) -> None:
    ask_for(desks, "September 2026")
    files = files_of(export_readings(desks.of(desks.school.head), tmp_path, ORDER).path)
    [figure] = json.loads(files[".json"])["tables"]["figures"]
    assert (figure["edition"], figure["confirmed"], figure["of"], figure["percent"]) == ("September 2026", 0, 6, "0%")
    assert "Still to confirm" in files["-people.csv"].decode()
