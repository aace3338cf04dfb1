# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page in every state: named for a screen reader, large enough to hit, and with none of its words cut."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.school import SmallSchool
from tests.ui.staff.scenes import SCENES, Stage
from tests.ui.walkers import assert_accessible, clipped_labels, out_of_order
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme

TALL = QSize(1366, 3000)
Scene = Callable[[Stage], None]
WINDOWS = {
    "designed": (1.0, QSize(1366, 688)),
    "large text": (1.5, QSize(1366, 688)),
    "small": (1.0, QSize(911, 432)),
    "middle": (1.0, QSize(1024, 700)),
}


@pytest.fixture
def opened(qapp: QApplication, small_school: SmallSchool) -> Iterator[Callable[[str], Stage]]:
    """Opens the staff side in one of the windows."""
    stages: list[Stage] = []

    def open_in(window: str) -> Stage:
        scale, size = WINDOWS[window]
        theme = ThemeSource(qapp, Appearance(scheme=Scheme.LIGHT, text_scale=scale))
        stages.append(Stage(theme, small_school, size))
        return stages[-1]

    yield open_in
    for stage in stages:
        stage.close()


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_a_page_is_named_and_nothing_is_cut(opened: Callable[[str], Stage], scene: Scene, window: str) -> None:
    stage = opened(window)
    scene(stage)
    stage.settle()
    assert_accessible(stage.side)
    assert clipped_labels(stage.side) == []
    assert stage.bugs == []
    assert stage.strays.found == []


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene.__name__ != "leaving"], ids=lambda s: s.__name__)
def test_tab_goes_through_a_page_in_reading_order(stage: Stage, scene: Scene) -> None:
    stage.side.resize(TALL)  # nothing scrolls, so every place on the page is where it is read
    scene(stage)
    assert out_of_order(stage.side) == []
