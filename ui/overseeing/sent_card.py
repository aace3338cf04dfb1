# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One record on the page on which the chair lands: what it is, how it stands, who else can open it, and its button."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.moments import sent_words
from desktop.clocks import london_day
from desktop.overseeing.landing import Sent
from ui.overseeing.words import Said, say
from ui.review.looks import kind_tag, kind_words, status_tag, title_of
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Row, Stretch
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import names_in_a_row


class SentCard(Card):
    """The card. In privacy mode it says what kind of record it is, and not whom it is about."""

    open_asked = Signal(str)
    """The record is to be opened: its case."""

    def __init__(self, theme: ThemeSource, sent: Sent, now: datetime, *, private: bool) -> None:
        row = sent.row
        self._case_id = row.case_id
        title = f"{kind_words(row)} {row.reference}" if private else title_of(row, "")
        looks = [kind_tag(row), status_tag(row, now)]
        looks += [TagLook(say(Said.NEW), Tone.SOFT)] if sent.is_new else []
        looks += [TagLook(say(Said.NO_HEAD), Tone.WARN)] if sent.is_ours else []
        tags = QWidget()
        tags.setLayout(Flow(theme, [Tag(theme, look) for look in looks]))
        when = sent_words(row.filed_at, london_day(now), day_only=row.filed_day_only)
        shape = Said.SENT if sent.others else Said.SENT_ALONE
        told = say(shape, when=when, names=names_in_a_row(sent.others))
        self.open = Button(theme, say(Said.OPEN), size=ButtonSize.SMALL)
        self.open.setAccessibleName(say(Said.OPEN_NAME, title=title))
        line = PlainLabel(theme, told, TextStyle("small", "text.secondary"), wrap=True)
        super().__init__(theme, title, tags, line, Row(theme, self.open, Stretch()))
        self.open.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.open_asked.emit(self._case_id)
