# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The digest of a week that is over says what was open then, whatever has been recorded since."""

from datetime import timedelta

from desktop.board.digest import Digest, read_digest
from desktop.cases.items import ItemKind
from tests.desktop.desks import LOW_LEVEL, Desks


def week(desks: Desks, ago: int = 0) -> Digest:
    session = desks.of(desks.school.head)
    return read_digest(session, session.machine.today() - timedelta(days=7 * ago))


def test_what_was_open_then_is_counted_then_and_what_came_later_is_not(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    assert week(desks).open == {ItemKind.DECISION: 1}
    desks.hands.forward(days=7)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.concern(school.ta, school.teacher)
    desks.sync()
    desks.hands.forward(minutes=1)
    then, now = week(desks, 1), week(desks)
    assert (then.came, then.open, then.decisions.decided) == (1, {ItemKind.DECISION: 1}, 0)
    assert (now.came, now.decisions.decided) == (1, 1)
    assert then.at.isoformat() < now.monday.isoformat()


def test_what_was_late_then_stays_late(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    desks.hands.forward(days=14)
    desks.act(desks.school.head, case, "decision", LOW_LEVEL)
    desks.sync()
    assert [line.item.kind for line in week(desks, 1).overdue] == [ItemKind.DECISION]
    assert week(desks, 3).came == 0
