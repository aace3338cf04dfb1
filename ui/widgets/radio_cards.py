# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two to four choices with consequences, each a card with a title and what follows from it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.box import draw_box
from ui.widgets.choice import Choice
from ui.widgets.choice_group import BrokenChoice, ChoiceGroup
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.marks import draw_radio
from ui.widgets.text_flow import TextFlow, TextStyle

_TITLE = TextStyle("label")
_DETAIL = TextStyle("small", "text.secondary")
_STEP = 4


class _RadioCard(BrokenChoice):
    def __init__(self, theme: ThemeSource, choice: Choice) -> None:
        super().__init__(theme, choice, QSizePolicy.Policy.Preferred)

    def _indent(self) -> int:
        theme = self.theme.now
        return theme.space(_STEP) + theme.size.radio + theme.space(3)

    def _flows(self, width: int) -> tuple[TextFlow, TextFlow | None]:
        room = width - self._indent() - self.theme.now.space(_STEP)
        detail = self.broken.of(self.choice.detail, _DETAIL, room) if self.choice.detail else None
        return self.broken.of(self.choice.label, _TITLE, room), detail

    @override
    def sizeHint(self) -> QSize:
        width = self.theme.now.layout.staff_aside
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.now.size.field_short, self.theme.now.size.radio_card_min)

    @override
    def heightForWidth(self, width: int) -> int:
        theme = self.theme.now
        title, detail = self._flows(width)
        height = title.height + (detail.height if detail else 0) + 2 * theme.space(_STEP)
        return max(height, theme.size.radio_card_min)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme.now
        painter = QPainter(self)
        chosen = self.isChecked()
        ground = "action.soft" if chosen else "surface.canvas" if self.underMouse() else "surface.panel"
        line = theme.colour("action.primary" if chosen else "line.control")
        width = theme.border.radio_card_chosen if chosen else theme.border.control
        draw_box(painter, QRectF(self.rect()), theme.radius.card, theme.colour(ground), line, width)
        side, edge = theme.size.radio, theme.space(_STEP)
        title, detail = self._flows(self.width())
        ring = QRectF(edge, edge + (theme.line(_TITLE.role) - side) / 2, side, side)
        draw_radio(painter, theme, ring, chosen=chosen)
        title.draw(painter, QPointF(self._indent(), edge))
        if detail:
            detail.draw(painter, QPointF(self._indent(), edge + title.height))


class RadioCards(ChoiceGroup):
    """Cards below each other, or with `across` beside each other in equal widths."""

    def __init__(self, theme: ThemeSource, choices: Sequence[Choice], *, across: bool = False) -> None:
        super().__init__(choices, lambda choice: _RadioCard(theme, choice))
        if across:
            self.setLayout(Row(theme, *(Growing(button) for button in self.buttons), gap=_STEP))
        else:
            self.setLayout(Column(theme, *self.buttons, gap=2))
