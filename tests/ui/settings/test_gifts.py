# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: the limits for gifts."""

from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.gifts_page import GiftsPage
from ui.settings.setting_rows import AmountRow, SwitchRow


def amounts(stage: Stage) -> dict[str, AmountRow]:
    """The rows with an amount, by their settings."""
    page = stage.side.page
    assert isinstance(page, GiftsPage)
    return {key: row for key, row in page.rows.items() if isinstance(row, AmountRow)}


def test_nothing_is_set_at_first(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "gifts")
    assert {row.line.text() for row in amounts(stage).values()} == {"£0"}
    cash = stage.side.page.rows["cash_allowed"] if isinstance(stage.side.page, GiftsPage) else None
    assert isinstance(cash, SwitchRow)
    assert not cash.box.isChecked()


def test_a_limit_is_proposed_in_pounds(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "gifts")
    amounts(stage)["head_permission_from"].line.set_value("12.50")
    stage.choose("Propose")
    assert stage.hands.sees("Somebody decides about gifts from £12.50 on; below it they are only noted.")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Martin Oyelaran")
    assert stage.candour.school.settings.head_permission_from == 0


def test_what_is_no_amount_is_said(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "gifts")
    amounts(stage)["declare_from"].line.set_value("a tenner")
    stage.choose("Propose")
    assert stage.hands.sees("Write an amount like 25 or 12.50, or 0.")


def test_nothing_new_is_said(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "gifts")
    stage.choose("Propose")
    assert stage.hands.sees("Nothing is different from what holds now.")


def test_whoever_does_not_sign_for_the_school_has_no_such_page(settings: Opened, small_school: SmallSchool) -> None:
    assert "gifts" not in settings(small_school.deputy, "roles").side._entries
