# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a key has signed, for review after it was withdrawn."""

from datetime import timedelta

from desktop.changing.key_review import signed_by_key
from desktop.changing.making import make_change
from storage.charter import RevokeData
from tests.desktop.changing.conftest import Office
from tests.school import NOW, SmallSchool


def test_everything_by_the_key_is_listed_and_nothing_of_others(office: Office, small_school: SmallSchool) -> None:
    office.desks.concern(small_school.ta, small_school.teacher)
    office.desks.concern(small_school.deputy, small_school.teacher)
    dsl, kid = office.of(small_school.dsl), office.of(small_school.ta).vault.kid
    assert [each.kind for each in signed_by_key(dsl, kid)] == ["report"]


def test_what_comes_after_the_key_was_withdrawn_is_marked(office: Office, small_school: SmallSchool) -> None:
    ta, dsl = office.of(small_school.ta), office.of(small_school.dsl)
    office.desks.concern(small_school.ta, small_school.teacher)
    dsl.sync()
    office.desks.hands.forward(minutes=1)
    make_change(office.of(small_school.head), [RevokeData(kid=ta.vault.kid)])
    office.desks.concern(small_school.ta, small_school.teacher)
    dsl.sync()
    assert [each.is_late for each in signed_by_key(dsl, ta.vault.kid)] == [False, True]


def test_a_day_counts_by_when_it_came(office: Office, small_school: SmallSchool) -> None:
    office.desks.concern(small_school.ta, small_school.teacher)
    dsl, kid = office.of(small_school.dsl), office.of(small_school.ta).vault.kid
    assert signed_by_key(dsl, kid, NOW.date())
    assert not signed_by_key(dsl, kid, NOW.date() + timedelta(days=1))
