# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeps "Who can open this" true while a form is filled in: beside the page, or as a strip where there is no room.

A change is said once: only the panel on the screen is told of it, and what comes there later is made anew.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from ui.staff.asides import Beside
from ui.staff.frame import StaffFrame
from ui.staff.words import Staff, say
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle
from ui.widgets.who_can_open import Readers, WhoCanOpen, WhoForm


class WhoPanel(QObject):
    """The panel of one frame."""

    def __init__(self, frame: StaffFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._panel: WhoCanOpen | None = None
        self._form = WhoForm.CARD
        self._readers = Readers(readers=())
        self._sentences: Sequence[str] = ()

    def show_beside(self, beside: Beside, readers: Readers, sentences: Sequence[str]) -> None:
        """Show the readers beside a page, with what else stands there. `sentences` explain them."""
        narrow = self._frame.measures.is_narrow
        self._form = WhoForm.STRIP if narrow else WhoForm.LINE if beside.is_line else WhoForm.CARD
        self._readers, self._sentences = readers, sentences
        self._panel = WhoCanOpen(self._frame.theme, _in_form(readers, self._form), self._form)
        self._panel.details_asked.connect(self._open_details)
        self._frame.show_strip(self._panel if narrow else None)
        self._frame.show_aside(() if narrow else (*beside.above, self._panel, *beside.below))
        self._frame.show_below((*beside.above, *beside.below) if narrow else ())

    def show_readers(self, readers: Readers, sentences: Sequence[str]) -> None:
        """Show other readers."""
        if self._panel is not None and readers != self._readers:
            self._panel.show_readers(_in_form(readers, self._form))
        self._readers, self._sentences = readers, sentences

    @Slot()
    def _open_details(self) -> None:
        theme = self._frame.theme
        answers = (Answer("carry_on", say(Staff.CARRY_ON)),)
        dialog = Dialog(theme, self._frame, say(Staff.CANDOUR), say(Staff.WHO_CAN_OPEN), self._readers.never, answers)
        small = TextStyle("small", "text.secondary")
        dialog.add(*(PlainLabel(theme, sentence, small, wrap=True) for sentence in self._sentences))
        dialog.ask()


def _in_form(readers: Readers, form: WhoForm) -> Readers:
    if form is not WhoForm.LINE:
        return readers
    return Readers(readers=readers.readers, link=say(Staff.SEE_WHO))
