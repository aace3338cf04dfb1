# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things to tick: a single check box, and a list of them. Nothing is ever ticked beforehand."""

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGroupBox, QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.flows import Flows
from ui.widgets.layouts import Column
from ui.widgets.marking import is_invalid
from ui.widgets.marks import draw_check
from ui.widgets.text_flow import TextFlow, TextStyle
from ui.widgets.visible_text import one_line, visible

_LIMIT = 300


class CheckBox(QCheckBox):
    """One box with words beside it and, where wanted, a line of detail below. `toggled` says when it changes."""

    def __init__(self, theme: ThemeSource, label: str, detail: str = "", *, strong: bool = False) -> None:
        super().__init__(one_line(visible(label, _LIMIT)).replace("&", "&&"))
        self._theme = theme
        self._label = label
        self._detail = detail
        self._broken = Flows(theme)
        self._weight = 600 if strong else None
        self.setAccessibleDescription(one_line(visible(detail, _LIMIT)))
        # A fixed height would be that of one line, and cut the words where they break.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _flows(self, width: float | None = None) -> tuple[TextFlow, TextFlow | None]:
        colour = "text.primary" if self.isEnabled() else "action.disabledText"
        style = TextStyle("bodyStaff", colour, weight=self._weight)
        detail = self._broken.of(self._detail, TextStyle("small", "text.secondary"), width) if self._detail else None
        return self._broken.of(self._label, style, width), detail

    def _indent(self) -> int:
        return self._theme.now.size.checkbox + self._theme.now.space(3)

    @override
    def sizeHint(self) -> QSize:
        width = max(flow.width for flow in self._flows() if flow is not None)
        width = min(width, self._theme.now.size.text_width)
        return QSize(ceil(width) + self._indent(), self.heightForWidth(ceil(width) + self._indent()))

    @override
    def minimumSizeHint(self) -> QSize:
        sizes = self._theme.now.size
        return QSize(min(self.sizeHint().width(), sizes.field_short), sizes.choice_row)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        theme = self._theme.now
        around = theme.size.choice_row - theme.line("bodyStaff")
        return sum(flow.height for flow in self._flows(width - self._indent()) if flow is not None) + around

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        painter = QPainter(self)
        side = theme.size.checkbox
        middle = theme.size.choice_row / 2
        line = "status.danger.strong" if is_invalid(self) else "line.control"
        place = QRectF(0, middle - side / 2, side, side)
        draw_check(painter, theme, place, ticked=self.isChecked(), line=line)
        top = middle - theme.line("bodyStaff") / 2
        for flow in self._flows(self.width() - self._indent()):
            if flow is not None:
                flow.draw(painter, QPointF(self._indent(), top))
                top += flow.height


class CheckList(QGroupBox):
    """Several boxes below each other, each a tab stop, 40 px a row."""

    edited = Signal(object)
    """Something was ticked or unticked: the ids that are ticked now, as a tuple in the order of the list."""

    def __init__(self, theme: ThemeSource, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self.boxes = tuple(CheckBox(theme, choice.label, choice.detail) for choice in choices)
        self.setLayout(Column(theme, *self.boxes))
        self.setFocusProxy(self.boxes[0])
        for box in self.boxes:
            box.toggled.connect(self._tell)

    def value(self) -> tuple[str, ...]:
        """The ids that are ticked, in the order of the list."""
        return tuple(choice.id for choice, box in zip(self._choices, self.boxes, strict=True) if box.isChecked())

    def set_value(self, ticked: Iterable[str]) -> None:
        """Tick exactly these ids."""
        wanted = frozenset(ticked)
        for choice, box in zip(self._choices, self.boxes, strict=True):
            box.setChecked(choice.id in wanted)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.value())
