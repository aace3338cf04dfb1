# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What gifts add up to: to the penny, checked by hand on a small register and against plain sums on any."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.declarations.gifts import Total, giver_key, year_of
from desktop.registers.declared import Declared
from desktop.registers.listing import Chosen, chosen_rows
from desktop.registers.totals import by_giver, by_year
from tests.desktop.registers.rows import gift, rows

SMALL = rows(
    gift(date(2024, 11, 4), 1_250, "Mrs Jones"),
    gift(date(2025, 8, 31), 333, "jones"),
    gift(date(2025, 9, 1), 2_000, "Hall & Sons Ltd"),
    gift(date(2025, 12, 18), None, "Jones"),
    gift(date(2026, 1, 9), 1_999, "Hall & Sons"),
    gift(date(2026, 2, 20), 500),
    gift(date(2026, 3, 2), 725, direction="given_to_pupil"),
)
"""Worked out by hand: 2024–25 £12.50 + £3.33 = £15.83; 2025–26 £20 + £19.99 + £5 = £44.99, one unknown; given £7.25."""


def test_each_year_adds_up_as_it_does_by_hand() -> None:
    found = {each.year: (each.received, each.given) for each in by_year(SMALL)}
    assert found == {
        2025: (Total(count=4, pence=4_499, unknown=1), Total(count=1, pence=725)),
        2024: (Total(count=2, pence=1_583), Total()),
    }


def test_each_giver_adds_up_as_they_do_by_hand_under_the_name_given_last() -> None:
    assert [(each.giver, each.total) for each in by_giver(SMALL)] == [
        ("Hall & Sons", Total(count=2, pence=3_999)),
        ("Jones", Total(count=3, pence=1_583, unknown=1)),
        ("", Total(count=1, pence=500)),
    ]


GIFTS = st.lists(
    st.builds(
        gift,
        st.dates(date(2023, 1, 1), date(2026, 12, 31)),
        st.none() | st.integers(0, 100_000_000),
        st.sampled_from(["Mrs Jones", "jones", "Hall", ""]),
        direction=st.sampled_from(["offered", "given", "given_to_pupil", "sponsorship"]),
    ),
    max_size=12,
)


@given(GIFTS)
def test_the_totals_of_any_register_are_the_sums_of_its_entries(gifts: list[Declared]) -> None:
    made, ours = rows(*gifts), {"given", "given_to_pupil"}
    for total in by_year(made):
        of_year = [each for each in gifts if year_of(each.on) == total.year]
        for side, is_ours in ((total.received, False), (total.given, True)):
            mine = [each.pence for each in of_year if (each.text("direction") in ours) == is_ours]
            assert side == Total(count=len(mine), pence=sum(filter(None, mine)), unknown=mine.count(None))
    for of_giver in by_giver(made):
        theirs = [
            each.pence
            for each in gifts
            if giver_key(each.text("giver")) == giver_key(of_giver.giver) and each.text("direction") not in ours
        ]
        assert of_giver.total.pence == sum(filter(None, theirs))
        assert of_giver.total.count == len(theirs)


@given(GIFTS)
def test_the_years_chosen_one_by_one_are_the_whole_register(gifts: list[Declared]) -> None:
    made = rows(*gifts)
    parts = [chosen_rows(made, Chosen(year=each.year), lambda _: ()) for each in by_year(made)]
    assert sorted(row.case_id for part in parts for row in part) == sorted(row.case_id for row in made)
