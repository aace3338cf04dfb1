# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may stand in a reference, as a file and on paper (F41): facts, rules, and who is told that it was made."""

import io
from pathlib import Path

import openpyxl
import pypdf
import pytest

from desktop.exports.choices import Recipient
from desktop.exports.order import Format, Order
from desktop.exports.references import export_reference, leaving_reference
from desktop.exports.saving import print_out
from desktop.faults import DeskFault
from desktop.offices.audience import audience_of
from desktop.registers.line import REGISTER_EXPORT
from storage.errors import KnownError
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.ui.references.scenes import substantiated

ORDER = Order(kind=Recipient.OWN_FILE, recipient="Helen Marsh", purpose="To write a reference")


def words_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())


@pytest.fixture
def told_of(desks: Desks) -> Desks:
    """Of the teacher one concern may be told and another may not."""
    substantiated(desks)
    case = desks.concern(desks.school.ta, desks.school.teacher, what_happened="The door of the store was left open.")
    desks.act(desks.school.head, case, "decision", LOW_LEVEL)
    return desks


def test_the_file_has_what_may_be_told_and_says_the_rest_by_its_rule(told_of: Desks, tmp_path: Path) -> None:
    school = told_of.school
    saved = export_reference(told_of.of(school.head), school.teacher.person_id, tmp_path, ORDER)
    words = words_of(saved.path.read_bytes())
    assert "Two people saw it, and he said so himself." in words
    assert "Low-level concerns are not in a reference" in words
    assert "no reference itself and does not go with one" in words
    assert "must not be identified in" in words
    assert "the store was left open" not in words


def test_a_spreadsheet_of_it_has_the_same(told_of: Desks, tmp_path: Path) -> None:
    school = told_of.school
    order = Order(kind=ORDER.kind, recipient="Us", purpose="A reference", formats=(Format.XLSX,))
    saved = export_reference(told_of.of(school.head), school.teacher.person_id, tmp_path, order)
    facts, included, left_out = openpyxl.load_workbook(saved.path).worksheets[:3]
    assert facts.cell(2, 2).value == school.teacher.name
    assert (included.max_row, included.cell(2, 3).value, left_out.max_row) == (2, "Substantiated", 2)


def test_that_it_was_printed_is_told_to_the_chair_and_never_about_whom(told_of: Desks) -> None:
    school, head = told_of.school, told_of.of(told_of.school.head)
    (eid,) = print_out(leaving_reference(head, school.teacher.person_id, ORDER.on_paper)).entries
    told_of.sync(school.chair, school.dsl)
    assert told_of.of(school.chair).of_form(REGISTER_EXPORT) == [eid]
    assert told_of.of(school.dsl).of_form(REGISTER_EXPORT) == []
    entry = head.case(eid).entries[0]
    assert (entry.text("register"), entry.text("protection")) == ("reference", "paper")
    assert school.teacher.person_id not in str(entry.data)


def test_the_chairs_copy_about_the_head_never_comes_to_a_head(told_of: Desks, tmp_path: Path) -> None:
    school, chair = told_of.school, told_of.of(told_of.school.chair)
    (eid,) = export_reference(chair, school.head.person_id, tmp_path, ORDER).entries
    told_of.sync()
    assert told_of.of(school.head).of_form(REGISTER_EXPORT) == []
    assert audience_of(chair.case(eid).entries[0], lambda _eid: None) == "report:supplement"


def test_nobody_has_it_who_may_not_see_it(told_of: Desks, tmp_path: Path) -> None:
    school = told_of.school
    with pytest.raises(KnownError) as caught:
        export_reference(told_of.of(school.dsl), school.head.person_id, tmp_path, ORDER)
    assert (caught.value.code, list(tmp_path.glob("*.pdf"))) == (DeskFault.REFERENCE_NEEDS_CHAIR, [])
