# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All of first run as one widget: which page is shown, until this computer belongs to a school."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.faults import KnownError, explain_fault
from desktop.first_run import make_demonstration
from desktop.founding import Founded
from desktop.services import Candour
from desktop.setting_up import Draft
from ui.setup.done_page import DonePage
from ui.setup.join_page import JoinPage
from ui.setup.restore_page import RestorePage
from ui.setup.welcome_page import WelcomePage
from ui.setup.wizard import Wizard
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.shell.words import Shell
from ui.shell.words import say as say_shell
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.button import ButtonKind
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.dropping import drop


class SetupSide(QWidget):
    """Welcome, the wizard, what is left to do, joining."""

    settled = Signal(bool)
    """This computer belongs to a school now; true if somebody sets their own sign-in up next."""
    elsewhere_asked = Signal(object)
    """Candour is to be opened on another folder: its Path."""
    close_asked = Signal()
    """The window is to be closed, whatever is lost."""
    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._candour = candour
        self._page: QWidget | None = None
        self._stack = QStackedLayout()
        self.setLayout(self._stack)
        self.show_welcome()

    @property
    def has_words(self) -> bool:
        """Whether something is on the page that would be lost: what was typed, or a paper key."""
        return isinstance(self._page, DonePage) or (isinstance(self._page, Wizard) and self._page.has_words)

    def ask_to_close(self) -> None:
        """Ask whether what would be lost may be lost."""
        is_done = isinstance(self._page, DonePage)
        question, more = (Setup.KEY_LOST, Setup.KEY_LOST_MORE) if is_done else (Setup.STOP_QUESTION, Setup.STOP_MORE)
        answers = [
            Answer("stay", say(Setup.GO_ON)),
            Answer("leave", say(Setup.CLOSE_ALL_THE_SAME), ButtonKind.DESTRUCTIVE_OUTLINE),
        ]
        dialog = Dialog(self._theme, self.window(), say_shell(Shell.TITLE), say(question), say(more), answers)
        dialog.answered.connect(self._on_answer)
        dialog.ask()

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        if answer == "leave" and isinstance(self._page, DonePage):
            self._page.leave(self.close_asked.emit)
        elif answer == "leave":
            self.close_asked.emit()

    @Slot()
    def show_welcome(self) -> None:
        """Show the three doors."""
        page = WelcomePage(self._theme)
        page.set_up_asked.connect(self._set_up)
        page.join_asked.connect(self._join)
        page.look_asked.connect(self._look)
        page.restore_asked.connect(self._restore)
        self._show(page)

    @Slot()
    def _set_up(self) -> None:
        wizard = Wizard(self._theme, self._tasks, self._candour)
        wizard.left.connect(self.show_welcome)
        wizard.founded.connect(self._on_founded)
        wizard.bug.connect(self.bug)
        self._show(wizard)
        wizard.focus_first()

    @Slot()
    def _join(self) -> None:
        page = JoinPage(self._theme, self._tasks, self._candour)
        page.left.connect(self.show_welcome)
        page.joined.connect(self.settled)
        page.bug.connect(self.bug)
        self._show(page)

    @Slot()
    def _restore(self) -> None:
        page = RestorePage(self._theme, self._tasks, self._candour)
        page.left.connect(self.show_welcome)
        page.restored.connect(self._finish)
        page.bug.connect(self.bug)
        self._show(page)

    @Slot(object, object)
    def _on_founded(self, founded: Founded, draft: Draft) -> None:
        page = DonePage(self._theme, self._tasks, self._candour, founded, draft)
        page.finished.connect(self._finish)
        page.bug.connect(self.bug)
        self._show(page)

    @Slot()
    def _finish(self) -> None:
        self.settled.emit(False)  # noqa: FBT003 - Qt hands the state over by place

    @Slot()
    def _look(self) -> None:
        if isinstance(self._page, WelcomePage):
            self._page.show_making(is_making=True)
        operation = partial(make_demonstration, self._candour)
        self._tasks.run(self, operation, self._on_made, self._on_fault)

    def _on_made(self, home: Path) -> None:
        self.elsewhere_asked.emit(home)

    def _on_fault(self, error: Exception) -> None:
        if isinstance(error, KnownError) and isinstance(self._page, WelcomePage):
            self._page.show_fault(explain_fault(error).sentence)
        else:
            self.bug.emit(error)

    def _show(self, page: QWidget) -> None:
        old, self._page = self._page, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            drop(old)
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(page, page.accessibleName())
