# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database, create_database
from storage.search import SearchIndex
from storage.vault import migrate, migrations


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = create_database(tmp_path / "vault.db", bytes(range(48)))
    migrate(opened, tmp_path, migrations())
    yield opened
    opened.close()


@pytest.fixture
def index(database: Database) -> SearchIndex:
    return SearchIndex(database)


def test_a_case_is_found_by_the_beginnings_of_its_words_in_any_order(index: SearchIndex) -> None:
    index.put([("a", "zoë shouted in the hall"), ("b", "zoë laughed")])
    assert index.find(["sho", "zoe"], 10) == ["a"]


def test_of_several_beginnings_any_one_will_do(index: SearchIndex) -> None:
    index.put([("a", "zoë shouted"), ("b", "zoë laughed"), ("c", "zoë hummed")])
    assert index.find(["zoe", ("shou", "laug")], 10) == ["b", "a"]


def test_every_word_of_a_letter_and_length_without_a_digit_is_named(index: SearchIndex) -> None:
    index.put([("a", "gifts girl gift5 lift guidance Giß")])
    assert sorted(index.words("g", 3, 5)) == ["gifts", "girl", "giß"]


def test_a_word_of_a_case_that_has_gone_is_not_named(index: SearchIndex, database: Database) -> None:
    """Whether or not SQLite has cleared it away: with so many beside it, it has not."""
    with database.transaction():
        index.put([(str(number), "hall") for number in range(30)])
        index.put([("gone", "hidden")])
    index.put([("gone", "")])
    assert index.words("h", 1, 9) == ["hall"]


def test_words_that_were_replaced_find_nothing(index: SearchIndex) -> None:
    index.put([("a", "first words")])
    index.put([("a", "other words")])
    assert (index.find(["first"], 10), index.find(["other"], 10)) == ([], ["a"])


def test_a_case_without_words_is_not_found(index: SearchIndex) -> None:
    index.put([("a", "first words")])
    index.put([("a", "")])
    assert (index.find(["first"], 10), index.digests()) == ([], {})


def test_no_more_are_found_than_asked_for_and_the_latest_first(index: SearchIndex) -> None:
    index.put([(name, "same") for name in "abc"])
    assert index.find(["same"], 2) == ["c", "b"]


@pytest.mark.parametrize("typed", ['"', "a OR b", "words:x", "a*", "^a", ""])
def test_what_the_index_would_read_as_a_command_finds_nothing(index: SearchIndex, typed: str) -> None:
    index.put([("a", "a b x words or")])
    assert index.find([typed], 10) == []


def test_what_a_transaction_takes_back_is_not_found(index: SearchIndex, database: Database) -> None:
    def half_way() -> None:
        with database.transaction():
            index.put([("a", "words")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()
    assert index.find(["words"], 10) == []


def test_the_words_stand_nowhere_in_the_file(index: SearchIndex, database: Database, tmp_path: Path) -> None:
    index.put([("a", "quixotically")])
    database.close()
    assert b"quixotic" not in (tmp_path / "vault.db").read_bytes()
