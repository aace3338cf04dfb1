# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Asks once before all ties of an earlier school year are declared again, with who can open each; then sends them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.clocks import london_day, short_date_words
from desktop.declarations.renewing import ReadersChangedError, Renewal, renew_all, renewals
from desktop.faults import KnownError, explain_fault
from desktop.filing import Filed
from desktop.routing import Part
from desktop.sent import SentItem
from desktop.telling import in_a_row
from ui.shell.tasks import Tasks
from ui.staff.here import Here
from ui.staff.home_page import HomePage
from ui.staff.renewing_words import Renew, say_count
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle

_LESS = (Part.LINE, Part.YES_NO)
_LATER, _SEND = "later", "send"


class Renewing(QObject):
    """One question at a time, over the first page of somebody signed in."""

    renewed = Signal(str)
    """They were sent: the sentence to say."""
    bug = Signal(object)
    """A fault of ours: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks

    def ask(self, home: HomePage, here: Here, items: Sequence[SentItem]) -> None:
        """Ask about these ties: who would read them is worked out first."""
        if here.session is not None:
            find = partial(renewals, here.session, tuple(items))
            self._tasks.run(home, find, partial(self._show, home, here), partial(self._fail, home, here))

    def _show(self, home: HomePage, here: Here, asked: tuple[Renewal, ...], *, is_changed: bool = False) -> None:
        send = say_count(Renew.SEND_ONE, Renew.SEND, len(asked))
        answers = (Answer(_LATER, say(Renew.NOT_NOW)), Answer(_SEND, send))
        text = say(Renew.CHANGED if is_changed else Renew.WHAT_HAPPENS)
        dialog = Dialog(self._theme, home, say(Staff.CANDOUR), say(Renew.QUESTION), text, answers)
        small = TextStyle("small", "text.secondary")
        dialog.add(*(PlainLabel(self._theme, _line(here, each), small, wrap=True) for each in asked))
        dialog.answered.connect(partial(self._on_answered, home, here, asked))
        dialog.ask()

    def _on_answered(self, home: HomePage, here: Here, asked: tuple[Renewal, ...], answer: str) -> None:
        if answer == _SEND and here.session is not None:
            send = partial(renew_all, here.session, asked)
            self._tasks.run(home, send, self._tell, partial(self._fail, home, here))

    def _tell(self, filed: tuple[Filed, ...]) -> None:
        self.renewed.emit(say_count(Renew.SENT_ONE, Renew.SENT, len(filed)))

    def _fail(self, home: HomePage, here: Here, error: Exception) -> None:
        match error:
            case ReadersChangedError():
                self._show(home, here, error.renewals, is_changed=True)
            case KnownError():
                words = explain_fault(error)
                home.show_fault(words.happened, words.do)
            case _:
                self.bug.emit(error)


def _line(here: Here, renewal: Renewal) -> str:
    names = [here.school.people[each].name for each in here.openers(renewal.route) if each in here.school.people]
    day = short_date_words(london_day(renewal.item.at))
    words = say(Renew.GOES_TO, day=day, reference=renewal.item.reference, names=in_a_row(names, say(Staff.AND)))
    lines = [here.school.people[person].name for person, part in renewal.seen_by if part in _LESS]
    return f"{words} {say(Renew.LINE_TO, names=in_a_row(sorted(lines), say(Staff.AND)))}" if lines else words
