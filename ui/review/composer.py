# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The line under a record's story in which a note is written (ux.md R2). What is half-written is kept as a draft."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.page import CasePage
from desktop.wording.checking import Whose
from ui.review.act_form import SAVE_EVERY_MS
from ui.review.act_panel import Begun
from ui.review.records import Records, Refused
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Line, Surface
from ui.widgets.flow import Flow
from ui.widgets.layouts import Column, Gap, Growing, Row, Stretch
from ui.widgets.text_area import TextArea
from ui.wording.checked_text import CheckedText

_DRAFT = "note"


class Composer(Surface):
    """One line that grows. A conversation, advice and files ask for more: they go to the panel, with what was typed."""

    recorded = Signal(object)
    """The note is in the record: the CasePage as it is now."""
    begun = Signal(object)
    """A longer act is to be begun: a Begun."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__("panel")
        self._records = records
        self._case_id = ""
        self._saved = ""
        self.text = TextArea(theme, role="body", lines=(1, 6))
        self.text.show_placeholder(say(Said.WRITE_NOTE))
        editor = self.text.focusProxy() or self.text
        editor.setAccessibleName(say(Said.NOTE))
        editor.setAccessibleDescription(say(Said.WRITE_NOTE))
        self._action = Button(theme, say(Said.ACTION), icon=Icon.PLUS)
        self._save = Button(theme, say(Said.SAVE_NOTE), ButtonKind.PRIMARY)
        self._conversation = Button(theme, say(Said.CONVERSATION), ButtonKind.QUIET)
        self._advice = Button(theme, say(Said.ADVICE), ButtonKind.QUIET)
        self._file = Button(theme, say(Said.WITH_FILE), ButtonKind.QUIET)
        self._more = QWidget()
        kinds = (self._conversation, self._advice, self._file)
        self._more.setLayout(Flow(theme, (self._save, *kinds)))
        self._more.hide()
        self._refusal = Banner(theme, Tone.WARN, "")
        self._refusal.hide()
        # Beside the middle of the first line, however many there are.
        checked = CheckedText(theme, self.text, Whose.REVIEWER)
        line = Row(theme, Growing(checked), Column(theme, Gap(1), self._action, Stretch()), gap=3)
        body = Column(theme, self._refusal, line, self._more, gap=2, margins=(6, 2, 6, 2))
        self.setLayout(Column(theme, Line(theme), body))
        self.setFocusProxy(self.text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._connect()

    def _connect(self) -> None:
        self.text.edited.connect(self._edited)
        self.text.submitted.connect(self.save)
        self._save.clicked.connect(self.save)
        self._action.clicked.connect(self.begin_action)
        self._conversation.clicked.connect(self._begin_conversation)
        self._advice.clicked.connect(self._begin_advice)
        self._file.clicked.connect(self._begin_with_file)
        self._timer.timeout.connect(self.leave)

    def show_case(self, page: CasePage) -> None:
        """Take notes for another case, or go on with the same one."""
        if page.case_id == self._case_id:
            return
        self.leave()
        self._case_id, self._saved = page.case_id, ""
        self.text.set_value("")
        self._refusal.hide()
        self._records.load_draft(self, page.case_id, _DRAFT, self._take_draft)

    def _take_draft(self, draft: Mapping[str, object]) -> None:
        words = draft.get("text")
        if isinstance(words, str) and set(draft) == {"text"} and not self.text.value():
            self._saved = words
            self.text.set_value(words)

    @Slot(str)
    def _edited(self, words: str) -> None:
        self._more.setVisible(bool(words.strip()))
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def leave(self) -> None:
        """Keep what was typed."""
        self._timer.stop()
        words = self.text.value()
        if self._case_id and words != self._saved:
            self._saved = words
            self._records.save_draft(self._case_id, _DRAFT, {"text": words} if words.strip() else {})

    @Slot()
    def save(self) -> None:
        """Record the note."""
        words = self.text.value()
        if not words.strip() or self._save.is_busy:
            return
        self._timer.stop()
        self._refusal.hide()
        self._save.set_busy(say(Said.SAVING))
        self._records.act(self, self._case_id, "note", {"text": words}, (self._done, self._fail))

    def _done(self, page: CasePage) -> None:
        self._save.set_ready()
        self._saved = ""
        self.text.set_value("")
        self._timer.stop()
        self._records.save_draft(page.case_id, _DRAFT, {})
        self.recorded.emit(page)

    def _fail(self, refused: Refused) -> None:
        self._save.set_ready()
        sentence = refused.sentence or " ".join(finding.summary for finding in refused.findings)
        self._refusal.show_message(Tone.WARN, sentence)
        self._refusal.show()

    @Slot()
    def begin_action(self) -> None:
        """Ask for an action."""
        self.begun.emit(Begun("action"))

    @Slot()
    def _begin_conversation(self) -> None:
        self._begin_note("conversation")

    @Slot()
    def _begin_advice(self) -> None:
        self._begin_note("advice")

    @Slot()
    def _begin_with_file(self) -> None:
        self._begin_note("note")

    def _begin_note(self, kind: str) -> None:
        """Go on in the panel. What was typed goes there, and the draft with it."""
        words = self.text.value()
        self._saved = words
        self.text.set_value("")
        self._timer.stop()
        self.begun.emit(Begun("note", suggested={"note_kind": kind, "text": words}))
