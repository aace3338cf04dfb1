# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looking back, what counts for patterns is what stood on record on that day, as it was judged by then."""

from datetime import timedelta

from desktop.patterns.reading import read_register, register_on
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.desktop.patterns.looking import tell

NO_CONCERN = {**LOW_LEVEL, "outcome": "T6"}


def test_what_was_found_to_be_no_concern_later_counts_on_the_days_before(desks: Desks) -> None:
    school = desks.school
    case = tell(desks, school.ta)
    desks.sync()
    lead = desks.of(school.dsl)
    told = lead.machine.today()
    desks.hands.forward(days=3)
    desks.act(school.head, case, "decision", NO_CONCERN)
    desks.sync()
    days = (told - timedelta(days=1), told, lead.machine.today())
    assert [[each.counts for each in register_on(lead, day).concerns] for day in days] == [[], [True], [False]]
    assert register_on(lead, lead.machine.today()) == read_register(lead)
