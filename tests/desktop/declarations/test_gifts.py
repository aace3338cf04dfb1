# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gifts as a register reads them: exact to the penny, late or not, decided or only noted."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.declarations.following import following
from desktop.declarations.gifts import (
    Gift,
    Total,
    asks_the_board,
    from_same_giver,
    giver_key,
    giver_tag,
    is_cash,
    is_late,
    is_only_noted,
    passes_total,
    rule_words,
    totals,
    worth,
    year_of,
)
from desktop.people import Settings
from tests.desktop.forms.examples import SIGNED_IN, check, kept

NAMES = ("Mrs Jones", "jones", "Hall & Sons Ltd", "L.M., Year 4", "")
GIFTS = st.builds(
    Gift,
    case_id=st.text("0123456789abcdef", min_size=4, max_size=4),
    declared_on=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    pence=st.none() | st.integers(0, 100_000_000),
    giver=st.sampled_from(NAMES),
)
OFFERED: Mapping[str, object] = {"direction": "offered", "kind": "gift", "what_happened": "A box of biscuits."}


@given(st.lists(GIFTS))
def test_the_totals_by_giver_equal_the_sum_of_the_entries(gifts: list[Gift]) -> None:
    found = totals(gifts)
    assert sum(total.pence for total in found.values()) == sum(gift.pence or 0 for gift in gifts)
    assert sum(total.count for total in found.values()) == len(gifts)
    assert sum(total.unknown for total in found.values()) == sum(gift.pence is None for gift in gifts)


@given(st.lists(GIFTS), GIFTS)
def test_one_gift_more_moves_only_its_own_giver(gifts: list[Gift], more: Gift) -> None:
    before, after = totals(gifts), totals([*gifts, more])
    key = giver_key(more.giver)
    assert after[key] == before.get(key, Total()).plus(more)
    assert {name: total for name, total in after.items() if name != key} == {
        name: total for name, total in before.items() if name != key
    }


@given(st.integers(0, 999_999), st.integers(0, 99))
def test_an_amount_is_kept_to_the_penny(pounds: int, pence: int) -> None:
    said = f"£{pounds:,}.{pence:02}"
    found = worth(kept(check("gift", {**OFFERED, "worth": said}, SIGNED_IN)))
    assert found == Fraction(f"{pounds}.{pence:02}") * 100
    assert isinstance(found, int)


def test_a_giver_is_the_same_however_their_name_is_typed() -> None:
    assert giver_key("Mrs. JONES") == giver_key("jones")
    assert giver_key("Jonés") == giver_key("Jones")
    assert giver_key("Hall Ltd") != giver_key("Hill Ltd")


def test_a_school_year_begins_in_september() -> None:
    assert (year_of(date(2025, 9, 1)), year_of(date(2026, 8, 31))) == (2025, 2025)


def test_the_running_total_counts_one_school_year_and_one_giver() -> None:
    this = Gift(case_id="a", declared_on=date(2026, 3, 12), pence=1_250, giver="Mrs Jones")
    others = [
        Gift(case_id="b", declared_on=date(2025, 9, 1), pence=2_000, giver="jones"),
        Gift(case_id="c", declared_on=date(2025, 8, 31), pence=4_000, giver="Jones"),
        Gift(case_id="d", declared_on=date(2026, 1, 5), pence=8_000, giver="Hall"),
    ]
    assert from_same_giver(this, [this, *others]) == Total(count=2, pence=3_250)


def test_nobody_named_is_no_giver() -> None:
    this = Gift(case_id="a", declared_on=date(2026, 3, 12), pence=1_250, giver="")
    assert from_same_giver(this, [this, this]) == Total()


@pytest.mark.parametrize(
    ("answers", "late"),
    [
        ({"did": "accepted", "permission": "not_yet"}, True),
        ({"did": "to_charity", "permission": "did_not_know"}, True),
        ({"did": "accepted"}, True),
        ({"did": "accepted", "permission": "yes"}, False),
        ({"did": "accepted", "permission": "yes", "on": "2026-03-10", "permission_on": "2026-03-11"}, True),
        ({"did": "accepted", "permission": "yes", "on": "2026-03-10", "permission_on": "2026-03-10"}, False),
        ({"did": "declined", "permission": "not_yet"}, False),
        ({"did": "undecided"}, False),
        ({}, False),
    ],
)
def test_what_was_taken_before_anybody_said_yes_is_late(answers: Mapping[str, object], *, late: bool) -> None:
    assert is_late(answers) is late


@given(st.integers(0, 100_000_000))
def test_without_limits_every_gift_is_decided(pence: int) -> None:
    assert not is_only_noted({**OFFERED, "worth": pence}, Settings())


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_a_gift_below_the_limit_is_noted_and_one_at_it_decided(pence: int, limit: int) -> None:
    assert is_only_noted({**OFFERED, "worth": pence}, Settings(head_permission_from=limit)) == (pence < limit)


@pytest.mark.parametrize(
    "answers",
    [
        {"worth": None},
        {"kind": "voucher_or_money", "is_cash": "not_sure"},
        {"business": "yes"},
        {"pending": "yes"},
        {"direction": "given_to_pupil"},
        {"direction": "sponsorship"},
    ],
)
def test_a_limit_spares_neither_money_nor_business_nor_a_pupil(answers: Mapping[str, object]) -> None:
    said = {**OFFERED, "worth": 500, **answers}
    assert not is_only_noted(said, Settings(head_permission_from=1_000))


def test_a_gift_of_a_whole_class_has_a_limit_of_its_own() -> None:
    said = {**OFFERED, "kind": "collection", "worth": 3_000}
    assert is_only_noted(said, Settings(head_permission_from=1_000, collection_permission_from=5_000))
    assert not is_only_noted(said, Settings(head_permission_from=10_000))


def test_only_a_plain_no_makes_a_voucher_no_money() -> None:
    assert is_cash({"kind": "voucher_or_money"})
    assert is_cash({"kind": "voucher_or_money", "is_cash": "not_sure"})
    assert not is_cash({"kind": "voucher_or_money", "is_cash": "no"})
    assert not is_cash({"kind": "gift"})


def test_the_board_is_asked_from_its_limit_on_and_never_without_one() -> None:
    limited = Settings(board_permission_from=10_000)
    assert not asks_the_board({"worth": 1_000_000}, Settings())
    assert asks_the_board({"worth": 10_000}, limited)
    assert asks_the_board({}, limited)
    assert not asks_the_board({"worth": 9_999}, limited)


def test_the_form_says_from_which_worth_the_school_asks() -> None:
    assert rule_words(Settings())["gift_rule"] == "Your school asks to hear about every gift."
    assert "£12.50 or more" in rule_words(Settings(declare_from=1_250))["gift_rule"]


@given(st.lists(GIFTS, max_size=8, unique_by=lambda gift: gift.case_id), st.integers(1, 300_000))
def test_a_limit_for_the_year_is_passed_as_soon_as_the_sum_is_above_it(gifts: list[Gift], limit: int) -> None:
    settings = Settings(yearly_total_per_giver=limit)
    for gift in gifts:
        others = [each for each in gifts if each is not gift]
        sums = [
            each.pence or 0
            for each in gifts
            if giver_tag(each) == giver_tag(gift) != "" and (each.declared_on, each.case_id) <= order(gift)
        ]
        assert passes_total(gift, others, settings) == (sum(sums) > limit)


def test_without_a_limit_for_the_year_nothing_passes_it() -> None:
    dear = Gift(case_id="a", declared_on=date(2026, 3, 12), pence=10_000_000, giver="Jones")
    assert not passes_total(dear, [dear], Settings())


def order(gift: Gift) -> tuple[date, str]:
    """When it counts."""
    return gift.declared_on, gift.case_id


def test_a_present_to_a_pupil_that_was_more_than_a_gift_leads_on_to_a_report_of_its_own() -> None:
    pupil = [{"initials": "J.P.", "year": "3"}]
    said = {"direction": "given_to_pupil", "what_happened": "A book.", "given_why": "He reads.", "pupil": pupil}
    found = following("gift", {**said, "also_concern": "yes"}, "7K2M-AAAA")
    assert found is not None
    assert found.form == "self_report"
    assert found.typed["what_happened"] == "A book.\n\nHe reads."
    assert found.typed["declared_with"] == "7K2M-AAAA"
    assert check("self_report", {**found.typed, "risk_now": "no"}, SIGNED_IN).answers is not None
    assert following("gift", {**said, "also_concern": "not_sure"}, "x") is None
    assert following("gift", {**said, "also_concern": "yes", "direction": "offered"}, "x") is None
    assert following("concern", {**said, "also_concern": "yes"}, "x") is None
