# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The head of somebody's page: way back, name, and what can be done: look back, save, add to record (picture 07)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from desktop.chronology.page import PersonPage
from desktop.forms.dates import parse_date
from ui.people.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Surface
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ONE_LINE = 700  # logical pixels at text size 100 %: name and buttons beside each other
_BOTTOM = Qt.AlignmentFlag.AlignBottom


class PersonHead(Surface):
    """The head. It is made once and shows one person after another."""

    back_asked = Signal()
    """Back to the list."""
    day_asked = Signal(object)
    """The page is wanted as it stood on a day."""
    pdf_asked = Signal()
    """The chronology is to be saved."""
    note_asked = Signal()
    """A note is to be written."""

    def __init__(self, theme: ThemeSource, today: Callable[[], date]) -> None:
        super().__init__("panel")
        self._theme = theme
        self._today = today
        self.back = LinkButton(theme, say(Said.BACK), icon=Icon.ARROW_LEFT)
        self._avatar = Avatar(theme, "", large=True)
        self._name = PlainLabel(theme, "", "screenTitle", wrap=True)
        self._job = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        self.look_back = Button(theme, say(Said.LOOK_BACK), icon=Icon.HISTORY)
        self.pdf = Button(theme, say(Said.SAVE_PDF), icon=Icon.DOWNLOAD)
        self.note = Button(theme, say(Said.ADD), ButtonKind.PRIMARY, icon=Icon.PLUS)
        self.day = DateField(theme, self._read, today)
        self._field = Field(theme, say(Said.LOOK_BACK_ON), self.day)
        self._show_day = Button(theme, say(Said.SHOW_DAY))
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        name = Row(theme, Aligned(self._avatar, _MIDDLE), gap=3)
        name.addLayout(Column(theme, self._name, self._job), 1)
        buttons = QWidget()
        buttons.setLayout(Flow(theme, [self.look_back, self.pdf, self.note], gap=3))
        self._top = Row(theme, gap=4)
        self._top.addLayout(name, 1)
        self._top.add(Aligned(buttons, _MIDDLE))
        self._looking = QWidget()
        self._looking.setLayout(Row(theme, self._field, Aligned(self._show_day, _BOTTOM), Growing(QWidget()), gap=3))
        self._looking.hide()
        self.setLayout(Column(theme, self.back, self._top, self._looking, gap=2, margins=(7, 4, 7, 4)))

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.look_back.clicked.connect(self._begin)
        self.pdf.clicked.connect(self.pdf_asked)
        self.note.clicked.connect(self.note_asked)
        self._show_day.clicked.connect(self._go)
        self.day.submitted.connect(self._go)

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same on another day."""
        person = page.person
        self._avatar.show_name(person.name)
        self._name.show_words(person.name)
        self._job.show_words(" · ".join(part for part in (person.job, person.group) if part))
        self._job.setVisible(bool(self._job.words))
        self.pdf.setEnabled(bool(page.items))
        self.note.setVisible(not page.is_me)
        if not page.is_looking_back:
            self._looking.hide()
            self.day.set_value(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() / self._theme.now.text_scale >= _ONE_LINE
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    @Slot()
    def _begin(self) -> None:
        self._looking.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go(self) -> None:
        day = self.day.value()
        is_day = day is not None and day <= self._today()
        self._field.show_error("" if is_day else say(Said.NO_DAY))
        if is_day:
            self.day_asked.emit(day)

    def _read(self, typed: str) -> date | None:
        return parse_date(typed, self._today())
