# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that the maker types are pointed out, sentence by sentence, until they are confirmed or gone."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.governors.numbers import numbers_in
from desktop.governors.report import Asked
from tests.desktop.governors.rows import YEAR

DRAFT = "12 concerns were shared. Fewer than 5 of them were about language."


def found(text: str, **asked: object) -> list[str]:
    typed = msgspec.structs.replace(Asked(period=YEAR, commentary=text), **asked)
    return [text[each.start : each.end] for each in numbers_in(typed, DRAFT)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We had 4 of them.", ["4"]),
        ("Three staff were spoken to, and £1,250 was spent.", ["Three", "£1,250"]),
        ("About half of these were about 40% of it.", ["half", "40%"]),
        ("There were no allegations and one new concern.", ["no", "one"]),
    ],
)
def test_a_number_is_pointed_out(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "All staff were trained on 25 March 2026, in the school year 2025–26.",
        "Part 4 of the guidance, Year 6, at 16:40 on 01/09/2026.",
        "No one was left out, and one hopes for more. Staff share a concern sooner.",
    ],
)
def test_dates_and_names_of_things_are_no_numbers(text: str) -> None:
    assert found(text) == []


def test_what_the_report_drafted_itself_is_let_through_and_what_is_added_is_not() -> None:
    asked = Asked(period=YEAR, summary=f"{DRAFT} 2 were about phones.")
    (typed,) = numbers_in(asked, DRAFT)
    assert (typed.field, typed.passage) == ("summary", "2 were about phones.")


def test_a_confirmed_sentence_is_let_through_until_it_says_something_else() -> None:
    seen = frozenset({"We trained 40 staff."})
    assert found("We trained 40 staff.", seen=seen) == []
    assert found("We trained 41 staff.", seen=seen) == ["41"]


@given(st.text(max_size=80), st.integers(min_value=0, max_value=999))
def test_no_digits_hide_behind_other_words(text: str, number: int) -> None:
    typed = f"{text} \n {number} of them \n"
    assert str(number) in found(typed)


def test_the_sentence_says_where_it_stands() -> None:
    (typed,) = numbers_in(Asked(period=YEAR, actions="We held 7 meetings."), DRAFT)
    assert typed.sentence == "“7” in what was done for the whole school is a number of your own."
