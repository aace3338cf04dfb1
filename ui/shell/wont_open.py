# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that won't open: what can be done, and what may be told of it (ux.md Y5)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.faults import KnownError, explain_fault
from desktop.people import PersonId
from desktop.reading_only import details, open_to_read
from desktop.services import Candour
from ui.setup.centred import CentredPage
from ui.shell.door import Door
from ui.shell.tasks import Tasks
from ui.shell.words import Shell, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.dropping import drop
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.plain_view import PlainView


class WontOpenPage(CentredPage):
    """The page. Nothing on it says whose records they are."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, gap=4)
        self.restore = Button(theme, say(Shell.RESTORE), ButtonKind.PRIMARY)
        self.read = Button(theme, say(Shell.OPEN_READ_ONLY))
        self.details = Button(theme, say(Shell.SHOW_DETAILS))
        self.start = LinkButton(theme, say(Shell.TO_START))
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        buttons = QWidget()
        buttons.setLayout(Flow(theme, [self.restore, self.read, self.details], gap=3))
        self.column.add(
            Row(theme, IconLabel(theme, Icon.TRIANGLE_ALERT, "text.tertiary", side="icon_empty"), Stretch()),
            PlainLabel(theme, say(Shell.WONT_OPEN), "pageTitle", wrap=True),
            PlainLabel(theme, say(Shell.WONT_OPEN_WHY), "bodyStaff", wrap=True),
            PlainLabel(theme, say(Shell.WONT_OPEN_READ), "bodyStaff", wrap=True),
            self._fault,
            buttons,
            Row(theme, self.start, Stretch()),
            Stretch(),
        )
        self.setFocusProxy(self.restore)
        self.setAccessibleName(say(Shell.WONT_OPEN))

    def show_fault(self, sentence: str) -> None:
        """Say why they cannot even be read."""
        self.read.set_ready()
        self._fault.show_message(Tone.WARN, sentence)
        self._fault.show()


@dataclass(frozen=True, slots=True)
class _Tried:
    """Who tried to sign in, with what, and what came of it."""

    person: PersonId
    passphrase: str = field(repr=False)
    error: KnownError


class WontOpenDoor(Door):
    """Shows the page, and does what is chosen on it. The passphrase is let go with the page.

    While `has_words`, nothing is opened to be read only: what was typed could become no draft there.
    """

    opened = Signal(object)
    """The records are open, to be read only: the session."""
    restore_asked = Signal()
    """A backup is to be restored."""
    left = Signal()
    """The first page is wanted."""

    def __init__(
        self, theme: ThemeSource, tasks: Tasks, candour: Candour, window: QWidget, has_words: Callable[[], bool]
    ) -> None:
        super().__init__(theme, tasks, candour, window)
        self._has_words = has_words
        self._window = window
        self._tried: _Tried | None = None
        self._page: WontOpenPage | None = None
        self._details = ""

    def open(self, person: PersonId, passphrase: str, error: KnownError) -> None:
        """Show the page for somebody whose passphrase is right and whose records do not open."""
        self.close()
        self._tried = _Tried(person, passphrase, error)
        self._page = page = WontOpenPage(self._theme)
        page.restore.clicked.connect(self.restore_asked)
        page.read.clicked.connect(self._read)
        page.details.clicked.connect(self._show_details)
        page.start.clicked.connect(self.left)
        read = partial(details, self._candour, person, error)
        self._tasks.run(page, read, self._keep_details, self.bug.emit)
        self.shown.emit(page)

    def close(self) -> None:
        """Let the page go, with what was typed to come to it."""
        if self._page is not None:
            drop(self._page)
        self._tried = self._page = None

    @Slot()
    def _read(self) -> None:
        tried, page = self._tried, self._page
        if tried is None or page is None or page.read.is_busy:
            return
        if self._has_words():
            page.show_fault(say(Shell.WORDS_WAIT))
            return
        page.read.set_busy(say(Shell.OPENING))
        operation = partial(open_to_read, self._candour, tried.person, tried.passphrase)
        self._tasks.run(page, operation, self.opened.emit, self._on_fault)

    def _on_fault(self, error: Exception) -> None:
        if isinstance(error, KnownError) and self._page is not None:
            self._page.show_fault(explain_fault(error).sentence)
        else:
            self.bug.emit(error)

    def _keep_details(self, told: str) -> None:
        self._details = told

    @Slot()
    def _show_details(self) -> None:
        answers = [Answer("close", say(Shell.CLOSE_DETAILS)), Answer("copy", say(Shell.COPY_DETAILS))]
        title, why = say(Shell.TITLE), say(Shell.DETAILS_WHY)
        dialog = Dialog(self._theme, self._window, title, say(Shell.SHOW_DETAILS), why, answers)
        dialog.add(PlainView(self._theme, self._details, name=say(Shell.DETAILS), role="caption"))
        dialog.answered.connect(self._on_answer)
        dialog.ask()

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        if answer == "copy":
            self._theme.application.clipboard().setText(self._details)
