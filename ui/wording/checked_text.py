# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A box to write in, with a quiet note below it on words to think about. It stops and changes nothing by itself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.wording.checking import Remark, Whose, remarks
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.dropping import drop
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.text_area import TextArea
from ui.widgets.text_flow import TextStyle
from ui.widgets.visible_text import one_line, visible
from ui.wording.words import Said, say

_PAUSE_MS = 600
_MOST = 3
_LETTERS = 60
_SMALL, _CAPTION = TextStyle("small", "text.secondary"), TextStyle("caption", "text.tertiary")


class CheckedText(QWidget):
    """The box, and the note. It is looked at whenever somebody stops typing for a moment."""

    def __init__(self, theme: ThemeSource, area: TextArea, whose: Whose) -> None:
        super().__init__()
        self._theme = theme
        self._area = area
        self._whose = whose
        self._shown: tuple[str, ...] = ()
        self._note: QWidget | None = None
        self._column = Column(theme, area, gap=2)
        self.setLayout(self._column)
        self.setFocusProxy(area)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        area.edited.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def look(self) -> None:
        """Look through what is written, and say what there is to think about."""
        self._pause.stop()
        found: dict[str, Remark] = {}
        for remark in remarks(self._area.value(), self._whose):
            found.setdefault(remark.words.casefold(), remark)
        self._show(list(found.values())[:_MOST])

    def _show(self, found: Sequence[Remark]) -> None:
        told = tuple(_told(remark) for remark in found)
        if told == self._shown:
            return
        new = [each for each in told if each not in self._shown]
        self._shown = told
        if self._note is not None:
            drop(self._note)
            self._note = None
        if found:
            self._note = QWidget()
            keep = PlainLabel(self._theme, say(Said.KEEP), _CAPTION, wrap=True)
            self._note.setLayout(Column(self._theme, *map(self._line, found), keep, gap=1))
            self._column.add(self._note)
        if new:
            announce(self._area, new[0])

    def _line(self, remark: Remark) -> QWidget:
        icon = IconLabel(self._theme, Icon.INFO, "text.secondary", side="icon_small", beside="small")
        told = PlainLabel(self._theme, _told(remark), _SMALL, wrap=True)
        row = Row(self._theme, Aligned(icon, Qt.AlignmentFlag.AlignTop), Growing(told), gap=2)
        line = QWidget()
        line.setLayout(row if not remark.use else Column(self._theme, row, self._use(remark), gap=0))
        return line

    def _use(self, remark: Remark) -> Row:
        name = say(Said.USE_FOR, use=remark.use, words=_short(remark))
        link = LinkButton(self._theme, say(Said.USE, use=remark.use), "small", name=name)
        link.clicked.connect(partial(self._replace, remark.words))
        return Row(self._theme, link, Stretch(), margins=(6, 0, 0, 0))

    def _replace(self, words: str) -> None:
        """Put in what is offered where these words stand first now: more may have been typed since."""
        text = self._area.value()
        found = next((each for each in remarks(text, self._whose) if each.words == words), None)
        if found is not None:
            self._area.replace(found.start, found.end, found.in_place)
        self.look()
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)


def _told(remark: Remark) -> str:
    return say(Said.NOTE, words=_short(remark), instead=remark.instead, why=remark.why)


def _short(remark: Remark) -> str:
    return one_line(visible(remark.words, _LETTERS))
