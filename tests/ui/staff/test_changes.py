# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Before anything is sent, it is said how old the list of readers is, and who came into it (security.md 3.2)."""

from datetime import UTC, datetime

import pytest

from desktop.founding import publish
from storage.charter import RoleData
from storage.keys import SigningSecret
from storage.typed_codes import from_base32
from tests.ui.staff.stage import Stage, signing
from tests.ui.staff.test_failures import said

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
CAME = "Joe Lindqvist became deputy safeguarding lead on Thursday 12 March."


def appoint(stage: Stage, kind: str = "role", *, office: str = "deputy_dsl", ends: bool = False) -> None:
    """Have the supply teacher take an office at noon, as the head and the chair say; or the paper key alone."""
    stage.hands.at = NOON
    role = RoleData(role=office, person=stage.school.supply.person_id, ends=ends)
    paper = SigningSecret(from_base32(stage.school.paper_key.replace("-", ""), 32))
    signers = [paper] if kind == "breakglass" else signing(stage, "head", "chair")
    stage.do(lambda: publish(stage.candour.machine, kind, role, signers))


def later(stage: Stage, days: int) -> None:
    stage.hands.forward(days=days)
    stage.side.show_start()
    stage.settle()


@pytest.mark.parametrize("days", [0, 30])
def test_a_change_of_the_last_month_stands_beside_the_check_page_with_who_approved_it(stage: Stage, days: int) -> None:
    appoint(stage)
    later(stage, days)
    stage.at_check()
    assert f"{CAME} Approved by Helen Marsh and Martin Oyelaran." in said(stage)


def test_that_somebody_has_left_a_role_is_said_too(stage: Stage) -> None:
    appoint(stage)
    appoint(stage, ends=True)
    later(stage, 1)
    stage.at_check()
    assert "Joe Lindqvist stopped being deputy safeguarding lead on Thursday 12 March." in said(stage)


def test_an_old_change_is_not_shown_any_more(stage: Stage) -> None:
    appoint(stage)
    later(stage, 31)
    stage.at_check()
    assert CAME not in said(stage)


def test_without_a_change_nothing_is_said(stage: Stage) -> None:
    stage.at_check()
    assert "Who reads reports has changed" not in said(stage)


def test_what_nobody_approved_is_shown_for_ever_and_from_the_first_page_on(stage: Stage) -> None:
    appoint(stage, "breakglass", office="vice_chair")
    later(stage, 400)
    came = CAME.replace("deputy safeguarding lead", "vice-chair of governors")
    assert came in said(stage)
    assert "Nobody had to approve this: the school’s paper key was used." in said(stage)
    stage.at_check()
    assert came in said(stage)


@pytest.mark.parametrize(("days", "is_said"), [(14, False), (19, True)])
def test_a_list_that_nobody_has_confirmed_lately_is_said_and_can_be_sent_to(
    stage: Stage, days: int, is_said: bool
) -> None:
    session = stage.do(lambda: stage.school.sign_in(stage.candour, stage.school.dsl))
    stage.do(session.sync)
    stage.do(session.close)
    later(stage, days)
    stage.at_check()
    assert (f"Reader list last confirmed {days} days ago." in said(stage)) is is_said
    stage.choose("Lock and send")
    assert stage.title == "Thank you. Your report has been sent."
