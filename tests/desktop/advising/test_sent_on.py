# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""That somebody was sent to the safeguarding lead: the leads read it, say whether they came, and the sender is told."""

from desktop.adding import answers_in
from desktop.cases.case import Phase
from tests.desktop.desks import Desks

SAID: dict[str, object] = {"what_happened": "A parent from Year 3", "when": {"certainty": "day", "date": "2026-03-10"}}


def test_the_leads_read_it_and_say_whether_they_came(desks: Desks) -> None:
    school = desks.school
    case = desks.of(school.ta).file("sent_on", SAID).case_id
    members = (school.head, school.dsl, school.deputy, school.teacher)
    assert [desks.reads(member, case) for member in members] == [False, True, True, False]
    assert desks.case(school.dsl, case).phase is Phase.TO_DECIDE
    desks.act(school.dsl, case, "arrival", {"outcome": "came"})
    assert desks.case(school.dsl, case).phase is Phase.CLOSED
    assert [each.kind for each in answers_in(desks.case(school.ta, case))] == ["arrival"]
