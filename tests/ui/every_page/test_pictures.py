# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page is photographed in light, dark and with letters of 150 %, and its picture shows that it is drawn so.

`--pictures DIR` keeps the pictures. The short form takes few pages, the long form all of them.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance, Scheme
from tests.ui.pages import Page, sample
from tests.ui.strays import Strays
from tests.ui.walkers import clipped_labels, too_wide
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel

WINDOW = QSize(1366, 688)
LOOKS: Mapping[str, Appearance] = {
    "light": Appearance(scheme=Scheme.LIGHT),
    "dark": Appearance(scheme=Scheme.DARK),
    "large": Appearance(scheme=Scheme.LIGHT, text_scale=1.5),
}
GROUNDS = ("surface.canvas", "surface.panel", "surface.nav", "surface.sunken")
LEAST_INK = 0.002
"""The part of a picture that is at least not its ground: a page of one line and a button has so much."""


def wrong(picture: QImage, theme: ThemeSource) -> list[str]:
    """What the picture of a page says is wrong with it."""
    pixels = Counter(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")[::5])
    ground, most = pixels.most_common(1)[0]
    found = []
    if QColor(ground) not in [theme.now.colour(name) for name in GROUNDS]:
        found.append(f"its ground is {QColor(ground).name()}, which is none of this look")
    if 1 - most / pixels.total() < LEAST_INK:
        found.append("nothing is drawn on it")
    return found


@pytest.mark.parametrize("page", sample(40))
def test_it_is_drawn_in_every_look(
    page: Page, request: pytest.FixtureRequest, theme: ThemeSource, settled: Callable[[], None], strays: Strays
) -> None:
    window = page.show(request)
    window.resize(WINDOW)
    for look, appearance in LOOKS.items():
        theme.choose(appearance)
        settled()
        picture = window.grab().toImage()
        keep(picture, f"{page.name} {look}", request.config.getoption("--pictures"))
        assert (look, wrong(picture, theme)) == (look, [])
        assert (look, clipped_labels(window) + too_wide(window)) == (look, [])
    assert strays.found == []


def keep(picture: QImage, name: str, folder: str | None) -> None:
    """Save a picture where pictures are wanted."""
    if folder is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert picture.save(str(Path(folder, f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.png")))


def test_a_page_on_which_nothing_is_drawn_is_noticed(theme: ThemeSource) -> None:
    blank = QImage(WINDOW, QImage.Format.Format_RGB32)
    blank.fill(theme.now.colour("surface.canvas"))
    assert wrong(blank, theme) == ["nothing is drawn on it"]


def test_a_page_in_the_colours_of_another_look_is_noticed(theme: ThemeSource, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = PlainLabel(theme, "A page of one line", "pageTitle")
    label.setParent(page)
    page.resize(WINDOW)
    picture = page.grab().toImage()
    assert wrong(picture, theme) == []
    theme.choose(msgspec.structs.replace(theme.appearance, scheme=Scheme.DARK))
    assert len(wrong(picture, theme)) == 1
