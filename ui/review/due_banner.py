# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By when something is due, as a banner that goes with the time and is not announced each time it does."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.cases.moments import long_day_words
from desktop.clocks import Countdown, Deadline, closed_words, countdown, known_words
from ui.review.coded_words import DoubtWords, coded
from ui.review.looks import banner_tone
from ui.review.records import Records
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.box import draw_box
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Row
from ui.widgets.text_flow import Span, TextStyle
from ui.widgets.words import names_in_a_row

_MINUTE_MS = 60_000


class DueBanner(QWidget):
    """A deadline in a sentence, with what else is to be known of it. `do` is the verb that begins the sentence.

    `decider` is who is told when school is closed on the day, where they can give more time; `more` ends the banner.
    """

    def __init__(
        self, theme: ThemeSource, records: Records, deadline: Deadline, *, do: str, decider: str, more: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._records = records
        self._deadline = deadline
        self._do = do
        self._rest = " ".join(part for part in (_beside(deadline, decider), more) if part)
        self._tone = Tone.WARN
        self._text = PlainLabel(theme, "", wrap=True)
        self._icon = IconLabel(theme, Icon.CLOCK, Tone.WARN.strong, side="icon_medium", beside="body")
        self.setLayout(
            Row(theme, Aligned(self._icon, Qt.AlignmentFlag.AlignTop), self._text, gap=3, margins=(4, 3, 4, 3))
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tick = QTimer(self)
        self._tick.setInterval(_MINUTE_MS)
        self._tick.timeout.connect(self.go_on)
        theme.changed.connect(self.update)
        self.go_on()
        self._tick.start()

    @property
    def words(self) -> str:
        """What it says."""
        return self._text.words

    @Slot()
    def go_on(self) -> None:
        """Say how long is left now."""
        left = countdown(self._deadline.due, self._records.now(), self._do)
        self._tone = banner_tone(left)
        self._text.show_style(TextStyle("body", self._tone.text))
        self._text.show_words(_words(left, self._rest))
        self._icon.show_icon(Icon.TRIANGLE_ALERT if left.is_overdue else Icon.CLOCK, self._tone.strong)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme.now
        line = theme.colour(self._tone.strong) if theme.high_contrast else None
        fill = theme.colour(self._tone.fill)
        draw_box(QPainter(self), QRectF(self.rect()), theme.radius.control, fill, line, theme.border.control)


def _words(left: Countdown, rest: str) -> list[Span]:
    return [Span(f"{left.by} ", strong=True), Span(" ".join(part for part in (left.left, rest) if part))]


def _beside(deadline: Deadline, decider: str) -> str:
    """What stands beside a deadline and never moves it: closed days, a doubted time, a calendar that ends."""
    parts = [closed_words(deadline, decider) if decider else ""]
    if not parts[0] and deadline.closed_days:
        days = [long_day_words(closed.day, deadline.due_day) for closed in deadline.closed_days]
        parts.append(say(Said.SCHOOL_CLOSED_ON, days=names_in_a_row(days)))
    if deadline.start.doubt:
        parts.append(coded(DoubtWords, deadline.start.doubt.value))
    parts.append(known_words(deadline))
    return " ".join(part for part in parts if part)


def is_overdue(deadline: Deadline | None, now: datetime) -> bool:
    """Say whether the moment has passed."""
    return deadline is not None and deadline.due < now
