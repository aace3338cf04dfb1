# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card for when a child tells somebody something (requirements.md F48)."""

import io
from datetime import UTC, date, datetime

import pypdf
import pytest

from desktop.child_card import PartTone, card_for, child_card
from desktop.documents.child_card import card_sheet
from tests.desktop.cases.building import DSL, HEAD, SCHOOL, school_with

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)


def words() -> str:
    """Everything on the card of the school."""
    return " ".join(point for part in card_for(SCHOOL, TODAY).parts for point in part.points)


def test_it_says_what_to_do_what_not_to_and_what_comes_after_and_where_that_is_from() -> None:
    card = child_card()
    assert [part.tone for part in card.parts] == list(PartTone)
    assert card.source
    assert card.checked_on > date(2026, 1, 1)


@pytest.mark.parametrize("said", ["promise", "secret", "own words", "999", "Tell me about that", "Don’t look into it"])
def test_it_has_what_the_policy_asks_for(said: str) -> None:
    assert said in words()


def test_it_names_whom_to_find_today() -> None:
    assert f"Find {SCHOOL.people[DSL].name} now" in words()
    away = card_for(school_with(away={DSL: None}), TODAY)
    assert not any(SCHOOL.people[DSL].name in point for part in away.parts for point in part.points)
    assert any(SCHOOL.people[HEAD].name in point for part in away.parts for point in part.points)


def test_without_a_school_it_names_offices_and_leaves_no_gap() -> None:
    points = [point for part in card_for(None, TODAY).parts for point in part.points]
    assert any("your safeguarding lead" in point for point in points)
    assert not any("{" in point for point in points)


def test_it_fits_on_one_page_of_paper_with_all_its_words() -> None:
    card = card_for(SCHOOL, TODAY)
    printed = card_sheet(card, SCHOOL.name, NOW)
    reader = pypdf.PdfReader(io.BytesIO(printed.content))
    assert (printed.pages, len(reader.pages)) == (1, 1)
    text = " ".join(reader.pages[0].extract_text().split())
    assert all(point in text for part in card.parts for point in part.points)
