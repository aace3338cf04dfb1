# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap

import resources
from ui.theme.icons import Icon, icon_pixmap
from ui.theme.tokens import load_tokens

TEAL = QColor("#1C5A62")


def ink(pixmap: QPixmap) -> set[str]:
    """The colours of all opaque points."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("icon", Icon)
def test_every_name_has_its_file_and_is_drawn(qapp: QGuiApplication, icon: Icon) -> None:
    assert ink(icon_pixmap(icon, 24, TEAL, 2.0)) == {TEAL.name()}


def test_every_shipped_icon_has_a_name() -> None:
    shipped = {file.stem for file in resources.path("icons").glob("*.svg")}
    assert shipped == {icon.value for icon in Icon}


def test_an_unknown_name_raises() -> None:
    with pytest.raises(ValueError, match="bell-of-doom"):
        Icon("bell-of-doom")


@pytest.mark.parametrize("kind", load_tokens().kind_map.values(), ids=lambda kind: kind.label)
def test_the_icon_of_every_kind_of_record_is_shipped(kind: object) -> None:
    Icon(getattr(kind, "icon", ""))


def test_an_icon_is_as_sharp_as_the_screen(qapp: QGuiApplication) -> None:
    pixmap = icon_pixmap(Icon.LOCK, 16, TEAL, 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio(), pixmap.deviceIndependentSize().width()) == (24, 1.5, 16)


def test_an_icon_is_drawn_once_for_each_colour(qapp: QGuiApplication) -> None:
    first = icon_pixmap(Icon.LOCK, 16, TEAL, 1.0)
    assert icon_pixmap(Icon.LOCK, 16, TEAL, 1.0).cacheKey() == first.cacheKey()
    assert icon_pixmap(Icon.LOCK, 16, QColor("red"), 1.0).cacheKey() != first.cacheKey()
