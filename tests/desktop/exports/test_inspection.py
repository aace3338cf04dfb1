# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inspection pack: each figure with its records, late decisions with their reasons, and nobody's name."""

import io
import json
from pathlib import Path

import pypdf
import pytest

from desktop.cases.rows import CaseRow
from desktop.exports.choices import Recipient
from desktop.exports.inspecting import export_inspection, read_ground
from desktop.exports.inspection import inspection_tables
from desktop.exports.order import Format, Order
from desktop.exports.tables import Table, Value
from desktop.faults import DeskFault
from desktop.session import Session
from storage.errors import KnownError
from tests.desktop.desks import LOW_LEVEL, Desks

HELD_UP = "Tom Ashby was away and Beth Carver had to be asked."


@pytest.fixture
def lead(desks: Desks) -> Session:
    """The lead, with one concern that was decided late, and one that waits."""
    school = desks.school
    late = desks.concern(school.ta, school.teacher)
    desks.hands.forward(days=4)
    desks.act(school.head, late, "decision", LOW_LEVEL)
    desks.act(school.head, late, "late_reason", {"reason": HELD_UP})
    desks.concern(school.ta, school.teacher, what_happened="He was late again.")
    desks.sync(school.dsl)
    return desks.of(school.dsl)


def tables(session: Session) -> dict[str, Table]:
    today = session.machine.today()
    return {
        table.name: table for table in inspection_tables(read_ground(session, (today.replace(month=1, day=1), today)))
    }


def figures(session: Session) -> dict[Value, tuple[Value, ...]]:
    return {row[0]: row[1:] for row in tables(session)["figures"].rows}


def rows_of(session: Session) -> list[CaseRow]:
    today = session.machine.today()
    return list(read_ground(session, (today.replace(month=1, day=1), today)).rows)


def test_each_figure_is_as_many_as_its_references(lead: Session) -> None:
    found = figures(lead)
    assert found["Reports and declarations received"][0] == 2
    for what, (count, references) in found.items():
        assert count == len(str(references).split(", ") if references else []), what


def test_every_reference_opens_a_record(lead: Session) -> None:
    known = {row.reference for row in rows_of(lead)}
    said = {each for _, references in figures(lead).values() for each in str(references).split(", ") if each}
    assert said == known


def test_a_late_decision_stands_with_its_reason_and_without_names(lead: Session) -> None:
    (late,) = tables(lead)["late"].rows
    assert late[5] == "[somebody] was away and [somebody] had to be asked."
    assert figures(lead)["Of these late"][0] == 1
    assert figures(lead)["Late, with no reason on record"][0] == 0


def test_what_is_in_force_has_its_edition(lead: Session) -> None:
    words = " ".join(str(cell) for row in tables(lead)["in_force"].rows for cell in row)
    assert "KCSIE September 2025" in words
    assert "24 hours" in words


def test_nobody_is_named_but_whoever_makes_it(desks: Desks, lead: Session, tmp_path: Path) -> None:
    today = lead.machine.today()
    order = Order(kind=Recipient.INSPECTOR, recipient="An inspector", purpose="Inspection", formats=(Format.PDF,))
    saved = export_inspection(lead, tmp_path / "pack", order, (today.replace(month=1, day=1), today))
    pages = pypdf.PdfReader(io.BytesIO(saved.path.read_bytes())).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Inspection pack" in words
    for member in (desks.school.teacher, desks.school.ta, desks.school.head, desks.school.chair):
        assert member.name.split()[-1] not in words


def test_a_period_of_nothing_says_that_this_is_no_proof(desks: Desks, tmp_path: Path) -> None:
    lead = desks.of(desks.school.dsl)
    today = lead.machine.today()
    order = Order(kind=Recipient.INSPECTOR, recipient="An inspector", purpose="Inspection")
    saved = export_inspection(lead, tmp_path, order, (today, today))
    pages = pypdf.PdfReader(io.BytesIO(saved.path.read_bytes())).pages
    assert "no proof that there was nothing" in " ".join(pages[0].extract_text().split())


def test_a_program_reads_the_same(lead: Session, tmp_path: Path) -> None:
    today = lead.machine.today()
    order = Order(kind=Recipient.INSPECTOR, recipient="X", purpose="Y", formats=(Format.JSON,))
    saved = export_inspection(lead, tmp_path, order, (today.replace(month=1, day=1), today))
    said = json.loads(saved.path.read_text("utf-8"))
    assert said["document"] == "inspection"
    assert {row["label"]: row["count"] for row in said["tables"]["figures"]}["Reports and declarations received"] == 2


def test_days_the_wrong_way_round_are_refused(lead: Session, tmp_path: Path) -> None:
    today = lead.machine.today()
    order = Order(kind=Recipient.INSPECTOR, recipient="X", purpose="Y")
    with pytest.raises(KnownError) as raised:
        export_inspection(lead, tmp_path, order, (today, today.replace(month=1, day=1)))
    assert raised.value.code == DeskFault.DAYS_REVERSED
