# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a question for everyone is written: the one that was asked above it, what names somebody below it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot

from desktop.naming.known import Known
from desktop.people import School
from desktop.questions.checking import Asked, names_for, names_in
from desktop.questions.text import ANSWER_LONGEST, QUESTION_LONGEST
from ui.questions.publish_words import Publishing
from ui.settings.words import say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap, Row, Stretch
from ui.widgets.line_input import LineInput
from ui.widgets.plain_view import PlainView
from ui.widgets.text_area import TextArea
from ui.widgets.visible_text import one_line, visible

_NONE = "none"
_LINES = (3, 10)
_TITLE_LETTERS = 70


class QuestionCard(Card):
    """The card. It asks for nothing to be published that names somebody, or that nobody has read over."""

    asked = Signal()
    """The question is to be published: `typed`, which came of `chosen`."""

    def __init__(self, theme: ThemeSource, today: Callable[[], date]) -> None:
        super().__init__(theme, say(Publishing.NEW), gap=3)
        self._today = today
        self._school: School | None = None
        self._known: Known | None = None
        self._offered: dict[str, Asked] = {}
        self.which = ComboChoice(theme, [Choice(_NONE, say(Publishing.FROM_NONE))], compact=True)
        self._was = PlainView(theme, name=say(Publishing.AS_ASKED), role="body")
        self._was_title = PlainLabel(theme, say(Publishing.AS_ASKED), "label")
        self.question = TextArea(theme, role="body", lines=_LINES, limit=QUESTION_LONGEST)
        self.answer = TextArea(theme, role="body", lines=_LINES, limit=ANSWER_LONGEST)
        self.clause = LineInput(theme, compact=True)
        self.read_over = CheckBox(theme, say(Publishing.READ_OVER))
        self.named = Banner(theme, Tone.WARN, "")
        self.publish = Button(theme, say(Publishing.PROPOSE), ButtonKind.PRIMARY)
        self._fields = {
            "question": Field(theme, say(Publishing.QUESTION), self.question),
            "answer": Field(theme, say(Publishing.ANSWER), self.answer),
            "read_over": Field(theme, say(Publishing.READ_OVER), self.read_over),
        }
        self._lay_out(theme)
        self._connect()
        self._choose()

    def _lay_out(self, theme: ThemeSource) -> None:
        self._fields["read_over"].label.hide()
        self.add(
            Field(theme, say(Publishing.FROM), self.which, hint=say(Publishing.FROM_HINT)),
            self._was_title,
            self._was,
            self._fields["question"],
            self._fields["answer"],
            Field(theme, say(Publishing.CLAUSE), self.clause),
            self.named,
            self._fields["read_over"],
            Gap(1),
            Row(theme, self.publish, Stretch()),
        )
        self.named.hide()
        self.setFocusProxy(self.which)

    def _connect(self) -> None:
        self.which.edited.connect(self._choose)
        for written in (self.question, self.answer, self.clause):
            written.edited.connect(self._look)
        self.publish.clicked.connect(self._ask)

    def show_school(self, school: School) -> None:
        """Look for the names of this school."""
        self._school = school
        self._choose()

    def offer(self, asked: Sequence[Asked]) -> None:
        """Offer these as what it comes of; what is chosen stays chosen."""
        self._offered = {each.case_id: each for each in asked}
        titles = [Choice(each.case_id, _title(each)) for each in asked]
        self.which.offer([Choice(_NONE, say(Publishing.FROM_NONE)), *titles], self.which.value() or _NONE)

    def begin_with(self, case_id: str) -> None:
        """Choose this question, where it is offered; the keyboard goes to where it is written anew."""
        if case_id in self._offered:
            self.which.set_value(case_id)
            self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> tuple[str, str, str]:
        """Question, answer and part of the code."""
        return self.question.value(), self.answer.value(), self.clause.text()

    def chosen(self) -> Asked | None:
        """The question that it comes of."""
        return self._offered.get(self.which.value() or "")

    @Slot()
    def clear(self) -> None:
        """Let go of what was typed."""
        for written in (self.question, self.answer, self.clause):
            written.set_value("")
        self.read_over.setChecked(False)
        self.which.set_value(_NONE)

    @Slot()
    def _choose(self) -> None:
        chosen = self.chosen()
        self._known = names_for(chosen, self._school, self._today()) if self._school is not None else None
        self._was.show_text(f"{chosen.question}\n\n{chosen.answer}" if chosen else "")
        for shown in (self._was_title, self._was):
            shown.setVisible(chosen is not None)
        self._look()

    @Slot()
    def _look(self) -> None:
        """Say what names somebody. Whatever is typed anew has still to be read over."""
        found = self._names()
        was_hidden = self.named.isHidden()
        self.named.show_message(Tone.WARN, say(Publishing.NAMED, names=", ".join(f"“{each}”" for each in found)))
        self.named.setVisible(bool(found))
        if found and was_hidden:
            announce(self, say(Publishing.NAMED, names=", ".join(found)))
        self.read_over.setChecked(False)

    def _names(self) -> list[str]:
        found = names_in(*self.typed(), self._known) if self._known is not None else ()
        return list(dict.fromkeys(one_line(visible(place.words, _TITLE_LETTERS)) for place in found))

    @Slot()
    def _ask(self) -> None:
        question, answer, _ = self.typed()
        missing: dict[str, str] = {
            "question": "" if question.strip() else say(Publishing.NEEDS),
            "answer": "" if answer.strip() else say(Publishing.NEEDS),
            "read_over": "" if self.read_over.isChecked() else say(Publishing.READ_OVER_FIRST),
        }
        for name, message in missing.items():
            self._fields[name].show_error(message)
        first = next((self._fields[name] for name, message in missing.items() if message), None)
        if first is not None:
            first.setFocus()
        elif self._names():
            announce(self, self.named.accessibleName())
        else:
            self.asked.emit()


def _title(asked: Asked) -> str:
    return f"{asked.reference}  {one_line(visible(asked.question, _TITLE_LETTERS))}"
