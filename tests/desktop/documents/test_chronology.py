# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A chronology on paper: what its maker may see, as of its day; that it was made stands in each record in it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from desktop.exports.people import export_chronology
from desktop.exports.saving import Saved
from desktop.filing import AnswersError
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.desktop.exports.orders import own_file


def saved(desks: Desks, path: Path, on: date | None = None) -> Saved:
    """The teacher's chronology as the lead saves it."""
    dsl = desks.of(desks.school.dsl)
    person = desks.school.teacher.person_id
    return export_chronology(dsl, person, path, own_file("A strategy meeting", "The LADO"), on=on)


def text(path: Path) -> str:
    """All that is printed, in one line."""
    pages = pypdf.PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern about the teacher, decided."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.act(school.dsl, case, "triage", LOW_LEVEL)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.sync()
    return case


def test_it_says_what_happened_and_what_was_decided(desks: Desks, case: str, tmp_path: Path) -> None:
    dsl = desks.of(desks.school.dsl)
    made = saved(desks, tmp_path)
    printed = text(made.path).replace(" ", "")  # a line may break anywhere
    said = ("Tom Ashby", "He shouted at a child", dsl.row(case).reference, "1 concern")
    assert all(words.replace(" ", "") in printed for words in said)


def test_neither_cover_nor_name_says_whom_it_is_about(desks: Desks, case: str, tmp_path: Path) -> None:
    made = saved(desks, tmp_path)
    cover = pypdf.PdfReader(BytesIO(made.path.read_bytes())).pages[0].extract_text()
    assert "Ashby" not in cover + made.path.name


def test_each_record_in_it_says_that_it_was_made(desks: Desks, case: str, tmp_path: Path) -> None:
    dsl = desks.of(desks.school.dsl)
    made = saved(desks, tmp_path)
    (entry,) = dsl.case(case).of_kind("export")
    assert (entry.text("document"), entry.text("sha256")) == ("chronology", made.sha256)


def test_an_earlier_day_holds_nothing_later(desks: Desks, case: str, tmp_path: Path) -> None:
    dsl, day = desks.of(desks.school.dsl), desks.candour.machine.today()
    desks.hands.forward(days=3)
    desks.concern(desks.school.ta, desks.school.teacher, what_happened="Something later in the week.")
    dsl.sync()
    made = saved(desks, tmp_path, day)
    assert (len(made.entries), "Something later" in text(made.path)) == (1, False)


def test_the_same_page_gives_the_same_bytes(desks: Desks, tmp_path: Path) -> None:
    assert saved(desks, tmp_path / "a.pdf").sha256 == saved(desks, tmp_path / "b.pdf").sha256


def test_it_has_to_be_said_what_for(desks: Desks, case: str, tmp_path: Path) -> None:
    dsl, person, out = desks.of(desks.school.dsl), desks.school.teacher.person_id, tmp_path / "out.pdf"
    with pytest.raises(AnswersError):
        export_chronology(dsl, person, out, own_file("", ""))
    assert not out.exists()
