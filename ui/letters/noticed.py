# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was noticed in a letter: what stands in its way first, then blanks, names, and wording to think about."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.cases.acting import refusal_words
from desktop.letters.checking import Checked
from desktop.letters.templates import hurdles
from ui.letters.words import Said, say
from ui.review.report_view import note_line
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column

_ICONS = {Tone.WARN: Icon.TRIANGLE_ALERT, Tone.OK: Icon.CIRCLE_CHECK}


class Noticed(QWidget):
    """A heading and a line for each thing; it says so too when there is nothing.

    It is heard when what stands in the letter's way has changed, not at every word that is typed.
    """

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme, PlainLabel(theme, say(Said.CHECKED), "cardTitle"), gap=2)
        self._lines: list[QWidget] = []
        self._in_the_way: object = None
        self.sentences: tuple[str, ...] = ()
        self.setLayout(self._column)
        self.hide()

    def show_found(self, found: Checked) -> None:
        """Show what was found."""
        told = tuple(_told(found)) or ((Tone.OK, say(Said.NOTHING)),)
        self.show()
        if self.sentences == tuple(words for _, words in told):
            return
        self.sentences = tuple(words for _, words in told)
        for line in self._lines:
            drop(line)
        self._lines = [note_line(self._theme, _ICONS.get(tone, Icon.INFO), words, tone) for tone, words in told]
        self._column.add(*self._lines)
        if found.hurdles != self._in_the_way:
            self._in_the_way = found.hurdles
            announce(self, self.sentences[0])


def _told(found: Checked) -> Iterator[tuple[Tone, str]]:
    words = refusal_words()
    for each in found.hurdles:
        sentence = words[each]
        yield Tone.WARN, say(Said.REASON_HELPS, sentence=sentence) if hurdles()[each].yields else sentence
    if found.names:
        yield Tone.WARN, say(Said.NAMED, names=", ".join(dict.fromkeys(place.words for place in found.names)))
    if found.blanks:
        yield Tone.NEUTRAL, say(Said.BLANKS, blanks="; ".join(found.blanks))
    for remark in found.wording:
        yield Tone.NEUTRAL, say(Said.INSTEAD, words=remark.words, instead=remark.instead)
