# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour share: recorded, withheld, tried."""

import pytest

from desktop.phrases import reference
from tests.desktop.cli.running import Machine
from tests.desktop.desks import Desks
from tests.desktop.sharing.answers import NOT_TO_PARENT, TO_POLICE
from tests.school import SmallSchool


@pytest.fixture
def named(desks: Desks) -> str:
    """The reference of a concern about the teacher."""
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.close()
    return reference(case)


def test_it_is_tried_recorded_and_listed(machine: Machine, small_school: SmallSchool, named: str) -> None:
    dsl, answers = small_school.dsl, machine.answers(TO_POLICE)
    assert machine.json("share", named, "--answers", answers, "--dry-run", member=dsl).data["entry"] is None
    assert machine.json("registers", "shared", member=dsl).data == []
    assert machine.json("share", named, "--answers", answers, member=dsl).data["kind"] == "disclosure"
    later = machine.answers({**NOT_TO_PARENT, "review_on": "2099-01-01"})
    assert machine.json("share", named, "--answers", later, "--withhold", member=dsl).data["kind"] == "not_shared"
    rows = machine.json("registers", "shared", member=dsl).data
    assert {row["state"] for row in rows} == {"shared", "kept_back"}


def test_a_trial_says_why_not(machine: Machine, small_school: SmallSchool, named: str) -> None:
    answers = machine.answers({**TO_POLICE, "recipient_type": "solicitor"})
    ran = machine.json("share", named, "--answers", answers, "--dry-run", member=small_school.dsl)
    assert ran.code == 1
    assert "written consent" in ran.err
