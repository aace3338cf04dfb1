# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page in the colours of a system that wants high contrast (ux.md 5.3): none of our own colours is left.

The short form tries every 24th page, the long form all of them.
"""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.gallery import BlackContrast
from tests.ui.pages import Page, sample
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme, load_tokens

SYSTEM = {"#000000", "#ffffff", "#ffff00", "#00ffff"}
OURS = {load_tokens().colours(scheme)[f"surface.{name}"] for scheme in Scheme for name in ("canvas", "panel", "sunken")}
BORDER = 2


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    """The black theme of the system."""
    return BlackContrast(qapp, Appearance(high_contrast=True))


@pytest.mark.parametrize("page", sample(40))
def test_a_page_is_drawn_in_the_colours_of_the_system(
    page: Page, request: pytest.FixtureRequest, theme: ThemeSource, settled: Callable[[], None]
) -> None:
    window = page.show(request)
    settled()
    picture = window.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}
    assert colours & (OURS - SYSTEM) == set()
    assert {"#000000", "#ffffff"} <= colours
    assert theme.now.border.control == BORDER
