# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of the confirmation page that are painted: the thanks, and what happens next (picture 04)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.box import draw_box
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.text_flow import TextStyle

_TOP = Qt.AlignmentFlag.AlignTop
_DONE = TextStyle("body", "status.ok.strong", weight=600)


class ThanksPanel(QWidget):
    """A pale panel with a tick: thanks, and when. Amber while it waits to go."""

    def __init__(self, theme: ThemeSource, tone: Tone, icon: Icon, title: str, when: str) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        words = Column(
            theme,
            PlainLabel(theme, title, TextStyle("pageTitle", tone.text), wrap=True),
            PlainLabel(theme, when, TextStyle("bodyStaff", tone.text), wrap=True),
        )
        holder = QWidget()
        holder.setLayout(words)
        row = Row(theme, Aligned(Dot(theme, tone, icon, large=True), _TOP), Growing(holder), gap=4)
        row.setAlignment(holder, _TOP)
        self.setLayout(Column(theme, row, margins=(6, 5, 6, 5)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        line = theme.colour(self._tone.strong) if theme.high_contrast else None
        draw_box(QPainter(self), QRectF(self.rect()), theme.radius.card, theme.colour(self._tone.fill), line)


class Dot(QWidget):
    """A circle with an icon, for decoration. What is done is filled."""

    def __init__(self, theme: ThemeSource, tone: Tone, icon: Icon, *, large: bool = False, solid: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self._large = large
        self._solid = solid
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        sizes = self._theme.now.size
        side = sizes.button if self._large else sizes.timeline_dot
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        painter = QPainter(self)
        ground = theme.colour(self._tone.strong if self._solid else self._tone.fill)
        draw_box(painter, QRectF(self.rect()), self.width() / 2, ground)
        side = theme.size.icon_large if self._large else theme.size.icon
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, place, self._icon, theme.colour("surface.panel" if self._solid else self._tone.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One thing that happens, or has happened (`is_done`). `done` are lines that have come true since."""

    icon: Icon
    title: str
    text: str
    is_done: bool = False
    done: tuple[str, ...] = ()


class NextSteps(QWidget):
    """The steps below each other, joined by a line."""

    def __init__(self, theme: ThemeSource, steps: Sequence[NextStep]) -> None:
        super().__init__()
        rows = [_StepRow(theme, step, is_last=step is steps[-1]) for step in steps]
        self.setLayout(Column(theme, *rows))


class _StepRow(QWidget):
    def __init__(self, theme: ThemeSource, step: NextStep, *, is_last: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_last = is_last
        tone = Tone.OK if step.is_done else Tone.SOFT
        self._dot = Dot(theme, tone, step.icon, solid=step.is_done)
        words = Column(
            theme,
            PlainLabel(theme, step.title, "label", wrap=True),
            PlainLabel(theme, step.text, TextStyle("body", "text.secondary"), wrap=True),
            *(PlainLabel(theme, line, _DONE, wrap=True) for line in step.done),
            margins=(0, 1, 0, 4),
        )
        holder = QWidget()
        holder.setLayout(words)
        self.setLayout(Row(theme, Aligned(self._dot, _TOP), Growing(holder), gap=4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_last:
            return
        theme = self._theme.now
        width = theme.border.mark
        middle = self._dot.geometry().center().x() + 1
        top = self._dot.geometry().bottom() + theme.space(1)
        line = QRectF(middle - width / 2, top, width, max(0, self.height() - top - theme.space(1)))
        QPainter(self).fillRect(line, theme.colour("line.divider"))
