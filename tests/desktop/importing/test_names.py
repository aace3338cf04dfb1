# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest

from desktop.importing.names import exact_key, loose_key, without_title


@pytest.mark.parametrize(
    ("first", "second"),
    [("Tom  Ashby", "TOM ASHBY"), ("Aoife O’Brien", "Aoife O'Brien"), ("Ann Price–Davies", "Ann Price-Davies")],
)
def test_capitals_spaces_and_shapes_of_marks_do_not_make_another_name(first: str, second: str) -> None:
    assert exact_key(first) == exact_key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Zoë Hart", "Zoe Hart"), ("Łukasz Nowak", "Lukasz Nowak"), ("Ann Price-Davies", "Ann Price Davies")],
)
def test_accents_and_hyphens_make_names_alike_but_not_the_same(first: str, second: str) -> None:
    assert exact_key(first) != exact_key(second)
    assert loose_key(first) == loose_key(second)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("Mrs Ann Lee", "Ann Lee"), ("Rev. Dr Ann Lee", "Ann Lee"), ("Mrs Lee", "Mrs Lee"), ("Ann Lee", "Ann Lee")],
)
def test_a_title_is_left_out_where_two_words_stay(written: str, kept: str) -> None:
    assert without_title(written, frozenset({"mrs", "rev", "dr"})) == kept
