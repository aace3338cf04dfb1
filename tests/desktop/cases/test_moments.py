# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How moments are said beside records."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.cases.moments import brief_day_words, list_words, sent_words, sentence_words, spoken_words, story_words

TODAY = date(2026, 3, 12)  # a Thursday
AT = datetime(2026, 3, 12, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (0, "Today 15:12"),
        (1, "Yesterday 15:12"),
        (2, "Tue 15:12"),
        (6, "Fri 15:12"),
        (7, "5 Mar"),
        (400, "5 Feb 2025"),
        (-1, "13 Mar"),
    ],
)
def test_a_row_says_when_it_came(back: int, words: str) -> None:
    assert list_words(AT - timedelta(days=back), TODAY) == words


def test_a_moment_that_is_a_day_only_is_said_without_a_time() -> None:
    midnight = datetime(2026, 3, 11, tzinfo=UTC)
    said = [
        list_words(midnight, TODAY, day_only=True),
        story_words(midnight, TODAY, day_only=True),
        spoken_words(midnight, TODAY, day_only=True),
        sent_words(midnight, TODAY, day_only=True),
    ]
    assert said == ["Yesterday", "Wed 11 Mar", "Wednesday 11 March", "yesterday"]


def test_a_day_that_was_told_stays_that_day_in_summer_time() -> None:
    told = datetime(2026, 7, 1, tzinfo=UTC)
    assert story_words(told, date(2026, 7, 1), day_only=True) == "Wed 1 Jul"


def test_a_story_says_day_and_time_and_the_year_when_it_is_another() -> None:
    assert (story_words(AT, TODAY), story_words(AT, date(2027, 1, 1))) == (
        "Thu 12 Mar, 15:12",
        "Thu 12 Mar 2026, 15:12",
    )


def test_a_time_is_londons() -> None:
    assert story_words(datetime(2026, 7, 1, 14, 0, tzinfo=UTC), date(2026, 7, 1)) == "Wed 1 Jul, 15:00"


def test_a_sentence_names_the_day_only_when_it_is_another() -> None:
    assert (sentence_words(AT, TODAY), sentence_words(AT, date(2026, 3, 13))) == ("at 15:12", "at 15:12 on 12 March")


def test_a_record_says_when_it_was_sent() -> None:
    assert sent_words(AT, TODAY) == "today at 15:12"
    assert sent_words(AT, date(2026, 3, 20)) == "Thu 12 Mar, 15:12"


def test_a_fact_says_its_day_briefly() -> None:
    assert brief_day_words(date(2026, 3, 10), TODAY) == "Tue 10 March"
