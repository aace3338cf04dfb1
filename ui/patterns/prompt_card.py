# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One prompt on a card: what it is about, its sentence, its records as dots and as a list, its rule (picture 08)."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.rows import CaseRow
from desktop.clocks import london_day, short_date_words
from desktop.patterns.answering import answer_words
from desktop.patterns.cited import of_kinds
from desktop.patterns.desk import PromptCard
from desktop.patterns.signs import About
from desktop.people import School
from desktop.policies.citing import Citation
from ui.clauses.link import CitedLink
from ui.forms.fold import Fold
from ui.patterns.answer_form import AnswerForm
from ui.patterns.dots import Dots
from ui.patterns.words import Said, say
from ui.review.looks import kind_words, title_of
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import initials
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Gap, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

KICKERS: Mapping[About, tuple[Said, Icon]] = {
    About.PERSON: (Said.ONE_PERSON, Icon.USER_ROUND),
    About.CHILD: (Said.ONE_CHILD, Icon.USER_ROUND),
    About.PLACE: (Said.ONE_PLACE, Icon.MAP_PIN),
    About.TIME: (Said.ONE_TIME, Icon.CLOCK),
    About.ACTIVITY: (Said.ONE_ACTIVITY, Icon.LIST),
    About.DEPARTMENT: (Said.ONE_DEPARTMENT, Icon.USERS),
    About.SITE: (Said.ONE_SITE, Icon.SCHOOL),
    About.VOICE: (Said.ONE_VOICE, Icon.MESSAGE_CIRCLE),
}
_END_OF_FIRST = re.compile(r"(?:(?<=[^A-Z\W])|(?<=\b[A-Z] [A-Z]))\. (?=[A-Z])")
"""A stop after a word, or after a child's two initials; not that of "A. Patel"."""


class PromptView(Card):
    """The card. Of one that was looked at it says what was found."""

    case_asked = Signal(str)
    """A record is to be opened: its case."""
    answer_asked = Signal(object)
    """Whoever reads it has looked at it: the card itself."""
    clauses_asked = Signal(object, object)
    """What the code says is to be read beside it: the link that was pressed, and the citations."""

    def __init__(
        self, theme: ThemeSource, prompt: PromptCard, rows: Mapping[str, CaseRow], school: School, *, private: bool
    ) -> None:
        super().__init__(theme)
        self._theme = theme
        self._rows = rows
        self._private = private
        self.form: AnswerForm | None = None
        self.prompt = prompt
        self._list = QWidget()
        self._list.hide()
        kicker, icon = KICKERS[prompt.shown.prompt.card.about]
        style = TextStyle("small", "status.warn.text", weight=600)
        title, body = parted(self._said(prompt.shown.sentence))
        self.add(
            Row(theme, IconLabel(theme, icon, style.colour), PlainLabel(theme, say(kicker), style), Stretch(), gap=2),
            PlainLabel(theme, title, "cardTitle", wrap=True),
            *([PlainLabel(theme, body, TextStyle("body", "text.secondary"), wrap=True)] if body else []),
            Gap(1),
            Dots(theme, prompt.days),
            PlainLabel(theme, say(Said.RULE, rule=prompt.shown.rule), TextStyle("small", "text.secondary"), wrap=True),
        )
        self._add_notes()
        self.add(CitedLink(theme, self.clauses_asked.emit, self._cited, title))
        self._add_found(school)
        self.look = Button(theme, say(Said.LOOK), ButtonKind.PRIMARY if prompt.answer is None else ButtonKind.SECONDARY)
        self.looked = Button(theme, say(Said.LOOKED))
        self.buttons = QWidget()
        self.buttons.setLayout(Flow(theme, [self.look, self.looked]))
        self.looked.setVisible(prompt.answer is None)
        self.add(self.buttons, self._list)
        self.setAccessibleName(title)
        self.look.clicked.connect(self._turn)
        self.looked.clicked.connect(self._ask)

    def begin_answer(self, form: AnswerForm) -> None:
        """Have what was found asked on the card."""
        self.end_answer()
        self.form = form
        form.closed.connect(self.end_answer)
        self.looked.setEnabled(False)
        self.add(form)

    @Slot()
    def end_answer(self) -> None:
        """Ask no longer, and keep what was typed."""
        self.keep()
        if self.form is not None:
            drop(self.form)
            self.form = None
        self.looked.setEnabled(True)

    def keep(self) -> None:
        """Keep what was typed."""
        if self.form is not None:
            self.form.keep()

    def _said(self, words: str) -> str:
        """A sentence as it may be seen: in privacy mode initials stand for names."""
        if not self._private:
            return words
        for name in sorted(self.prompt.shown.names, key=len, reverse=True):
            words = words.replace(name, initials(name)) if name else words
        return words

    def _cited(self) -> tuple[Citation, ...]:
        return of_kinds(self.prompt.shown.pattern_type)

    def _add_notes(self) -> None:
        """What to bear in mind, behind a link: patterns.md 6."""
        style = TextStyle("small", "text.secondary")
        labels = [PlainLabel(self._theme, note, style, wrap=True) for note in self.prompt.shown.notes]
        if labels:
            fold = Fold(self._theme, say(Said.BEAR_IN_MIND), gap=2, role="small")
            fold.put(labels)
            self.add(fold)

    def _add_found(self, school: School) -> None:
        answer = self.prompt.answer
        if answer is None:
            return
        person = school.people.get(answer.by) if answer.by else None
        words = say(
            Said.LOOKED_AT_BY,
            name=person.name if person else "",
            day=short_date_words(london_day(answer.at)),
            answer=answer_words(answer.found.answer),
        )
        self.add(PlainLabel(self._theme, words, TextStyle("small", weight=600), wrap=True))
        if not self._private:
            self.add(PlainLabel(self._theme, answer.found.why, TextStyle("small"), wrap=True))

    @Slot()
    def _turn(self) -> None:
        """Show the records, or hide them again."""
        if self._list.layout() is None:
            self._list.setLayout(Column(self._theme, *map(self._line, self._shown_rows()), gap=2))
        self._list.setVisible(self._list.isHidden())
        self.look.show_text(say(Said.LOOK if self._list.isHidden() else Said.HIDE_RECORDS))

    def _shown_rows(self) -> list[CaseRow]:
        rows = [self._rows[record] for record in self.prompt.shown.records if record in self._rows]
        return sorted(rows, key=lambda row: row.filed_at)

    def _line(self, row: CaseRow) -> LinkButton:
        day = short_date_words(london_day(row.filed_at))
        title = kind_words(row) if self._private else title_of(row, "")
        name = say(Said.OPEN_RECORD, reference=row.reference, day=day)
        link = RecordLink(self._theme, say(Said.RECORD_LINE, day=day, title=title), name, row.case_id)
        link.asked.connect(self.case_asked)
        return link

    @Slot()
    def _ask(self) -> None:
        self.answer_asked.emit(self)


class RecordLink(LinkButton):
    """One record of a prompt."""

    asked = Signal(str)
    """It was chosen: its case."""

    def __init__(self, theme: ThemeSource, words: str, name: str, case_id: str) -> None:
        super().__init__(theme, words, "small", name=name)
        self._case_id = case_id
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.asked.emit(self._case_id)


def parted(sentence: str) -> tuple[str, str]:
    """The first sentence without its stop, as a title, and the rest. A stop after an initial ends nothing."""
    first, *rest = _END_OF_FIRST.split(sentence, maxsplit=1)
    return (first.rstrip("."), rest[0]) if rest else (sentence.rstrip("."), "")
