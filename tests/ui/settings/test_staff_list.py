# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, staff list: what it shows, and taking in a list."""

from pathlib import Path

from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.staff_list_page import StaffListPage

LIST = "Name,Job title\nOsian Bell,Caretaker\nBeth Carver,Teaching assistant\n,Nobody\n"


def names(stage: Stage) -> list[str]:
    page = stage.side.page
    assert isinstance(page, StaffListPage)
    model = page._table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def read(stage: Stage, file: Path, content: str = LIST) -> None:
    file.write_text(content, encoding="utf-8")
    page = stage.side.page
    assert isinstance(page, StaffListPage)
    page.read_file(str(file))
    stage.settle()


def test_everybody_is_on_it(settings: Opened, small_school: SmallSchool) -> None:
    assert names(settings(small_school.dsl, "staff")) == sorted(member.name for member in small_school.members)


def test_a_file_says_what_it_would_change_before_it_does(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "staff")
    read(stage, tmp_path / "staff.csv")
    assert stage.hands.sees("1 to add, 0 changed, 1 as they are, 1 refused.")
    assert "Osian Bell" not in names(stage)


def test_saving_lists_them(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "staff")
    read(stage, tmp_path / "staff.csv")
    stage.choose("Save these people")
    assert "Osian Bell" in names(stage)
    assert stage.hands.sees("Saved")


def test_cancelling_changes_nothing(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "staff")
    read(stage, tmp_path / "staff.csv")
    stage.choose("Cancel")
    assert len(stage.candour.school.people) == len(small_school.members)


def test_a_file_that_is_no_list_is_refused_in_a_sentence(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "staff")
    read(stage, tmp_path / "staff.csv", "\x00\x01")
    assert stage.side.page._fault.isVisible()
