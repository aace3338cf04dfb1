# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which changes of roles are shown, how long, and with whose approval."""

from datetime import date

import pytest

from desktop.directory import read_school
from desktop.role_changes import RoleChange, recent_changes
from storage.directory import Change
from tests.desktop.test_directory import ANN, BEN, state

MADE = "2026-03-02T23:30:00Z"


def changes(*made: Change, today: date = date(2026, 3, 12)) -> tuple[RoleChange, ...]:
    directory = state(changes=made)
    return recent_changes(directory, read_school(directory), today)


def change(role: str = "chair", at: str = MADE, *, ends: bool = False, forced: bool = False) -> Change:
    return Change(2, at, role, ANN, ends, () if forced else (ANN, BEN), forced)


def test_a_change_is_told_with_name_role_day_and_who_approved_it() -> None:
    assert changes(change()) == (
        RoleChange(
            name="Ann Bell",
            role="chair of governors",
            on=date(2026, 3, 2),
            ends=False,
            approved_by=("Ann Bell", "Ben Cole"),
            is_forced=False,
        ),
    )


@pytest.mark.parametrize(("today", "shown"), [(date(2026, 4, 1), 1), (date(2026, 4, 2), 0)])
def test_a_change_is_shown_for_thirty_days(today: date, shown: int) -> None:
    assert len(changes(change(), today=today)) == shown


def test_a_change_made_with_the_paper_key_is_shown_for_ever() -> None:
    assert [each.is_forced for each in changes(change(forced=True), today=date(2030, 1, 1))] == [True]


def test_the_newest_comes_first() -> None:
    told = changes(change("chair"), change("dsl", "2026-03-09T09:00:00Z", ends=True))
    assert [(each.role, each.ends) for each in told] == [
        ("designated safeguarding lead", True),
        ("chair of governors", False),
    ]


def test_the_day_is_that_of_the_school() -> None:
    assert changes(change(at="2026-06-30T23:30:00Z"), today=date(2026, 7, 2))[0].on == date(2026, 7, 1)


def test_a_role_without_words_is_said_as_it_is_called() -> None:
    assert changes(change("deputy_head"))[0].role == "deputy head"
