# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The last page of first run: everybody who chose a passphrase signs in once, and makes their recovery kit (ux.md A3).

One after the other sits down. Whoever is not done when the page is left makes theirs in the settings.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.faults import KnownError, explain_fault
from desktop.people import Person, PersonId
from desktop.services import Candour
from desktop.session import Session
from ui.settings.kit_page import KitPage
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card, Line
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text_flow import TextStyle


class KitsCard(Card):
    """A row for each person, and below it whoever sits there now."""

    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, people: Sequence[Person]) -> None:
        super().__init__(theme, say(Setup.KITS), PlainLabel(theme, say(Setup.KITS_MORE), "body", wrap=True), gap=3)
        self._theme = theme
        self._tasks = tasks
        self._candour = candour
        self._people = tuple(people)
        self._made: set[PersonId] = set()
        self._session: Session | None = None
        self._rows = Exchanged(theme, gap=0)
        self._here = Exchanged(theme)
        self._here.hide()
        self.add(self._rows, self._here)
        self._show_rows()

    def leave(self, then: Callable[[], None]) -> None:
        """Close whatever somebody opened here, or is opening, then go on."""

        def closed(_done: None) -> None:
            then()

        self._tasks.run(self, self._close, closed, self.bug.emit)

    def _open(self, person: PersonId, passphrase: str) -> Session:
        """In the worker, one after the other, so that nothing stays open that was opened late."""
        self._session = self._candour.sign_in(person, passphrase)
        return self._session

    def _close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _show_rows(self) -> None:
        shown: list[QWidget] = []
        for person in self._people:
            shown += [Line(self._theme)] if shown else []
            shown.append(self._row(person))
        self._rows.show_widgets(*shown)

    def _row(self, person: Person) -> QWidget:
        theme, is_made = self._theme, person.person_id in self._made
        state = say(Setup.KIT_MADE if is_made else Setup.KIT_MISSING)
        words = Column(
            theme,
            PlainLabel(theme, person.name, "label", wrap=True),
            PlainLabel(theme, state, TextStyle("small", "text.secondary"), wrap=True),
        )
        tint = "status.ok.strong" if is_made else "status.neutral.strong"
        layout = Row(theme, IconLabel(theme, Icon.LIFE_BUOY, tint), gap=3, margins=(0, 2, 0, 2))
        layout.addLayout(words, 1)
        if not is_made:
            button = Button(theme, say(Setup.KIT_NOW, name=person.name), size=ButtonSize.SMALL)
            button.clicked.connect(partial(self._ask, person))
            layout.add(button)
        row = QWidget()
        row.setLayout(layout)
        return row

    def _ask(self, person: Person) -> None:
        self.leave(partial(self._show_sign_in, person))

    def _show_sign_in(self, person: Person) -> None:
        panel = _SignIn(self._theme, person.name)
        panel.entered.connect(partial(self._sign_in, person, panel))
        self._here.show_widgets(panel)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign_in(self, person: Person, panel: "_SignIn", passphrase: str) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, KnownError):
                panel.show_error(explain_fault(error).sentence)
            else:
                self.bug.emit(error)

        opened = partial(self._open, person.person_id, passphrase)
        self._tasks.run(self, opened, partial(self._show_kit, person), failed)

    def _show_kit(self, person: Person, session: Session) -> None:
        page = KitPage(self._theme, self._tasks, session)
        page.done.connect(partial(self._finish, person.person_id))
        page.cancelled.connect(partial(self._finish, None))
        page.bug.connect(self.bug)
        self._here.show_widgets(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, made: PersonId | None) -> None:
        self._made |= {made} if made else set()
        self._here.show_widgets()
        self.leave(self._show_rows)


class _SignIn(QWidget):
    """The passphrase of one person."""

    entered = Signal(str)
    """It was typed."""

    def __init__(self, theme: ThemeSource, name: str) -> None:
        super().__init__()
        self._passphrase = PassphraseInput(theme)
        self._field = Field(theme, say(Setup.PASSPHRASE_OF, name=name), self._passphrase)
        self._go = Button(theme, say(Setup.KIT_SIGN_IN), ButtonKind.PRIMARY)
        self.setLayout(Column(theme, self._field, Row(theme, self._go, Stretch()), gap=3))
        self.setFocusProxy(self._passphrase)
        self._go.clicked.connect(self._enter)
        self._passphrase.entered.connect(self._enter)

    def show_error(self, message: str) -> None:
        """Say why it did not open; what was typed stays."""
        self._go.set_ready()
        self._field.show_error(message)
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _enter(self) -> None:
        typed = self._passphrase.value()
        if typed and not self._go.is_busy:
            self._field.show_error("")
            self._go.set_busy(say(Setup.KIT_SIGNING_IN))
            self.entered.emit(typed)
