# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour handover: what would go, what goes, and what is left alone."""

import pytest

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool

CONCERN = {"about": "07" * 16, "what_happened": "He shouted at a child in the hall.", "risk_now": "no"}


@pytest.fixture
def reference(machine: Machine, small_school: SmallSchool) -> str:
    """A concern about the teacher, by the teaching assistant."""
    found: str = machine.file("concern", CONCERN, member=small_school.ta).data["reference"]
    return found


def test_a_dry_run_says_what_would_go_and_changes_nothing(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    ran = machine.json("handover", "--to", small_school.deputy.name, "--dry-run", member=small_school.dsl)
    assert ran.data["cases"] == [{"reference": reference, "fate": "proposed"}]
    assert (ran.data["dry_run"], ran.data["handed"]) == (True, [])
    assert machine.json("inbox", member=small_school.deputy).data == []


def test_open_cases_go_over_and_stand_in_the_new_inbox(
    machine: Machine, small_school: SmallSchool, reference: str
) -> None:
    ran = machine.json("handover", "--to", small_school.deputy.name, member=small_school.dsl)
    assert (ran.code, ran.data["handed"]) == (0, [reference])
    (row,) = machine.json("inbox", member=small_school.deputy).data
    assert (row["reference"], row["summary"]) == (reference, CONCERN["what_happened"])


def test_a_named_case_that_is_not_for_them_ends_in_failure(machine: Machine, small_school: SmallSchool) -> None:
    values = {**CONCERN, "about": small_school.deputy.person_id}
    about_them = machine.file("concern", values, member=small_school.ta).data["reference"]
    ran = machine.json(
        "handover", "--to", small_school.deputy.name, "--cases", about_them, "--confirm", about_them,
        member=small_school.dsl,
    )  # fmt: skip
    assert (ran.code, ran.data["left"]) == (1, [about_them])
    assert machine.json("inbox", member=small_school.deputy).data == []


def test_a_case_that_one_only_sent_cannot_be_named(machine: Machine, small_school: SmallSchool, reference: str) -> None:
    ran = machine.json("handover", "--to", small_school.deputy.name, "--cases", reference, member=small_school.ta)
    assert (ran.code, ran.err.count("\n")) == (1, 1)


def test_nobody_hands_over_to_who_has_no_sign_in(machine: Machine, small_school: SmallSchool) -> None:
    ran = machine.json("handover", "--to", small_school.supply.name, member=small_school.dsl)
    assert ran.code == 1
    assert "Nothing can be handed over to that person." in ran.err
