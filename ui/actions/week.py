# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How this week's first decisions went, in sentences: late ones are never hidden (OVS-032, OVS-045)."""

from collections.abc import Iterator

from desktop.board.lateness import Lateness
from desktop.board.words import long_words
from ui.actions.words import Said, say


def week_words(week: Lateness, *, private: bool) -> Iterator[str]:
    """The sentences, in order. In privacy mode nobody's reasons are shown."""
    if not week.decided:
        yield say(Said.DECIDED_NONE)
        return
    yield say(Said.DECIDED, count=str(week.decided), late=str(week.late))
    if week.typical is not None and week.longest is not None:
        yield say(Said.TYPICAL, typical=long_words(week.typical), longest=long_words(week.longest))
    if week.worst is not None:
        yield say(Said.WORST, worst=long_words(week.worst))
    if not private:
        yield from (say(Said.HELD_UP, reason=reason) for reason in week.reasons)
    if week.without_reason:
        count = week.without_reason
        yield say(Said.NO_REASON_ONE) if count == 1 else say(Said.NO_REASON, count=str(count))
