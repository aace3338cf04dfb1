# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether this computer can take reports now: nobody could open them (ux.md Y4), or its clock is wrong (Y7)."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.clocks import short_date_words
from desktop.forms.filling import Filling
from desktop.freshness import is_clock_behind
from desktop.telling import people_words
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.banner_actions import BannerActions


def readiness(theme: ThemeSource, here: Here) -> list[QWidget]:
    """Whether nobody could open a report; nothing, mostly."""
    concern = Filling(here.candour.meaning.forms["concern"])
    if here.openers(here.route(concern)):
        return []
    words = say(Staff.NO_READERS_MORE, dsl=people_words(here.contacted)["dsl"])
    return [Banner(theme, Tone.DANGER, words, lead=say(Staff.NO_READERS))]


class ClockBanner(Banner):
    """Says that the clock is wrong, until somebody carries on; hidden where it is right."""

    carries_on = Signal()
    """It is not to be told again before the next start."""
    help_asked = Signal(str)
    """This page of help is wanted."""

    def __init__(self, theme: ThemeSource, here: Here) -> None:
        lead = say(Staff.CLOCK_WRONG, day=short_date_words(here.today()))
        super().__init__(theme, Tone.WARN, say(Staff.CLOCK_WRONG_MORE), lead=lead)
        actions = BannerActions(theme, say(Staff.CARRY_ON), say(Staff.HOW_TO_FIX))
        actions.carry_on.connect(self.carries_on)
        actions.carry_on.connect(self.hide)
        actions.how_to_fix.connect(partial(self.help_asked.emit, "clock"))
        self.add_actions(actions)
        stated_on = here.confirmed_on or date.fromisoformat(here.candour.machine.state.at[:10])
        if here.carries_on or not is_clock_behind(here.today(), stated_on):
            self.hide()
