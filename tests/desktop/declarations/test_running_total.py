# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small gift needs a decision once its giver has passed the school's limit for the year, in any order of coming."""

import pytest

from desktop.cases.case import Phase
from desktop.founding import publish
from desktop.soundness import check
from storage.charter import SettingsData
from tests.desktop.desks import Desks
from tests.school import signing


@pytest.fixture
def limited(desks: Desks) -> Desks:
    """A school that decides gifts from £20 on, and what one giver gives in a year above £25."""
    school, machine = desks.school, desks.candour.machine
    signers = [signing(desks.candour, member) for member in (school.head, school.chair)]
    limits: dict[str, object] = {"head_permission_from": 2_000, "yearly_total_per_giver": 2_500}
    publish(machine, "settings", SettingsData(set=limits), signers)
    return desks


def small_gift(desks: Desks, giver: str = "Mrs Jones") -> str:
    """A gift of £10 that the teaching assistant declares. Returns its case."""
    values: dict[str, object] = {"direction": "offered", "what_happened": "Tea.", "worth": 1_000, "giver": giver}
    case = desks.of(desks.school.ta).file("gift", values).case_id
    desks.hands.forward(days=1)
    return case


def test_the_gift_that_passes_the_limit_and_each_after_it_wait_for_a_decision(limited: Desks) -> None:
    cases = [small_gift(limited) for _ in range(4)]
    head = limited.of(limited.school.head)
    head.sync()
    phases = [head.row(case).phase for case in cases]
    assert phases == [Phase.NOTED, Phase.NOTED, Phase.TO_DECIDE, Phase.TO_DECIDE]
    assert [head.case(case).phase for case in cases] == phases


def test_another_givers_gifts_do_not_count(limited: Desks) -> None:
    cases = [small_gift(limited, giver) for giver in ("Mrs Jones", "Hall", "", "Jones", "")]
    head = limited.of(limited.school.head)
    head.sync()
    assert {head.row(case).phase for case in cases} == {Phase.NOTED}


def test_an_earlier_gift_that_comes_late_changes_the_row_of_the_later_ones(limited: Desks) -> None:
    school = limited.school
    first = small_gift(limited)
    held_up = {path: path.read_bytes() for path in (*school.home.glob("spool/*"), *school.exchange.glob("in/*"))}
    for path in held_up:
        path.unlink()
    second, third = small_gift(limited), small_gift(limited)
    head = limited.of(school.head)
    head.sync()
    assert [head.row(case).phase for case in (second, third)] == [Phase.NOTED, Phase.NOTED]
    for path, content in held_up.items():
        path.write_bytes(content)
    head.sync()
    assert [head.row(case).phase for case in (first, second, third)] == [Phase.NOTED, Phase.NOTED, Phase.TO_DECIDE]


def test_rows_made_again_are_the_rows_that_came_about(limited: Desks) -> None:
    for _ in range(4):
        small_gift(limited)
    head = limited.of(limited.school.head)
    head.sync()
    assert check(head).is_sound
    head.project_everything()
    assert check(head).is_sound
