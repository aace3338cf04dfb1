# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What else can be done with a record, behind one button: the same list beside the inbox and on the record's page."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.advising.raising import can_be_raised
from desktop.cases.page import CasePage
from desktop.questions.publishing import may_publish
from ui.review.identifying import identifying
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonSize, IconButton


class Doing(Enum):
    """Something to be done with a record. The value says it."""

    NOTE = Said.ADD_NOTE
    ACTION = Said.ADD_ACTION
    QUESTION = Said.ASK_REPORTER
    SHARE = Said.SHARE
    LETTER = Said.WRITE_LETTER
    DISCLOSE = Said.SHARED_OUTSIDE
    WITHHOLD = Said.NOT_SHARED
    STAND_ASIDE = Said.STAND_ASIDE
    PDF = Said.SAVE_PDF
    COPY = Said.COPY_REFERENCE
    IDENTIFY = Said.WHO_IT_IS
    RAISE = Said.RAISE
    PUBLISH = Said.PUBLISH


_KEYS: Mapping[Doing, str] = {Doing.NOTE: "N", Doing.ACTION: "A", Doing.QUESTION: "Q", Doing.PDF: "Ctrl+P"}


class MoreButton(IconButton):
    """The button with the three dots."""

    asked = Signal(object)
    """Something was chosen: a Doing."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, Icon.ELLIPSIS, say(Said.MORE), ButtonSize.SMALL)
        self._menu = QMenu(self)
        for doing in Doing:
            action = QAction("\t".join((say(doing.value), _KEYS.get(doing, ""))).strip(), self._menu)
            action.setData(doing)
            self._menu.addAction(action)
        for doing in (Doing.IDENTIFY, Doing.RAISE, Doing.PUBLISH):
            self.offer(doing, on=False)
        self._menu.triggered.connect(self._tell)
        self.clicked.connect(self._open)

    def fit(self, page: CasePage) -> None:
        """Offer what this record allows."""
        self.offer(Doing.IDENTIFY, on=identifying(page) is not None)
        is_question = can_be_raised(page.case) and page.case.reads(page.desk.me)
        self.offer(Doing.RAISE, on=is_question)
        signs = may_publish(page.desk.school, page.desk.me, page.today)
        self.offer(Doing.PUBLISH, on=is_question and page.case.decision is not None and signs)

    def offer(self, doing: Doing, *, on: bool) -> None:
        """Have something in the menu, or not."""
        for action in self._menu.actions():
            if action.data() is doing:
                action.setVisible(on)

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(self.width() - self._menu.sizeHint().width(), self.height())))

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        self.asked.emit(action.data())
