# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a time limit comes from: every rule that holds with its source, the strictest first, behind a link (F26)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import Deadline, limit_words
from ui.review.words import Said, in_words, say
from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


class LimitView(QWidget):
    """The link, and what it opens."""

    def __init__(self, theme: ThemeSource, deadline: Deadline) -> None:
        super().__init__()
        self._closed_words = _link_words(deadline)
        self.link = LinkButton(theme, self._closed_words, "small")
        self._lines = [PlainLabel(theme, limit_words(item), _SMALL, wrap=True) for item in deadline.dues]
        self.setLayout(Column(theme, self.link, *self._lines, gap=1))
        self.link.clicked.connect(self._turn)
        self._show(shown=False)

    @property
    def words(self) -> list[str]:
        """What stands open."""
        return [line.words for line in self._lines if not line.isHidden()]

    @Slot()
    def _turn(self) -> None:
        self._show(shown=not self.words)

    def _show(self, *, shown: bool) -> None:
        for line in self._lines:
            line.setVisible(shown)
        self.link.show_text(say(Said.HIDE_LIMIT) if shown else self._closed_words)


def _link_words(deadline: Deadline) -> str:
    count = len(deadline.dues)
    if count == 1:
        return say(Said.WHICH_LIMIT)
    words = in_words(count)
    return say(Said.WHICH_LIMITS, count=words[:1].upper() + words[1:])
