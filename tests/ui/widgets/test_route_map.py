# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A map of lines says in words what it paints, and shows those words where it has no room to paint."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.route_map import Route, RouteMap

ROUTES = (Route("The headteacher", ("chair",), "Martin Oyelaran"), Route("A governor", (), "Nobody yet"))


@pytest.fixture
def routes(theme: ThemeSource, shown: Callable[[QWidget], QWidget]) -> RouteMap:
    made = RouteMap(theme, ("About", "Opened by"), 2, {"chair": PlainLabel(theme, "Chair")})
    made.show_routes(ROUTES)
    shown(made)
    return made


def names(routes: RouteMap) -> list[bool]:
    return [thing._names.isVisible() for thing in routes._things]


def test_a_screen_reader_hears_where_the_lines_lead(routes: RouteMap) -> None:
    assert routes.accessibleDescription() == "The headteacher: Martin Oyelaran. A governor: Nobody yet."


def test_only_where_there_is_no_room_for_lines_the_names_stand_with_the_things(routes: RouteMap) -> None:
    routes.resize(700, 300)
    wide = names(routes)
    routes.resize(300, 600)
    assert (wide, names(routes)) == ([False, False], [True, True])


def test_the_lines_are_painted_where_there_is_room(routes: RouteMap, theme: ThemeSource) -> None:
    routes.resize(700, 300)
    layout = routes.layout()
    assert layout is not None
    layout.activate()
    painted = routes.grab().toImage()
    colour = theme.now.colour("chart.petrol")
    begin = routes._things[0].geometry()
    found = {painted.pixelColor(begin.right() + step, begin.center().y()).name() for step in range(1, 30)}
    assert colour.name() in found
