# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is sought is found by the beginnings of words, the best first, with the words that were found."""

from desktop.helping.finding import Entry, find

PAGES = (
    Entry(source="help", id="kit", title="Recovery kit", texts=("One sheet.", "Lock the sheet away.")),
    Entry(source="help", id="lock", title="Locking the screen", also="passphrase", texts=("Ctrl+L locks it.",)),
    Entry(source="code", id="4.2", title="Gifts", texts=("A gift is declared. Keep the kit of it locked.",)),
)


def names(typed: str) -> list[str]:
    return [found.id for found in find(typed, PAGES)]


def test_a_title_comes_before_a_text() -> None:
    assert names("lock")[0] == "lock"
    assert {*names("lock")} == {"lock", "kit", "4.2"}


def test_the_beginning_of_a_word_is_enough_and_its_middle_is_not() -> None:
    assert names("recov") == ["kit"]
    assert names("covery") == []


def test_what_has_all_the_words_leaves_out_what_has_some() -> None:
    assert names("gift kit") == ["4.2"]


def test_where_nothing_has_all_the_words_some_are_enough() -> None:
    assert {*names("screen sheet")} == {"kit", "lock"}


def test_further_words_of_a_page_find_it() -> None:
    assert names("passphrase") == ["lock"]


def test_capitals_and_accents_are_the_same() -> None:
    assert names("RÉCOVERY") == ["kit"]


def test_nothing_typed_finds_nothing() -> None:
    assert (names(""), names("  !")) == ([], [])


def test_the_words_found_are_marked_where_they_stand() -> None:
    found = find("sheet lock", PAGES)[0]
    assert found.excerpt == "Lock the sheet away."
    assert [found.excerpt[start:end] for start, end in found.marks] == ["Lock", "sheet"]


def test_several_sources_are_searched_together() -> None:
    assert {found.source for found in find("kit", PAGES)} == {"help", "code"}


def test_no_more_are_found_than_are_wanted() -> None:
    assert len(find("lock", PAGES, most=1)) == 1
