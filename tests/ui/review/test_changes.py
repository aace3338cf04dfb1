# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a record is shared: who has lately come into a role whose holders can read reports."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.changing.making import break_glass, make_change
from desktop.founding import publish
from desktop.role_changes import RoleChange
from storage.charter import RoleData
from tests.desktop.desks import Desks
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from ui.review.act_panel import Begun
from ui.review.changes_view import change_words
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner

TOLD = "Joe Lindqvist became clerk to the governors on Thursday 12 March, approved by Helen Marsh and Martin Oyelaran."


def sharing(review: Review, desks: Desks) -> Driver:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    driver.side.inbox.open_record(case)
    driver.settle()
    driver.side.record.panels.begin(Begun("share"))
    driver.settle()
    return driver


def appoint_a_clerk(desks: Desks) -> None:
    signers = [desks.of(officer).vault.keys.signing for officer in (desks.school.head, desks.school.chair)]
    data = RoleData(role="clerk", person=desks.school.supply.person_id)
    publish(desks.candour.machine, "role", data, signers)


def test_sharing_tells_who_may_read_reports_since_lately(review: Review, desks: Desks) -> None:
    appoint_a_clerk(desks)
    assert TOLD in sharing(review, desks).words


def test_after_thirty_days_it_is_told_no_more(review: Review, desks: Desks) -> None:
    appoint_a_clerk(desks)
    desks.hands.forward(days=31)
    assert "became clerk" not in sharing(review, desks).words


@pytest.mark.parametrize(
    ("ends", "is_forced", "words"),
    [
        (True, False, "Ann Bell stopped being headteacher on Monday 2 March, approved by Ben Cole."),
        (False, True, "Ann Bell was made headteacher on Monday 2 March with the school’s paper key."),
        (True, True, "Ann Bell stopped being headteacher on Monday 2 March with the school’s paper key."),
    ],
)
def test_each_kind_of_change_has_its_sentence(ends: bool, is_forced: bool, words: str) -> None:
    change = RoleChange(
        name="Ann Bell",
        role="headteacher",
        on=date(2026, 3, 2),
        ends=ends,
        approved_by=("Ben Cole",),
        is_forced=is_forced,
    )
    assert change_words(change, date(2026, 3, 12)).startswith(words)


def test_what_was_made_with_the_paper_key_stands_in_red_over_every_page_for_ever(review: Review, desks: Desks) -> None:
    said = RoleData(role="vice_chair", person=desks.school.teacher.person_id)
    break_glass(desks.candour.machine, desks.school.paper_key, said)
    desks.hands.forward(days=400)
    driver = review(desks.school.dsl)
    banners = [banner for banner in driver.side.news.findChildren(Banner) if banner.isVisible()]
    assert Tone.DANGER in [banner._tone for banner in banners]
    assert "Tom Ashby was made vice-chair of governors" in driver.words


def test_what_waits_for_a_signature_is_counted_at_the_settings(review: Review, desks: Desks) -> None:
    ends = RoleData(role="deputy_dsl", person=desks.school.deputy.person_id, ends=True)
    make_change(desks.of(desks.school.head), [ends])
    driver = review(desks.school.chair)
    names = [button.accessibleName() for button in driver.side.navigation.findChildren(QPushButton)]
    assert any("Settings" in name and "1" in name for name in names)
