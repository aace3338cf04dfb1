# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.visible_text import one_line, tooltip_markup, visible

LIMIT = 500


@pytest.mark.parametrize(
    ("hidden", "mark"),
    [
        ("\u202e", "[U+202E]"),
        ("\u2066", "[U+2066]"),
        ("\u200b", "[U+200B]"),
        ("\ufeff", "[U+FEFF]"),
        ("\u00ad", "[U+00AD]"),
        ("\x07", "[U+0007]"),
        ("\x00", "[U+0000]"),
        ("\u2028", "[U+2028]"),
        ("\u3164", "[U+3164]"),
        ("\ue000", "[U+E000]"),
        ("\ud800", "[U+D800]"),
        ("\U000e0041", "[U+E0041]"),
    ],
)
def test_a_hidden_character_is_shown_as_a_mark(hidden: str, mark: str) -> None:
    assert visible(f"a{hidden}b", LIMIT) == f"a{mark}b"


@pytest.mark.parametrize(
    "text", ["Łukasz Żółć", "نرگس", "می\u200cخواهم", "क्\u200dष", "👩\u200d🏫", "two\nlines\tand a tab"]
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert visible(text, LIMIT) == text


@pytest.mark.parametrize("text", ["\u200da", "a\u200d", "1\u200c2", "a\u200d\u200db"])
def test_a_joiner_that_joins_nothing_is_shown(text: str) -> None:
    assert "[U+200" in visible(text, LIMIT)


def test_a_long_text_is_cut_and_says_so() -> None:
    assert visible("abcdef", 4) == "abc…"


def test_a_text_of_just_the_length_is_not_cut() -> None:
    assert visible("abcd", 4) == "abcd"


@given(st.text(max_size=200))
def test_nothing_that_is_left_can_hide_or_steer_text(text: str) -> None:
    steering = {"Cc", "Co", "Cs", "Zl", "Zp"}
    left = {unicodedata.category(character) for character in visible(text, LIMIT) if character not in "\n\t"}
    assert not left & steering


@given(st.text(max_size=200))
def test_it_is_the_same_when_done_twice(text: str) -> None:
    once = visible(text, 10_000)
    assert visible(once, 10_000) == once


def test_a_tooltip_cannot_be_marked_up() -> None:
    assert tooltip_markup("<img src=//host/x>") == "<p>&lt;img src=//host/x&gt;</p>"


def test_line_breaks_go_where_there_is_one_line() -> None:
    assert one_line(" a\n\tb ") == "a b"
