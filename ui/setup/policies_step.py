# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 4: which code of conduct holds, how soon somebody decides, and who may. All of it can be skipped."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.code_of_conduct import SHOWN, CodeFile, read_code_file
from desktop.faults import KnownError, explain_fault
from desktop.forms.readers import pence_in
from desktop.forms.summary import pounds
from desktop.forms.texts import Refused
from desktop.people import Settings
from desktop.setting_up import Draft, Missing
from ui.setup.step_page import StepPage
from ui.setup.words import Setup, say
from ui.shell.tasks import Tasks
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.error_summary import AnswerError
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_open
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Growing, Row
from ui.widgets.line_input import LineInput, Width
from ui.widgets.radio_cards import RadioCards

_HEAD, _DSL = "head", "dsl"
_LIMIT = "gift_limit"


class PoliciesStep(StepPage):
    """Nothing is needed here."""

    bug = Signal(object)
    """Something broke that nobody foresaw: the exception."""

    def __init__(self, theme: ThemeSource, tasks: Tasks) -> None:
        super().__init__(theme, Setup.POLICIES, Setup.POLICIES_INTRO)
        self._tasks = tasks
        self._code = CodeFile("", "")
        self._open = Button(theme, say(Setup.CODE_CHOOSE), icon=Icon.FILE_TEXT)
        self._chosen = PlainLabel(theme, "", "body", wrap=True)
        chooser = QWidget()
        row = Row(theme, self._open, Growing(self._chosen), gap=4)
        row.setAlignment(self._chosen, Qt.AlignmentFlag.AlignVCenter)
        chooser.setLayout(row)
        chooser.setFocusProxy(self._open)
        self._code_field = Field(theme, say(Setup.CODE), chooser, hint=say(Setup.CODE_HINT))
        self._clock = RadioCards(
            theme,
            [
                Choice("24", say(Setup.CLOCK_24), say(Setup.CLOCK_24_MORE)),
                Choice("12", say(Setup.CLOCK_12), say(Setup.CLOCK_12_MORE)),
            ],
        )
        self._limit = LineInput(theme, width=Width.SHORT)
        self._limit_field = Field(theme, say(Setup.GIFT_LIMIT), self._limit, hint=say(Setup.GIFT_LIMIT_HINT))
        self._decider = RadioCards(
            theme,
            [
                Choice(_HEAD, say(Setup.HEAD_DECIDES), say(Setup.HEAD_DECIDES_MORE)),
                Choice(_DSL, say(Setup.DSL_DECIDES), say(Setup.DSL_DECIDES_MORE)),
            ],
        )
        self.body.add(
            self._code_field,
            Field(theme, say(Setup.CLOCK), self._clock, hint=say(Setup.CLOCK_HINT)),
            Field(theme, say(Setup.CLOSING), self._decider),
            self._limit_field,
        )
        self.setFocusProxy(self._open)
        self._open.clicked.connect(self._choose)

    @override
    def show_draft(self, draft: Draft, today: date) -> None:
        settings = draft.settings
        self._clock.set_value(str(settings.decision_hours))
        self._decider.set_value(_DSL if settings.dsl_may_decide_low_level else _HEAD)
        self._show_code(CodeFile(settings.code_name, settings.code_sha256))
        if self._typed_limit() is not None or not self._limit.value():  # what can't be read stays as it was typed
            self._limit.set_value(pounds(settings.head_permission_from))

    @override
    def take(self, draft: Draft) -> Draft:
        limit = self._typed_limit()
        settings: Settings = msgspec.structs.replace(
            draft.settings,
            decision_hours=int(self._clock.value() or draft.settings.decision_hours),
            dsl_may_decide_low_level=self._decider.value() == _DSL,
            head_permission_from=draft.settings.head_permission_from if limit is None else limit,
            code_name=self._code.name,
            code_sha256=self._code.sha256,
        )
        return msgspec.structs.replace(draft, settings=settings)

    @override
    def field_of(self, missing: str) -> QWidget | None:
        return self._limit_field if missing == _LIMIT else None

    @override
    def show_missing(self, missing: Sequence[Missing]) -> list[AnswerError]:
        error = say(Setup.GIFT_LIMIT_ERROR) if self._typed_limit() is None else ""
        self._limit_field.show_error(error)
        return [*super().show_missing(missing), *([AnswerError(_LIMIT, error)] if error else [])]

    def _typed_limit(self) -> int | None:
        """The limit in pence; nothing where what was typed is no amount."""
        try:
            return pence_in(self._limit.value().strip() or "0")
        except Refused:
            return None

    @Slot()
    def _choose(self) -> None:
        ask_to_open(self, say(Setup.CODE), "", self.read_code)

    @Slot(str)
    def read_code(self, path: str) -> None:
        """Take a file's name and fingerprint."""
        self._tasks.run(self, partial(read_code_file, Path(path)), self._show_code, self._on_fault)

    def _show_code(self, code: CodeFile) -> None:
        self._code = code
        words = say(Setup.CODE_CHOSEN, name=code.name, digest=code.sha256[:SHOWN]) if code.name else ""
        self._chosen.show_words(words or say(Setup.CODE_NONE))
        self._code_field.show_error("")

    def _on_fault(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._code_field.show_error(explain_fault(error).sentence)
        else:
            self.bug.emit(error)
