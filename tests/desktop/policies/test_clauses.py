# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clauses are found by their numbers; what is odd about a document is told and left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.policies.clauses import find_clauses, in_order
from desktop.policies.draft import Oddity
from desktop.policies.files.blocks import Block, Document, Look, tidy
from desktop.policies.files.reading import read_policy
from desktop.policies.numbers import follows, numbered, places
from desktop.policies.oddities import blanks, oddities
from resources import text

LINES = st.sampled_from(
    ["1 Why", "2. How", "2.1 Be kind to everybody you meet in school.", "4 Dress", "Contents", "1 Why 3", "2 How ... 4",
     "5 Gifts\t7", "Appendix 1 Devices", "A1 2 Phones", "Some words that stand for themselves.", "12 children came"]
)  # fmt: skip


def told(text: str) -> set[tuple[Oddity, int | None, str]]:
    """What is odd about a text."""
    return {(odd.oddity, odd.at, odd.words) for odd in oddities(find_clauses(read_policy(text.encode())))}


def test_lines_that_only_begin_with_a_number_open_no_clause() -> None:
    for line in ("12 children came", "3 September 2026", "21.10.2026 Friday", "5 days", "Nothing 1.1"):
        assert numbered(line) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [("1. Dress", "1"), ("5.10 Dress", "5.10"), ("3.0 Dress", "3.0"), ("Section 4 Dress", "4"), ("2) Dress", "2")],
)
def test_ways_of_writing_a_number(line: str, number: str) -> None:
    assert numbered(line) == (number, "", "Dress")


def test_a_nought_at_the_end_says_nothing() -> None:
    assert places("3.0") == places("3") == (3,)


def test_what_may_follow_a_number() -> None:
    assert all(follows(places(a), places(b)) for a, b in (("5", "5.1"), ("5.1", "5.2"), ("5.6.4", "5.7"), ("5.9", "6")))
    assert not any(follows(places(a), places(b)) for a, b in (("5", "5.2"), ("5.1", "5.3"), ("5", "7"), ("5.1", "5.1")))


def test_an_appendix_counts_by_itself() -> None:
    found = find_clauses(read_policy(b"1 Why\n\nWords.\n\nAppendix 1 - Devices\n\n1. Phones\n\nWords.\n"))
    assert [clause.label for clause in found.clauses] == ["1", "A1", "A1 1"]
    assert not {odd.oddity for odd in oddities(found)} & {Oddity.NUMBER_TWICE, Oddity.OUT_OF_ORDER}


def test_a_number_that_comes_twice_and_one_that_is_left_out_are_told() -> None:
    said = told("1 Why\n\nWords.\n\n2 How\n\nWords.\n\n2 Who\n\nWords.\n\n4 When\n\nWords.\n")
    assert said == {(Oddity.NUMBER_TWICE, 1, "2"), (Oddity.NUMBER_TWICE, 2, "2"), (Oddity.NUMBER_SKIPPED, 3, "4")}


def test_contents_that_disagree_are_told() -> None:
    said = told("Contents\n1 Why 2\n2 Whom 3\n9 Never 4\n\n1 Why\n\nWords.\n\n2 Who\n\nWords.\n\n3 More\n\nWords.\n")
    assert said == {
        (Oddity.TITLE_DIFFERS, 1, "Whom"),
        (Oddity.NOT_IN_CONTENTS, 2, "3"),
        (Oddity.NOT_IN_TEXT, None, "9 Never"),
    }


def test_a_word_with_a_gap_and_letters_of_another_alphabet_are_told() -> None:
    said = told("1 Why\n\nTheir own Cod e of conduct, and an \u0410\u0440\u0440endix.\n")
    assert said == {(Oddity.BROKEN_WORD, 0, "Cod e"), (Oddity.MIXED_LETTERS, 0, "\u0410\u0440\u0440endix")}


def test_the_model_code_is_parted_whole_and_has_nothing_odd_but_what_a_school_fills_in() -> None:
    found = find_clauses(read_policy(text("policies/model_code.md").encode()))
    assert len(found.clauses) > 50
    assert {odd.oddity for odd in oddities(found)} == {Oddity.BLANK}


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("We are [name of the school].", ("[name of the school]",)),
        ("Ring <insert number here> or ______.", ("<insert number here>", "______")),
        ("See [1], [2015] and [sic]; write to <office@school.example>; 3 < 4 and 5 > 4.", ()),
    ],
)
def test_places_that_a_school_has_still_to_fill_in_are_told(words: str, left: tuple[str, ...]) -> None:
    assert blanks(words) == left


@given(st.lists(st.tuples(LINES, st.sampled_from(Look)), max_size=25))
def test_no_word_is_lost_by_parting_a_document(lines: list[tuple[str, Look]]) -> None:
    blocks = tuple(Block(tidy(words), look) for words, look in lines)
    found = find_clauses(Document(blocks))
    kept = " ".join(
        [*in_order(found), *(c.label for c in found.clauses), *(f"{x.number} {x.title}" for x in found.contents)]
    )
    for block in blocks:
        for word in block.words.split():
            assert word.strip(".…") in kept or word.isdigit() or word in {"Contents", "Appendix"}
