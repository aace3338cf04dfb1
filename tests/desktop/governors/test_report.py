# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a report to governors prints of its figures (practice.md section 4)."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.governors.report import Asked, Earlier, Reckoned, Section, reckon
from desktop.governors.told import Side
from desktop.governors.words import drafted_summary, figure_words, questions, terms_of
from tests.desktop.governors.rows import AUTUMN, YEAR, concern, concerns, gift, ground

SPRING = date(2026, 2, 2)


def printed(reckoned: Reckoned) -> dict[str, str]:
    return {name: figure_words(figure) for name, figure in reckoned.lines.items()}


def earlier(reckoned: Reckoned) -> Earlier:
    return Earlier(period=reckoned.asked.period, issued=reckoned.issued, worth=reckoned.worth is not None)


def test_concerns_of_the_period_are_counted_and_no_others() -> None:
    rows = [*concerns(6), *concerns(9, date(2025, 6, 1))]
    assert printed(reckon(ground(rows), Asked(period=YEAR)))["shared"] == "6"


def test_the_same_days_a_year_before_stand_beside_them() -> None:
    rows = [*concerns(6), *concerns(7, date(2024, 10, 1))]
    assert printed(reckon(ground(rows), Asked(period=YEAR)))["before"] == "7"


def test_nothing_is_compared_with_a_year_of_which_there_are_no_records() -> None:
    assert "before" not in reckon(ground(concerns(6)), Asked(period=YEAR)).lines


def test_of_fewer_than_five_concerns_nothing_but_the_band_is_printed() -> None:
    lines = printed(reckon(ground(concerns(3, lado_on="2025-10-02")), Asked(period=YEAR)))
    assert {name for name in lines if name not in {"gifts", "ties", "returns", "reviews"}} == {"shared"}
    assert lines["shared"] == "fewer than 5"


def test_a_report_of_no_concerns_says_so() -> None:
    summary = drafted_summary(reckon(ground([]), Asked(period=YEAR)))
    assert summary.startswith("No concerns were shared in this period.")
    assert "not evidence that there are no concerns" in summary


def test_a_theme_of_few_is_printed_as_few() -> None:
    rows = [*concerns(12), *concerns(2, theme="lift"), *concerns(8, theme="touch")]
    lines = printed(reckon(ground(rows), Asked(period=YEAR)))
    assert (lines["theme:lift"], lines["theme:messages"], lines["theme:language"]) == ("fewer than 5",) * 2 + ("12",)
    assert lines["theme:touch"] == "5 or more"


def test_one_late_decision_is_not_told_by_a_percentage() -> None:
    rows = [*concerns(20), *concerns(1, hours=30)]
    assert printed(reckon(ground(rows), Asked(period=YEAR)))["pace"] == "75% or more"


def test_no_percentage_is_given_of_nine_decisions() -> None:
    assert "pace" not in reckon(ground(concerns(9)), Asked(period=YEAR)).lines


def test_terms_are_told_apart_where_a_period_has_several() -> None:
    rows = [*concerns(9), *concerns(8, SPRING)]
    reckoned = reckon(ground(rows), Asked(period=YEAR))
    told = {label: printed(reckoned)[name] for name, label in terms_of(reckoned)}
    assert told == {"Autumn 2025": "9", "Spring 2026, so far": "8"}


def test_a_small_school_does_not_tell_terms_apart() -> None:
    rows = [*concerns(9), *concerns(8, SPRING)]
    assert not terms_of(reckon(ground(rows, staff=12), Asked(period=YEAR)))


def test_an_earlier_report_cannot_be_subtracted_from_a_later_one() -> None:
    rows = [*concerns(9), *concerns(2, SPRING)]
    before = reckon(ground(rows), Asked(period=AUTUMN))
    after = reckon(ground(rows, earlier=[earlier(before)]), Asked(period=YEAR))
    assert (printed(before)["shared"], printed(after)["shared"]) == ("9", "10 to 19")


def test_a_part_that_is_left_out_says_nothing_in_numbers_either() -> None:
    asked = Asked(period=YEAR, sections=frozenset({Section.SUMMARY}))
    assert {figure.group for figure in reckon(ground(concerns(20)), asked).issued.figures} == {"shared"}


def test_a_higher_threshold_of_the_school_counts() -> None:
    lines = printed(reckon(ground(concerns(8), threshold=10), Asked(period=YEAR)))
    assert lines["shared"] == "fewer than 10"


def test_the_chairs_supplement_does_not_tell_none_from_few() -> None:
    asked = Asked(period=YEAR)
    none, few = (reckon(ground(concerns(many), side=Side.SUPPLEMENT), asked) for many in (0, 2))
    assert printed(none) == printed(few) == {"shared": "fewer than 5", "reviews": "fewer than 5"}
    assert drafted_summary(none) == drafted_summary(few)


def test_what_gifts_were_worth_is_told_roughly() -> None:
    gifts = [gift(date(2025, 10, 1), 1_230) for _ in range(6)]
    assert reckon(ground([], gifts), Asked(period=YEAR)).worth == 70


def test_what_few_gifts_were_worth_is_not_told() -> None:
    assert reckon(ground([], [gift(date(2025, 10, 1), 1_230)] * 4), Asked(period=YEAR)).worth is None


def test_what_one_gift_was_worth_cannot_be_had_by_subtracting() -> None:
    gifts = [gift(date(2025, 10, 1), 1_230)] * 6
    before = reckon(ground([], gifts), Asked(period=AUTUMN))
    made = ground([], [*gifts, gift(SPRING, 50_000)], earlier=[earlier(before)])
    assert before.worth == 70
    assert reckon(made, Asked(period=YEAR)).worth is None


def test_governors_are_told_to_ask_about_none() -> None:
    assert "How do we know" in questions(reckon(ground([]), Asked(period=YEAR)))[0]


@pytest.mark.parametrize("side", Side)
@given(
    days=st.lists(st.dates(date(2025, 9, 1), date(2026, 3, 12)), max_size=25),
    themes=st.lists(st.sampled_from(["language", "touch", "lift", "messages"]), min_size=25, max_size=25),
)
@settings(max_examples=10, deadline=None)
def test_every_number_in_the_summary_may_be_printed(side: Side, days: list[date], themes: list[str]) -> None:
    rows = [concern(day, theme=theme) for day, theme in zip(days, themes, strict=False)]
    reckoned = reckon(ground(rows, side=side), Asked(period=YEAR))
    told = [word.strip(".,%") for word in drafted_summary(reckoned).split()]
    allowed = {word.strip("%") for figure in printed(reckoned).values() for word in figure.split()}
    assert {word for word in told if word.isdigit()} <= allowed


def test_the_share_who_have_read_what_they_are_asked_to_is_told_of_ten_and_more() -> None:
    def told(many: int) -> str:
        made = dataclasses.replace(ground(()), have_read=(True,) * (many - 1) + (False,))
        figure = reckon(made, Asked(period=YEAR)).lines.get("read")
        return figure_words(figure) if figure else ""

    assert [told(many) for many in (47, 10, 9)] == ["98%", "90%", ""]
