# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One question: label, hint, the control that takes the answer, and what is wrong with the answer.

It owns the wiring that people with a screen reader depend on: the label is the control's buddy, and the control's
description is the hint and the error (WCAG 3.3.1).
"""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QWidget
from typing_extensions import override

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Gap, Row
from ui.widgets.marking import mark_invalid
from ui.widgets.text_flow import Span, TextStyle
from ui.widgets.visible_text import one_line, visible
from ui.widgets.words import Said, say

_LIMIT = 300


class Field(QWidget):
    """A labelled control. `needed` marks the one answer that a form cannot do without.

    The control is any widget of this package; the keyboard goes to it, or to its focus proxy.
    """

    def __init__(
        self, theme: ThemeSource, label: str, control: QWidget, *, hint: str = "", needed: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._hint_text = hint
        self._error_text = ""
        self._has_gutter = False
        self._marked: tuple[QWidget, ...] = ()
        self.control = control
        words = [Span(label), *([Span(f" {say(Said.NEEDED)}", colour="text.secondary")] if needed else [])]
        self.label = PlainLabel(theme, words, "label", wrap=True)
        self.label.setBuddy(self.target)
        self._spoken.setAccessibleName(one_line(visible(label, _LIMIT)))
        self._hint = PlainLabel(theme, hint, TextStyle("small", "text.secondary"), wrap=True)
        if not hint:
            self._hint.hide()
        self._error = _ErrorLine(theme)
        self._error.hide()
        self.setLayout(Column(theme, self.label, self._hint, self._error, Gap(2), control))
        self.setFocusProxy(control)
        self._describe()
        theme.changed.connect(self._restyle)

    @property
    def target(self) -> QWidget:
        """The widget that takes the keyboard."""
        target = self.control
        while (proxy := target.focusProxy()) is not None:
            target = proxy
        return target

    @property
    def _spoken(self) -> QWidget:
        """What bears the question's name: a group itself, and not the one of its buttons that has the keyboard."""
        return self.control if isinstance(self.control, QGroupBox) else self.target

    @property
    def error(self) -> str:
        """What is wrong with the answer, or ""."""
        return self._error_text

    def show_error(self, message: str) -> None:
        """Say what is wrong with the answer, or with "" that nothing is. The answer itself stays as it is."""
        self._error_text = message
        self._error.show_message(message)
        self._error.setVisible(bool(message))
        for widget in self._marked:
            mark_invalid(widget, invalid=False)
        self._marked = (self.control, self.target) if message else ()
        for widget in self._marked:
            mark_invalid(widget, invalid=True)
        self._describe()
        self._restyle()

    def keep_gutter(self) -> None:
        """Leave the room of the error bar free even without an error, so that the fields of a page line up."""
        self._has_gutter = True
        self._restyle()

    def _describe(self) -> None:
        error = say(Said.ERROR, message=self._error_text) if self._error_text else ""
        self._spoken.setAccessibleDescription(" ".join(part for part in (self._hint_text, error) if part))

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        wide = self._has_gutter or bool(self._error_text)
        self.setContentsMargins(theme.border.error_bar + theme.space(3) if wide else 0, 0, 0, 0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._error_text:
            theme = self._theme.now
            bar = QRectF(0, 0, theme.border.error_bar, self.height())
            QPainter(self).fillRect(bar, theme.colour("status.danger.strong"))


class _ErrorLine(QWidget):
    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        style = TextStyle("label", "status.danger.strong")
        self._message = PlainLabel(theme, "", style, wrap=True)
        icon = IconLabel(theme, Icon.CIRCLE_ALERT, style.colour, beside=style.role)
        self.setLayout(Row(theme, Aligned(icon, Qt.AlignmentFlag.AlignTop), self._message, gap=2))

    def show_message(self, message: str) -> None:
        self._message.show_words(message)
