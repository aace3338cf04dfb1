# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, staff list: what it shows, and taking in a list."""

from datetime import date
from pathlib import Path

from tests.school import Member, SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from tests.ui.settings.test_roles import sync
from ui.settings.staff_list_page import StaffListPage
from ui.tour.hands import Key
from ui.widgets.data_table import DataTable

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


def test_columns_are_chosen_by_hand_where_no_heading_is_known(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "staff")
    read(stage, tmp_path / "staff.csv", "Who;Does\nOsian Bell;Caretaker\n")
    assert stage.hands.sees("Which column is which?")
    stage.hands.press(Key.Key_Down)  # the keyboard is where whole names are asked for
    stage.choose("Read it this way")
    stage.choose("Save these people")
    assert "Osian Bell" in names(stage)


def test_somebody_is_added_without_a_file(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.dsl, "staff")
    stage.fill("Name", "Osian Bell")
    stage.fill("Job", "Caretaker")
    stage.choose("Add them")
    assert "Osian Bell" in names(stage)


def test_a_name_that_is_listed_already_is_refused(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.dsl, "staff")
    stage.fill("Name", " tom  ashby")
    stage.choose("Add them")
    assert stage.hands.sees("Somebody of this name is listed already.")
    assert len(stage.candour.school.people) == len(small_school.members)


def leaver(stage: Stage, member: Member) -> None:
    page = stage.side.page
    assert isinstance(page, StaffListPage)
    page._table.row_opened.emit(member.person_id)
    stage.settle()


def test_somebody_who_leaves_is_shown_with_what_is_to_be_done(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.dsl, "staff")
    leaver(stage, small_school.ta)
    assert stage.hands.sees("When Beth Carver leaves")
    assert stage.hands.sees("Collect their recovery sheet and shred it.")
    stage.fill("Leaving on", "22 July 2026")
    stage.choose("Save the last day")
    stage.confirm(small_school.dsl)
    assert stage.candour.school.people[small_school.ta.person_id].end == date(2026, 7, 22)


def test_the_last_day_of_an_officer_is_for_two_to_sign(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "staff")
    leaver(stage, small_school.dsl)
    stage.fill("Leaving on", "22 July 2026")
    stage.choose("Save the last day")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Nothing has changed yet.")
    assert stage.candour.school.people[small_school.dsl.person_id].end is None


def test_a_leaver_s_keys_are_withdrawn_at_once(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "staff")
    leaver(stage, small_school.ta)
    stage.choose("Stop trusting their keys")
    stage.confirm(small_school.head)
    assert not stage.session.machine.state.active_keys(small_school.ta.person_id)


def test_what_somebody_s_keys_have_signed_is_looked_through(settings: Opened, small_school: SmallSchool) -> None:
    session = small_school.sign_in(small_school.open(), small_school.ta)
    told: dict[str, object] = {
        "about": small_school.teacher.person_id,
        "what_happened": "He shouted.",
        "risk_now": "no",
    }
    filed = session.file("concern", told)
    session.close()
    stage = settings(small_school.dsl, "staff")
    sync(stage)
    stage.go("staff")
    leaver(stage, small_school.ta)
    stage.choose("What their keys have signed")
    stage.choose("Show them")
    table = stage.hands.place
    assert isinstance(table, DataTable)
    assert table.model().index(0, 0).data() == filed.reference
    stage.hands.reach("Came on or after")
    stage.hands.type("1 May 2026")
    stage.choose("Show them")
    assert stage.hands.sees("You hold nothing that their keys have signed since then.")


def test_hours_with_children_stand_beside_whom_a_list_gave_them(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "staff")
    read(stage, tmp_path / "staff.csv", "Name,Job title,Contact hours\nOsian Bell,Caretaker,2.5\n")
    stage.choose("Save these people")
    page = stage.side.page
    assert isinstance(page, StaffListPage)
    model = page._table.model()
    [row] = [row for row in range(model.rowCount()) if model.index(row, 0).data() == "Osian Bell"]
    assert [model.index(row, column).data() for column in (0, 3)] == ["Osian Bell", "2.5"]
