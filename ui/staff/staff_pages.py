# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the staff side, one over the other. One that is left is thrown away, with all that was typed on it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout

from ui.staff.form_desk import FormDesk
from ui.staff.frame import StaffFrame
from ui.staff.returning import AfterPage
from ui.widgets.announcing import announce


class StaffPages(QStackedLayout):
    """Those in `shown`: the last is on the screen, the others wait behind it."""

    hide_asked = Signal()
    """The screen is to be hidden."""
    help_asked = Signal()
    """Help is wanted for what is on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[StaffFrame] = []

    @property
    def desk(self) -> FormDesk | None:
        """The form that is being filled in, if one is."""
        return next((page for page in self.shown if isinstance(page, FormDesk)), None)

    @property
    def has_words(self) -> bool:
        """Whether one of them holds something that would be lost, or should not be left on the screen."""
        desk = self.desk
        after = (page for page in self.shown if isinstance(page, AfterPage))
        return (desk is not None and desk.filling.has_words) or any(page.has_words for page in after)

    def put(self, page: StaffFrame, *, over: bool = False) -> None:
        """Show a page: in place of all others, or over the one on the screen, to which it leads back."""
        if not over:
            self.clear()
        page.top_bar.hide_asked.connect(self.hide_asked)
        page.top_bar.help_asked.connect(self.help_asked)
        self.shown.append(page)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.settle()
        page.focus_first()
        announce(page, page.accessibleName())

    def clear(self) -> None:
        """Throw all of them away."""
        while self.shown:
            self._drop()

    @Slot()
    def go_back(self) -> None:
        """Throw the one on the screen away, and show the one behind it."""
        self._drop()
        self.setCurrentWidget(self.shown[-1])
        self.shown[-1].focus_first()

    def _drop(self) -> None:
        page = self.shown.pop()
        if isinstance(page, FormDesk):
            page.filling.clear()
        elif isinstance(page, AfterPage):
            page.forget()
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
