# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is chosen and typed for a report to governors."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.governors.periods import Period
from desktop.governors.report import Asked, Section
from desktop.governors.words import section_words
from ui.governors.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.check_list import CheckBox, CheckList
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput
from ui.widgets.link_button import LinkButton
from ui.widgets.text_area import TextArea
from ui.widgets.text_flow import TextStyle

_PERIODS = {"this_year": Said.THIS_YEAR, "last_year": Said.LAST_YEAR, "twelve_months": Said.TWELVE_MONTHS}
_LINES = (3, 12)


class Options(QWidget):
    """The options. `asked` is what they make; the summary is its maker's once they have typed in it."""

    edited = Signal()
    """Something was chosen or typed."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._periods: dict[str, Period] = {}
        self._is_own = False
        self._seen: frozenset[str] = frozenset()
        self.period = ComboChoice(theme, [])
        self.sections = CheckList(theme, [Choice(each.value, section_words(each)) for each in Section])
        self.small = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self.recipient = LineInput(theme)
        self.summary, self.measures, self.commentary = (TextArea(theme, role="body", lines=_LINES) for _ in range(3))
        self.again = LinkButton(theme, say(Said.DRAFT_AGAIN), "small")
        self.again.hide()
        self.reviewed = CheckBox(theme, say(Said.REVIEWED))
        fields = (
            Field(theme, say(Said.PERIOD), self.period),
            Field(theme, say(Said.INCLUDE), self.sections),
            self.small,
            Field(theme, say(Said.RECIPIENT), self.recipient, hint=say(Said.RECIPIENT_HINT)),
            Field(theme, say(Said.SUMMARY), self.summary, hint=say(Said.SUMMARY_HINT)),
            self.again,
            Field(theme, say(Said.ACTIONS), self.measures, hint=say(Said.ACTIONS_HINT)),
            Field(theme, say(Said.COMMENTARY), self.commentary),
            self.reviewed,
        )
        self.setLayout(Column(theme, *fields, gap=4))
        self.setFocusProxy(self.period)
        self._connect()

    def _connect(self) -> None:
        self.period.edited.connect(self._tell)
        self.sections.edited.connect(self._tell)
        for control in (self.recipient, self.measures, self.commentary):
            control.edited.connect(self._tell)
        self.summary.edited.connect(self._own_summary)
        self.again.clicked.connect(self.draft_again)
        self.reviewed.toggled.connect(self._tell)

    def offer(self, periods: Sequence[tuple[str, Period]], asked: Asked | None) -> None:
        """Offer these periods, and show what was chosen and typed before; without anything, the usual."""
        self._periods = dict(periods)
        kept = next((name for name, period in periods if asked and period == asked.period), periods[0][0])
        self.period.offer([Choice(name, say(_PERIODS[name])) for name, _ in periods], kept)
        blockers = [QSignalBlocker(each) for each in (self.sections, self.recipient, *self._texts, self.reviewed)]
        self.sections.set_value(each.value for each in (asked.sections if asked else Section))
        self.recipient.set_value(asked.recipient if asked else "")
        self.measures.set_value(asked.actions if asked else "")
        self.commentary.set_value(asked.commentary if asked else "")
        self._is_own = asked is not None and asked.summary is not None
        self.summary.set_value((asked.summary or "") if asked else "")
        self.reviewed.setChecked(asked is not None and asked.reviewed)
        self._seen = asked.seen if asked else frozenset()
        for blocker in blockers:
            blocker.unblock()
        self.again.setVisible(self._is_own)

    @property
    def asked(self) -> Asked:
        """What is chosen and typed."""
        return Asked(
            period=self._periods[self.period.value() or next(iter(self._periods))],
            recipient=self.recipient.value().strip(),
            sections=frozenset(Section(each) for each in self.sections.value()),
            summary=self.summary.value() if self._is_own else None,
            actions=self.measures.value(),
            commentary=self.commentary.value(),
            reviewed=self.reviewed.isChecked(),
            seen=self._seen,
        )

    def confirm(self, passage: str) -> None:
        """Take it that the numbers in a sentence tell nothing of records."""
        self._seen |= {passage}
        self.edited.emit()

    def show_place(self, name: str, start: int, end: int) -> None:
        """Put the keyboard on a place in one of the typed texts, by its name in Asked."""
        (self.recipient if name == "recipient" else self._named[name]).select(start, end)

    def show_threshold(self, threshold: int) -> None:
        """Say from which number on parts are told."""
        self.small.show_words(say(Said.SMALL, threshold=str(threshold)))

    def show_draft(self, summary: str) -> None:
        """Show the summary that is drafted, unless somebody has written their own."""
        if not self._is_own and self.summary.value() != summary:
            blocker = QSignalBlocker(self.summary)
            self.summary.set_value(summary)
            blocker.unblock()

    def set_text(self, name: str, text: str) -> None:
        """Replace one of the typed texts, by its name in Asked."""
        if name == "recipient":
            self.recipient.set_value(text)
        else:
            self._named[name].set_value(text)

    @property
    def _texts(self) -> tuple[TextArea, ...]:
        return (self.summary, self.measures, self.commentary)

    @property
    def _named(self) -> dict[str, TextArea]:
        return {"summary": self.summary, "actions": self.measures, "commentary": self.commentary}

    @Slot()
    def draft_again(self) -> None:
        """Let go of the own summary."""
        self._is_own = False
        self.again.hide()
        self.edited.emit()

    @Slot()
    def _own_summary(self) -> None:
        self._is_own = True
        self.again.show()
        self.edited.emit()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
