# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Preparing a version: clauses with their marks put right, facts read as they were typed, nothing lost."""

from datetime import date

import msgspec
import pytest

from desktop.policies.draft import Oddity
from desktop.policies.editing import mark, rename
from desktop.policies.preparing import (
    Fact,
    Facts,
    Mark,
    Prepared,
    Preparing,
    due,
    first_facts,
    missing,
    new_policy_id,
    prepared_from,
    prepared_from_model,
    version_of,
    what_is_odd,
)
from desktop.policies.taking_in import model_code, take_in
from desktop.policies.version import Version
from tests.desktop.policies.papers import CODE

TODAY = date(2026, 11, 21)
FACTS = Facts(title="Staff code of conduct", edition="October 2026")


def prepared(text: str = CODE) -> Prepared:
    """The code as it comes in, with nothing before it."""
    return prepared_from(take_in("code.txt", text.encode()), None)


def version(of: Prepared, facts: Facts = FACTS) -> Version:
    """The version that it makes."""
    return version_of(Preparing(prepared=of, facts=facts), None, (), TODAY)


def test_a_clause_that_continues_an_old_one_binds_whom_that_one_binds() -> None:
    before = version(mark(prepared(), 2, Mark(("employee",))))
    again = prepared_from(take_in("code.txt", CODE.replace("Ask before", "Ask the head before").encode()), before)
    assert again.marks[2] == Mark(("employee",))


def test_what_was_put_right_is_no_longer_odd() -> None:
    wrong = prepared(CODE.replace("3. Dress\n\n", "4. Dress\n\n"))
    assert Oddity.NUMBER_SKIPPED in {each.oddity for each in what_is_odd(wrong)}
    assert Oddity.NUMBER_SKIPPED not in {each.oddity for each in what_is_odd(rename(wrong, 3, "3", "Dress"))}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("March 2028", "2028-03"),
        ("2028-03", "2028-03"),
        ("mar 2028", "2028-03"),
        ("1 March 2028", "2028-03-01"),
        ("1/3/2028", "2028-03-01"),
        ("2028-13", ""),
        ("Marzipan 2028", ""),
        ("soon", ""),
    ],
)
def test_a_review_is_due_on_a_day_or_in_a_month(typed: str, read: str) -> None:
    assert due(typed, TODAY) == read


def test_everything_that_keeps_a_version_from_being_made_is_said_at_once() -> None:
    said = Facts(title=" ", approved_on="long ago", review_due="soon", confirm_by="never")
    assert missing(said, TODAY) == set(Fact)


def test_nothing_more_than_title_and_edition_is_needed() -> None:
    assert missing(FACTS, TODAY) == set()


def test_the_model_is_the_schools_own_once_somebody_has_approved_it() -> None:
    model = prepared_from_model("Hollowbrook")
    approved = msgspec.structs.replace(FACTS, approver="the governing body")
    assert [version_of(Preparing(prepared=model, facts=f), None, (), TODAY).model for f in (FACTS, approved)] == [
        True,
        False,
    ]


def test_the_model_taken_in_is_the_model() -> None:
    model, shipped = prepared_from_model("Hollowbrook"), model_code("Hollowbrook")
    made = version_of(Preparing(prepared=model, facts=first_facts(model, None)), None, (), TODAY)
    assert made.clauses == shipped.clauses


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Staff code of conduct", "staff-code-of-conduct-2"),
        ("Política de niños", "politica-de-ninos"),
        ("2026!", "policy-2026"),
        ("—", "policy"),
    ],
)
def test_a_new_policy_gets_an_id_that_no_other_has(title: str, made: str) -> None:
    assert new_policy_id(title, {"staff-code-of-conduct"}) == made
