# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody's own training: what is on record, what is due again, and recording what is missing (F34)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.clocks import short_date_words
from desktop.training.acting import OwnTraining
from desktop.training.courses import Offered, offered_courses
from desktop.training.records import TrainingRecord
from desktop.training.register import TrainingRow, record_title
from desktop.training.telling import held_words
from ui.forms.kit import kit_for
from ui.staff.here import Here
from ui.staff.side_page import SidePage
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.training.record_form import RecordForm
from ui.training.rows import state_tag
from ui.training.words import Said, say
from ui.widgets.banner import Banner
from ui.widgets.card import Card, Line
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.tag import Tag
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


class OwnTrainingPage(SidePage):
    """The page: what is there, and the form below it."""

    filled = Signal(object)
    """Training is to be recorded: the answers."""

    def __init__(self, theme: ThemeSource, here: Here, found: OwnTraining) -> None:
        super().__init__(theme, here, say(Said.OWN))
        intro = PlainLabel(theme, say(Said.OWN_INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        nothing = EmptyState(theme, Icon.BOOK_OPEN, say(Said.OWN_NONE), "")
        courses = offered_courses(here.school.settings.vocabularies)
        refused = [Banner(theme, Tone.WARN, _refused(each, courses)) for each in found.turned_down]
        self.form = RecordForm(kit_for(theme, here.school, here.today, author=here.me), here.me)
        self.column.add(self.title, intro, *refused, self._rows(found.rows) if found.rows else nothing, self.form)
        self.form.filled.connect(self.filled)

    def _rows(self, rows: tuple[TrainingRow, ...]) -> QWidget:
        card = Card(self.theme, gap=0, margins=(5, 2, 5, 2))
        for number, each in enumerate(rows):
            card.add(*([Line(self.theme)] if number else []), self._row(each))
        return card

    def _row(self, each: TrainingRow) -> QWidget:
        words = QWidget()
        held = PlainLabel(self.theme, held_words(each), _SMALL, wrap=True)
        words.setLayout(Column(self.theme, PlainLabel(self.theme, each.title, "cardTitle", wrap=True), held, gap=1))
        row = QWidget()
        tags = [Tag(self.theme, state_tag(each))] if each.record else []
        row.setLayout(Row(self.theme, Growing(words), *tags, gap=4, margins=(0, 3, 0, 3)))
        return row


def _refused(record: TrainingRecord, courses: Mapping[str, Offered]) -> str:
    title = record_title(record, courses)
    return say(Said.TURNED_DOWN, title=title, day=short_date_words(record.on), reason=record.reason)
