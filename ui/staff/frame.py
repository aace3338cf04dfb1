# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The frame of every staff page: a bar, a column with an aside that scroll together, a strip and a bar of buttons.

It follows the window (ux.md 6): where there is no room for the aside, the strip says in one line who can open what is
being written; in a low window the way back moves into the top bar; in a tight one strip and buttons end the page.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from ui.staff.action_bar import ActionBar
from ui.staff.measures import Measures, measure, start_layout
from ui.staff.progress_row import ProgressRow
from ui.staff.top_bar import TopBar
from ui.theme.source import ThemeSource
from ui.widgets.card import Surface
from ui.widgets.dropping import drop
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tab_order import tab_on

_TOP = Qt.AlignmentFlag.AlignTop


class StaffFrame(QWidget):
    """Put the page into `column`, what stands beside it into the aside with `show_aside`, and name its buttons.

    `tools` are further buttons of the top bar. The start page has wider columns.
    """

    # Qt still calls the slot while Python takes a dropped window apart, when this is all that is left.
    _is_whole = False

    narrowed = Signal(bool)
    """The window has become too narrow for the aside, or wide enough again."""

    def __init__(self, theme: ThemeSource, school: str, *tools: QWidget, is_start: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self._is_start = is_start
        self._begun_at: QWidget | None = None
        self.top_bar = TopBar(theme, school, *tools)
        self.progress = ProgressRow(theme)
        self.buttons = ActionBar(theme)
        self.column = Column(theme, gap=4)
        self._below = _Stack(theme)
        self._place = QWidget()
        self._place.setLayout(Column(theme, self.column, self._below, gap=5))
        self._aside = _Stack(theme)
        self._strip = Surface("strip")
        self._strip_widget: QWidget | None = None
        self._companion: QWidget | None = None
        self._left: _Left | None = None
        self._strip_row = Row(theme)
        self._strip.setLayout(self._strip_row)
        self._measures = measure(0, 0, theme.now.layout)
        self._across = Row(theme, Aligned(self._place, _TOP), Aligned(self._aside, _TOP), Stretch())
        self._inside = Column(theme, self.progress)
        self._end, self._outside = Column(theme), Column(theme)
        self.setLayout(self._laid_out())
        self.fit()
        theme.changed.connect(self.fit)
        theme.application.focusChanged.connect(self._on_focus)
        self._is_whole = True

    def _laid_out(self) -> Column:
        self._content = QWidget()
        self._inside.addLayout(self._across)
        self._inside.add(Stretch())
        whole = Column(self.theme)
        whole.addLayout(self._inside, 1)
        whole.addLayout(self._end)
        self._content.setLayout(whole)
        self.pane = ScrollPage(self.theme, self._content)
        self._outside.add(self._strip, self.buttons)
        self._middle = Row(self.theme, Growing(self.pane))
        column = Column(self.theme, self.top_bar)
        column.addLayout(self._middle, 1)
        column.addLayout(self._outside)
        # It folds and scrolls where there is little room, and never makes the window larger than the screen.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        return column

    @property
    def measures(self) -> Measures:
        """The measures of the window as it is."""
        return self._measures

    def focus_first(self) -> None:
        """Put the keyboard where somebody begins on this page: on its primary button, unless it says otherwise."""
        self.begin_at(self.buttons.primary)

    def begin_at(self, widget: QWidget) -> None:
        """Put the keyboard on something, with the page at its top where that is still in sight then."""
        self._begun_at = _keyboard_of(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rest_at_top()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The keyboard comes late to a page whose window is not active yet, and the page scrolls after it."""
        if self._is_whole and now is not None:
            self._begun_at = now if now is self._begun_at else None
            self._rest_at_top()

    def _rest_at_top(self) -> None:
        """Scroll back to what a page begins with, where what has the keyboard is in sight then."""
        begun_at, bar = self._begun_at, self.pane.verticalScrollBar()
        if begun_at is None:
            return
        self.settle()
        there = bar.value()
        bar.setValue(0)
        if not self.shows(begun_at):
            bar.setValue(there)

    def settle(self) -> None:
        """Lay everything out at once, so that what is asked about places and what is scrolled to is right."""
        self.theme.application.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def shows(self, widget: QWidget) -> bool:
        """Whether the beginning of something is in sight, between the bars or in one of them."""
        view = self.pane.viewport()
        if not view.isAncestorOf(widget):
            return True
        top = widget.mapTo(view, QPoint(0, 0)).y()
        return 0 <= top <= view.height() - self.theme.now.size.field

    def focus_back(self) -> None:
        """Put the keyboard on the way back."""
        bar = self.top_bar if self._measures.is_low else self.progress
        self.begin_at(bar.back)

    def show_aside(self, widgets: Sequence[QWidget]) -> None:
        """Show these beside the column, in place of what was there."""
        self._aside.show_widgets(widgets)
        self.fit()

    def show_below(self, widgets: Sequence[QWidget]) -> None:
        """Show these at the end of the column, in place of what was there."""
        self._below.show_widgets(widgets)

    def keep_beside(self, widget: QWidget) -> None:
        """Let one widget stand beside the column, or at its end while there is no room; what is typed in it stays."""
        self._companion = widget
        self._move_companion()
        self.fit()

    def keep_at_left(self, widget: QWidget) -> None:
        """As `keep_beside`, but at the left, where it stays in sight and scrolls by itself while the page scrolls."""
        self._left = _Left(self.theme)
        self._middle.insertWidget(0, self._left)
        self.keep_beside(widget)

    def _move_companion(self) -> None:
        beside = self._aside if self._left is None else self._left.stack
        for place in (beside, self._below):
            place.give_up()
        if self._companion is not None:
            (self._below if self._measures.is_narrow else beside).show_widgets((self._companion,))

    def show_strip(self, widget: QWidget | None) -> None:
        """Show this above the buttons while there is no room for the aside; None shows no strip at all."""
        if self._strip_widget is not None:
            drop(self._strip_widget)
        self._strip_widget = widget
        if widget is not None:
            self._strip_row.add(Growing(widget))
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Lay everything out for the size that the window has."""
        theme = self.theme.now
        before, held = self._measures, self._held_beside()
        layout = start_layout(theme.layout) if self._is_start else theme.layout
        self._measures = now = measure(self.width(), self.height(), layout, theme.text_scale)
        self.top_bar.fit(now)
        self.buttons.fit(now, self.width())
        self.progress.fit(now)
        self._place.setFixedWidth(now.column)
        self._aside.setVisible(not now.is_narrow and self._aside.is_filled)
        self._aside.setFixedWidth(now.aside)
        self._across.setSpacing(now.gap)
        top = theme.space(2) if now.is_low else theme.space(4 if self.progress.is_shown else 6)
        left = now.left
        if self._left is not None:
            self._left.setVisible(not now.is_narrow)
            self._left.fit(now, top)
            left = now.left if now.is_narrow else now.gap // 2
        self._inside.setContentsMargins(left, top, 0, theme.space(7))
        self._strip.setVisible(now.is_narrow and self._strip_widget is not None)
        self._strip_row.setContentsMargins(now.left - theme.space(6), 0, now.left - theme.space(6), 0)
        if before.is_tight != now.is_tight:
            self._move_bars()
        if before.is_narrow != now.is_narrow:
            if self._companion is not None:
                self._move_companion()
                self._aside.setVisible(not now.is_narrow and self._aside.is_filled)
            if held is not None:
                held.setFocus(Qt.FocusReason.OtherFocusReason)
            self.narrowed.emit(now.is_narrow)

    def _held_beside(self) -> QWidget | None:
        """What has the keyboard in the widget beside the column, which gets another place in a narrow window."""
        focus = self.theme.application.focusWidget()
        is_there = self._companion is not None and focus is not None and self._companion.isAncestorOf(focus)
        return focus if is_there else None

    def _move_bars(self) -> None:
        """In a tight window strip and buttons scroll at the end of the page: there they leave it some room."""
        place = self._end if self._measures.is_tight else self._outside
        held = self.focusWidget()
        for bar in (self._strip, self.buttons):
            was_shown = not bar.isHidden()
            place.add(bar)
            bar.setVisible(was_shown)
        if held is not None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_on(self.window(), forward=next)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest_at_top()


def _keyboard_of(widget: QWidget) -> QWidget:
    """What takes the keyboard when it is put on something."""
    proxy = widget.focusProxy()
    return widget if proxy is None else _keyboard_of(proxy)


class _Left(ScrollPage):
    """What stands at the left of a page, with a scroll bar of its own."""

    def __init__(self, theme: ThemeSource) -> None:
        self.stack = _Stack(theme)
        self._holder = QWidget()
        self._holder.setLayout(Column(theme, Aligned(self.stack, _TOP), Stretch()))
        super().__init__(theme, self._holder)

    def fit(self, now: Measures, top: int) -> None:
        """Have the width of the aside, half the gap for the scroll bar, and begin where the page begins."""
        self.setFixedWidth(now.left + now.aside + now.gap - now.gap // 2)
        self._holder.setContentsMargins(now.left, top, now.gap // 4, top)


class _Stack(QWidget):
    """Widgets below each other that are exchanged together."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._widgets: tuple[QWidget, ...] = ()
        self._column = Column(theme, gap=3)
        self.setLayout(self._column)
        self.hide()

    @property
    def is_filled(self) -> bool:
        return bool(self._widgets)

    def give_up(self) -> None:
        for widget in self._widgets:
            self._column.removeWidget(widget)
        self._widgets = ()
        self.hide()

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        for old in self._widgets:
            drop(old)
        self._widgets = tuple(widgets)
        self._column.add(*widgets)
        self.setVisible(bool(widgets))
