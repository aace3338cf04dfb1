# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The frame of the settings: whose pages they are, the way in and out, the passphrase again."""

import pytest

from tests.sampling import some
from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.walkers import assert_accessible, clipped_labels, tab_stops
from ui.settings.pages import PAGES
from ui.settings.settings_side import SettingsSide
from ui.theme.source import Appearance
from ui.theme.theme import TEXT_SCALES
from ui.theme.tokens import Scheme

SIZES = {"full": (1366, 688), "small": (911, 512)}


def pages_of(side: SettingsSide) -> set[str]:
    return set(side._entries)


class TestWhosePagesTheyAre:
    def test_whoever_keeps_the_staff_list_has_it(self, settings: Opened, small_school: SmallSchool) -> None:
        assert "staff" in pages_of(settings(small_school.dsl, "roles").side)

    def test_others_have_not(self, settings: Opened, small_school: SmallSchool) -> None:
        assert "staff" not in pages_of(settings(small_school.ta, "roles").side)


class TestThePassphraseAgain:
    def test_comes_before_what_was_asked(self, settings: Opened, small_school: SmallSchool) -> None:
        stage, done = settings(small_school.dsl, "staff"), []
        stage.side.page.confirm("You are about to try this.", lambda: done.append(True))
        stage.settle()
        assert done == []
        stage.confirm(small_school.dsl)
        assert done == [True]

    def test_refuses_another_and_asks_once_more(self, settings: Opened, small_school: SmallSchool) -> None:
        stage, done = settings(small_school.dsl, "staff"), []
        stage.side.page.confirm("You are about to try this.", lambda: done.append(True))
        stage.fill("Passphrase", "certainly not this one")
        stage.choose("Confirm")
        assert done == []
        assert stage.hands.sees("That passphrase doesn’t match.")
        stage.confirm(small_school.dsl)
        assert done == [True]

    def test_can_be_left_without_doing_anything(self, settings: Opened, small_school: SmallSchool) -> None:
        stage, done = settings(small_school.dsl, "staff"), []
        stage.side.page.confirm("You are about to try this.", lambda: done.append(True))
        stage.settle()
        stage.choose("Cancel")
        assert done == []
        assert stage.hands.sees("Everyone who works here")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", some(((entry.id, entry.id) for entry in PAGES), 6))
class TestEveryPage:
    def test_is_named_and_reached_by_keyboard(
        self, settings: Opened, small_school: SmallSchool, page: str, size: str
    ) -> None:
        stage = settings(small_school.dsl, page, *SIZES[size])
        assert_accessible(stage.side)
        assert tab_stops(stage.side)

    def test_clips_nothing_at_200_per_cent(
        self, settings: Opened, small_school: SmallSchool, page: str, size: str
    ) -> None:
        stage = settings(small_school.dsl, page, *SIZES[size])
        stage.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=TEXT_SCALES[-1]))
        stage.settle()
        assert clipped_labels(stage.side) == []
