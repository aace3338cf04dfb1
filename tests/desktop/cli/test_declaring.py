# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour route, file, act and show, for what people declare."""

import pytest

from tests.desktop.cli.running import Machine
from tests.desktop.desks import LOW_LEVEL
from tests.school import SmallSchool

GIFT = {
    "direction": "offered",
    "kind": "gift",
    "what_happened": "A watch from a leaver’s family.",
    "worth": "60",
    "giver": "Mrs Jones",
    "did": "accepted",
    "permission": "not_yet",
}


@pytest.fixture
def reference(machine: Machine, small_school: SmallSchool) -> str:
    """A gift, declared by the teaching assistant."""
    found: str = machine.file("gift", GIFT, member=small_school.ta).data["reference"]
    return found


def test_the_route_of_a_gift_is_the_head_and_the_lead(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.json("route", "gift")
    assert ran.data["rule"] == "R11"
    assert {each["name"] for each in ran.data["readers"] if each["part"] == "full"} == {
        small_school.head.name,
        small_school.dsl.name,
    }
    assert not any("register" in sentence for sentence in ran.data["explanation"])


def test_an_inbox_says_that_a_gift_came_late_and_that_nothing_hurries_it(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    (row,) = machine.json("inbox", member=small_school.head).data
    assert (row["reference"], row["form"], row["late"], row["decide_by"]) == (reference, "gift", True, None)


def test_a_gift_is_decided_and_shown_with_what_was_worked_out(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    answers = {"outcome": "return", "rationale": "They are about to bid for the kitchen."}
    assert machine.act(reference, "gift_decision", answers, member=small_school.head).code == 0
    data = machine.json("show", reference, member=small_school.head).data
    assert (data["verdict"], data["state"]) == ("turned_down", "closed")
    assert data["worked_out"][0] == "Late: Accepted before anyone at school had said yes."


def test_a_gift_is_not_decided_like_a_concern(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    ran = machine.act(reference, "decision", dict(LOW_LEVEL), member=small_school.head)
    assert ran.code == 1
    assert "A record of this kind is decided in another way." in ran.err


def test_money_goes_where_the_school_lets_it_go(machine: Machine, small_school: SmallSchool) -> None:
    money = {**GIFT, "kind": "voucher_or_money", "is_cash": "yes"}
    reference = machine.file("gift", money, member=small_school.ta).data["reference"]
    answers = {"outcome": "keep", "rationale": "It was kindly meant by the family."}
    assert (
        "Your school doesn’t let anyone keep money."
        in machine.act(reference, "gift_decision", answers, member=small_school.head).err
    )
