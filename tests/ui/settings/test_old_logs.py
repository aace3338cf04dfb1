# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, import old logs: what it says before anything is imported, and what is there afterwards."""

from pathlib import Path

from desktop.cases.rows import Shelf
from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.importing.settle_card import NamesCard
from ui.settings.old_logs_cards import LogColumnsCard
from ui.settings.old_logs_page import OldLogsPage
from ui.tour.hands import Key

LOG = """reference,reported_at,subject,narrative,shoe size
C1,3/9/2024,Tom Ashby,Late for duty.,43
C2,4/9/2024,Mr T Ashby,Late again.,43
C3,soon,Tom Ashby,No date.,43
"""


def read(stage: Stage, file: Path, content: str = LOG) -> OldLogsPage:
    file.write_text(content, encoding="utf-8")
    page = stage.side.page
    assert isinstance(page, OldLogsPage)
    page.read_files([str(file)])
    stage.settle()
    return page


def closed(stage: Stage) -> int:
    found: list[list[str]] = []
    stage.tasks.run(stage.tasks, lambda: stage.session.shelf(Shelf.CLOSED), found.append, stage.bugs.append)
    stage.settle()
    return len(found[0])


def test_files_say_what_would_become_of_each_row(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "old_logs")
    read(stage, tmp_path / "concerns.csv")
    assert stage.hands.sees("concerns.csv, concerns: 1 new, 0 here already, 1 to settle, 1 left out.")
    assert stage.hands.sees("Columns that are not read: shoe size.")
    assert closed(stage) == 0


def test_a_name_is_settled_and_everything_is_imported(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "old_logs")
    page = read(stage, tmp_path / "concerns.csv")
    (card,) = page.findChildren(NamesCard)
    card.combos["Mr T Ashby"].set_value(small_school.teacher.person_id)
    stage.choose("Use these names")
    stage.choose("Import 2 records")
    assert stage.hands.sees("Imported: 2. They stand under “Closed” in your inbox.")
    assert closed(stage) == 2


def test_every_likely_name_is_taken_at_once(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "old_logs")
    page = read(stage, tmp_path / "concerns.csv")
    (card,) = page.findChildren(NamesCard)
    card.likely.setChecked(True)
    stage.choose("Use these names")
    stage.hands.reach("Import 2 records")


def test_the_same_file_again_has_nothing_to_import(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "old_logs")
    read(stage, tmp_path / "concerns.csv")
    stage.choose("Import 1 record")
    read(stage, tmp_path / "concerns.csv")
    assert stage.hands.sees("concerns.csv, concerns: 0 new, 1 here already, 1 to settle, 1 left out.")


def test_columns_are_chosen_by_hand(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "old_logs")
    page = read(stage, tmp_path / "book.csv", "Form,Came in,Whom\nC1,3/9/2024,Tom Ashby\n")
    (card,) = page.findChildren(LogColumnsCard)
    stage.choose("Read it this way")
    assert stage.hands.sees("Choose a column")
    for column, heading in (("reference", "Form"), ("reported_at", "Came in"), ("subject", "Whom")):
        card.fields[column].control.set_value(heading)  # type: ignore[attr-defined]  # each is a ComboChoice
    stage.choose("Read it this way")
    stage.hands.reach("Import 1 record")


def test_stopping_keeps_what_was_imported(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "old_logs")
    rows = "".join(f"C{number},3/9/2024,Tom Ashby,Late.\n" for number in range(150))
    page = read(stage, tmp_path / "concerns.csv", "reference,reported_at,subject,narrative\n" + rows)
    stage.hands.reach("Import 150 records")
    stage.hands.press(Key.Key_Space)
    page._batches.stop()
    stage.settle()
    assert closed(stage) == 100
    assert stage.hands.sees("Imported: 100. They stand under “Closed” in your inbox.")


def test_a_staff_list_is_sent_to_its_own_page(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "old_logs")
    read(stage, tmp_path / "staff.csv", "staff_id,first_name,last_name\nS1,Ada,Byron\n")
    assert stage.hands.sees("staff.csv is a staff list. Import it under “Staff list”, before the logs.")


def test_somebody_who_reads_no_reports_has_no_such_page(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "appearance")
    assert not stage.hands.sees("Import old logs")
