# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Guidance that somebody is asked to have read: which part, where it is found, and saying so (F33; ux.md S9).

Candour has no text of it, and says so: what is kept is what somebody says.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.clocks import date_words
from desktop.policies.confirming import Part
from desktop.policies.guidance import ToRead, parts_read_with
from desktop.policies.reading_list import where_words
from desktop.policies.reading_rules import part_words
from desktop.telling import in_a_row
from ui.policies.facts import read_words
from ui.policies.words import Policy
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.text_size import TextSizeButton
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.radio_list import RadioList
from ui.widgets.text_flow import TextStyle

_BODY = TextStyle("bodyStaff")
_SMALL = TextStyle("small", "text.secondary")


class GuidancePage(StaffFrame):
    """One piece of guidance. `readers` are the names of those who can see that it was confirmed."""

    left = Signal()
    """Back, or not now."""
    confirmed = Signal(object, object)
    """They say that they have read it: the `ToRead`, and which `Part`."""

    def __init__(self, theme: ThemeSource, here: Here, to_read: ToRead, readers: list[str]) -> None:
        super().__init__(theme, here.school.name, TextSizeButton(theme))
        self._to_read = to_read
        line, part = to_read.line, to_read.part or Part.WHOLE
        self.part = RadioList(theme, [Choice(each.value, _begun(part_words(each))) for each in _offered(part)])
        self.part.set_value(part.value)
        title = PlainLabel(
            theme, say(Policy.GUIDANCE_TITLE, title=line.title, edition=line.edition), "pageTitle", wrap=True
        )
        asked = say(Policy.GUIDANCE_ASKED, part=part_words(part), day=date_words(line.confirm_by))
        self.column.add(title, PlainLabel(theme, f"{asked} {where_words(line)}", _BODY, wrap=True))
        if said := read_words(to_read):
            self.column.add(PlainLabel(theme, said, _SMALL, wrap=True))
        self.column.add(Banner(theme, Tone.INFO, say(Policy.GUIDANCE_NO_TEXT)))
        if to_read.is_asked:
            self.column.add(*self._confirming(readers))
        self._show_buttons()
        self.setAccessibleName(title.words)
        for bar in (self.top_bar, self.progress):
            bar.back_asked.connect(self.left)
        self.buttons.way_out.clicked.connect(self.left)
        self.buttons.primary.clicked.connect(self._confirm)

    def _confirming(self, readers: list[str]) -> list[QWidget]:
        seen = say(Policy.WHO_SEES, names=in_a_row(readers, say(Staff.AND)))
        return [
            Field(self.theme, say(Policy.GUIDANCE_WHICH), self.part),
            PlainLabel(self.theme, seen, _SMALL, wrap=True),
        ]

    def _show_buttons(self) -> None:
        if self._to_read.is_asked:
            self.buttons.show_buttons(say(Policy.CONFIRM), "", say(Policy.NOT_NOW))
        else:
            self.buttons.hide()
        self.progress.show_back()
        self.top_bar.show_back(is_possible=True)

    @override
    def focus_first(self) -> None:
        self.focus_back()

    @Slot()
    def _confirm(self) -> None:
        self.buttons.primary.set_busy(say(Policy.CONFIRMING))
        self.confirmed.emit(self._to_read, Part(str(self.part.value())))

    def rest(self) -> None:
        """It could not be confirmed: it can be tried again."""
        self.buttons.primary.set_ready()


def _begun(words: str) -> str:
    """The words with a capital."""
    return words[:1].upper() + words[1:]


def _offered(part: Part) -> list[Part]:
    """What somebody may say to have read; a short version is of policies only."""
    return [each for each in parts_read_with(part) if each is not Part.SHORT]
