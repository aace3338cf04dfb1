# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, the paper key: an officer is set by it alone, or by nothing."""

import pytest

from desktop.people import Role
from desktop.role_changes import recent_changes
from tests.school import NOW, Member, SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.paper_page import PaperPage
from ui.tour.hands import Key

TODAY = NOW.date()


def ask(stage: Stage, who: Member, role: Role, paper_key: str) -> None:
    page = stage.side.page
    assert isinstance(page, PaperPage)
    stage.fill("Person", who.name)
    stage.hands.press(Key.Key_Down, Key.Key_Return)
    page.roles.set_value(role.value)
    stage.fill("The paper key, from its envelope", paper_key)
    stage.choose("Use the paper key")


def test_an_officer_is_set_and_it_is_kept_that_nobody_approved_it(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.teacher, "paper_key")
    ask(stage, small_school.teacher, Role.HEAD, small_school.paper_key.lower().replace("-", " "))
    assert stage.hands.sees("Tom Ashby becomes headteacher. Every computer shows this in red, for ever.")
    stage.confirm(small_school.teacher)
    machine = stage.candour.machine
    assert Role.HEAD in machine.school.roles_of(small_school.teacher.person_id, TODAY)
    assert [change.is_forced for change in recent_changes(machine.state, machine.school, TODAY)] == [True]


@pytest.mark.parametrize(
    ("who", "typed", "said"),
    [
        ("teacher", "AAAA-BBBB", "That is not this school’s paper key"),
        ("supply", "", "needs a sign-in of their own first"),
    ],
)
def test_what_it_cannot_do_is_said(
    settings: Opened, small_school: SmallSchool, who: str, typed: str, said: str
) -> None:
    stage = settings(small_school.head, "paper_key")
    ask(stage, getattr(small_school, who), Role.CHAIR, typed or small_school.paper_key)
    stage.confirm(small_school.head)
    assert stage.hands.sees(said)
    assert stage.candour.school.holders(Role.CHAIR, TODAY) == (small_school.chair.person_id,)


def test_only_officers_can_be_set(settings: Opened, small_school: SmallSchool) -> None:
    page = settings(small_school.head, "paper_key").side.page
    assert isinstance(page, PaperPage)
    offered = {page.roles.itemData(at) for at in range(page.roles.count())}
    assert offered == {"head", "dsl", "chair", "vice_chair", "group_lead"}


def test_what_is_missing_is_said_at_its_field(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "paper_key")
    stage.choose("Use the paper key")
    for said in ("Choose somebody from the list.", "Choose a role.", "Type the paper key."):
        assert stage.hands.sees(said)
