# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every step of the wizard is: a page that shows a draft, changes it, and can point at what is missing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.setting_up import Draft, Missing
from ui.setup.words import Setup, say
from ui.theme.source import ThemeSource
from ui.widgets.error_summary import AnswerError
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import TextStyle


class StepPage(QWidget):
    """A page with a title and a sentence; what is asked goes into `body`. `aside` stands beside it, or below."""

    changed = Signal()
    """Something that other parts of the page or the next step depend on has changed: `take` gives the draft."""
    note_asked = Signal(str)
    """A line to be shown for a moment: something was copied or taken in."""

    errors: ClassVar[Mapping[Missing, Setup]] = {}
    """What to say for each thing that may be missing here."""

    def __init__(self, theme: ThemeSource, title: Setup, intro: Setup) -> None:
        super().__init__()
        self.theme = theme
        self.title = PlainLabel(theme, say(title), "pageTitle", wrap=True)
        words = PlainLabel(theme, say(intro), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        self.body = Column(theme, gap=5)
        self.setLayout(Column(theme, Column(theme, self.title, words, gap=1), self.body, gap=5))
        self.setAccessibleName(say(title))
        self.aside: QWidget | None = None

    def show_draft(self, draft: Draft, today: date) -> None:
        """Show what has been answered so far."""
        raise NotImplementedError

    def take(self, draft: Draft) -> Draft:
        """Put this page's answers into a draft."""
        raise NotImplementedError

    def field_of(self, missing: str) -> QWidget | None:
        """Where something that is missing is asked for."""
        raise NotImplementedError

    def said(self, missing: Missing) -> str:
        """What to say about something that is missing."""
        return say(self.errors[missing])

    def show_missing(self, missing: Sequence[Missing]) -> list[AnswerError]:
        """Mark what is missing on the page, and say it for the summary."""
        for each in self.errors:
            field = self.field_of(each.value)
            if isinstance(field, Field):
                field.show_error(self.said(each) if each in missing else "")
        return [AnswerError(each.value, self.said(each)) for each in missing]

    def point_at(self, missing: str) -> None:
        """Put the keyboard where something that is missing is asked for."""
        field = self.field_of(missing)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget what only this page knew, such as a passphrase that was half typed."""
