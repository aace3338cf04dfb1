# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page in every state, in windows of every size: named, large enough to hit, in order, and none of it cut."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QSize

from tests.sampling import some
from tests.ui.staff.scenes import SCENES
from tests.ui.staff.stage import Stage
from tests.ui.walkers import assert_accessible, clipped_labels, out_of_order
from ui.theme.theme import TEXT_SCALES
from ui.widgets.link_button import LinkButton

TALL = QSize(1366, 3000)
Scene = Callable[[Stage], None]
WINDOWS = {
    "designed": (1.0, QSize(1366, 688)),
    "middle": (1.0, QSize(1024, 700)),
    "small": (1.0, QSize(911, 432)),
    "large text": (1.5, QSize(1366, 688)),
    "largest text": (TEXT_SCALES[-1], QSize(911, 512)),
    "tall": (1.0, TALL),
}
"""Nothing scrolls in the tall one, so every place on its page is where it is read."""


def change(stage: Stage, window: str) -> None:
    """Give the window another size, and its letters too."""
    scale, size = WINDOWS[window]
    stage.theme.choose(msgspec.structs.replace(stage.theme.appearance, text_scale=scale))
    stage.side.resize(size)
    stage.settle()


@pytest.mark.parametrize("scene", some(((scene.__name__, scene) for scene in SCENES), 6))
def test_a_page_is_named_and_in_order_and_nothing_of_it_is_cut(stage: Stage, scene: Scene) -> None:
    scene(stage)
    for window in WINDOWS:
        change(stage, window)
        assert stage.side.size() == WINDOWS[window][1]
        assert_accessible(stage.side)
        assert (window, clipped_labels(stage.side)) == (window, [])
    if scene.__name__ != "leaving":  # over which a question lies
        assert out_of_order(stage.side) == []
    assert stage.bugs == []


@pytest.mark.parametrize("window", ["small", "large text"])
def test_a_page_that_begins_in_a_small_window_shows_the_danger_strip(stage: Stage, window: str) -> None:
    change(stage, window)
    stage.side.show_start()
    stage.settle()
    assert stage.side._pages[-1].pane.verticalScrollBar().value() == 0


def test_what_a_page_begins_with_is_scrolled_to_where_it_would_be_out_of_sight(stage: Stage) -> None:
    change(stage, "small")
    stage.choose("Accessibility")
    page = stage.side._pages[-1]
    last = LinkButton(stage.theme, "The last of all")
    page.column.add(last)
    stage.settle()
    page.begin_at(last)
    stage.settle()
    assert page.shows(last)
