# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A receipt says how to come back, and nothing that a colleague at the printer should not see."""

from desktop.receipt import Receipt, receipt
from tests.school import NAME, NOW

PHRASE = "otter violin marble cactus anchor"


def said(found: Receipt) -> str:
    return " ".join((found.title, found.sent, *(f"{label}: {value}" for label, value in found.facts), *found.steps))


def test_it_says_what_one_needs_to_come_back() -> None:
    words = said(receipt(NAME, "7KQ4-M2XR", NOW, PHRASE))
    assert all(part in words for part in (NAME, "7KQ4-M2XR", PHRASE, "Thursday 12 March 2026 at 15:12"))


def test_where_only_the_day_may_be_told_it_tells_no_time() -> None:
    words = said(receipt(NAME, "7KQ4-M2XR", NOW.date(), PHRASE))
    assert "Thursday 12 March 2026" in words
    assert "15:12" not in words


def test_signed_in_there_is_no_phrase_to_keep() -> None:
    words = said(receipt(NAME, "7KQ4-M2XR", NOW, None))
    assert "phrase" not in words
    assert "Sign in to Candour." in words
