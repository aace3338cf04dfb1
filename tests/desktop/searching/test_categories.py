# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which categories a record bears, and for whom."""

import pytest

from desktop.cases.inbox import read_categories
from tests.desktop.desks import LOW_LEVEL, Desks
from tests.school import Member


def borne(desks: Desks, by: Member) -> tuple[str, ...]:
    return read_categories(desks.of(by))


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern of which the assistant said that it is about touch."""
    case = desks.concern(desks.school.ta, desks.school.teacher, everyday=["touch"])
    desks.sync()
    return case


def test_a_record_bears_what_was_chosen_from_lists_of_reasons_and_nothing_else(desks: Desks, case: str) -> None:
    assert borne(desks, desks.school.dsl) == ("Touch",)


def test_who_does_not_read_a_record_is_told_of_no_category(desks: Desks, case: str) -> None:
    for member in (desks.school.ta, desks.school.teacher, desks.school.deputy, desks.school.chair):
        if member.passphrase:
            assert borne(desks, member) == ()


def test_who_stood_aside_is_told_of_it_no_more(desks: Desks, case: str) -> None:
    desks.act(desks.school.dsl, case, "recusal", {})
    assert borne(desks, desks.school.dsl) == ()


def test_what_a_later_assessment_says_is_borne_too(desks: Desks, case: str) -> None:
    desks.act(desks.school.dsl, case, "triage", {**LOW_LEVEL, "categories": ["shouting"]})
    assert borne(desks, desks.school.dsl) == ("Shouting", "Touch")
