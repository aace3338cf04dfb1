# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inbox: the list and, beside it or in its place, the record that is open (ux.md R1).

A record is opened when somebody rests on its row, clicks it or presses Enter; that is noted in the record. Moving over
rows notes nothing.
"""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.cases.inbox import Inbox
from desktop.cases.page import CasePage
from ui.review.detail_pane import DetailPane
from ui.review.inbox_list import Act
from ui.review.list_pane import ListPane
from ui.review.records import Records, Refused
from ui.theme.source import ThemeSource
from ui.widgets.card import Line


class InboxPage(QWidget):
    """The page."""

    record_asked = Signal(object, object)
    """The whole record of this CasePage is wanted, to begin this Act in it; or None to read."""
    doing_asked = Signal(object, object)
    """The whole record of this CasePage is wanted, to do this Doing."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__()
        self._records = records
        self._wanted = ""
        self._begins: Act | None = None
        self._takes_focus = False
        self._comes_back = False
        self._has_two = True
        self.list_pane = ListPane(theme, records)
        self.detail = DetailPane(theme, records)
        self._edge = Line(theme, upright=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list_pane)
        row.addWidget(self._edge)
        row.addWidget(self.detail, 1)
        self.setFocusProxy(self.list_pane)
        self._connect()

    def _connect(self) -> None:
        rows = self.list_pane.list
        rows.rested.connect(self._rest)
        rows.opened.connect(self._read)
        rows.act_asked.connect(self._begin)
        self.list_pane.shelf_chosen.connect(self._forget)
        self.list_pane.counted.connect(self._take_listed)
        self.detail.back_asked.connect(self.show_list)
        self.detail.record_asked.connect(self._ask_record)
        self.detail.act_asked.connect(self._ask_act)
        self.detail.doing_asked.connect(self._ask_doing)
        self.detail.earlier_asked.connect(self.open_record)

    # What it is told

    def show_panes(self, *, two: bool, list_width: int) -> None:
        """Show list and record beside each other, the list so wide, or one of them at a time."""
        self._has_two = two
        if two:
            self.list_pane.setFixedWidth(list_width)
        else:
            self.list_pane.setMinimumWidth(0)
            self.list_pane.setMaximumWidth(QWIDGETSIZE_MAX)
        self.detail.back.setVisible(not two)
        self._edge.setVisible(two)
        showing = self.detail.page is not None and self.detail.isVisible() and not self.list_pane.isVisible()
        self.list_pane.setVisible(two or not showing)
        self.detail.setVisible(two or showing)

    def show_single_keys(self, *, on: bool) -> None:
        """Have the single keys work, or not."""
        self.list_pane.list.takes_single_keys = on
        self.detail.takes_single_keys = on

    def take(self, page: CasePage) -> None:
        """A record has changed: show it as it is now where it is open, and in its row."""
        self.list_pane.list.model_rows.take((page.row,))
        if self.detail.page is not None and self.detail.page.case_id == page.case_id and self.detail.page != page:
            self.detail.show_page(page, has_draft=self._has_draft(page.case_id))

    @Slot()
    def show_list(self) -> None:
        """Go back to the list."""
        self.list_pane.show()
        self.detail.setVisible(self._has_two)
        self.list_pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self) -> None:
        """Go back to the list from a record in which something may have been done."""
        self._comes_back = True
        self.show_list()
        self.list_pane.read_changes()

    @Slot(str)
    def open_record(self, case_id: str) -> None:
        """Open a case and show its whole record."""
        self._records.open(self, case_id, self._show_record, self._fail)

    # Opening

    @Slot(str)
    def _rest(self, case_id: str) -> None:
        if self._has_two and not self._is_open(case_id):
            self._open(case_id)

    @Slot(str)
    def _read(self, case_id: str) -> None:
        self._takes_focus = True
        if self._is_open(case_id):
            self._show_detail()
        else:
            self._open(case_id)

    @Slot(object)
    def _begin(self, act: Act) -> None:
        case_id = self.list_pane.list.current_id()
        if self._is_open(case_id) and self.detail.page is not None:
            self.record_asked.emit(self.detail.page, act)
        else:
            self._begins = act
            self._open(case_id)

    @Slot()
    def _forget(self) -> None:
        """Show no record beside a list that it may not be in."""
        self._wanted = ""
        self.detail.show_nothing()

    def _is_open(self, case_id: str) -> bool:
        return self.detail.page is not None and self.detail.page.case_id == case_id

    def _open(self, case_id: str) -> None:
        self._wanted = case_id
        self._records.open(self, case_id, self._show, self._fail)

    def _show(self, page: CasePage) -> None:
        self.list_pane.list.model_rows.take((page.row,))
        if page.case_id != self._wanted:
            return  # somebody has gone on to another row
        self.detail.show_page(page, has_draft=self._has_draft(page.case_id))
        act, self._begins = self._begins, None
        if act is not None:
            self.record_asked.emit(page, act)
        elif self._takes_focus:
            self._show_detail()

    def _show_detail(self) -> None:
        self._takes_focus = False
        self.detail.show()
        self.list_pane.setVisible(self._has_two)
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_record(self, page: CasePage) -> None:
        self.list_pane.list.model_rows.take((page.row,))
        self.record_asked.emit(page, None)

    def _fail(self, refused: Refused) -> None:
        self._begins, self._takes_focus = None, False
        self.detail.show_nothing(refused.sentence)

    @Slot(object)
    def _take_listed(self, inbox: Inbox) -> None:
        """Go with the list as it is now: a draft more or less, and, coming back to it, what it no longer holds."""
        page, came_back, self._comes_back = self.detail.page, self._comes_back, False
        if came_back and not inbox.ids:
            self.list_pane.focus_shelves()
        if page is not None and came_back and page.case_id not in inbox.ids:
            self.detail.show_nothing()
        elif page is not None:
            self.detail.show_draft(has_draft=self._has_draft(page.case_id))

    def _has_draft(self, case_id: str) -> bool:
        return case_id in self.list_pane.drafts

    @Slot()
    def _ask_record(self) -> None:
        if self.detail.page is not None:
            self.record_asked.emit(self.detail.page, None)

    @Slot(object)
    def _ask_act(self, act: Act) -> None:
        if self.detail.page is not None:
            self.record_asked.emit(self.detail.page, act)

    @Slot(object)
    def _ask_doing(self, doing: object) -> None:
        if self.detail.page is not None:
            self.doing_asked.emit(self.detail.page, doing)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own name for "as wide as there is room", which PySide6 does not have."""
