# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, backup and recovery kit, and another passphrase: from the first sheet to the next backup, by keyboard."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLineEdit

from desktop import recovery
from desktop.recovery import CHECKED_GROUPS, new_kit
from storage.exchange import BACKUPS
from storage.slots import FLOOR
from tests.school import Member, SmallSchool
from tests.ui.printing.printers import printer_into
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.kit_page import KitPage
from ui.settings.recovery_page import RecoveryPage

NEW = "window carpet onion tunnel"
EASY = "password password"
FIRST, SECOND = (f"Group {number}" for number in CHECKED_GROUPS)


def printed(path: Path) -> list[str]:
    """The groups of a sheet."""
    text = PdfReader(path).pages[0].extract_text()
    return re.findall(r"\b[0-9A-Z]{5}\b", text.split("Your recovery code")[1])[:8]


def save_sheet(stage: Stage, file: Path) -> list[str]:
    """Ask for a kit and save its sheet."""
    stage.choose("Make a recovery kit")
    (page,) = stage.side.findChildren(KitPage)
    page.save_to(str(file))
    stage.settle()
    return printed(file)


def make_kit(stage: Stage, member: Member, file: Path) -> list[str]:
    groups = save_sheet(stage, file)
    stage.fill(FIRST, groups[CHECKED_GROUPS[0] - 1])
    stage.fill(SECOND, groups[CHECKED_GROUPS[1] - 1])
    stage.fill("Your passphrase", member.passphrase)
    stage.choose("Use this kit")
    return groups


def test_without_a_kit_nothing_can_be_backed_up(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.dsl, "recovery")
    assert stage.hands.sees("Make a recovery kit first")
    assert not stage.hands.finds("Back up now")


def test_a_kit_is_made_from_the_print(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "recovery")
    make_kit(stage, small_school.dsl, tmp_path / "kit.pdf")
    assert stage.hands.sees("Made on 12 March 2026. Sheet last checked on 12 March 2026.")
    assert stage.side.findChildren(KitPage) == []


def test_a_kit_is_printed_without_a_file_and_taken_into_use(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "recovery")
    stage.choose("Make a recovery kit")
    (page,) = stage.side.findChildren(KitPage)
    before = files_under(tmp_path)
    page.print_on(printer_into(tmp_path / "paper.pdf"))
    stage.settle()
    assert files_under(tmp_path) - before == {tmp_path / "paper.pdf"}
    assert stage.hands.sees("The sheet was sent to the printer. Look at the print.")
    assert page._kit is not None
    groups = page._kit.groups
    for label, number in zip((FIRST, SECOND), CHECKED_GROUPS, strict=True):
        stage.fill(label, groups[number - 1])
    stage.fill("Your passphrase", small_school.dsl.passphrase)
    stage.choose("Use this kit")
    assert stage.hands.sees("Sheet last checked on 12 March 2026.")


def files_under(folder: Path) -> set[Path]:
    """Every file, however deep, but for what the database keeps beside itself."""
    return {path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm"))}


def test_the_code_stands_nowhere_on_the_screen(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "recovery")
    groups = save_sheet(stage, tmp_path / "kit.pdf")
    assert not any(stage.hands.sees(group) for group in groups)


def test_a_wrong_group_is_named_and_what_was_typed_stays(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "recovery")
    groups = save_sheet(stage, tmp_path / "kit.pdf")
    stage.fill(FIRST, groups[1])
    stage.fill(SECOND, new_kit(stage.session).groups[5])
    stage.fill("Your passphrase", small_school.dsl.passphrase)
    stage.choose("Use this kit")
    assert stage.hands.sees("Group 6 of the recovery code isn’t right")
    (page,) = stage.side.findChildren(KitPage)
    assert page._groups.values() is not None


def test_nothing_typed_is_asked_for(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "recovery")
    save_sheet(stage, tmp_path / "kit.pdf")
    stage.choose("Use this kit")
    assert stage.hands.sees("Type the five letters and digits of this group.")


def test_not_now_changes_nothing(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "recovery")
    save_sheet(stage, tmp_path / "kit.pdf")
    stage.choose("Not now")
    assert stage.hands.finds("Make a recovery kit")
    assert stage.hands.sees("You have none yet.")


def test_a_backup_is_made_and_said(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "recovery")
    make_kit(stage, small_school.dsl, tmp_path / "kit.pdf")
    assert stage.hands.sees("There is no backup yet.")
    stage.choose("Back up now")
    assert len(list((small_school.exchange / BACKUPS).iterdir())) == 1
    assert stage.hands.sees("were read back whole")
    assert stage.hands.sees("Last backup: 12 March 2026")


def test_a_backup_is_tried_with_the_sheet_and_let_go_again(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "recovery")
    groups = make_kit(stage, small_school.dsl, tmp_path / "kit.pdf")
    stage.choose("Test it")
    assert stage.hands.sees("Type the code on your sheet.")
    stage.fill("Recovery code", " ".join(groups))
    stage.choose("Test it")
    assert stage.hands.sees("There is no backup")
    stage.choose("Back up now")
    stage.choose("Test it")
    assert stage.hands.sees("The backup of 12 March 2026")


def test_a_backup_goes_to_a_folder_of_one_s_choosing(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "recovery")
    make_kit(stage, small_school.dsl, tmp_path / "kit.pdf")
    (tmp_path / "stick").mkdir()
    page = stage.side.page
    assert isinstance(page, RecoveryPage)
    page.back_up_to(str(tmp_path / "stick"))
    stage.settle()
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_a_folder_that_is_away_is_said_and_can_be_tried_again(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.dsl, "recovery")
    make_kit(stage, small_school.dsl, tmp_path / "kit.pdf")
    small_school.exchange.rename(tmp_path / "away")
    stage.choose("Back up now")
    assert stage.hands.sees("The shared folder can’t be reached")
    assert stage.hands.finds("Back up now")


def test_the_sheet_is_checked_a_year_later(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.dsl, "recovery")
    groups = make_kit(stage, small_school.dsl, tmp_path / "kit.pdf")
    stage.fill(FIRST, groups[1])
    stage.fill(SECOND, groups[5])
    stage.choose("Check my kit")
    assert stage.hands.sees("That’s your sheet. It’s still good.")


class TestThePassphrase:
    @pytest.fixture(autouse=True)
    def _at_the_floor(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(recovery, "calibrate", lambda _clock: FLOOR)

    def change(self, stage: Stage, now: str, new: str, again: str) -> None:
        stage.fill("Your passphrase now", now)
        stage.fill("Passphrase", new)
        stage.fill("The same once more", again)
        stage.choose("Use this passphrase")

    def test_is_changed(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.ta, "passphrase")
        self.change(stage, small_school.ta.passphrase, NEW, NEW)
        assert stage.hands.sees("Your new passphrase opens your records from now on.")
        stage.side.page.confirm("Once more.", lambda: None)
        stage.fill("Passphrase", NEW)
        stage.choose("Confirm")
        assert stage.hands.finds("Use this passphrase")

    @pytest.mark.parametrize(
        ("now", "new", "again", "words"),
        [
            ("not mine at all, really", NEW, NEW, "That passphrase doesn’t match."),
            ("", NEW, NEW, "Type your passphrase."),
            ("pillow ladder comet raisin", NEW, NEW + "s", "The two are not the same."),
            ("pillow ladder comet raisin", "short", "short", "it needs 15 letters or more"),
            ("pillow ladder comet raisin", EASY, EASY, "Add words that others would not think of."),
        ],
    )
    def test_is_not_changed_and_what_was_typed_stays(
        self, settings: Opened, small_school: SmallSchool, now: str, new: str, again: str, words: str
    ) -> None:
        stage = settings(small_school.ta, "passphrase")
        self.change(stage, now, new, again)
        assert stage.hands.sees(words)
        assert stage.hands.finds("Use this passphrase")

    def test_a_wrong_one_of_now_is_all_that_has_to_be_typed_again(
        self, settings: Opened, small_school: SmallSchool
    ) -> None:
        stage = settings(small_school.ta, "passphrase")
        self.change(stage, "not mine at all, really", NEW, NEW)
        (now,) = (each for each in stage.side.findChildren(QLineEdit) if each.text() == "not mine at all, really")
        now.setText(small_school.ta.passphrase)
        stage.choose("Use this passphrase")
        assert stage.hands.sees("Your new passphrase opens your records from now on.")

    def test_says_who_can_help_if_it_is_lost(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.ta, "passphrase")
        assert stage.hands.sees("your recovery kit or Helen Marsh can let you back in")

    def test_is_suggested(self, settings: Opened, small_school: SmallSchool) -> None:
        stage = settings(small_school.dsl, "passphrase")
        stage.choose("Suggest one")
        assert len(stage.hands.read(re.compile(r"Suggested: [a-z]+( [a-z]+){4}")).split()) == 6
