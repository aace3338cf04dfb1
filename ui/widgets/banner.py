# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One message above a page: icon, a bold first clause, a sentence, at most one link (ux.md 7, "Banner")."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.box import draw_box
from ui.widgets.labels import IconLabel
from ui.widgets.layouts import Aligned, Column, Row
from ui.widgets.linked_text import LinkedText
from ui.widgets.text_flow import Span, TextStyle, Words

_ICONS = {
    Tone.DANGER: Icon.TRIANGLE_ALERT,
    Tone.WARN: Icon.TRIANGLE_ALERT,
    Tone.OK: Icon.CIRCLE_CHECK,
}


class Banner(QWidget):
    """A message in a tone. `lead` is the bold first clause; the icon follows from the tone unless another is given.

    A screen reader hears it when it appears or changes: danger at once, the rest politely.
    """

    link_followed = Signal()

    def __init__(
        self,
        theme: ThemeSource,
        tone: Tone,
        text: str,
        *,
        lead: str = "",
        link: str = "",
        icon: Icon | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._text = LinkedText(
            theme, _words(tone, lead, text), link, TextStyle("body", tone.text), link_colour=tone.text
        )
        self._icon = IconLabel(
            theme, icon or _ICONS.get(tone, Icon.INFO), tone.strong, side="icon_medium", beside="body"
        )
        top = Qt.AlignmentFlag.AlignTop
        self._beside = Column(theme, self._text, gap=2)
        self.setLayout(Row(theme, Aligned(self._icon, top), self._beside, gap=3, margins=(4, 3, 4, 3)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._connect()

    def _connect(self) -> None:
        self._text.link_followed.connect(self.link_followed)
        self._theme.changed.connect(self.update)

    def add_actions(self, actions: QWidget) -> None:
        """Put what can be done below the words."""
        self._beside.add(actions)

    def show_message(self, tone: Tone, text: str, *, lead: str = "", link: str = "") -> None:
        """Show another message."""
        self._tone = tone
        self._text.show_words(_words(tone, lead, text), link)
        self._icon.show_icon(_ICONS.get(tone, Icon.INFO), tone.strong)
        self.update()
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        announce(self, self._text.words, assertive=self._tone is Tone.DANGER)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._text.words:
            self._say()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        line = theme.colour(self._tone.strong) if theme.high_contrast else None
        area = QRectF(self.rect())
        draw_box(QPainter(self), area, theme.radius.control, theme.colour(self._tone.fill), line, theme.border.control)


def _words(tone: Tone, lead: str, text: str) -> Words:
    """The words in the colour of their tone, which may be another one than the banner began with."""
    rest = Span(text, colour=tone.text)
    return [Span(f"{lead} ", strong=True, colour=tone.text), rest] if lead else [rest]
