# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Step 1: the records that were found, each to go into the copy or to stay out on a ground with a reason (R12)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.access.answering import Answering
from desktop.access.exemptions import grounds
from desktop.access.gathered import Record, Why
from desktop.access.work import LeftOut
from desktop.clocks import date_words
from ui.access.words import Said, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.check_list import CheckBox
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.dropping import drop
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput, Width
from ui.widgets.text_flow import TextStyle

_WHY: Mapping[Why, Said] = {
    Why.DIRECTORY: Said.RECORD_DIRECTORY,
    Why.ABOUT: Said.RECORD_ABOUT,
    Why.SENT: Said.RECORD_SENT,
    Why.MENTIONS: Said.RECORD_MENTIONS,
}
_QUIET = TextStyle("small", "text.secondary")


def record_words(record: Record) -> str:
    """A record without a name: "A concern, 3 March 2026"."""
    if record.day is None:
        return record.title
    return say(Said.RECORD_DAY, title=record.title, day=date_words(record.day))


class RecordsStep(QWidget):
    """The step."""

    left_out = Signal(str, object)
    """A record is to stay out, or to go in again: its key, and the LeftOut or None."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.lines: dict[str, RecordLine] = {}
        self._place = Column(theme, gap=3)
        known = grounds()
        edition = PlainLabel(theme, say(Said.CHECK_ACT, edition=known.edition), _QUIET, wrap=True)
        intro = PlainLabel(theme, say(Said.RECORDS_INTRO), "body", wrap=True)
        self.setLayout(Column(theme, intro, self._place, edition, gap=3))

    def show_answering(self, answering: Answering) -> None:
        """Show what was gathered, and what stays out."""
        for old in self.lines.values():
            drop(old)
        out = answering.weighed.work.left_out
        records = answering.weighed.gathered.records
        self.lines = {record.key: RecordLine(self._theme, record, out.get(record.key)) for record in records}
        for line in self.lines.values():
            line.left_out.connect(self.left_out)
        self._place.add(*self.lines.values())
        self.setFocusProxy(next(iter(self.lines.values())).box)


class RecordLine(Card):
    """One record: ticked, it goes into the copy; unticked, it is asked why not."""

    left_out = Signal(str, object)
    """It is to stay out, or to go in again: its key, and the LeftOut or None."""

    def __init__(self, theme: ThemeSource, record: Record, left_out: LeftOut | None) -> None:
        super().__init__(theme, margins=(4, 2, 4, 2))
        self._key = record.key
        self._is_out = left_out is not None
        self.box = CheckBox(theme, record_words(record), say(_WHY[record.why]))
        self.box.setChecked(left_out is None)
        self.add(self.box)
        known = grounds().by_id()
        if left_out is not None:
            ground = known[left_out.ground].label
            self.add(PlainLabel(theme, say(Said.LEFT_OUT, ground=ground, why=left_out.why), _QUIET, wrap=True))
        choices = [Choice(each.ground_id, each.label) for each in known.values()]
        self.ground = ComboChoice(theme, choices, placeholder=say(Said.CHOOSE_GROUND), compact=True)
        self._when = PlainLabel(theme, "", _QUIET, wrap=True)
        self._when.hide()
        self.why = LineInput(theme, compact=True, width=Width.FULL)
        self.why.setMaxLength(500)
        self.save = Button(theme, say(Said.LEAVE_OUT), size=ButtonSize.SMALL)
        self._asking = QWidget()
        ground_field = Field(theme, say(Said.GROUND), self.ground)
        why_field = Field(theme, say(Said.WHY_OUT), self.why)
        self._asking.setLayout(Column(theme, ground_field, self._when, why_field, self.save, gap=2))
        self._asking.hide()
        self.add(self._asking)
        self.box.toggled.connect(self._toggle)
        self.ground.edited.connect(self._say_when)
        self.save.clicked.connect(self._leave_out)
        self.why.returnPressed.connect(self._leave_out)

    @Slot(bool)
    def _toggle(self, ticked: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self._asking.setVisible(not ticked)
        if ticked and self._is_out:
            self.left_out.emit(self._key, None)
        elif not ticked:
            self.ground.setFocus()

    @Slot(object)
    def _say_when(self, chosen: str | None) -> None:
        ground = grounds().by_id().get(chosen or "")
        self._when.setVisible(ground is not None)
        if ground is not None:
            self._when.show_words(f"{ground.when} {ground.source}.")

    @Slot()
    def _leave_out(self) -> None:
        self.left_out.emit(self._key, LeftOut(ground=self.ground.value() or "", why=self.why.text().strip()))
