# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who the other party of a tie is, and until when a tie counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.declarations.noted import asks_nothing
from desktop.declarations.ties import counts_on, other_party
from desktop.people import Settings
from tests.desktop.forms.examples import SIGNED_IN, TOM, check, codes, kept

_JSON = st.recursive(
    st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


def test_the_other_party_is_found_in_clean_answers() -> None:
    clean = kept(check("relationship", {"tie": "friend", "other_party": [TOM]}, SIGNED_IN))
    assert other_party(clean) == TOM


def test_somebody_unlisted_is_no_listed_party() -> None:
    assert other_party({"other_party": [{"description": "A cousin of mine"}]}) is None
    assert other_party({}) is None


@given(st.dictionaries(st.sampled_from(["other_party", "tie", "state", "ended_on"]), _JSON))
def test_answers_of_any_shape_can_be_asked(values: dict[str, object]) -> None:
    assert other_party(values) is None or isinstance(other_party(values), str)
    assert isinstance(counts_on(values, date(2026, 3, 12), 24), bool)


@pytest.mark.parametrize("tie", ["partner", "family", "friend", "governor"])
def test_the_other_party_has_to_be_named(tie: str) -> None:
    assert ("other_party", "required") in codes(check("relationship", {"tie": tie}, SIGNED_IN))


@pytest.mark.parametrize("tie", ["applicant", "business", "former_pupil", "risk"])
def test_somebody_outside_has_to_be_named_too(tie: str) -> None:
    assert ("other_name", "required") in codes(check("relationship", {"tie": tie}, SIGNED_IN))


def test_a_return_of_nothing_asks_nothing_more() -> None:
    assert check("relationship", {"tie": "none"}, SIGNED_IN).answers is not None
    assert asks_nothing("relationship", {"tie": "none"}, Settings())
    assert not asks_nothing("relationship", {"tie": "friend"}, Settings())


@pytest.mark.parametrize(
    ("day", "counts"), [(date(2026, 3, 1), True), (date(2028, 2, 28), True), (date(2028, 2, 29), False)]
)
def test_a_tie_that_has_ended_counts_for_two_years_more(day: date, *, counts: bool) -> None:
    ended = {"tie": "partner", "state": "ended", "ended_on": "2026-02-28"}
    assert counts_on(ended, day, 24) is counts


def test_a_month_without_that_day_ends_with_its_last() -> None:
    ended = {"tie": "partner", "state": "ended", "ended_on": "2026-01-31"}
    assert counts_on(ended, date(2026, 2, 28), 1)
    assert not counts_on(ended, date(2026, 3, 1), 1)


def test_a_tie_without_an_end_counts() -> None:
    assert counts_on({"tie": "partner", "state": "ended"}, date(2099, 1, 1), 24)
    assert counts_on({"tie": "partner"}, date(2099, 1, 1), 24)
