# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody sent while signed in, and what came of it."""

import pytest

from desktop.sent import SentState, sent_by, unheard
from tests.desktop.desks import Desks


def test_a_report_is_listed_for_whoever_sent_it_and_for_nobody_else(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    assert [item.case_id for item in sent_by(desks.of(desks.school.ta))] == [case]
    assert sent_by(desks.of(desks.school.teacher)) == ()


def test_a_report_sent_without_its_name_is_not_listed(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher, name_choice="leave_off")
    assert sent_by(desks.of(desks.school.ta)) == ()


def test_it_is_received_when_a_reader_has_signed_for_it(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    (before,) = sent_by(desks.of(desks.school.ta))
    desks.sync(desks.school.dsl, desks.school.ta)
    (after,) = sent_by(desks.of(desks.school.ta))
    assert (before.state, after.state) == (SentState.SENT, SentState.RECEIVED)
    assert set(after.received) == {desks.school.dsl.person_id}


@pytest.mark.parametrize(("hours", "is_unheard"), [(23.9, False), (24, True), (240, True)])
def test_what_nobody_has_received_after_a_day_is_unheard(desks: Desks, hours: float, is_unheard: bool) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    items = sent_by(desks.of(desks.school.ta))
    desks.hands.forward(hours=hours)
    assert bool(unheard(items, desks.hands.now())) is is_unheard


def test_what_somebody_has_received_is_heard(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync(desks.school.head, desks.school.ta)
    desks.hands.forward(days=3)
    assert unheard(sent_by(desks.of(desks.school.ta)), desks.hands.now()) == ()
