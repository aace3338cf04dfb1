# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether this computer can take reports now: nobody could open them (ux.md Y4), or its clock is wrong (Y7)."""

from datetime import date

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


def readiness(theme: ThemeSource, here: Here) -> list[QWidget]:
    """What is not in order, most serious first; nothing, mostly."""
    return [*_nobody_opens(theme, here), *_clock(theme, here)]


def _nobody_opens(theme: ThemeSource, here: Here) -> list[QWidget]:
    concern = Filling(here.candour.meaning.forms["concern"])
    if here.openers(here.route(concern)):
        return []
    words = say(Staff.NO_READERS_MORE, dsl=people_words(here.contacted)["dsl"])
    return [Banner(theme, Tone.DANGER, words, lead=say(Staff.NO_READERS))]


def _clock(theme: ThemeSource, here: Here) -> list[QWidget]:
    stated_on = here.confirmed_on or date.fromisoformat(here.candour.machine.state.at[:10])
    if not is_clock_behind(here.today(), stated_on):
        return []
    lead = say(Staff.CLOCK_WRONG, day=short_date_words(here.today()))
    return [Banner(theme, Tone.WARN, say(Staff.CLOCK_WRONG_MORE), lead=lead)]
