# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An order in the place of the list that it saves: what every export asks, and a way back to the list."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui.reports.order_form import OrderForm
from ui.reports.report_page import MARGINS, MARGINS_TIGHT, TIGHT
from ui.reports.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import Refused, Saved
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Surface
from ui.widgets.dropping import drop
from ui.widgets.keys import add_keys
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_flow import TextStyle


class OrderPage(Surface):
    """The page."""

    back_asked = Signal()
    """Back to the list."""

    def __init__(self, context: DeskContext, title: str, order: OrderForm) -> None:
        super().__init__("canvas")
        theme = context.theme
        self.order = order
        self.back = Button(theme, title, ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.ARROW_LEFT)
        self.back.setAccessibleName(say(Said.BACK_TO, title=title))
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        heading = PlainLabel(theme, say(Said.SAVE_LIST, title=title), "screenTitle", wrap=True)
        intro = PlainLabel(theme, say(Said.SAVE_LIST_INTRO), TextStyle("body", "text.secondary"), wrap=True)
        self._theme = theme
        head = Column(theme, self.back, heading, intro, gap=2)
        self._column = Column(theme, head, self._refusal, order, gap=4, margins=MARGINS)
        self._column.addStretch(1)
        holder = QWidget()
        holder.setLayout(self._column)
        self._scroll = ScrollPage(theme, holder)
        self.setLayout(Column(theme, Growing(self._scroll)))
        self.setAccessibleName(heading.words)
        self.setFocusProxy(order.form.first_target or order)
        self.back.clicked.connect(self.back_asked)
        order.refused.connect(self._refuse)
        add_keys(self, {"Alt+Left": self.back_asked.emit})

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < self._theme.now.px(TIGHT)
        self._column.set_margins(MARGINS_TIGHT if is_tight else MARGINS)

    @Slot(object)
    def _refuse(self, refused: Refused) -> None:
        self._refusal.setVisible(bool(refused.sentence))
        if refused.sentence:
            self._refusal.show_message(Tone.WARN, refused.sentence)
            self._scroll.verticalScrollBar().setValue(0)


class ListPlace(QStackedWidget):
    """A list, and in its place the order of what is saved of it while that is asked for."""

    saved = Signal(object)
    """The file is there: what was Saved."""
    recorded = Signal(str)
    """It was printed: the sentence to say."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__()
        self._context = context
        self._list = page
        self._returns_to: QWidget = page
        self.order_page: OrderPage | None = None
        self.addWidget(page)

    def begin(self, title: str, order: OrderForm, returns_to: QWidget) -> None:
        """Ask for what every export asks. The keyboard goes back to `returns_to` afterwards."""
        self.end()
        self._returns_to = returns_to
        self.order_page = OrderPage(self._context, title, order)
        self.order_page.back_asked.connect(self.end)
        order.saved.connect(self._tell_saved)
        order.printed.connect(self._tell_printed)
        self.addWidget(self.order_page)
        self.setCurrentWidget(self.order_page)
        order.focus_first()

    @Slot()
    def end(self) -> None:
        """Show the list again."""
        page, self.order_page = self.order_page, None
        if page is not None:
            self.setCurrentWidget(self._list)
            self._returns_to.setFocus(Qt.FocusReason.OtherFocusReason)
            self.removeWidget(page)
            drop(page)

    @Slot(object)
    def _tell_saved(self, saved: Saved) -> None:
        self.end()
        self.saved.emit(saved)

    @Slot(str)
    def _tell_printed(self, words: str) -> None:
        self.end()
        self.recorded.emit(words)
