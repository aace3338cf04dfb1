# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What belongs to one computer: its shared folder, the code for another one, and how it looks."""

from functools import partial
from pathlib import Path

import msgspec
import pytest

from desktop.idle_limits import IdleLimits, KeptLimits, Notice
from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.theme.source import ThemeSource
from ui.theme.tokens import Scheme
from ui.tour.hands import Key


def test_the_folder_and_the_code_for_another_computer_are_shown(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "computer")
    assert stage.hands.sees(str(small_school.exchange))
    assert stage.hands.sees(small_school.fingerprint)
    assert stage.hands.sees(small_school.enrolment_code[:5])
    stage.choose("Test this folder")
    assert stage.hands.sees("Candour wrote, read and removed a test file.")
    assert_accessible(stage.side)


def test_the_computer_is_moved_to_another_folder(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    stage = settings(small_school.head, "computer")
    stage.hands.reach("The new folder")
    stage.hands.type(str(tmp_path / "new"))
    stage.choose("Copy and change over")
    assert stage.hands.sees("This computer uses the new folder now.")
    assert stage.candour.machine.home.place().exchange == str(tmp_path / "new")


def test_a_folder_that_cannot_be_used_is_told_and_stays_typed(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "computer")
    stage.hands.reach("The new folder")
    stage.hands.type("/nowhere/at/all")
    stage.choose("Copy and change over")
    assert stage.hands.sees("That folder can’t be used")
    assert stage.candour.machine.home.place().exchange == str(small_school.exchange)


def test_colours_contrast_size_and_rows_change_at_once(
    settings: Opened, small_school: SmallSchool, theme: ThemeSource
) -> None:
    stage = settings(small_school.ta, "appearance")
    stage.hands.reach("Light")
    stage.hands.press(Key.Key_Down)
    assert theme.appearance.scheme is Scheme.DARK
    stage.hands.reach("100 %")
    stage.hands.press(Key.Key_Down)
    assert theme.appearance.text_scale > 1
    stage.hands.reach("High contrast")
    stage.hands.press(Key.Key_Space)
    assert theme.appearance.high_contrast
    stage.hands.reach("Compact rows")
    stage.hands.press(Key.Key_Space)
    assert theme.appearance.compact_rows


def test_a_choice_keeps_the_size_that_keys_have_changed_meanwhile(
    settings: Opened, small_school: SmallSchool, theme: ThemeSource
) -> None:
    stage = settings(small_school.ta, "appearance")
    theme.choose(msgspec.structs.replace(theme.appearance, text_scale=1.3))
    stage.hands.reach("Compact rows")
    stage.hands.press(Key.Key_Space)
    assert (theme.appearance.compact_rows, theme.appearance.text_scale) == (True, 1.3)
    stage.hands.reach("130 %")
    stage.hands.press(Key.Key_Down)
    assert theme.appearance.text_scale == 1.5


def test_when_the_screen_is_locked_holds_at_once_and_is_kept(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "privacy")
    stage.hands.reach("5 minutes")
    stage.hands.press(Key.Key_Down)
    assert KeptLimits(stage.candour.machine.home.root).now == IdleLimits(hide_minutes=3, lock_minutes=10)


def test_lists_begin_with_initials_where_that_is_chosen(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "privacy")
    stage.hands.reach("Begin in privacy mode")
    stage.hands.press(Key.Key_Space)
    assert KeptLimits(stage.candour.machine.home.root).now.initials_first


def test_how_something_new_is_told_is_kept_beside_the_other_choices(
    settings: Opened, small_school: SmallSchool
) -> None:
    stage = settings(small_school.ta, "privacy")
    stage.hands.reach("With the words “Something new in Candour”")
    stage.hands.press(Key.Key_Down)
    assert KeptLimits(stage.candour.machine.home.root).now == IdleLimits(notice=Notice.TASK_BAR)


@pytest.mark.parametrize("page", ["computer", "appearance", "privacy"])
def test_nothing_is_cut_in_a_small_window(settings: Opened, small_school: SmallSchool, page: str) -> None:
    stage = settings(small_school.ta, page, 911, 512)
    assert clipped_labels(stage.side) == []


def test_a_choice_that_looks_the_same_is_kept_too(theme: ThemeSource) -> None:
    changes: list[None] = []
    theme.changed.connect(lambda: changes.append(None))
    theme.choose(msgspec.structs.replace(theme.appearance, scheme=None))
    theme.choose(msgspec.structs.replace(theme.appearance, scheme=None))
    assert len(changes) == 1


def test_a_sign_in_is_removed_after_its_name_and_passphrase(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "computer")
    gone: list[bool] = []
    stage.side.signed_out.connect(partial(gone.append, True))
    stage.fill("Type your name to show that you mean it", "Beth Carver")
    stage.choose("Destroy my records on this computer")
    assert stage.hands.sees("Records that you can read here: 0.")
    stage.confirm(small_school.ta)
    assert gone == [True]
    assert not stage.candour.machine.home.vault(small_school.ta.person_id).exists()


def test_another_name_removes_nothing(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "computer")
    stage.fill("Type your name to show that you mean it", "Tom Ashby")
    stage.choose("Destroy my records on this computer")
    assert stage.hands.sees("Write Beth Carver, as it stands in the staff list.")
    assert stage.candour.machine.home.vault(small_school.ta.person_id).exists()
