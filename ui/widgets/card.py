# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Grounds to put things on: a bordered card, a plain surface, a thin line."""

from typing import Literal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Item, Margins, Row

Ground = Literal["panel", "canvas", "sunken", "nav", "card", "warned", "soft", "strip", "toast"]
"""The name of a ground; "card" has a border and round corners, an amber one "warned"; "soft" and "toast" have only the
corners, "strip" neither."""

_CARD_MARGINS: Margins = (5, 4, 5, 4)


class Surface(QFrame):
    """A frame in the colour of one ground. It has no layout yet."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.setProperty("surface", ground)


class Card(Surface):
    """A card with an optional heading; put what belongs on it with `add`. With `warns` its border is amber."""

    def __init__(
        self,
        theme: ThemeSource,
        title: str = "",
        *items: Item,
        icon: Icon | None = None,
        warns: bool = False,
        gap: int = 2,
        margins: Margins = _CARD_MARGINS,
    ) -> None:
        super().__init__("warned" if warns else "card")
        self.body = Column(theme, gap=gap, margins=margins)
        self.setLayout(self.body)
        if title:
            heading = PlainLabel(theme, title, "cardTitle", wrap=True)
            icons = [IconLabel(theme, icon, "status.warn.strong" if warns else "text.link")] if icon is not None else []
            self.body.add(Row(theme, *icons, heading, gap=2))
        self.body.add(*items)

    def add(self, *items: Item) -> None:
        """Put items below what is there."""
        self.body.add(*items)


class Line(QFrame):
    """A ruled line between two things."""

    def __init__(self, theme: ThemeSource, *, upright: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._upright = upright
        self.setProperty("surface", "line")
        thin, long = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(thin if upright else long, long if upright else thin)
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        width = self._theme.now.border.divider
        if self._upright:
            self.setFixedWidth(width)
        else:
            self.setFixedHeight(width)
