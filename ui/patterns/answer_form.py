# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“I’ve looked at this”: what was found, asked on the card itself. What is typed is kept until it is recorded."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.filing import Filed
from desktop.forms import FormSpec
from desktop.forms.filling import Filling
from desktop.patterns.answering import Found, answer_prompt, keep_typed, typed_about
from desktop.patterns.engine import Shown
from desktop.session import Session
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.patterns.words import Said, say
from ui.review.act_form import SAVE_EVERY_MS
from ui.review.records import Records, Refused
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column


class AnswerForm(QWidget):
    """The questions and their two buttons."""

    answered = Signal()
    """It is on record."""
    closed = Signal()
    """It is not wanted now."""

    def __init__(self, theme: ThemeSource, kit: FormKit, records: Records, spec: FormSpec, shown: Shown) -> None:
        super().__init__()
        self._kit = kit
        self._records = records
        self._shown = shown
        self._filling = Filling(spec, signed_in=True)
        self._kept: dict[str, object] = {}
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        self.page: FormPage | None = None
        self.save = Button(theme, spec.button, ButtonKind.PRIMARY)
        self.cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        bar = QWidget()
        bar.setLayout(Flow(theme, [self.save, self.cancel]))
        self._place = Column(theme)
        self.setLayout(Column(theme, self._refusal, self._place, bar, gap=3))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._connect()
        records.ask(self, partial(_typed, shown), self._draw, self._fail)

    def _connect(self) -> None:
        self.save.clicked.connect(self.record)
        self.cancel.clicked.connect(self.closed)
        self._timer.timeout.connect(self.keep)

    def _draw(self, typed: dict[str, object]) -> None:
        self._filling.typed.update(typed)
        self._kept = dict(typed)
        self.page = FormPage(self._kit, self._filling, self._filling.spec.pages[0], {})
        self.page.answered.connect(self._edited)
        self.page.submitted.connect(self.record)
        self._place.add(self.page)
        self.page.focus_first()

    @Slot()
    def _edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed, if it has changed."""
        self._timer.stop()
        typed = {name: value for name, value in self._filling.typed.items() if value}
        if typed != self._kept:
            self._kept = typed
            self._records.ask(self._records, partial(_keep, self._shown, dict(typed)), _unheard, _unheard)

    @Slot()
    def record(self) -> None:
        """Record it, or say what has to be looked at again."""
        if self.page is None or self.save.is_busy:
            return
        errors = self._filling.check(self._kit.context()).errors
        mine = [error for error in errors if error.page == self._filling.spec.pages[0].page_id]
        self.page.show_findings(mine)
        self._refusal.hide()
        if not mine:
            self.save.set_busy(say(Said.SAVING))
            values = self._filling.kept
            found = Found(str(values["answer"]), str(values["why"]))
            self._records.ask(self, partial(_answered, self._shown, found), self._done, self._fail)

    def _done(self, _filed: Filed) -> None:
        self._timer.stop()
        self._kept = {}
        self._filling.clear()
        self.answered.emit()

    def _fail(self, refused: Refused) -> None:
        self.save.set_ready()
        self._refusal.show_message(Tone.WARN, refused.sentence)
        self._refusal.show()


def _typed(shown: Shown, session: Session) -> dict[str, object]:
    return typed_about(session, shown)


def _keep(shown: Shown, typed: dict[str, object], session: Session) -> None:
    keep_typed(session, shown, typed)


def _answered(shown: Shown, found: Found, session: Session) -> Filed:
    return answer_prompt(session, shown, found)


def _unheard(_answer: object) -> None:
    """What nobody waits for."""
