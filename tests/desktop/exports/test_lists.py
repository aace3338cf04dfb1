# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A register and the board as files: typed values, one entry with the head and the chair, and from the command line."""

import io
import json
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from desktop.exports.choices import Recipient, usual
from desktop.exports.lists import export_actions, export_register
from desktop.exports.order import Format, Order
from desktop.exports.register_tables import register_table
from desktop.exports.words import say
from desktop.registers.declared import Register
from desktop.registers.line import REGISTER_EXPORT
from desktop.registers.telling import Telling
from desktop.registers.views import Wanted
from tests.desktop.desks import Desks
from tests.desktop.documents.cases import SCHOOL
from tests.ui.registers.scenes import declare

GIFTS = Order(
    kind=Recipient.OTHER,
    recipient="The auditor",
    purpose="The yearly audit",
    formats=(Format.XLSX,),
    leaves_out=usual(Recipient.OTHER),
)


def test_a_register_is_saved_with_its_days_and_money(desks: Desks, tmp_path: Path) -> None:
    declare(desks)
    head = desks.of(desks.school.head)
    head.sync()
    saved = export_register(head, Wanted(register=Register.GIFTS), tmp_path, GIFTS)
    sheet = openpyxl.load_workbook(io.BytesIO(saved.path.read_bytes())).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    worth = [sheet.cell(row, heads.index("Worth") + 1).value for row in (2, 3)]
    assert set(worth) == {12.5, 20}
    assert sheet["A2"].is_date


def test_it_is_on_record_for_whom_and_why_and_nothing_of_a_list_is_left_out(desks: Desks, tmp_path: Path) -> None:
    lead = desks.of(desks.school.dsl)
    saved = export_actions(lead, tmp_path / "open.xlsx", GIFTS)
    (eid,) = saved.entries
    assert lead.of_form(REGISTER_EXPORT) == [eid]
    answers = lead.case(eid).entries[0].values
    said = tuple(answers[name] for name in ("register", "recipient", "purpose"))
    assert said == ("actions", "The auditor", "The yearly audit")
    assert "leaves_out" not in answers
    assert answers["sha256"] == saved.sha256


def test_a_register_of_nothing_is_a_page_that_says_so(desks: Desks, tmp_path: Path) -> None:
    order = Order(kind=Recipient.OTHER, recipient="The auditor", purpose="The yearly audit")
    saved = export_register(desks.of(desks.school.head), Wanted(register=Register.TIES), tmp_path / "ties", order)
    assert saved.path.name == "ties.pdf"
    with pypdfium2.PdfDocument(saved.path.read_bytes()) as document:
        assert "Nothing." in document[len(document) - 1].get_textpage().get_text_range()


@pytest.mark.parametrize("register", Register)
def test_every_register_can_be_put_on_paper(register: Register) -> None:
    table = register_table(register, (), Telling({}, SCHOOL))
    assert sum(column.share for column in table.columns) == pytest.approx(1)
    assert say("titles", register.value)


def test_a_program_reads_it_by_the_names_of_its_columns(desks: Desks, tmp_path: Path) -> None:
    declare(desks)
    head = desks.of(desks.school.head)
    head.sync()
    order = Order(kind=Recipient.OTHER, recipient="X", purpose="Y", formats=(Format.JSON,))
    said = json.loads(export_register(head, Wanted(register=Register.GIFTS), tmp_path, order).path.read_text("utf-8"))
    assert sorted(row["worth"] for row in said["tables"]["gifts"]) == [1250, 2000]
    assert said["about"]["made_for"] == "X"
